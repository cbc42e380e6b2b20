#include "avro/zstandard.h"

#define ZSTD_STATIC_LINKING_ONLY  // for ZSTD_c_literalCompressionMode
#include <zstd.h>

#include <algorithm>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

// Tables as small as a core's first cache, matches of four bytes, and what matches nothing as it is, which is ids for
// the most part: on blocks of events 6 % fewer bytes than level 1 in less time, and hardly more than level 3 in six
// tenths of its time (docs/performance.md).
constexpr struct {
  ZSTD_cParameter parameter;
  int value;
} kParameters[] = {{ZSTD_c_compressionLevel, 1}, {ZSTD_c_strategy, ZSTD_dfast},
                   {ZSTD_c_hashLog, 12},         {ZSTD_c_chainLog, 10},
                   {ZSTD_c_minMatch, 4},         {ZSTD_c_literalCompressionMode, ZSTD_ps_disable}};

struct FreeCompress {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompress {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstandardCompressor : public Compressor {
 public:
  ZstandardCompressor() {
    CHECK(context_ != nullptr);
    for (const auto& [parameter, value] : kParameters)
      CHECK(!ZSTD_isError(ZSTD_CCtx_setParameter(context_.get(), parameter, value)));
  }

  std::span<const std::byte> compress(std::span<const std::byte> block) override {
    out_.resize(ZSTD_compressBound(block.size()));
    const std::size_t size = ZSTD_compress2(context_.get(), out_.data(), out_.size(), block.data(), block.size());
    CHECK(!ZSTD_isError(size));
    return {out_.data(), size};
  }

 private:
  std::unique_ptr<ZSTD_CCtx, FreeCompress> context_{ZSTD_createCCtx()};
  Bytes out_;
};

ZSTD_DCtx* thread_context() {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompress> context(ZSTD_createDCtx());
  CHECK(context != nullptr);
  ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only);
  return context.get();
}

// Room for the first try: what the frame says it holds, if it does (other writers stream and leave it out).
std::size_t first_room(std::span<const std::byte> block, std::size_t limit, std::size_t at_hand) {
  const unsigned long long content = ZSTD_getFrameContentSize(block.data(), block.size());
  if (content == ZSTD_CONTENTSIZE_ERROR) base::fail("zstandard data are damaged: no frame header");
  const std::size_t guess = std::max(at_hand, 4 * block.size() + 256);
  if (content == ZSTD_CONTENTSIZE_UNKNOWN) return std::min(limit, guess);
  if (content > limit) base::fail("zstandard data unfold to {} bytes, more than the limit of {}", content, limit);
  return std::min(limit, std::max(static_cast<std::size_t>(content), std::size_t{1}));
}

}  // namespace

std::string zstandard_library() {
  return fmt::format("zstd {} dfast, hashLog 12, chainLog 10, minMatch 4, plain literals", ZSTD_versionString());
}

std::unique_ptr<Compressor> make_zstandard_compressor() { return std::make_unique<ZstandardCompressor>(); }

void decompress_zstandard(std::span<const std::byte> block, std::size_t limit, Bytes& out) {
  ZSTD_DCtx* context = thread_context();
  out.resize(first_room(block, limit, out.capacity()));
  ZSTD_inBuffer input{block.data(), block.size(), 0};
  ZSTD_outBuffer output{out.data(), out.size(), 0};
  while (true) {
    const std::size_t left = ZSTD_decompressStream(context, &output, &input);
    if (ZSTD_isError(left)) base::fail("zstandard data are damaged: {}", ZSTD_getErrorName(left));
    if (left == 0 && input.pos == input.size) break;
    if (output.pos < output.size) {
      if (input.pos == input.size) base::fail("zstandard data are cut short");
      continue;  // the next frame of the block
    }
    if (output.size == limit) base::fail("zstandard data unfold to more than the limit of {} bytes", limit);
    out.resize(std::min(limit, 2 * output.size));
    output.dst = out.data();
    output.size = out.size();
  }
  out.resize(output.pos);
}

}  // namespace wrapfeed::avro
