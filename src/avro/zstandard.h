#pragma once

#include "avro/codec.h"

// Avro's codec "zstandard": RFC 8878 frames.
namespace wrapfeed::avro {

std::string zstandard_library();
std::unique_ptr<Compressor> make_zstandard_compressor();
void decompress_zstandard(std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
