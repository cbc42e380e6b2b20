#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "avro/bytes.h"

namespace wrapfeed::avro {

enum class Codec { Null, Deflate, Snappy, Zstandard };

std::string_view codec_name(Codec codec);  // as in avro.codec: "null", "deflate", ...
Codec parse_codec(std::string_view name);  // Error naming the four otherwise

// The library, version and level that compress on this machine, such as "isa-l 2.30.0 level 1". Files made with the
// same one are equal byte for byte; records are equal whatever it is.
std::string codec_library(Codec codec);

// Compresses blocks; keeps its buffers between calls. One thread at a time.
// A block's bytes alone decide the compressed ones.
// deflate: raw RFC 1951 (ISA-L level 1 where the processor has SSE4.2, else libdeflate 1); snappy: with the block's
// big-endian CRC-32 behind it; zstandard: one frame that tells its content's size.
class Compressor {
 public:
  virtual ~Compressor() = default;
  // The compressed block; valid until the next call. A block is at most 1 GiB.
  virtual std::span<const std::byte> compress(std::span<const std::byte> block) = 0;
};
std::unique_ptr<Compressor> make_compressor(Codec codec);

// Decompresses into `out` (replaced); `limit` bytes at the most, so that a damaged or hostile block cannot exhaust
// memory. Throws Error with the reason alone (the caller adds file and offset).
void decompress(Codec codec, std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
