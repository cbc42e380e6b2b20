#include "avro/deflate.h"

#include <libdeflate.h>

#include <algorithm>

#include "avro/isal_deflate.h"
#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

struct FreeDeflater {
  void operator()(libdeflate_compressor* deflater) const { libdeflate_free_compressor(deflater); }
};
struct FreeInflater {
  void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
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
  return has_isal_processor() ? isal_library() : fmt::format("libdeflate {} level 1", LIBDEFLATE_VERSION_STRING);
}

std::unique_ptr<Compressor> make_deflate_compressor() {
  return has_isal_processor() ? make_isal_compressor() : make_libdeflate_compressor();
}

std::unique_ptr<Compressor> make_libdeflate_compressor() { return std::make_unique<LibdeflateCompressor>(); }

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
