#pragma once

#include "avro/codec.h"

// Deflate by ISA-L, level 1: less than half the time of libdeflate's level 1 for 4 % more bytes (docs/performance.md).
namespace wrapfeed::avro {

// Whether ISA-L gives its usual bytes here. Below SSE4.2 it runs plain C, which finds other matches.
bool has_isal_processor();
std::string isal_library();

// A block's bytes alone decide the compressed ones: no address, and nothing that was compressed before.
std::unique_ptr<Compressor> make_isal_compressor();

}  // namespace wrapfeed::avro
