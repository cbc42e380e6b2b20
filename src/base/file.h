#pragma once

#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace wrapfeed::base {

// A file that appears whole or not at all: bytes go to a hidden file beside it (".<name>.partial"), commit() flushes
// it to disk and renames it. Without commit() the destructor removes the hidden file. Error (path and the system's
// reason) on any failure, a full disk included. One thread at a time.
class WholeFile {
 public:
  explicit WholeFile(std::filesystem::path path);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::span<const std::byte> bytes);
  void write(std::string_view text);
  void commit();
  const std::filesystem::path& path() const { return path_; }
  std::uintmax_t size() const { return size_; }  // bytes written so far

 private:
  std::filesystem::path path_;
  std::filesystem::path partial_;
  int descriptor_ = -1;
  std::uintmax_t size_ = 0;
};

// Puts a file that a library wrote at `partial` (in the same folder) into place: flushed, then renamed.
void move_into_place(const std::filesystem::path& partial, const std::filesystem::path& path);

std::string read_text(const std::filesystem::path& path);                    // Error if unreadable
void write_whole(const std::filesystem::path& path, std::string_view text);  // WholeFile in one call

}  // namespace wrapfeed::base
