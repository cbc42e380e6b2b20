#include "feed/output_folder.h"

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

void write_catalog_at(const fs::path& path) {
  fs::create_directories(path / "track");
  base::write_whole(path / "track" / "part-00000.avro", "x");
  base::write_whole(path / "track" / "_SUCCESS", "");
}

std::string refusal(const fs::path& path) {
  try {
    check_output_folder(path, false);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(OutputFolder, WithoutKeepNothingOfTheRunIsLeft) {
  const TemporaryFolder temporary;
  const fs::path path = temporary.path() / "catalog";
  {
    const OutputFolder folder(path, false);
    write_catalog_at(path);
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(OutputFolder, AnEmptyFolderThatWasThereStays) {
  const TemporaryFolder temporary;
  {
    const OutputFolder folder(temporary.path(), false);
    write_catalog_at(temporary.path());
  }
  EXPECT_TRUE(fs::is_empty(temporary.path()));
}

TEST(OutputFolder, KeepKeeps) {
  const TemporaryFolder temporary;
  const fs::path path = temporary.path() / "a" / "catalog";
  {
    OutputFolder folder(path, false);
    write_catalog_at(path);
    folder.keep();
  }
  EXPECT_TRUE(fs::exists(path / "track" / "_SUCCESS"));
}

TEST(OutputFolder, AnExistingCatalogIsReplacedByForceAlone) {
  const TemporaryFolder temporary;
  write_catalog_at(temporary.path());
  EXPECT_THAT(refusal(temporary.path()), HasSubstr("exists and is not empty (--force"));
  EXPECT_TRUE(fs::exists(temporary.path() / "track"));
  OutputFolder folder(temporary.path(), true);
  folder.keep();
  EXPECT_TRUE(fs::is_empty(temporary.path()));
}

TEST(OutputFolder, AFileInItsPlaceIsRefused) {
  const TemporaryFolder temporary;
  base::write_whole(temporary.path() / "file", "x");
  EXPECT_THAT(refusal(temporary.path() / "file"), HasSubstr("exists and is not a folder"));
}

}  // namespace
}  // namespace wrapfeed::feed
