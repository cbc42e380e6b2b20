#include "feed/output_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "feed/temporary_folder_for_test.h"

namespace wrapfeed::feed {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string refusal(const fs::path& path, FolderKind kind, bool force) {
  try {
    check_output_folder(path, kind, force);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

// A feed as wrapfeed leaves it.
void write_feed(const fs::path& path) {
  fs::create_directories(path / "event" / "event_date=2025-01-01");
  fs::create_directories(path / "user");
  fs::create_directories(path / "truth" / "stream");
  base::write_whole(path / "truth" / "stream" / "part-00000.avro", "x");
  base::write_whole(path / "event" / "event_date=2025-01-01" / "part-00000.avro", "x");
  base::write_whole(path / "user" / "_SUCCESS", "");
  base::write_whole(path / "_manifest.json", "{}");
}

TEST(OutputFolder, WithoutKeepNothingOfTheRunIsLeft) {
  const TemporaryFolder temporary;
  const fs::path path = temporary.path() / "feed";
  {
    const OutputFolder folder(path, FolderKind::Feed, false);
    base::write_whole(path / "event" / "part-00000.avro", "x");
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(OutputFolder, AnEmptyFolderThatWasThereStays) {
  const TemporaryFolder temporary;
  {
    const OutputFolder folder(temporary.path(), FolderKind::Feed, false);
    base::write_whole(temporary.path() / "_manifest.json", "x");
  }
  EXPECT_TRUE(fs::is_empty(temporary.path()));
}

TEST(OutputFolder, KeepKeeps) {
  const TemporaryFolder temporary;
  const fs::path path = temporary.path() / "a" / "feed";
  {
    OutputFolder folder(path, FolderKind::Feed, false);
    base::write_whole(path / "_manifest.json", "x");
    folder.keep();
  }
  EXPECT_TRUE(fs::exists(path / "_manifest.json"));
}

TEST(OutputFolder, AnExistingFeedIsReplacedByForceAlone) {
  const TemporaryFolder temporary;
  write_feed(temporary.path());
  EXPECT_THAT(refusal(temporary.path(), FolderKind::Feed, false), HasSubstr("exists and is not empty (--force"));
  EXPECT_TRUE(fs::exists(temporary.path() / "_manifest.json"));
  OutputFolder folder(temporary.path(), FolderKind::Feed, true);
  folder.keep();
  EXPECT_FALSE(fs::exists(temporary.path() / "_manifest.json"));
  EXPECT_TRUE(fs::is_empty(temporary.path() / "event"));
}

TEST(OutputFolder, ForceNeverRemovesWhatIsNotOurs) {
  for (const char* foreign : {"notes.txt", "event/thesis.doc", "user/old/part-1"}) {
    const TemporaryFolder temporary;
    write_feed(temporary.path());
    fs::create_directories((temporary.path() / foreign).parent_path());
    base::write_whole(temporary.path() / foreign, "dear diary");
    EXPECT_THAT(refusal(temporary.path(), FolderKind::Feed, true), HasSubstr("not replaced")) << foreign;
    EXPECT_THROW(OutputFolder(temporary.path(), FolderKind::Feed, true), base::Error);
    EXPECT_EQ(base::read_text(temporary.path() / foreign), "dear diary");
    EXPECT_TRUE(fs::exists(temporary.path() / "_manifest.json"));
  }
}

TEST(OutputFolder, FollowsNoLinkOutOfTheFolder) {
  const TemporaryFolder temporary;
  const TemporaryFolder elsewhere;
  write_feed(temporary.path());
  fs::create_directory_symlink(elsewhere.path(), temporary.path() / "track");
  EXPECT_THAT(refusal(temporary.path(), FolderKind::Feed, true), HasSubstr("track is no part of a feed"));
}

TEST(OutputFolder, ACatalogIsNoFeedAndAFeedIsNoCatalog) {
  const TemporaryFolder feed;
  write_feed(feed.path());
  EXPECT_THAT(refusal(feed.path(), FolderKind::Catalog, true), HasSubstr("not a catalog alone"));
  const TemporaryFolder catalog;
  fs::create_directories(catalog.path() / "track");
  EXPECT_THAT(refusal(catalog.path(), FolderKind::Feed, true), HasSubstr("holds no feed"));
  EXPECT_EQ(refusal(catalog.path(), FolderKind::Catalog, true), "");
}

TEST(OutputFolder, AFileInItsPlaceIsRefused) {
  const TemporaryFolder temporary;
  base::write_whole(temporary.path() / "file", "x");
  EXPECT_THAT(refusal(temporary.path() / "file", FolderKind::Feed, true), HasSubstr("exists and is not a folder"));
}

}  // namespace
}  // namespace wrapfeed::feed
