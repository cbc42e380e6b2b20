#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class FileTest : public testing::Test {
 protected:
  FileTest() { fs::create_directories(folder_); }
  ~FileTest() override { fs::remove_all(folder_); }

  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const auto& entry : fs::directory_iterator(folder_)) result.push_back(entry.path().filename().string());
    return result;
  }

  const fs::path folder_ = fs::temp_directory_path() / ("wrapfeed_file_test." + std::to_string(::getpid()));
  const fs::path path_ = folder_ / "part-00000.avro";
};

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST_F(FileTest, AppearsWholeAtCommit) {
  WholeFile file(path_);
  file.write("one ");
  file.write(std::as_bytes(std::span("two", 3)));
  EXPECT_EQ(file.size(), 7);
  EXPECT_THAT(names(), testing::ElementsAre(partial_path(path_).filename()));
  EXPECT_THAT(partial_path(path_).filename(), testing::MatchesRegex("\\.part-00000\\.avro\\.[0-9a-f]{8}\\.partial"));
  file.commit();
  EXPECT_THAT(names(), testing::ElementsAre("part-00000.avro"));
  EXPECT_EQ(read_text(path_), "one two");
}

TEST_F(FileTest, LeavesNothingWithoutCommit) {
  { WholeFile(path_).write("half"); }
  EXPECT_THAT(names(), testing::IsEmpty());
}

std::string text_of_size(std::size_t size, char first) {
  std::string text(size, '\0');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(first + i * 7919 % 61);
  return text;
}

TEST_F(FileTest, ADiskWriterWritesTheSameBytes) {
  DiskWriter disk;
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, DiskWriter::kPieceBytes - 1, DiskWriter::kPieceBytes,
                                 DiskWriter::kPieceBytes + 1, 20 * DiskWriter::kPieceBytes + 12'345}) {
    const std::string text = text_of_size(size, '0');
    WholeFile file(path_, &disk);
    for (std::size_t at = 0, step = 1; at < size; at += step, step = step * 3 % 300'007 + 1)
      file.write(std::string_view(text).substr(at, step));
    EXPECT_EQ(file.size(), size);
    file.commit();
    EXPECT_TRUE(read_text(path_) == text) << size << " bytes";
  }
}

TEST_F(FileTest, ADiskWriterServesFilesThatAreWrittenAtOnce) {
  constexpr std::size_t kSize = 5 * DiskWriter::kPieceBytes / 2;
  DiskWriter disk;
  const auto write = [&](char name) {
    WholeFile file(folder_ / std::string(1, name), &disk);
    const std::string text = text_of_size(kSize, name);
    for (std::size_t at = 0; at < kSize; at += 100'000) file.write(std::string_view(text).substr(at, 100'000));
    file.commit();
  };
  {
    std::vector<std::jthread> writers;
    for (char name = 'a'; name < 'g'; ++name) writers.emplace_back(write, name);
  }
  for (char name = 'a'; name < 'g'; ++name)
    EXPECT_TRUE(read_text(folder_ / std::string(1, name)) == text_of_size(kSize, name)) << name;
}

TEST_F(FileTest, ManyFilesOfADiskWriterArePutIntoPlaceTogether) {
  DiskWriter disk;
  std::vector<PendingFile> files;
  for (int i = 0; i < 20; ++i) {
    WholeFile file(folder_ / std::to_string(i), &disk);
    file.write(text_of_size(static_cast<std::size_t>(i) * 50'021, 'a'));
    files.push_back(file.finish());
  }
  put_into_place(files);
  for (int i = 0; i < 20; ++i)
    EXPECT_TRUE(read_text(folder_ / std::to_string(i)) == text_of_size(static_cast<std::size_t>(i) * 50'021, 'a')) << i;
}

TEST_F(FileTest, WithADiskWriterNothingStaysWithoutCommitEither) {
  DiskWriter disk;
  { WholeFile(path_, &disk).write(text_of_size(3 * DiskWriter::kPieceBytes, 'a')); }
  EXPECT_THAT(names(), testing::IsEmpty());
}

TEST_F(FileTest, LeavesTheOldFileUntilCommit) {
  write_whole(path_, "old");
  {
    WholeFile file(path_);
    file.write("new");
    EXPECT_EQ(read_text(path_), "old");
  }
  EXPECT_EQ(read_text(path_), "old");
  write_whole(path_, "new");
  EXPECT_EQ(read_text(path_), "new");
}

TEST_F(FileTest, ProcessesThatWriteTheSameFileDoNotMeet) {
  WholeFile mine(path_);
  mine.write("the same");
  const std::string other = ".part-00000.avro.0badf00d.partial";
  std::ofstream(folder_ / other) << "the sa";
  mine.commit();
  EXPECT_EQ(read_text(path_), "the same");
  EXPECT_THAT(names(), testing::UnorderedElementsAre("part-00000.avro", other));
}

TEST_F(FileTest, PendingFilesAreInPlaceTogetherOrGone) {
  fs::create_directories(folder_ / "day");
  std::vector<PendingFile> files;
  for (const fs::path& path : {folder_ / "a", folder_ / "day" / "b", folder_ / "c"}) {
    WholeFile file(path);
    file.write(path.filename().string());
    files.push_back(file.finish());
  }
  EXPECT_FALSE(fs::exists(folder_ / "a"));
  put_into_place(std::span(files).first(2));
  files.clear();
  EXPECT_THAT(names(), testing::UnorderedElementsAre("a", "day"));
  EXPECT_EQ(read_text(folder_ / "day" / "b"), "b");
}

TEST_F(FileTest, OnlyTheFirstWritesIfAbsent) {
  EXPECT_TRUE(write_if_absent(path_, "first"));
  EXPECT_FALSE(write_if_absent(path_, "second"));
  EXPECT_EQ(read_text(path_), "first");
  EXPECT_EQ(names().size(), 1);
}

TEST_F(FileTest, KeepsEveryByte) {
  std::string text(3'000'000, '\0');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>(i * 2654435761u >> 13);
  write_whole(path_, text);
  EXPECT_EQ(read_text(path_), text);
  write_whole(path_, "");
  EXPECT_EQ(read_text(path_), "");
}

TEST_F(FileTest, TheCurrentFolderNeedsNoName) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  write_whole("plain.txt", "text");
  fs::current_path(before);
  EXPECT_EQ(read_text(folder_ / "plain.txt"), "text");
}

TEST_F(FileTest, ErrorsNameThePathAndTheReason) {
  const fs::path missing = folder_ / "no" / "file";
  EXPECT_THAT(error_of([&] { WholeFile file(missing); }), AllOf(HasSubstr(missing), HasSubstr("No such file")));
  EXPECT_THAT(error_of([&] { read_text(missing); }), AllOf(HasSubstr(missing), HasSubstr("No such file")));
  EXPECT_THAT(error_of([&] { read_text(folder_); }), AllOf(HasSubstr(folder_), HasSubstr("Is a directory")));
}

TEST_F(FileTest, AFolderInTheWayIsAnErrorAndLeavesNoPartialFile) {
  fs::create_directories(path_ / "inside");
  EXPECT_THAT(error_of([&] { write_whole(path_, "text"); }), AllOf(HasSubstr(path_), HasSubstr("directory")));
  EXPECT_EQ(names().size(), 1);
}

// In a child process, where a file may hold 100,000 bytes at most: the write is first short, then fails.
int child_on_a_full_disk(const fs::path& path, bool with_disk_writer) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{100'000, 100'000};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
  DiskWriter disk;
  const std::string message = error_of([&] {
    WholeFile file(path, with_disk_writer ? &disk : nullptr);
    file.write(std::string(150'000, 'x'));
    file.commit();
  });
  if (message.find(path.string()) == std::string::npos || message.find("File too large") == std::string::npos) return 2;
  if (fs::exists(path) || !fs::is_empty(path.parent_path())) return 3;
  return 0;
}

TEST_F(FileTest, AFullDiskIsAnErrorAndLeavesNothing) {
  for (const bool with_disk_writer : {false, true})
    EXPECT_EXIT(::_exit(child_on_a_full_disk(path_, with_disk_writer)), testing::ExitedWithCode(0), "");
}

// The hidden file is a pipe whose small buffer makes every write short; an alarm interrupts them as well.
TEST_F(FileTest, ShortAndInterruptedWritesLoseNothing) {
  const fs::path pipe = partial_path(folder_ / "pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    std::ifstream in(pipe, std::ios::binary);
    std::uintmax_t count = 0;
    for (char byte = 0; in.get(byte); ++count) {
      if (byte != static_cast<char>(count % 251)) ::_exit(1);
      if (count % 100'000 == 0) ::usleep(5000);
    }
    ::_exit(count == 1'000'000 ? 0 : 2);
  }
  struct sigaction action {};
  struct sigaction before {};
  action.sa_handler = [](int) {};  // without SA_RESTART: a blocked write returns
  ASSERT_EQ(::sigaction(SIGALRM, &action, &before), 0);
  {
    WholeFile file(folder_ / "pipe");
    std::string text(1'000'000, '\0');
    for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>(i % 251);
    const itimerval often{{0, 2000}, {0, 2000}};
    ::setitimer(ITIMER_REAL, &often, nullptr);
    file.write(text);
    const itimerval never{};
    ::setitimer(ITIMER_REAL, &never, nullptr);
  }
  ::sigaction(SIGALRM, &before, nullptr);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace wrapfeed::base
