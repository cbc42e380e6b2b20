#include "base/disk_writer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <utility>

namespace wrapfeed::base {
namespace {

// Past the page cache or not. False if the file system does not know how.
bool set_direct(int descriptor, bool direct) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && ::fcntl(descriptor, F_SETFL, direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0;
}

// 0, or errno.
int write_all(int descriptor, const std::byte* bytes, std::size_t size, std::uint64_t offset) {
  while (size > 0) {
    const ssize_t written = ::pwrite(descriptor, bytes, size, static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes += written;
    size -= static_cast<std::size_t>(written);
    offset += static_cast<std::uint64_t>(written);
    if (size % DiskWriter::kAlignment != 0) set_direct(descriptor, false);  // cut short: the rest goes the usual way
  }
  return 0;
}

int write_piece(int descriptor, const std::byte* piece, std::uint64_t offset) {
  if (offset == 0) set_direct(descriptor, true);
  const int error = write_all(descriptor, piece, DiskWriter::kPieceBytes, offset);
  // A file system may take the flag and then no such write.
  if (error != EINVAL || !set_direct(descriptor, false)) return error;
  return write_all(descriptor, piece, DiskWriter::kPieceBytes, offset);
}

}  // namespace

DiskWriter::DiskWriter() : thread_([this] { work(); }) {}

DiskWriter::~DiskWriter() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

DiskWriter::Piece DiskWriter::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!spare_.empty()) {
      Piece piece = std::move(spare_.back());
      spare_.pop_back();
      return piece;
    }
  }
  Piece piece(static_cast<std::byte*>(std::aligned_alloc(kPieceBytes, kPieceBytes)));
  if (!piece) throw std::bad_alloc();
  ::madvise(piece.get(), kPieceBytes, MADV_HUGEPAGE);  // a mere hint
  return piece;
}

void DiskWriter::give_back(Piece piece) {
  const std::lock_guard lock(mutex_);
  spare_.push_back(std::move(piece));
}

int DiskWriter::write(Progress& file, Piece piece) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return orders_.size() < kWaiting; });
  orders_.push_back({&file, std::move(piece)});
  ++file.waiting;
  changed_.notify_all();
  return file.error;
}

int DiskWriter::finish(Progress& file) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return file.waiting == 0; });
  if (file.offset > 0) set_direct(file.descriptor, false);
  return file.error;
}

void DiskWriter::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return closed_ || !orders_.empty(); });
    if (orders_.empty()) return;
    Order order = std::move(orders_.front());
    orders_.pop_front();
    Progress& file = *order.file;
    const bool failed = file.error != 0;
    const std::uint64_t offset = std::exchange(file.offset, file.offset + kPieceBytes);
    lock.unlock();
    const int error = failed ? 0 : write_piece(file.descriptor, order.piece.get(), offset);
    lock.lock();
    if (error != 0 && file.error == 0) file.error = error;
    --file.waiting;
    spare_.push_back(std::move(order.piece));
    changed_.notify_all();
  }
}

}  // namespace wrapfeed::base
