#include "feed/replacement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "base/file.h"
#include "feed/temporary_folder_for_test.h"

namespace wrapfeed::feed {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string refusal(const fs::path& path, FolderKind kind) {
  try {
    check_replaceable(path, kind);
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

TEST(Replacement, WhatIsNotOursIsRefused) {
  for (const char* foreign : {"notes.txt", "event/thesis.doc", "user/old/part-1"}) {
    const TemporaryFolder temporary;
    write_feed(temporary.path());
    EXPECT_EQ(refusal(temporary.path(), FolderKind::Feed), "");
    fs::create_directories((temporary.path() / foreign).parent_path());
    base::write_whole(temporary.path() / foreign, "dear diary");
    EXPECT_THAT(refusal(temporary.path(), FolderKind::Feed), HasSubstr("not replaced")) << foreign;
  }
}

TEST(Replacement, FollowsNoLinkOutOfTheFolder) {
  const TemporaryFolder temporary;
  const TemporaryFolder elsewhere;
  write_feed(temporary.path());
  fs::create_directory_symlink(elsewhere.path(), temporary.path() / "track");
  EXPECT_THAT(refusal(temporary.path(), FolderKind::Feed), HasSubstr("track is no part of a feed"));
}

TEST(Replacement, ACatalogIsNoFeedAndAFeedIsNoCatalog) {
  const TemporaryFolder feed;
  write_feed(feed.path());
  EXPECT_THAT(refusal(feed.path(), FolderKind::Catalog), HasSubstr("not a catalog alone"));
  const TemporaryFolder catalog;
  fs::create_directories(catalog.path() / "track");
  EXPECT_THAT(refusal(catalog.path(), FolderKind::Feed), HasSubstr("holds no feed"));
  EXPECT_EQ(refusal(catalog.path(), FolderKind::Catalog), "");
}

TEST(Replacement, AKilledOneIsFinishedByTheNext) {
  const TemporaryFolder temporary;
  const fs::path& path = temporary.path();
  write_feed(path);
  EXPECT_FALSE(is_set_aside(path));
  set_aside(path);
  write_feed(path);  // as if it had been killed before it moved anything
  set_aside(path);
  EXPECT_TRUE(is_set_aside(path));
  EXPECT_FALSE(fs::exists(path / "_manifest.json"));
  EXPECT_FALSE(fs::exists(path / "event"));
  EXPECT_EQ(refusal(path, FolderKind::Feed), "");
  remove_set_aside(path);
  EXPECT_TRUE(fs::is_empty(path));
}

}  // namespace
}  // namespace wrapfeed::feed
