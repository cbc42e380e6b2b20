#include "base/disk_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
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

// Whole blocks, which begin where the disk has one.
int write_blocks(int descriptor, const std::byte* bytes, std::size_t size, std::uint64_t offset) {
  constexpr std::size_t kSmall = 65'536;  // a file that gains nothing
  if (offset == 0 && size >= kSmall) set_direct(descriptor, true);
  const int error = write_all(descriptor, bytes, size, offset);
  // A file system may take the flag and then no such write.
  if (error != EINVAL || !set_direct(descriptor, false)) return error;
  return write_all(descriptor, bytes, size, offset);
}

int write_piece(int descriptor, const std::byte* piece, std::size_t size, std::uint64_t offset) {
  const std::size_t rest = size % DiskWriter::kAlignment;
  const std::size_t blocks = size - rest;
  if (const int error = write_blocks(descriptor, piece, blocks, offset)) return error;
  if (rest == 0) return 0;
  set_direct(descriptor, false);
  return write_all(descriptor, piece + blocks, rest, offset + blocks);
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
  return Piece(static_cast<std::byte*>(allocate_large(kPieceBytes)));
}

int DiskWriter::add(Order order) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return orders_.size() < kWaiting; });
  const int error = order.file->error;
  orders_.push_back(std::move(order));
  changed_.notify_all();
  return error;
}

int DiskWriter::write(const File& file, Piece piece) { return add({file, std::move(piece)}); }

std::future<int> DiskWriter::finish(File file, Piece piece, std::size_t size) {
  std::future<int> closed = file->closed.get_future();
  add({std::move(file), std::move(piece), size, true});
  return closed;
}

// The order's own error, 0 for none.
int DiskWriter::carry_out(const Order& order) {
  Progress& file = *order.file;
  const std::uint64_t offset = std::exchange(file.offset, file.offset + order.size);
  const int error = file.error != 0 ? 0 : write_piece(file.descriptor, order.piece.get(), order.size, offset);
  if (!order.last || ::close(file.descriptor) == 0 || error != 0 || errno == EINTR) return error;
  return errno;
}

void DiskWriter::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return closed_ || !orders_.empty(); });
    if (orders_.empty()) return;
    Order order = std::move(orders_.front());
    orders_.pop_front();
    Progress& file = *order.file;
    lock.unlock();
    const int error = carry_out(order);
    lock.lock();
    if (file.error == 0) file.error = error;
    if (order.last) file.closed.set_value(file.error);
    if (order.piece) spare_.push_back(std::move(order.piece));
    changed_.notify_all();
  }
}

}  // namespace wrapfeed::base
