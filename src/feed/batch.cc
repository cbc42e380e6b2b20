#include "feed/batch.h"

namespace wrapfeed::feed {

void Batch::clear() {
  records_.clear();
  compressed_.clear();
  blocks_.clear();
  begin_ = 0;
  count_ = 0;
}

void Batch::end_block(avro::Compressor& compressor) {
  const Place encoded{begin_, records_.size()};
  const std::span<const std::byte> block = encoded.of(records_);
  const std::span<const std::byte> compressed = compressor.compress(block);
  const bool plain = compressed.data() == block.data();
  const std::size_t at = compressed_.size();
  if (!plain) compressed_.append(compressed);
  blocks_.push_back({encoded, {at, compressed_.size()}, count_, plain});
  begin_ = encoded.end;
  count_ = 0;
}

avro::Block Batch::block(std::size_t number) const {
  const PlacedBlock& block = blocks_[number];
  const std::span<const std::byte> encoded = block.encoded.of(records_);
  return {encoded, block.plain ? encoded : block.compressed.of(compressed_), block.records};
}

}  // namespace wrapfeed::feed
