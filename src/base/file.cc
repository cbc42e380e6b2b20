#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::base {
namespace {

namespace fs = std::filesystem;

std::string reason(int number) { return std::generic_category().message(number); }

int open_again(const fs::path& path, int flags) {
  while (true) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EINTR) return descriptor;
  }
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// Eight hex digits, drawn anew in each process: process numbers are the same on many machines.
const std::string& process_name() {
  static const std::string name = [] {
    std::uint32_t bits = 0;
    if (::getentropy(&bits, sizeof bits) != 0) fail("no random bits for a file's name: {}", reason(errno));
    return fmt::format("{:08x}", bits);
  }();
  return name;
}

void flush(const PendingFile& file) {
  const int descriptor = open_again(file.partial(), O_RDONLY);
  if (descriptor < 0) fail("cannot open {}: {}", file.partial().string(), reason(errno));
  const int status = ::fsync(descriptor);
  const int number = errno;
  ::close(descriptor);
  if (status != 0) fail("cannot flush {}: {}", file.path().string(), reason(number));
}

[[noreturn]] void fail_to_write(const fs::path& path, int number) {
  fail("cannot write {}: {}", path.string(), reason(number));
}

// All that stands in the file system of a folder: the cheaper way for many files, for each of which the disk would be
// waited for once.
void flush_file_system(const fs::path& folder) {
  const int descriptor = open_again(folder, O_RDONLY | O_DIRECTORY);
  if (descriptor < 0) fail("cannot open folder {}: {}", folder.string(), reason(errno));
  const int status = ::syncfs(descriptor);
  const int number = errno;
  ::close(descriptor);
  if (status != 0) fail("cannot flush the file system of {}: {}", folder.string(), reason(number));
}

// A rename is on disk when its folder is.
void flush_folder(const fs::path& folder) {
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

fs::path partial_path(const fs::path& path) {
  return folder_of(path) / fmt::format(".{}.{}.partial", path.filename().string(), process_name());
}

PendingFile::PendingFile(fs::path path) : path_(std::move(path)), partial_(partial_path(path_)) {}
PendingFile::PendingFile(PendingFile&& other) noexcept
    : path_(other.path_), partial_(std::move(other.partial_)), closed_(std::move(other.closed_)) {
  other.partial_.clear();
}
PendingFile::~PendingFile() {
  if (!partial_.empty()) ::unlink(partial_.c_str());
}

void PendingFile::wait() {
  if (!closed_.valid()) return;
  if (const int error = closed_.get()) fail_to_write(path_, error);
}

void PendingFile::rename() {
  if (::rename(partial_.c_str(), path_.c_str()) != 0)
    fail("cannot rename {} to {}: {}", partial_.string(), path_.string(), reason(errno));
  partial_.clear();
}

void put_into_place(std::span<PendingFile> files) {
  constexpr std::size_t kFew = 4;
  if (files.empty()) return;
  for (PendingFile& file : files) file.wait();
  const bool few = files.size() <= kFew;
  if (few) {
    for (const PendingFile& file : files) flush(file);
  } else {
    flush_file_system(folder_of(files.front().path()));
  }
  for (PendingFile& file : files) file.rename();
  if (few) {
    for (const PendingFile& file : files) {
      flush_folder(folder_of(file.path()));
      flush_folder(folder_of(folder_of(file.path())));  // it may be new itself
    }
  } else {
    flush_file_system(folder_of(files.front().path()));
  }
}

WholeFile::WholeFile(fs::path path, DiskWriter* disk) : file_(std::move(path)), disk_(disk) {
  descriptor_ = open_again(file_.partial(), O_WRONLY | O_CREAT | O_TRUNC);
  if (descriptor_ < 0) fail("cannot create {}: {}", file_.path().string(), reason(errno));
  if (disk_) writing_ = std::make_shared<DiskWriter::Progress>(descriptor_);
}

WholeFile::~WholeFile() {
  if (descriptor_ < 0) return;
  if (disk_) {
    disk_->finish(std::move(writing_), std::move(piece_), 0);  // behind what it is writing
  } else {
    ::close(descriptor_);
  }
}

void WholeFile::write(std::span<const std::byte> bytes) {
  CHECK(descriptor_ >= 0);
  if (disk_) {
    gather(bytes);
  } else {
    write_out(bytes);
  }
  size_ += bytes.size();
}

void WholeFile::gather(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    if (!piece_) piece_ = disk_->take();
    const std::size_t room = std::min(bytes.size(), DiskWriter::kPieceBytes - gathered_);
    std::memcpy(piece_.get() + gathered_, bytes.data(), room);
    gathered_ += room;
    bytes = bytes.subspan(room);
    if (gathered_ < DiskWriter::kPieceBytes) return;
    gathered_ = 0;
    if (const int error = disk_->write(writing_, std::move(piece_))) fail_to_write(path(), error);
  }
}

void WholeFile::write_out(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_to_write(path(), errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void WholeFile::write(std::string_view text) { write(std::as_bytes(std::span(text.data(), text.size()))); }

PendingFile WholeFile::finish() {
  CHECK(descriptor_ >= 0);
  const int descriptor = std::exchange(descriptor_, -1);
  if (disk_) {
    file_.closed_ = disk_->finish(std::move(writing_), std::move(piece_), gathered_);
  } else if (::close(descriptor) != 0 && errno != EINTR) {
    fail("cannot close {}: {}", path().string(), reason(errno));
  }
  return std::move(file_);
}

void WholeFile::commit() {
  PendingFile file = finish();
  put_into_place({&file, 1});
}

bool write_if_absent(const fs::path& path, std::string_view text) {
  WholeFile whole(path);
  whole.write(text);
  const PendingFile file = whole.finish();
  flush(file);
  // A rename would replace a file that is there; a second name for the bytes never does.
  if (::link(file.partial().c_str(), path.c_str()) != 0) {
    if (errno == EEXIST) return false;
    fail("cannot create {}: {}", path.string(), reason(errno));
  }
  flush_folder(folder_of(path));
  return true;
}

std::string read_text(const fs::path& path) {
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

void write_whole(const fs::path& path, std::string_view text) {
  WholeFile file(path);
  file.write(text);
  file.commit();
}

}  // namespace wrapfeed::base
