#include "web/host.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

namespace wrapfeed::web {

bool is_loopback(std::string_view host) {
  std::string name(host);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return c < 'A' || c > 'Z' ? c : c + 32; });
  in_addr address{};
  if (inet_pton(AF_INET, name.c_str(), &address) == 1) return name.starts_with("127.");
  return name == "localhost" || name == "::1";
}

std::string_view host_of(std::string_view header) {
  if (header.starts_with('[')) return header.substr(1, header.find(']') - 1);
  return header.substr(0, header.find(':'));
}

}  // namespace wrapfeed::web
