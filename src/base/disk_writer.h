#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace wrapfeed::base {

// Writes whole pieces of large files from a thread of its own, past the page cache where the file system lets it: that
// takes a tenth of the CPU, and nothing is left to be flushed when a file ends. For any number of files and threads;
// outlives the files.
class DiskWriter {
 public:
  static constexpr std::size_t kPieceBytes = std::size_t{2} << 20;  // a huge page
  static constexpr std::size_t kAlignment = 4096;                   // in the file, for any disk

  struct Free {
    void operator()(std::byte* piece) const { std::free(piece); }
  };
  using Piece = std::unique_ptr<std::byte[], Free>;  // of kPieceBytes

  // How one file's pieces fare. They are written in order.
  struct Progress {
    int descriptor;
    std::uint64_t offset = 0;  // where the next piece goes
    std::size_t waiting = 0;   // pieces that are not written yet
    int error = 0;             // the first failure's errno; nothing is written after it
  };

  DiskWriter();
  ~DiskWriter();  // what was given is written by then
  DiskWriter(const DiskWriter&) = delete;
  DiskWriter& operator=(const DiskWriter&) = delete;

  Piece take();
  void give_back(Piece piece);
  // Writes a full piece at the file's end. Waits while kWaiting pieces wait. Returns the error so far, 0 for none.
  int write(Progress& file, Piece piece);
  // Waits until all of the file's pieces are written; its error, 0 for none.
  int finish(Progress& file);

 private:
  static constexpr std::size_t kWaiting = 4;

  struct Order {
    Progress* file;
    Piece piece;
  };
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Order> orders_;
  std::vector<Piece> spare_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace wrapfeed::base
