#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/large_vector.h"

namespace wrapfeed::base {

// Writes files piece by piece from a thread of its own, past the page cache where the file system lets it: that takes a
// tenth of the CPU, and hardly anything is left to be flushed when a file ends. For any number of files and threads;
// outlives those who write.
class DiskWriter {
 public:
  static constexpr std::size_t kPieceBytes = std::size_t{2} << 20;  // a huge page
  static constexpr std::size_t kAlignment = 4096;                   // in the file, for any disk

  struct Free {
    void operator()(std::byte* piece) const { free_large(piece, kPieceBytes); }
  };
  using Piece = std::unique_ptr<std::byte[], Free>;  // of kPieceBytes

  // A file on its way. Its pieces are written in order.
  struct Progress {
    explicit Progress(int of) : descriptor(of) {}

    int descriptor;            // closed by finish()
    std::uint64_t offset = 0;  // where the next piece goes
    int error = 0;             // the first failure's errno; nothing is written after it
    std::promise<int> closed;
  };
  using File = std::shared_ptr<Progress>;

  DiskWriter();
  ~DiskWriter();  // what was given is written by then
  DiskWriter(const DiskWriter&) = delete;
  DiskWriter& operator=(const DiskWriter&) = delete;

  Piece take();
  // Writes a full piece at the file's end. Waits while kWaiting pieces wait. Returns the error so far, 0 for none.
  int write(const File& file, Piece piece);
  // Writes the first bytes of a last piece, as many as there are, and closes the file, sooner or later; its error then,
  // 0 for none.
  std::future<int> finish(File file, Piece piece, std::size_t size);

 private:
  static constexpr std::size_t kWaiting = 4;

  struct Order {
    File file;
    Piece piece;
    std::size_t size = kPieceBytes;
    bool last = false;
  };
  int add(Order order);
  static int carry_out(const Order& order);
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Order> orders_;
  std::vector<Piece> spare_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace wrapfeed::base
