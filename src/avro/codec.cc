#include "avro/codec.h"

#include "avro/deflate.h"
#include "avro/snappy_block.h"
#include "avro/zstandard.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

class NullCompressor : public Compressor {
 public:
  std::span<const std::byte> compress(std::span<const std::byte> block) override { return block; }
};

void copy_block(std::span<const std::byte> block, std::size_t limit, Bytes& out) {
  if (block.size() > limit) base::fail("{} bytes are more than the limit of {}", block.size(), limit);
  out.clear();
  out.append(block);
}

}  // namespace

std::string_view codec_name(Codec codec) {
  switch (codec) {
    case Codec::Deflate:
      return "deflate";
    case Codec::Snappy:
      return "snappy";
    case Codec::Zstandard:
      return "zstandard";
    case Codec::Null:
      break;
  }
  return "null";
}

Codec parse_codec(std::string_view name) {
  for (const Codec codec : {Codec::Null, Codec::Deflate, Codec::Snappy, Codec::Zstandard}) {
    if (name == codec_name(codec)) return codec;
  }
  base::fail("codec \"{}\" is none of null, deflate, snappy, zstandard", name);
}

std::string codec_library(Codec codec) {
  switch (codec) {
    case Codec::Deflate:
      return deflate_library();
    case Codec::Snappy:
      return snappy_library();
    case Codec::Zstandard:
      return zstandard_library();
    case Codec::Null:
      break;
  }
  return "none";
}

std::unique_ptr<Compressor> make_compressor(Codec codec) {
  switch (codec) {
    case Codec::Deflate:
      return make_deflate_compressor();
    case Codec::Snappy:
      return make_snappy_compressor();
    case Codec::Zstandard:
      return make_zstandard_compressor();
    case Codec::Null:
      break;
  }
  return std::make_unique<NullCompressor>();
}

void decompress(Codec codec, std::span<const std::byte> block, std::size_t limit, Bytes& out) {
  switch (codec) {
    case Codec::Deflate:
      return decompress_deflate(block, limit, out);
    case Codec::Snappy:
      return decompress_snappy(block, limit, out);
    case Codec::Zstandard:
      return decompress_zstandard(block, limit, out);
    case Codec::Null:
      return copy_block(block, limit, out);
  }
}

}  // namespace wrapfeed::avro
