#include "avro/deflate.h"

#include <isa-l.h>
#include <libdeflate.h>

#include <algorithm>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

// Below SSE4.2 ISA-L runs its C fallback, whose bytes differ; libdeflate's are the same on every processor.
bool has_isal_processor() { return __builtin_cpu_supports("sse4.2") != 0; }

struct FreeDeflater {
  void operator()(libdeflate_compressor* deflater) const { libdeflate_free_compressor(deflater); }
};
struct FreeInflater {
  void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
};

class IsalCompressor : public Compressor {
 public:
  std::span<const std::byte> compress(std::span<const std::byte> block) override {
    // Stored blocks (5 bytes for each 64 KiB) are the worst case; an eighth more is ample.
    out_.resize(block.size() + block.size() / 8 + 1024);
    level_buffer_.resize(ISAL_DEF_LVL1_DEFAULT);
    isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.level = 1;
    stream.level_buf = reinterpret_cast<std::uint8_t*>(level_buffer_.data());
    stream.level_buf_size = ISAL_DEF_LVL1_DEFAULT;
    stream.end_of_stream = 1;
    stream.gzip_flag = IGZIP_DEFLATE;
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<std::byte*>(block.data()));
    stream.avail_in = static_cast<std::uint32_t>(block.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(out_.data());
    stream.avail_out = static_cast<std::uint32_t>(out_.size());
    CHECK(isal_deflate_stateless(&stream) == COMP_OK && stream.avail_in == 0);
    return {out_.data(), stream.total_out};
  }

 private:
  Bytes level_buffer_;
  Bytes out_;
};

class LibdeflateCompressor : public Compressor {
 public:
  std::span<const std::byte> compress(std::span<const std::byte> block) override {
    CHECK(deflater_ != nullptr);
    out_.resize(libdeflate_deflate_compress_bound(deflater_.get(), block.size()));
    const std::size_t size =
        libdeflate_deflate_compress(deflater_.get(), block.data(), block.size(), out_.data(), out_.size());
    CHECK(size > 0);
    return {out_.data(), size};
  }

 private:
  std::unique_ptr<libdeflate_compressor, FreeDeflater> deflater_{libdeflate_alloc_compressor(1)};
  Bytes out_;
};

libdeflate_decompressor* thread_inflater() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeInflater> inflater(libdeflate_alloc_decompressor());
  CHECK(inflater != nullptr);
  return inflater.get();
}

}  // namespace

std::string deflate_library() {
  if (has_isal_processor()) {
    return fmt::format("isa-l {}.{}.{} level 1", ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
  }
  return fmt::format("libdeflate {} level 1", LIBDEFLATE_VERSION_STRING);
}

std::unique_ptr<Compressor> make_deflate_compressor() {
  if (has_isal_processor()) return std::make_unique<IsalCompressor>();
  return std::make_unique<LibdeflateCompressor>();
}

void decompress_deflate(std::span<const std::byte> block, std::size_t limit, Bytes& out) {
  // Deflate does not tell its size: try the room at hand, then twice as much, up to the limit.
  std::size_t room = std::min(limit, std::max(out.capacity(), 4 * block.size() + 256));
  while (true) {
    out.resize(room);
    std::size_t used = 0;
    std::size_t size = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(thread_inflater(), block.data(), block.size(),
                                                                      out.data(), out.size(), &used, &size);
    if (result == LIBDEFLATE_SUCCESS) {
      if (used != block.size()) base::fail("deflate data end {} bytes before their block", block.size() - used);
      return out.resize(size);
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) base::fail("deflate data are damaged");
    if (room == limit) base::fail("deflate data unfold to more than the limit of {} bytes", limit);
    room = std::min(limit, 2 * room);
  }
}

}  // namespace wrapfeed::avro
