#include "users/data_text.h"

#include "base/check.h"
#include "catalog/embedded_table.h"

namespace wrapfeed::users {

std::vector<KeyNumber> key_numbers(std::string_view text) {
  std::vector<KeyNumber> pairs;
  if (text.empty()) return pairs;
  for (const std::string_view item : catalog::split(text, ' ')) {
    const std::size_t colon = item.find(':');
    CHECK(colon != std::string_view::npos);
    pairs.push_back({item.substr(0, colon), catalog::number_of(item.substr(colon + 1))});
  }
  return pairs;
}

}  // namespace wrapfeed::users
