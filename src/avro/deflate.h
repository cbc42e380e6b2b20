#pragma once

#include "avro/codec.h"

// Avro's codec "deflate": raw RFC 1951 without a header or checksum.
namespace wrapfeed::avro {

std::string deflate_library();
std::unique_ptr<Compressor> make_deflate_compressor();     // ISA-L where the processor has SSE4.2
std::unique_ptr<Compressor> make_libdeflate_compressor();  // level 1; the same bytes on every processor
void decompress_deflate(std::span<const std::byte> block, std::size_t limit, Bytes& out);

}  // namespace wrapfeed::avro
