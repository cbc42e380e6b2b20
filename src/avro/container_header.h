#pragma once

#include <array>
#include <string>

#include "avro/codec.h"
#include "avro/container_format.h"
#include "avro/file_input.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// The head of a container file.
struct ContainerHeader {
  SchemaPointer schema;
  Codec codec = Codec::Null;  // also where the file names none
  std::array<std::byte, kSyncSize> sync{};
};

// Reads it from a file's start; Error naming file and offset.
ContainerHeader read_header(FileInput& input);

// A number of the container (not of a row) from the file; Error naming file and offset.
std::int64_t read_number(FileInput& input, std::string_view what);

}  // namespace wrapfeed::avro
