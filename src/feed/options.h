#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "avro/codec.h"
#include "base/time.h"
#include "events/population.h"

namespace wrapfeed::feed {

enum class Layout : std::uint8_t {
  User,  // each part a range of users, rows by user, then time
  Day,   // a folder for each UTC date, rows by time
};
enum class Format : std::uint8_t { Avro, Parquet, Csv, Json };

std::string_view layout_name(Layout layout);
std::string_view population_name(events::Population population);
std::string_view format_name(Format format);
std::string_view file_extension(Format format);              // "avro", "parquet", "csv", "json"
Layout parse_layout(std::string_view name);                  // Error naming those there are
events::Population parse_population(std::string_view name);  // likewise
Format parse_format(std::string_view name);                  // Error naming those there are

inline constexpr std::int64_t kMaxUsers = 1'000'000'000;
inline constexpr std::int64_t kEdgeCaseUsers = 17;  // of --edge-cases, one user each
inline constexpr base::Days kMaxDays = 3'653;       // ten years: a user's event and session numbers have room for that

// A range of user_ids.
struct UserRange {
  std::int64_t begin;
  std::int64_t end;  // exclusive
};
// "A:B", two whole numbers and nothing else; none for any other text. Whether it is a window is FeedOptions' to say.
std::optional<UserRange> parse_user_range(std::string_view text);

// Everything that decides a feed's bytes, with the names of the flags of `generate`; kept in the manifest.
struct FeedOptions {
  std::uint64_t seed = 1;
  std::int64_t users = 1000;  // user_ids 0 ... users - 1
  base::Days from = 20'089;   // 2025-01-01, first UTC day
  base::Days to = 20'454;     // 2026-01-01, the first day that is no longer in
  events::Population population = events::Population::Typical;
  std::string catalog;  // folder as given; empty: synthetic, of the next three
  std::uint32_t tracks = 100'000;
  std::uint32_t artists = 20'000;
  base::Days releases_to = 20'818;  // 2026-12-31, last release day
  avro::Codec codec = avro::Codec::Deflate;
  Layout layout = Layout::User;
  Format format = Format::Avro;
  std::uint32_t block_size_kib = 256;  // of encoded records, before compression
  bool truth = false;                  // tables apart, with what caused each stream; changes no byte of the others
  bool edge_cases = false;             // users of boundary cases behind the others, in files of their own

  // The window of that feed which is written: all of it, unless asked for less.
  std::int64_t only_users_begin = 0;
  std::int64_t only_users_end = 1000;  // exclusive
  base::Days only_from = 20'089;
  base::Days only_to = 20'454;  // exclusive

  std::int64_t all_users() const { return users + (edge_cases ? kEdgeCaseUsers : 0); }
  // Error naming the flag, its value and what is allowed.
  void validate() const;
};

}  // namespace wrapfeed::feed
