#include "web/page.h"

#include "base/check.h"

namespace wrapfeed::web {

std::string policy_of(std::string_view html) {
  constexpr std::string_view kBefore = R"(<meta http-equiv="Content-Security-Policy" content=")";
  const std::size_t begin = html.find(kBefore);
  CHECK(begin != std::string_view::npos);
  const std::string_view rest = html.substr(begin + kBefore.size());
  return std::string(rest.substr(0, rest.find('"')));
}

Answer page() {
  static const std::string policy = policy_of(k_page_html) + "; frame-ancestors 'none'";
  return {.body = std::string(k_page_html),
          .type = "text/html; charset=utf-8",
          .headers = {{"Content-Security-Policy", policy}}};
}

}  // namespace wrapfeed::web
