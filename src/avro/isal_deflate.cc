#include "avro/isal_deflate.h"

#include <fmt/format.h>
#include <isa-l.h>

#include <algorithm>

#include "base/check.h"

namespace wrapfeed::avro {
namespace {

// The first bytes of a block are flushed, as a deflate block of their own: ISA-L 2.30 begins a stream wrongly when it
// is given more than 16 bytes. It then hashes, for the third byte, a register that holds the stream's address in place
// of the data (igzip_icf_body_h1_gr_bt.asm, write_first_byte: tmp2 is never loaded), and files position 2 under any of
// 8,192 hashes. Where that is the hash of position 0 or 1 it hides them, and a later match is missed: one block in
// some 2,000 followed the address of the stream. Up to 16 bytes go through igzip_icf_finish.asm, which begins rightly,
// and a stream that has begun never comes to the fault again.
constexpr std::size_t kBegin = 16;

constexpr std::uint32_t kLevelBufferSize = ISAL_DEF_LVL1_DEFAULT;

class IsalCompressor : public Compressor {
 public:
  std::span<const std::byte> compress(std::span<const std::byte> block) override {
    begin(block.size());
    const std::size_t first = std::min(block.size(), kBegin);
    put(block.first(first), SYNC_FLUSH);
    stream_->end_of_stream = 1;
    put(block.subspan(first), NO_FLUSH);
    CHECK(stream_->internal_state.state == ZSTATE_END);
    return {out_.data(), stream_->total_out};
  }

 private:
  void begin(std::size_t size) {
    // Stored blocks (5 bytes for each 64 KiB) are the worst case; an eighth more is ample.
    out_.resize(size + size / 8 + 1024);
    isal_deflate_init(stream_.get());
    stream_->level = 1;
    stream_->level_buf = level_buffer_.get();
    stream_->level_buf_size = kLevelBufferSize;
    stream_->next_out = reinterpret_cast<std::uint8_t*>(out_.data());
    stream_->avail_out = static_cast<std::uint32_t>(out_.size());
  }
  void put(std::span<const std::byte> bytes, std::uint16_t flush) {
    stream_->flush = flush;
    stream_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<std::byte*>(bytes.data()));
    stream_->avail_in = static_cast<std::uint32_t>(bytes.size());
    CHECK(isal_deflate(stream_.get()) == COMP_OK && stream_->avail_in == 0);
  }

  // Neither needs to be filled first: what is in them decides nothing.
  std::unique_ptr<isal_zstream> stream_ = std::make_unique_for_overwrite<isal_zstream>();
  std::unique_ptr<std::uint8_t[]> level_buffer_ = std::make_unique_for_overwrite<std::uint8_t[]>(kLevelBufferSize);
  Bytes out_;
};

}  // namespace

bool has_isal_processor() { return __builtin_cpu_supports("sse4.2") != 0; }

std::string isal_library() {
  return fmt::format("isa-l {}.{}.{} level 1", ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
}

std::unique_ptr<Compressor> make_isal_compressor() { return std::make_unique<IsalCompressor>(); }

}  // namespace wrapfeed::avro
