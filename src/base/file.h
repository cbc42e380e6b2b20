#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <span>
#include <string>
#include <string_view>

#include "base/disk_writer.h"

namespace wrapfeed::base {

// Where a file is written until it is whole: ".<name>.<this process>.partial" beside it. Two processes that make the
// same file, on two machines even, so never write into one another's.
std::filesystem::path partial_path(const std::filesystem::path& path);

// A file whose bytes stand at partial_path(path), or will once a disk writer is done with them, and which has yet to be
// put into place. Otherwise the destructor removes it.
class PendingFile {
 public:
  explicit PendingFile(std::filesystem::path path);
  ~PendingFile();
  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& partial() const { return partial_; }

 private:
  friend class WholeFile;
  friend void put_into_place(std::span<PendingFile> files);
  void wait();
  void rename();

  std::filesystem::path path_;
  std::filesystem::path partial_;  // empty: moved from, or in place
  std::future<int> closed_;        // by a disk writer, with this errno
};

// Flushes the bytes of all to disk, then renames each, then flushes their folders: a file under its own name is whole,
// after a power cut too. All are of one file system, which is flushed as a whole if they are many. Error (path and the
// system's reason) on any failure; some may be in place then.
void put_into_place(std::span<PendingFile> files);

// A file that appears whole or not at all: commit() puts what was written into place. Without it nothing stays. Error
// (path and the system's reason) on any failure, a full disk included. One thread at a time.
class WholeFile {
 public:
  // With a disk writer all is gathered in its pieces and written by it, the end after finish() even.
  explicit WholeFile(std::filesystem::path path, DiskWriter* disk = nullptr);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::span<const std::byte> bytes);
  void write(std::string_view text);
  PendingFile finish();  // nothing more is to be written
  void commit();         // finish and put into place
  const std::filesystem::path& path() const { return file_.path(); }
  std::uintmax_t size() const { return size_; }  // bytes written so far

 private:
  void gather(std::span<const std::byte> bytes);
  void write_out(std::span<const std::byte> bytes);

  PendingFile file_;
  int descriptor_ = -1;
  std::uintmax_t size_ = 0;
  DiskWriter* disk_;
  DiskWriter::File writing_;
  DiskWriter::Piece piece_;  // what is not with the disk writer yet
  std::size_t gathered_ = 0;
};

// Writes `text` to `path` unless a file is there already, and says whether it did: of several processes exactly one
// does, and none ever sees a part of it.
bool write_if_absent(const std::filesystem::path& path, std::string_view text);

std::string read_text(const std::filesystem::path& path);                    // Error if unreadable
void write_whole(const std::filesystem::path& path, std::string_view text);  // WholeFile in one call

}  // namespace wrapfeed::base
