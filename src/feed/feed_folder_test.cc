#include "feed/feed_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "feed/checksum.h"
#include "feed/layout.h"
#include "feed/part_record.h"
#include "feed/temporary_folder_for_test.h"

namespace wrapfeed::feed {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const PartCounts kParts = {{"artist", 1}, {"event", 2}, {"track", 1}, {"user", 1}};

Manifest head(std::uint64_t seed = 1) {
  Manifest manifest;
  manifest.version = std::string(product_version());
  manifest.options.seed = seed;
  return manifest;
}

class FeedFolderTest : public testing::Test {
 protected:
  FeedFolder open(Start start, std::uint64_t seed = 1) const { return {path_, head(seed), start}; }

  std::string refusal(Start start, std::uint64_t seed = 1) const {
    try {
      open(start, seed);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "";
  }

  // A part of one file that holds `text`.
  void make(const FeedFolder& folder, const std::string& table, std::uint32_t part,
            const std::string& text = "records") const {
    FileEntry entry;
    entry.path = part_path(table, part, Format::Avro);
    entry.records = 7;
    fs::create_directories((path_ / entry.path).parent_path());
    base::WholeFile file(path_ / entry.path);
    file.write(text);
    std::vector<base::PendingFile> pending;
    pending.push_back(file.finish());
    const FileDigest digest = digest_file(pending.front().partial());
    entry.bytes = digest.bytes;
    entry.checksum = digest.checksum;
    folder.record(table, part, pending, {{table, {entry}}});
  }

  void make_all(const FeedFolder& folder) const {
    for (const auto& [table, parts] : kParts) {
      for (std::uint32_t part = 0; part < parts; ++part) make(folder, table, part);
    }
  }

  const TemporaryFolder temporary_;
  const fs::path path_ = temporary_.path() / "feed";
};

TEST_F(FeedFolderTest, ClosesWhenAllPartsAreFinished) {
  const FeedFolder folder = open(Start::New);
  make(folder, "event", 0);
  EXPECT_FALSE(folder.close(kParts));
  EXPECT_FALSE(folder.is_whole());
  EXPECT_EQ(folder.finished_parts(kParts), 1);
  EXPECT_THAT(describe_unfinished(path_), HasSubstr("unfinished"));
  make_all(folder);
  const std::optional<Totals> totals = folder.close(kParts);
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->at("event").records, 14);
  EXPECT_EQ(totals->at("event").files, 2);
  EXPECT_TRUE(folder.is_whole());
  EXPECT_EQ(describe_unfinished(path_), "");
  EXPECT_FALSE(fs::exists(path_ / kUnfinishedName));
  const Manifest manifest = read_manifest(path_);
  EXPECT_EQ(manifest.tables.at("event").files[1].path, "event/part-00001.avro");
  for (const std::string_view table : kTables) EXPECT_TRUE(fs::exists(path_ / table / kSuccessName)) << table;
  EXPECT_EQ(folder.totals().at("user").bytes, 7);
}

TEST_F(FeedFolderTest, ResumeKnowsWhatIsFinishedAndIntact) {
  make(open(Start::New), "event", 1);
  const FeedFolder folder = open(Start::Resume);
  EXPECT_FALSE(folder.finished("event", 0));
  const std::optional<FilesByTable> files = folder.finished("event", 1);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->at("event").front().records, 7);
}

TEST_F(FeedFolderTest, APartOrRecordThatAPowerCutSpoiledIsMadeAgain) {
  const FeedFolder folder = open(Start::New);
  const fs::path part = path_ / "event" / "part-00001.avro";
  const fs::path record = part_record_path(path_, "event", 1);
  const std::vector<std::pair<fs::path, std::string>> damage = {{part, ""},
                                                                {part, "rec"},
                                                                {part, std::string(7, '\0')},
                                                                {record, ""},
                                                                {record, "{\"event\": [{\"path\""},
                                                                {record, std::string(100, '\0')}};
  for (const auto& [file, bytes] : damage) {
    make(folder, "event", 1);
    EXPECT_TRUE(folder.finished("event", 1));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    EXPECT_FALSE(folder.finished("event", 1)) << file << " of " << bytes.size();
  }
  make(folder, "event", 1);
  fs::remove(part);
  EXPECT_FALSE(folder.finished("event", 1));
}

TEST_F(FeedFolderTest, AnotherFeedIsNeverGoneOnWith) {
  EXPECT_EQ(refusal(Start::Share, 1), "");
  for (const Start start : {Start::Resume, Start::Share})
    EXPECT_THAT(refusal(start, 2), HasSubstr("another feed is in it: --seed is 1 there and 2 here"));
  EXPECT_THAT(refusal(Start::New),
              HasSubstr("exists and is not empty (--resume goes on with it, --force replaces it)"));
  const FeedFolder folder = open(Start::Resume);
  make_all(folder);
  ASSERT_TRUE(folder.close(kParts));
  EXPECT_THAT(refusal(Start::Resume, 2), HasSubstr("--seed is 1 there and 2 here"));
  EXPECT_EQ(refusal(Start::Resume), "");
  fs::resize_file(path_ / "event" / "part-00000.avro", 3);
  EXPECT_THAT(refusal(Start::Resume), HasSubstr("event/part-00000.avro is not what the manifest says"));
}

TEST_F(FeedFolderTest, NothingForeignIsTakenForAFeed) {
  fs::create_directories(path_);
  base::write_whole(path_ / "notes.txt", "dear diary");
  for (const Start start : {Start::New, Start::Replace, Start::Resume, Start::Share}) EXPECT_NE(refusal(start), "");
  EXPECT_EQ(base::read_text(path_ / "notes.txt"), "dear diary");
}

TEST_F(FeedFolderTest, ResumeBeginsWhereAKilledRunHadNotYetBegun) {
  EXPECT_EQ(refusal(Start::Resume), "");
  fs::remove(path_ / kUnfinishedName / kRunName);
  EXPECT_EQ(refusal(Start::Resume, 2), "");
  EXPECT_NE(refusal(Start::Resume, 1), "");
}

TEST_F(FeedFolderTest, ForceReplacesAWholeFeedAndAnUnfinishedOne) {
  make(open(Start::New), "event", 0);
  const FeedFolder second = open(Start::Replace, 2);
  EXPECT_FALSE(second.finished("event", 0));
  EXPECT_FALSE(fs::exists(path_ / "event"));
  make_all(second);
  ASSERT_TRUE(second.close(kParts));
  const FeedFolder third = open(Start::Replace, 3);
  EXPECT_FALSE(third.is_whole());
  EXPECT_FALSE(fs::exists(path_ / kReplacedName));
}

TEST_F(FeedFolderTest, ResumeGoesOnWithAReplacementThatWasKilled) {
  const FeedFolder first = open(Start::New);
  make_all(first);
  ASSERT_TRUE(first.close(kParts));
  fs::create_directory(path_ / kReplacedName);
  fs::rename(path_ / kManifestName, path_ / kReplacedName / kManifestName);
  const FeedFolder second = open(Start::Resume, 2);
  EXPECT_FALSE(fs::exists(path_ / "event"));
  EXPECT_FALSE(fs::exists(path_ / kReplacedName));
}

TEST_F(FeedFolderTest, PartialFilesOfKilledRunsGo) {
  const FeedFolder folder = open(Start::New);
  make_all(folder);
  const fs::path partial = path_ / "event" / ".part-00009.avro.0badf00d.partial";
  base::write_whole(partial, "half");
  open(Start::Share);
  EXPECT_TRUE(fs::exists(partial));  // somebody may be writing it
  open(Start::Resume);
  EXPECT_FALSE(fs::exists(partial));
  base::write_whole(partial, "half");
  ASSERT_TRUE(folder.close(kParts));
  EXPECT_FALSE(fs::exists(partial));
}

}  // namespace
}  // namespace wrapfeed::feed
