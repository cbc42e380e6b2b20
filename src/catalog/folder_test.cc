#include "catalog/folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "avro/container_writer.h"
#include "avro/encode.h"
#include "avro/tables.h"
#include "base/error.h"
#include "catalog/rows_for_test.h"
#include "catalog/synthesize.h"

namespace wrapfeed::catalog {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class FolderTest : public ::testing::Test {
 protected:
  FolderTest() {
    std::string pattern = (fs::temp_directory_path() / "wrapfeed-catalog-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    fs::create_directories(folder_ / "track");
    fs::create_directories(folder_ / "artist");
  }
  ~FolderTest() override { fs::remove_all(folder_); }

  void write_artists(const Catalog& catalog) const {
    avro::Bytes bytes;
    for (std::uint32_t i = 0; i < catalog.artist_count(); ++i) avro::encode(catalog.artist(i), bytes);
    write("artist/part-00000.avro", avro::artist_table(), bytes, catalog.artist_count());
  }
  // Tracks from `first` to before `end`.
  void write_tracks(const Catalog& catalog, const std::string& file, std::uint32_t first, std::uint32_t end) const {
    avro::Bytes bytes;
    for (std::uint32_t i = first; i < end; ++i) avro::encode(catalog.track(i), bytes);
    write("track/" + file, avro::track_table(), bytes, end - first);
  }
  std::string error() const {
    try {
      load_catalog(folder_);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "no error";
  }

  fs::path folder_;

 private:
  void write(const std::string& file, const avro::Table& table, const avro::Bytes& bytes, std::uint32_t rows) const {
    avro::ContainerWriter writer(folder_ / file, table.schema_json, {.codec = avro::Codec::Null});
    writer.write_block(bytes, rows);
    writer.finish();
  }
};

TEST_F(FolderTest, LoadsWhatWasWrittenInAnyNumberOfFiles) {
  const Catalog catalog = synthesize({.seed = 5, .tracks = 600, .artists = 150});
  write_artists(catalog);
  write_tracks(catalog, "part-00000.avro", 400, 600);
  write_tracks(catalog, "part-00001.avro", 0, 400);
  EXPECT_EQ(load_catalog(folder_).digest(), catalog.digest());
}

TEST_F(FolderTest, LooksPastMarkersAndUnfinishedFiles) {
  const Catalog catalog = testing::build({{"A"}}, {{"a", "A"}});
  write_artists(catalog);
  write_tracks(catalog, "part-00000.avro", 0, 1);
  std::ofstream(folder_ / "track" / "_SUCCESS") << "";
  std::ofstream(folder_ / "track" / ".part-00001.avro.partial") << "torn";
  std::ofstream(folder_ / "track" / ".hidden.avro") << "torn";
  std::ofstream(folder_ / "track" / "_part.avro") << "torn";
  EXPECT_EQ(load_catalog(folder_).digest(), catalog.digest());
}

TEST_F(FolderTest, ANullTrackNumberStaysUnknown) {
  const Catalog catalog = testing::build({{"A"}}, {{"a", "A", "x", 0}});
  write_artists(catalog);
  write_tracks(catalog, "part-00000.avro", 0, 1);
  EXPECT_EQ(load_catalog(folder_).track(0).track_number, 0);
}

TEST_F(FolderTest, SaysWhatIsMissing) {
  EXPECT_THAT(error(), AllOf(HasSubstr(folder_.string()), HasSubstr("artist")));
  const Catalog catalog = testing::build({{"A"}}, {{"a", "A"}});
  write_artists(catalog);
  EXPECT_THAT(error(), AllOf(HasSubstr("no *.avro file"), HasSubstr("track")));
  fs::remove_all(folder_ / "track");
  EXPECT_THAT(error(), HasSubstr("No such file"));
}

TEST_F(FolderTest, SaysWhereARowIsWrong) {
  const Catalog catalog = testing::build({{"A"}, {"B"}}, {{"a", "A"}, {"b", "B"}});
  write_artists(testing::build({{"A"}}, {{"a", "A"}}));
  write_tracks(catalog, "part-00000.avro", 0, 2);
  EXPECT_THAT(error(), AllOf(HasSubstr(folder_.string()), HasSubstr("artist_id B...")));
  std::ofstream(folder_ / "track" / "part-00001.avro") << "not avro";
  EXPECT_THAT(error(), HasSubstr("part-00001.avro"));
}

}  // namespace
}  // namespace wrapfeed::catalog
