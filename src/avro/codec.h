#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace wrapfeed::avro {

using Bytes = std::vector<std::byte>;

enum class Codec { Null, Deflate, Snappy, Zstandard };

std::string_view codec_name(Codec codec);                 // as in avro.codec: "null", "deflate", ...
Codec parse_codec(std::string_view name);                 // Error naming the four otherwise

// Compresses blocks; keeps its buffers between calls. One thread at a time.
// deflate: raw RFC 1951 (ISA-L level 1 where the processor has SSE4.2, else libdeflate 1); snappy: with the block's
// big-endian CRC-32 behind it; zstandard: level 1.
class Compressor {
 public:
  virtual ~Compressor() = default;
  // The compressed block; valid until the next call.
  virtual std::span<const std::byte> compress(std::span<const std::byte> block) = 0;
};
std::unique_ptr<Compressor> make_compressor(Codec codec);

// Decompresses into `out` (replaced); `limit` bytes at the most, so that a damaged or hostile block cannot exhaust
// memory. Throws Error with the reason alone (the caller adds file and offset).
void decompress(Codec codec, std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
