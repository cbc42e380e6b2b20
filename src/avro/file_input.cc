#include "avro/file_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

constexpr std::size_t kReadSize = 1 << 20;

}  // namespace

FileInput::FileInput(std::filesystem::path path) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) base::fail("{}: cannot open: {}", path_.string(), std::strerror(errno));
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor_);
    base::fail("{}: not a regular file", path_.string());
  }
  size_ = static_cast<std::uint64_t>(status.st_size);
}

FileInput::~FileInput() { ::close(descriptor_); }

std::span<const std::byte> FileInput::peek(std::size_t size) {
  size = static_cast<std::size_t>(std::min<std::uint64_t>(size, remaining()));
  if (buffer_.size() - at_ < size) fill(size);
  return {buffer_.data() + at_, size};
}

std::span<const std::byte> FileInput::take(std::size_t size) {
  CHECK(size <= remaining());
  const std::span<const std::byte> taken = peek(size);
  checksum_.update(taken);
  at_ += size;
  offset_ += size;
  return taken;
}

// Within the buffer, if it has the byte.
void FileInput::seek(std::uint64_t offset) {
  CHECK(offset <= size_);
  const std::uint64_t begin = offset_ - at_;
  const bool held = offset >= begin && offset <= begin + buffer_.size();
  if (!held && ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0)
    base::fail("{} offset {}: cannot seek: {}", path_.string(), offset, std::strerror(errno));
  if (!held) buffer_.clear();
  at_ = held ? static_cast<std::size_t>(offset - begin) : 0;
  offset_ = offset;
}

// Moves what is left to the buffer's start and reads until `size` bytes are there.
void FileInput::fill(std::size_t size) {
  std::size_t held = buffer_.size() - at_;
  std::copy(buffer_.begin() + at_, buffer_.end(), buffer_.begin());
  at_ = 0;
  buffer_.resize(std::max({size, kReadSize, held}));
  while (held < size) {
    const ssize_t got = ::read(descriptor_, buffer_.data() + held, buffer_.size() - held);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) base::fail("{} offset {}: cannot read: {}", path_.string(), offset_ + held, std::strerror(errno));
    if (got == 0) base::fail("{} offset {}: the file became shorter while it was read", path_.string(), offset_ + held);
    held += static_cast<std::size_t>(got);
  }
  buffer_.resize(held);
}

}  // namespace wrapfeed::avro
