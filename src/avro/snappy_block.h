#pragma once

#include "avro/codec.h"

// Avro's codec "snappy": one raw snappy run and, behind it, the big-endian CRC-32 of the uncompressed bytes.
namespace wrapfeed::avro {

std::string snappy_library();
std::unique_ptr<Compressor> make_snappy_compressor();
void decompress_snappy(std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
