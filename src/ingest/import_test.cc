#include "ingest/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file.h"
#include "database/database.h"
#include "ingest/folder_for_test.h"

namespace wrapfeed::ingest {
namespace {

using testing::ElementsAre;

const std::filesystem::path kMini = std::filesystem::path(WRAPFEED_SOURCE_DIR) / "tests/data/catalog_mini";

ImportOptions mini_options() {
  return {.tracks = kMini / "tracks.csv", .genres = kMini / "genres.csv", .artists = kMini / "artists.csv"};
}

std::map<std::string, events::Track> tracks_by_id(const catalog::Catalog& catalog) {
  std::map<std::string, events::Track> tracks;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) {
    const events::Track track = catalog.track(i);
    tracks[std::string(events::text(track.track_id))] = track;
  }
  return tracks;
}

std::string joined_ids(std::span<const events::Id> ids) {
  std::string text;
  for (const events::Id& id : ids) text += (text.empty() ? "" : " ") + std::string(events::text(id));
  return text;
}

TEST(Import, MiniHasTheExpectedFigures) {
  const Import mini = import_catalog(mini_options());
  EXPECT_EQ(mini.summary.tracks_rows, 655U);
  EXPECT_EQ(mini.summary.genre_rows, 864U);
  EXPECT_EQ(mini.summary.artist_rows, 373U);
  EXPECT_EQ(mini.summary.common_names, 341U);
  EXPECT_EQ(mini.summary.joined_rows, 341U);
  EXPECT_EQ(mini.summary.matched_tracks, 258U);
  EXPECT_EQ(mini.summary.rejected_rows, 0U);
  EXPECT_LE(mini.summary.inertia, 2826.113723);
  EXPECT_THAT(mini.summary.cluster_sizes, ElementsAre(146, 116, 79));
  EXPECT_NEAR(mini.summary.newness.mean, 0.717552590682, 1e-12);
  EXPECT_EQ(mini.summary.newness.min, 0.0);
  EXPECT_EQ(mini.summary.newness.max, 1.0);
  EXPECT_EQ(mini.catalog.track_count(), 258U);
  EXPECT_EQ(mini.catalog.artist_count(), 241U);
}

TEST(Import, MiniHasTheExpectedRows) {
  const Import mini = import_catalog(mini_options());
  const auto tracks = tracks_by_id(mini.catalog);
  database::Database database;
  const auto expected = database.query("from read_csv(" + database::sql_literal((kMini / "expected.csv").string()) +
                                       ", all_varchar = true)");
  ASSERT_EQ(expected.rows(), tracks.size());
  for (std::size_t i = 0; i < expected.rows(); ++i) {
    const events::Track& track = tracks.at(expected.text(i, 0));
    EXPECT_EQ(track.name, expected.text(i, 1));
    EXPECT_EQ(track.album_name, expected.text(i, 2)) << track.name;
    EXPECT_EQ(track.track_genre, expected.text(i, 3)) << track.name;
    EXPECT_EQ(std::to_string(track.duration_ms), expected.text(i, 4)) << track.name;
    EXPECT_EQ(std::to_string(track.popularity), expected.text(i, 5)) << track.name;
    EXPECT_NEAR(track.newness_score, std::stod(expected.text(i, 7)), 1e-11) << track.name;
    EXPECT_EQ(events::text(track.artist_id), expected.text(i, 8)) << track.name;
    EXPECT_EQ(std::to_string(track.artist_followers), expected.text(i, 9)) << track.name;
    EXPECT_EQ(std::to_string(track.artist_popularity), expected.text(i, 10)) << track.name;
    EXPECT_EQ(joined_ids(track.artist_ids), expected.text(i, 11)) << track.name;
    EXPECT_EQ(track.track_number, 0);
  }
}

TEST(Import, MiniMatchesFirstArtistsToo) {
  ImportOptions options = mini_options();
  options.artist_match = ArtistMatch::First;
  EXPECT_EQ(import_catalog(options).summary.matched_tracks, 254U);
}

TEST(Import, IsTheSameForAnyNumberOfThreads) {
  ImportOptions options = mini_options();
  options.threads = 1;
  const std::string one = import_catalog(options).catalog.digest();
  options.threads = 4;
  EXPECT_EQ(import_catalog(options).catalog.digest(), one);
}

// Small files made row by row.
class SmallImport : public testing::Test {
 protected:
  static constexpr std::string_view kTracksHeader =
      "id,name,popularity,duration_ms,explicit,artists,id_artists,release_date,danceability,energy,key,loudness,mode,"
      "speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature\n";

  static std::string id(char c) { return std::string(22, c); }
  // A track row by artist lists and date; `features` may be replaced to plant a bad value.
  static std::string track(char c, std::string_view name, std::string_view artists, std::string_view ids,
                           std::string_view date = "2020-05-17",
                           std::string_view features = "0.5,0.5,5,-7,1,0.1,0.1,0,0.1,0.5,120,4") {
    return fmt::format("{},{},50,200000,1,\"{}\",\"{}\",{},{}\n", id(c), name, artists, ids, date, features);
  }

  ImportOptions options() {
    ImportOptions made;
    made.tracks = folder_.write("tracks.csv", std::string(kTracksHeader) + tracks_);
    made.genres = folder_.write("genres.csv", genres_);
    made.artists = folder_.write("artists.csv", "id,followers,genres,name,popularity\n" + artists_);
    made.max_rejected = 1;
    return made;
  }
  std::string failure(const ImportOptions& made) {
    try {
      import_catalog(made);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "no error";
  }

  FolderForTest folder_;
  std::string tracks_ = track('a', "One", "['Ann']", "['" + id('A') + "']");
  std::string genres_ = "track_name,album_name,track_genre\nOne,First Album,pop\n";
  std::string artists_ = id('A') + ",64764.0,['pop'],Ann,59\n";
};

TEST_F(SmallImport, KeepsPrecisionAndValues) {
  tracks_ += track('b', "Two", "['Ann']", "['" + id('A') + "']", "1999-12");
  tracks_ += track('c', "Three", "['Ann']", "['" + id('A') + "']", "1970");
  genres_ += "Two,Second,rock\nThree,,folk\n";
  const Import import = import_catalog(options());
  const auto tracks = tracks_by_id(import.catalog);
  EXPECT_EQ(tracks.at(id('a')).release_date, base::days_from_civil(2020, 5, 17));
  EXPECT_EQ(tracks.at(id('a')).release_date_precision, events::DatePrecision::Day);
  EXPECT_EQ(tracks.at(id('b')).release_date, base::days_from_civil(1999, 12, 1));
  EXPECT_EQ(tracks.at(id('b')).release_date_precision, events::DatePrecision::Month);
  EXPECT_EQ(tracks.at(id('c')).release_date, 0);
  EXPECT_EQ(tracks.at(id('c')).release_date_precision, events::DatePrecision::Year);
  EXPECT_EQ(tracks.at(id('c')).album_name, "Three");  // no album: a single
  EXPECT_EQ(tracks.at(id('a')).artist_followers, 64764);
  EXPECT_TRUE(tracks.at(id('a')).is_explicit);
  EXPECT_EQ(tracks.at(id('a')).features.key, 5);
  EXPECT_EQ(tracks.at(id('a')).features.loudness, -7.0F);
  EXPECT_EQ(tracks.at(id('b')).newness_score, 1 - (289.0 - 43) / (648 - 43));
}

TEST_F(SmallImport, FirstRowOfANameCountsEvenWithoutPopularity) {
  tracks_ += id('b') + ",Two,,200000,0,['Ann'],[],2001,0,0,0,0,0,0,0,0,0,0,0,4\n";
  tracks_ += track('c', "Two", "['Ann']", "[]");
  tracks_ += track('d', "One", "['Ann']", "[]");
  genres_ += "Two,x,y\nOne,Later Album,rock\n";
  const Import import = import_catalog(options());
  ASSERT_EQ(import.catalog.track_count(), 1U);
  EXPECT_EQ(events::text(import.catalog.track(0).track_id), id('a'));
  EXPECT_EQ(import.catalog.track(0).album_name, "First Album");
  EXPECT_EQ(import.summary.rejected_rows, 0U);
}

TEST_F(SmallImport, OfOneNameTheMostFollowedThenPopularThenSmallestId) {
  artists_ =
      id('D') + ",5,[],Ann,1\n" + id('C') + ",9,[],Ann,3\n" + id('B') + ",9,[],Ann,3\n" + id('E') + ",9,[],Ann,2\n";
  EXPECT_EQ(events::text(import_catalog(options()).catalog.track(0).artist_id), id('B'));
}

TEST_F(SmallImport, WholeTextLosesOuterBracketsAndSingleQuotes) {
  tracks_ += track('b', "Two", "['Ann', 'Bob']", "[]");
  tracks_ += track('c', "Three", "['[Odd]']", "[]");
  tracks_ += track('d', "Four", "[\"\"Guns N' Roses\"\"]", "[]");
  genres_ += "Two,x,y\nThree,x,y\nFour,x,y\n";
  artists_ += id('B') + ",1,[],\"Ann, Bob\",1\n" + id('C') + ",1,[],[Odd],1\n" + id('D') + ",1,[],Guns N' Roses,1\n";
  const Import import = import_catalog(options());
  const auto tracks = tracks_by_id(import.catalog);
  EXPECT_EQ(events::text(tracks.at(id('b')).artist_id), id('B'));
  EXPECT_EQ(tracks.at(id('c')).artist_name, "[Odd]");
  EXPECT_EQ(import.summary.matched_tracks, 3U);  // the double quotes stay, so Four finds nobody
}

TEST_F(SmallImport, FirstMatchGoesByIdThenByName) {
  tracks_ = track('a', "One", "['Ann', 'Bob']", fmt::format("['{}', '{}', '{}']", id('X'), id('B'), id('Y')));
  tracks_ += track('b', "Two", "['Cher', \"\"O'Neil\"\"]", fmt::format("['{}']", id('Z')));
  tracks_ += track('c', "Three", "[\"\"O'Neil\"\"]", fmt::format("['{}']", id('Z')));
  genres_ += "Two,x,y\nThree,x,y\n";
  artists_ =
      id('X') + ",1,[],Ann,1\n" + id('A') + ",99,[],Ann,1\n" + id('B') + ",7,[],Bob,1\n" + id('O') + ",2,[],O'Neil,1\n";
  ImportOptions made = options();
  made.artist_match = ArtistMatch::First;
  const Import import = import_catalog(made);
  const auto tracks = tracks_by_id(import.catalog);
  EXPECT_EQ(tracks.size(), 2U);
  EXPECT_EQ(joined_ids(tracks.at(id('a')).artist_ids), id('X') + " " + id('B'));
  EXPECT_EQ(tracks.at(id('c')).artist_name, "O'Neil");
  EXPECT_EQ(import.catalog.artist_count(), 3U);  // Ann (X), Bob beside her, O'Neil; not Ann (A)
}

TEST_F(SmallImport, TheSameNameUnderAnotherIdIsNoSecondArtist) {
  tracks_ = track('a', "One", "['Ann']", fmt::format("['{}']", id('X')));
  artists_ += id('X') + ",1,[],Ann,1\n";
  const Import import = import_catalog(options());
  EXPECT_EQ(joined_ids(import.catalog.track(0).artist_ids), id('A'));
}

TEST_F(SmallImport, AlternativeGenreColumns) {
  genres_ = "track_id,track_name,playlist_genre,track_album_name\n1,One,latin,\"An, album\"\n";
  const Import import = import_catalog(options());
  EXPECT_EQ(import.catalog.track(0).track_genre, "latin");
  EXPECT_EQ(import.catalog.track(0).album_name, "An, album");
}

TEST_F(SmallImport, ArtistGenresAndMissingNumbers) {
  artists_ = id('A') + ",,\"['hip hop', \"\"children's music\"\"]\",Ann,\n";
  const Import import = import_catalog(options());
  const events::Artist artist = import.catalog.artist(0);
  EXPECT_THAT(artist.genres, ElementsAre("hip hop", "children's music"));
  EXPECT_EQ(artist.followers, 0);
  EXPECT_EQ(artist.popularity, 0);
}

TEST_F(SmallImport, BadValuesAreRejectedWithFileLineColumnAndValue) {
  const std::string ids = "['" + id('A') + "']";
  tracks_ += track('b', "\"A\nB\"", "['Ann']", ids, "2020-02-30");  // lines 3 and 4
  tracks_ += track('c', "C", "Ann", ids);
  tracks_ += track('d', "D", "['Ann']", "['short']");
  tracks_ += track('e', "E", "['Ann']", ids, "2020", "1.5,0.5,5,-7,1,0.1,0.1,0,0.1,0.5,120,4");
  tracks_ += track('f', "F", "['Ann']", ids, "2020", "0.5,0.5,5,loud,1,0.1,0.1,0,0.1,0.5,120,4");
  tracks_ += track('g', "G", "['Ann']", ids, "2020", "0.5,0.5,5.5,-7,1,0.1,0.1,0,0.1,0.5,nan,4");
  tracks_ += "only,three,fields\n";
  tracks_ += track('a', "H", "['Ann']", ids);
  tracks_ += "x!,I,1,1,0,[],[],2000,0,0,0,0,0,0,0,0,0,0,0,4\n";
  tracks_ += id('j') + ",J,101,1,0,[],[],2000,0,0,0,0,0,0,0,0,0,0,0,4\n";
  tracks_ += id('k') + ",K,1,abc,0,[],[],2000,0,0,0,0,0,0,0,0,0,0,0,4\n";
  genres_ += "Two,x,\n";
  artists_ += id('B') + ",-1,[],Bob,1\n";
  const Import import = import_catalog(options());
  std::vector<std::string> found;
  for (const Rejection& r : import.rejections) {
    found.push_back(
        fmt::format("{} {} {} {}", std::filesystem::path(r.file).stem().string(), r.line, r.column, r.value));
  }
  EXPECT_THAT(found, ElementsAre("tracks 3 release_date 2020-02-30", "tracks 5 artists Ann",
                                 "tracks 6 id_artists ['short']", "tracks 7 danceability 1.5", "tracks 8 loudness loud",
                                 "tracks 9 key 5.5", "tracks 10  only,three,fields", "tracks 11 id " + id('a'),
                                 "tracks 12 id x!", "tracks 13 popularity 101", "tracks 14 duration_ms abc",
                                 "genres 3 track_genre ", "artists 3 followers -1"));
  EXPECT_EQ(import.summary.rejected_rows, 13U);
  EXPECT_EQ(import.summary.tracks_rows, 12U);
  EXPECT_EQ(import.catalog.track_count(), 1U);
}

TEST_F(SmallImport, MoreBadRowsThanAllowedIsAnError) {
  tracks_ += "only,three,fields\n" + track('b', "Two", "['Ann']", "[]");
  ImportOptions made = options();
  made.max_rejected = 0.34;
  EXPECT_EQ(failure(made), "no error");
  made.max_rejected = 0.33;
  EXPECT_THAT(failure(made), testing::AllOf(testing::HasSubstr("tracks.csv: 1 of 3 rows are bad"),
                                            testing::HasSubstr("--max-rejected 0.33"),
                                            testing::HasSubstr("tracks.csv line 3: row \"only,three,fields\"")));
}

TEST_F(SmallImport, EmptyJoinsAreErrors) {
  genres_ = "track_name,album_name,track_genre\none,x,y\n";
  EXPECT_THAT(failure(options()), testing::HasSubstr("no track name in common"));
  genres_ = "track_name,album_name,track_genre\nOne,x,y\n";
  artists_ = id('B') + ",1,[],Bob,1\n";
  EXPECT_THAT(failure(options()), testing::HasSubstr("no artist of the 1 joined tracks (--artist-match whole)"));
}

TEST_F(SmallImport, BadFilesAndOptionsAreErrors) {
  artists_ = "";
  EXPECT_THAT(failure(options()), testing::HasSubstr("artists.csv: the file has a header but no row"));
  ImportOptions made = options();
  made.genres = folder_.path() / "none.csv";
  EXPECT_THAT(failure(made), testing::HasSubstr("none.csv: cannot be read"));
  made.genres = made.artists;
  EXPECT_THAT(failure(made), testing::HasSubstr("artists.csv: column track_name is missing; the file has: id, "));
  made.clusters = 0;
  EXPECT_THAT(failure(made), testing::HasSubstr("clusters 0 is not from 1 to 1000"));
  EXPECT_THROW(parse_artist_match("all"), base::Error);
}

TEST_F(SmallImport, ReportsAsJsonAndCsv) {
  tracks_ += "\"only, \"\"two\"\"\",fields\n";
  write_report(folder_.path(), import_catalog(options()));
  const auto json = nlohmann::json::parse(base::read_text(folder_.path() / "import.json"));
  EXPECT_EQ(json["tracks_rows"], 2);
  EXPECT_EQ(json["rejected_rows"], 1);
  EXPECT_EQ(json["cluster_sizes"], nlohmann::json({1, 0, 0}));
  EXPECT_EQ(json["newness"]["mean"], 1.0);
  EXPECT_EQ(json.size(), 10U);
  const std::string rejected = base::read_text(folder_.path() / "rejected.csv");
  EXPECT_THAT(rejected, testing::StartsWith("file,line,column,value,reason\n"));
  EXPECT_THAT(rejected, testing::HasSubstr("tracks.csv,3,,\"\"\"only, \"\"\"\"two\"\"\"\"\"\",fields\",has the wrong"));
}

}  // namespace
}  // namespace wrapfeed::ingest
