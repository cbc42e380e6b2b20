#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::base {
namespace {

std::string reason(int number) { return std::generic_category().message(number); }

int open_again(const std::filesystem::path& path, int flags) {
  while (true) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EINTR) return descriptor;
  }
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

// A rename is on disk when its folder is.
void flush_folder(const std::filesystem::path& folder) {
  const int descriptor = open_again(folder, O_RDONLY | O_DIRECTORY);
  if (descriptor < 0) fail("cannot open folder {}: {}", folder.string(), reason(errno));
  const int status = ::fsync(descriptor);
  const int number = errno;
  ::close(descriptor);
  // Some file systems (network, FUSE) cannot flush a folder and say so; the rename itself still holds.
  if (status != 0 && number != EINVAL && number != ENOTSUP) {
    fail("cannot flush folder {}: {}", folder.string(), reason(number));
  }
}

}  // namespace

WholeFile::WholeFile(std::filesystem::path path)
    : path_(std::move(path)), partial_(folder_of(path_) / fmt::format(".{}.partial", path_.filename().string())) {
  descriptor_ = open_again(partial_, O_WRONLY | O_CREAT | O_TRUNC);
  if (descriptor_ < 0) fail("cannot create {}: {}", path_.string(), reason(errno));
}

WholeFile::~WholeFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(partial_.c_str());
}

void WholeFile::write(std::span<const std::byte> bytes) {
  CHECK(descriptor_ >= 0);
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot write {}: {}", path_.string(), reason(errno));
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    size_ += static_cast<std::uintmax_t>(written);
  }
}

void WholeFile::write(std::string_view text) { write(std::as_bytes(std::span(text.data(), text.size()))); }

void WholeFile::commit() {
  CHECK(descriptor_ >= 0);
  if (::fsync(descriptor_) != 0) fail("cannot flush {}: {}", path_.string(), reason(errno));
  if (::rename(partial_.c_str(), path_.c_str()) != 0) {
    fail("cannot rename {} to {}: {}", partial_.string(), path_.string(), reason(errno));
  }
  const int status = ::close(std::exchange(descriptor_, -1));
  if (status != 0 && errno != EINTR) fail("cannot close {}: {}", path_.string(), reason(errno));
  flush_folder(folder_of(path_));
}

void move_into_place(const std::filesystem::path& partial, const std::filesystem::path& path) {
  const int descriptor = open_again(partial, O_RDONLY);
  if (descriptor < 0) fail("cannot open {}: {}", partial.string(), reason(errno));
  const int flushed = ::fsync(descriptor);
  const int number = errno;
  ::close(descriptor);
  if (flushed != 0) fail("cannot flush {}: {}", partial.string(), reason(number));
  if (::rename(partial.c_str(), path.c_str()) != 0) {
    fail("cannot rename {} to {}: {}", partial.string(), path.string(), reason(errno));
  }
  flush_folder(folder_of(path));
}

std::string read_text(const std::filesystem::path& path) {
  const int descriptor = open_again(path, O_RDONLY);
  if (descriptor < 0) fail("cannot open {}: {}", path.string(), reason(errno));
  std::string text;
  std::string buffer(1 << 16, '\0');
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    const int number = errno;
    if (got <= 0) ::close(descriptor);
    if (got < 0) fail("cannot read {}: {}", path.string(), reason(number));
    if (got == 0) return text;
    text.append(buffer, 0, static_cast<std::size_t>(got));
  }
}

void write_whole(const std::filesystem::path& path, std::string_view text) {
  WholeFile file(path);
  file.write(text);
  file.commit();
}

}  // namespace wrapfeed::base
