#include "account/history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace wrapfeed::account {
namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;

Stream stream_at(base::Days day, base::Millis into_day) {
  const base::Millis ended = day * base::kDay + into_day;
  return {.began = ended - 40'000,
          .ended = ended,
          .ms_played = 31'000,
          .track_id = "EJt8eejUlgJ0cF6CqnIr0M",
          .track = "夜に",
          .artist = "Ado",
          .album = "B",
          .reason_start = "clickrow",
          .reason_end = "fwdbtn",
          .platform = "ios",
          .country = "DE",
          .shuffle = true,
          .offline = false,
          .private_session = true};
}

Json first_row(const std::vector<Stream>& streams, Form form) {
  return Json::parse(history_files(7, streams, form).front().text).front();
}

TEST(History, AnExtendedRowHasItsTwentyThreeFieldsInOrder) {
  const Json row = first_row({stream_at(base::days_from_civil(2025, 3, 1), 5'999)}, Form::Extended);
  std::vector<std::string> names;
  for (const auto& [name, value] : row.items()) names.push_back(name);
  EXPECT_THAT(
      names, ElementsAre("ts", "platform", "ms_played", "conn_country", "ip_addr", "master_metadata_track_name",
                         "master_metadata_album_artist_name", "master_metadata_album_album_name", "spotify_track_uri",
                         "episode_name", "episode_show_name", "spotify_episode_uri", "audiobook_title", "audiobook_uri",
                         "audiobook_chapter_uri", "audiobook_chapter_title", "reason_start", "reason_end", "shuffle",
                         "skipped", "offline", "offline_timestamp", "incognito_mode"));
  EXPECT_EQ(row["ts"], "2025-03-01T00:00:05Z");
  EXPECT_EQ(row["platform"], "ios");
  EXPECT_EQ(row["spotify_track_uri"], "spotify:track:EJt8eejUlgJ0cF6CqnIr0M");
  EXPECT_TRUE(row["episode_name"].is_null());
  EXPECT_EQ(row["skipped"], true);
  EXPECT_EQ(row["offline_timestamp"], base::days_from_civil(2025, 3, 1) * 86'400 - 35);
  EXPECT_EQ(row["incognito_mode"], true);
}

TEST(History, EarlierYearsToldLess) {
  const Stream before = stream_at(base::days_from_civil(2022, 9, 30), 0);
  EXPECT_EQ(first_row({before}, Form::Extended)["skipped"], false);
  EXPECT_EQ(first_row({before}, Form::Extended)["platform"], "iOS 13.4 (iPhone11,8)");
  EXPECT_EQ(first_row({before}, Form::Endsong)["offline_timestamp"], before.began);
  EXPECT_EQ(first_row({stream_at(base::days_from_civil(2022, 10, 1), 0)}, Form::Extended)["skipped"], true);
  EXPECT_EQ(first_row({stream_at(base::days_from_civil(2023, 10, 1), 0)}, Form::Extended)["platform"], "ios");
}

TEST(History, RowsRiseBySecondsOfTheirOwn) {
  const base::Days day = base::days_from_civil(2025, 3, 1);
  const std::vector<Stream> streams = {stream_at(day, 1'100), stream_at(day, 1'900), stream_at(day, 2'000)};
  std::vector<std::string> times;
  for (const Json& row : Json::parse(history_files(7, streams, Form::Extended).front().text))
    times.push_back(row["ts"]);
  EXPECT_THAT(times, ElementsAre("2025-03-01T00:00:01Z", "2025-03-01T00:00:02Z", "2025-03-01T00:00:03Z"));
}

std::vector<std::string> paths(const std::vector<HistoryFile>& files) {
  std::vector<std::string> list;
  for (const HistoryFile& file : files) list.push_back(file.path);
  return list;
}

TEST(History, FilesAreNamedByTheirYearsAndFull) {
  std::vector<Stream> streams;
  const base::Days first = base::days_from_civil(2024, 12, 1);
  for (int i = 0; i < 33'000; ++i) streams.push_back(stream_at(first + i / 400, i % 400 * 200'000));
  const std::vector<HistoryFile> files = history_files(7, streams, Form::Extended);
  const std::string folder = "Spotify Extended Streaming History/Streaming_History_Audio_";
  EXPECT_THAT(paths(files), ElementsAre(folder + "2024-2025_0.json", folder + "2025_1.json", folder + "2025_2.json"));
  EXPECT_EQ(Json::parse(files[0].text).size(), 16'000U);
  EXPECT_EQ(Json::parse(files[2].text).size(), 1'000U);
  EXPECT_THAT(paths(history_files(7, streams, Form::Endsong)),
              ElementsAre("MyData/endsong_0.json", "MyData/endsong_1.json", "MyData/endsong_2.json"));
  EXPECT_EQ(history_files(7, streams, Form::Short).size(), 4U);
}

TEST(History, TheShortFormIsOfTheLastYear) {
  const base::Days day = base::days_from_civil(2025, 3, 1);
  const std::vector<Stream> streams = {stream_at(day - 366, 0), stream_at(day, 61'000)};
  const Json rows = Json::parse(history_files(7, streams, Form::Short).front().text);
  EXPECT_EQ(rows.dump(), R"([{"endTime":"2025-03-01 00:01","artistName":"Ado","trackName":"夜に","msPlayed":31000}])");
}

}  // namespace
}  // namespace wrapfeed::account
