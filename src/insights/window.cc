#include "insights/window.h"

#include <fmt/format.h>

#include "base/error.h"

namespace wrapfeed::insights {

Window window_of(int year, std::string_view days) {
  const std::size_t colon = days.find(':');
  if (colon == std::string_view::npos)
    base::fail("window \"{}\": is not MM-DD:MM-DD, the first and the last day, such as {}", days, kDefaultWindow);
  const auto day = [&](std::string_view text) { return base::parse_date("window", fmt::format("{}-{}", year, text)); };
  const Window window{year, day(days.substr(0, colon)), day(days.substr(colon + 1))};
  if (window.first > window.last) base::fail("window \"{}\": begins after its end", days);
  return window;
}

}  // namespace wrapfeed::insights
