#include "account/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <utility>

#include "base/check.h"

namespace wrapfeed::account {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kRows = 16'000;       // of a file, about 12 MB
constexpr std::size_t kShortRows = 10'000;  // likewise
constexpr base::Days kShortDays = 365;

// From then on skips are told, and platforms by a word.
const base::Millis kSkipsTold = base::days_from_civil(2022, 10, 1) * base::kDay;
const base::Millis kPlatformWords = base::days_from_civil(2023, 10, 1) * base::kDay;

struct Platform {
  std::string_view word;
  std::string_view before;  // as it was told before kPlatformWords
};
constexpr Platform kPlatforms[] = {
    {"android", "Android OS 11 API 30 (samsung, SM-G991B)"},
    {"ios", "iOS 13.4 (iPhone11,8)"},
    {"windows", "Windows 10 (10.0.19042; x64)"},
    {"osx", "OS X 11.4.0 [x86 8]"},
    {"linux", "Linux [x86-64 0]"},
    {"web_player", "WebPlayer (websocket RFC6455)"},
    {"cast", "Partner google cast;Chromecast;;"},
};

std::string platform_of(const Stream& stream) {
  const auto known = std::find_if(std::begin(kPlatforms), std::end(kPlatforms),
                                  [&](const Platform& platform) { return platform.word == stream.platform; });
  if (known == std::end(kPlatforms)) return "not_applicable";
  return std::string(stream.ended < kPlatformWords ? known->before : known->word);
}

std::string reason_of(const std::string& reason) { return reason == "unexpected_exit" ? "unexpected-exit" : reason; }

bool is_skipped(const Stream& stream) {
  constexpr std::array<std::string_view, 4> kSkips = {"fwdbtn", "backbtn", "endplay", "unknown"};
  return stream.ended >= kSkipsTold && std::find(kSkips.begin(), kSkips.end(), stream.reason_end) != kSkips.end();
}

// The same for a user in a country.
std::string address_of(std::int64_t user, const std::string& country) {
  constexpr std::array<std::string_view, 3> kRanges = {"192.0.2", "198.51.100", "203.0.113"};
  std::uint64_t mixed = static_cast<std::uint64_t>(user) * 0x9E3779B97F4A7C15;
  for (const char letter : country) mixed = (mixed ^ static_cast<unsigned char>(letter)) * 0x100000001B3;
  mixed >>= 24;
  return fmt::format("{}.{}", kRanges[mixed % kRanges.size()], 1 + mixed / 3 % 254);
}

// A stream and the second in which it is told to have ended.
struct Row {
  const Stream* stream;
  base::Millis second;  // since 1970
};

std::vector<Row> rows_of(const std::vector<Stream>& streams) {
  std::vector<Row> rows;
  base::Millis last = -1;
  for (const Stream& stream : streams) {
    last = std::max(stream.ended / base::kSecond, last + 1);
    rows.push_back({&stream, last});
  }
  return rows;
}

// "2025-02-28T23:59:59"
std::string time_of(const Row& row) { return base::format_instant(row.second * base::kSecond).substr(0, 19); }

Json extended_row(std::int64_t user, const Row& row, Form form) {
  const Stream& stream = *row.stream;
  Json json;
  json["ts"] = time_of(row) + "Z";
  json["platform"] = platform_of(stream);
  json["ms_played"] = stream.ms_played;
  json["conn_country"] = stream.country;
  json["ip_addr"] = address_of(user, stream.country);
  json["master_metadata_track_name"] = stream.track;
  json["master_metadata_album_artist_name"] = stream.artist;
  json["master_metadata_album_album_name"] = stream.album;
  json["spotify_track_uri"] = "spotify:track:" + stream.track_id;
  for (const char* other : {"episode_name", "episode_show_name", "spotify_episode_uri", "audiobook_title",
                            "audiobook_uri", "audiobook_chapter_uri", "audiobook_chapter_title"})
    json[other] = nullptr;
  json["reason_start"] = reason_of(stream.reason_start);
  json["reason_end"] = reason_of(stream.reason_end);
  json["shuffle"] = stream.shuffle;
  json["skipped"] = is_skipped(stream);
  json["offline"] = stream.offline;
  json["offline_timestamp"] = form == Form::Endsong ? stream.began : stream.began / base::kSecond;
  json["incognito_mode"] = stream.private_session;
  return json;
}

Json short_row(const Row& row) {
  std::string minute = time_of(row).substr(0, 16);
  minute[10] = ' ';
  return {{"endTime", minute},
          {"artistName", row.stream->artist},
          {"trackName", row.stream->track},
          {"msPlayed", row.stream->ms_played}};
}

std::string extended_path(std::span<const Row> rows, std::size_t number, Form form) {
  if (form == Form::Endsong) return fmt::format("MyData/endsong_{}.json", number);
  const std::string first = time_of(rows.front()).substr(0, 4), last = time_of(rows.back()).substr(0, 4);
  return fmt::format("Spotify Extended Streaming History/Streaming_History_Audio_{}{}{}_{}.json", first,
                     first == last ? "" : "-", first == last ? "" : last, number);
}

template <typename RowOf, typename PathOf>
std::vector<HistoryFile> files_of(std::span<const Row> rows, std::size_t most, RowOf row_of, PathOf path_of) {
  std::vector<HistoryFile> files;
  for (std::size_t first = 0; first < rows.size(); first += most) {
    const std::span<const Row> some = rows.subspan(first, std::min(most, rows.size() - first));
    Json list = Json::array();
    for (const Row& row : some) list.push_back(row_of(row));
    files.push_back({path_of(some, files.size()), list.dump(2, ' ', false, Json::error_handler_t::replace)});
  }
  return files;
}

}  // namespace

std::vector<HistoryFile> history_files(std::int64_t user, const std::vector<Stream>& streams, Form form) {
  CHECK(!streams.empty());
  const std::vector<Row> rows = rows_of(streams);
  if (form != Form::Short) {
    return files_of(
        rows, kRows, [&](const Row& row) { return extended_row(user, row, form); },
        [&](std::span<const Row> some, std::size_t number) { return extended_path(some, number, form); });
  }
  const base::Millis since = rows.back().second - kShortDays * (base::kDay / base::kSecond);
  const auto first = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.second > since; });
  return files_of(std::span(first, rows.end()), kShortRows, short_row, [](std::span<const Row>, std::size_t number) {
    return fmt::format("Spotify Account Data/StreamingHistory_music_{}.json", number);
  });
}

}  // namespace wrapfeed::account
