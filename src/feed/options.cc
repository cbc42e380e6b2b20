#include "feed/options.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.h"

namespace wrapfeed::feed {

namespace {

constexpr std::array<std::string_view, 2> kLayouts = {"user", "day"};
constexpr std::array<std::string_view, 2> kPopulations = {"typical", "heavy"};
constexpr std::array<std::string_view, 4> kFormats = {"avro", "parquet", "csv", "json"};

// The enumerator whose name stands at its place in `names`.
template <typename Enum, std::size_t N>
Enum parse_name(std::string_view what, const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) base::fail("{} \"{}\" is not one of {}", what, name, fmt::join(names, ", "));
  return static_cast<Enum>(found - names.begin());
}

void check_period(const FeedOptions& options) {
  using base::format_date;
  if (options.from < base::days_from_civil(2000, 1, 1) || options.from >= base::days_from_civil(2100, 1, 1))
    base::fail("--from {}: takes a date from 2000-01-01 to 2099-12-31", format_date(options.from));
  if (options.to <= options.from)
    base::fail("--to {}: takes a date after --from {}", format_date(options.to), format_date(options.from));
  if (options.to - options.from > kMaxDays)
    base::fail("--to {}: takes a date at most ten years after --from {}", format_date(options.to),
               format_date(options.from));
}

void check_window(const FeedOptions& options) {
  using base::format_date;
  if (options.only_users_begin < 0 || options.only_users_end > options.all_users() ||
      options.only_users_begin >= options.only_users_end)
    base::fail("--only-users {}:{}: takes A:B with 0 <= A < B <= {} (--users)", options.only_users_begin,
               options.only_users_end, options.all_users());
  if (options.only_from < options.from || options.only_from >= options.to)
    base::fail("--only-from {}: takes a date from {} to {} (within --from and --to)", format_date(options.only_from),
               format_date(options.from), format_date(options.to - 1));
  if (options.only_to <= options.only_from || options.only_to > options.to)
    base::fail("--only-to {}: takes a date from {} to {} (after --only-from, within --to)",
               format_date(options.only_to), format_date(options.only_from + 1), format_date(options.to));
}

}  // namespace

std::string_view layout_name(Layout layout) { return kLayouts[static_cast<std::size_t>(layout)]; }
std::string_view format_name(Format format) { return kFormats[static_cast<std::size_t>(format)]; }
std::string_view file_extension(Format format) { return format_name(format); }

std::string_view population_name(events::Population population) {
  return kPopulations[static_cast<std::size_t>(population)];
}

Layout parse_layout(std::string_view name) { return parse_name<Layout>("layout", kLayouts, name); }
Format parse_format(std::string_view name) { return parse_name<Format>("format", kFormats, name); }
events::Population parse_population(std::string_view name) {
  return parse_name<events::Population>("population", kPopulations, name);
}

std::optional<UserRange> parse_user_range(std::string_view text) {
  UserRange range{};
  const char* const end = text.data() + text.size();
  const auto [colon, error] = std::from_chars(text.data(), end, range.begin);
  if (error != std::errc{} || colon == end || *colon != ':') return std::nullopt;
  const auto [stopped, second_error] = std::from_chars(colon + 1, end, range.end);
  if (second_error != std::errc{} || stopped != end) return std::nullopt;
  return range;
}

void FeedOptions::validate() const {
  if (users < 1 || users > kMaxUsers) base::fail("--users {}: takes a whole number from 1 to {}", users, kMaxUsers);
  check_period(*this);
  check_window(*this);
  if (block_size_kib < 1 || block_size_kib > 65'536)
    base::fail("--block-size {}: takes KiB from 1 to 65536", block_size_kib);
}

}  // namespace wrapfeed::feed
