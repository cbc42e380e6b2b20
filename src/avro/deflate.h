#pragma once

#include "avro/codec.h"

// Avro's codec "deflate": raw RFC 1951 without a header or checksum.
namespace wrapfeed::avro {

std::string deflate_library();
std::unique_ptr<Compressor> make_deflate_compressor();
void decompress_deflate(std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
