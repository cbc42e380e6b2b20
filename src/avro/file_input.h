#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "avro/bytes.h"
#include "avro/digest.h"

namespace wrapfeed::avro {

// A file read once from its start, through a buffer that holds the run in hand. Error (path and the system's reason)
// where it cannot be read. One thread at a time.
class FileInput {
 public:
  explicit FileInput(std::filesystem::path path);
  ~FileInput();
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::uint64_t offset() const { return offset_; }             // of the next byte
  std::uint64_t remaining() const { return size_ - offset_; }  // bytes up to the end of the file

  // The next bytes, `size` of them or as many as remain; good until the next call of peek or take.
  std::span<const std::byte> peek(std::size_t size);
  // The next `size` bytes (at most remaining()), and moves behind them.
  std::span<const std::byte> take(std::size_t size);
  // Goes on at this byte of the file, at most its size.
  void seek(std::uint64_t offset);
  const Digest& checksum() const { return checksum_; }  // of the bytes taken

 private:
  void fill(std::size_t size);

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t offset_ = 0;
  Bytes buffer_;
  std::size_t at_ = 0;  // of the next byte, in the buffer
  Digest checksum_;
};

}  // namespace wrapfeed::avro
