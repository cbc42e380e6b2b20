#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "avro/codec.h"
#include "avro/container_writer.h"

namespace wrapfeed::feed {

// Consecutive records of a part, in compressed blocks that are ready for its file: so several threads can make a part
// together, each a batch at a time. No block holds records of two batches. One thread at a time.
class Batch {
 public:
  explicit Batch(std::size_t block_bytes) : block_bytes_(block_bytes) {}

  void clear();
  // As of PartWriter. The compressor serves the calls until the next clear().
  avro::Bytes& buffer() { return records_; }
  // Whether a block ended: then there is nothing behind it yet, and what is here may be taken and cleared.
  bool end_records(std::int64_t count, avro::Compressor& compressor) {
    count_ += count;
    if (records_.size() - begin_ < block_bytes_) return false;
    end_block(compressor);
    return true;
  }
  // Ends the last block.
  void end(avro::Compressor& compressor) {
    if (count_ > 0) end_block(compressor);
  }

  std::size_t blocks() const { return blocks_.size(); }
  avro::Block block(std::size_t number) const;  // valid until the next change

 private:
  struct Place {
    std::size_t begin;
    std::size_t end;
    std::span<const std::byte> of(const avro::Bytes& bytes) const {
      return std::span(bytes).subspan(begin, end - begin);
    }
  };
  struct PlacedBlock {
    Place encoded;
    Place compressed;
    std::int64_t records;
    bool plain;  // compressed to itself: there is no second copy
  };
  void end_block(avro::Compressor& compressor);

  std::size_t block_bytes_;
  avro::Bytes records_;     // of all blocks
  avro::Bytes compressed_;  // likewise
  std::vector<PlacedBlock> blocks_;
  std::size_t begin_ = 0;   // of the block that is not ended yet,
  std::int64_t count_ = 0;  // and its records
};

}  // namespace wrapfeed::feed
