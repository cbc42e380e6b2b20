#include "web/leftovers.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/file.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;

class LeftoversTest : public testing::Test {
 protected:
  LeftoversTest() : folder_(fs::path(testing::TempDir()) / "leftovers_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~LeftoversTest() override { fs::remove_all(folder_); }
  void make(const fs::path& path) const { std::ofstream(path) << "x"; }

  const fs::path folder_;
  const fs::path file_ = folder_ / "feed.results.duckdb";
};

TEST_F(LeftoversTest, OfAKilledProcessAreCleared) {
  const fs::path partial = folder_ / ".feed.results.duckdb.0123abcd.partial";
  fs::create_directory(scratch_of(partial));
  make(scratch_of(partial) / "duckdb_temp_storage");
  make(partial);
  make(partial.string() + ".wal");
  make(file_);
  make(folder_ / ".other.results.duckdb.0123abcd.partial");
  clear_leftovers(file_);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 2);
  EXPECT_TRUE(fs::exists(file_));
}

TEST_F(LeftoversTest, OfALivingOneStay) {
  const fs::path partial = base::partial_path(file_);
  {
    const Leftovers leftovers(partial);
    make(partial);
    clear_leftovers(file_);
    EXPECT_TRUE(fs::exists(partial));
    EXPECT_TRUE(fs::exists(scratch_of(partial)));
  }
  EXPECT_TRUE(fs::exists(partial));  // its owner's
  EXPECT_FALSE(fs::exists(scratch_of(partial)));
}

}  // namespace
}  // namespace wrapfeed::web
