#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "avro/codec.h"
#include "avro/row.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// Reads an Avro object container file of any writer, all four codecs, row by row. One thread at a time.
// A truncated, corrupt or foreign file is an Error naming the file, the byte offset and what is wrong with it; memory
// stays bounded whatever the file claims.
class ContainerReader {
 public:
  // Rows in the writer's own schema.
  explicit ContainerReader(const std::filesystem::path& path);
  // Rows in `wanted` (Avro's schema resolution: fields by name or alias, defaults for missing ones, promotions,
  // unknown enum symbols to the default); Error where the writer's schema does not resolve to it.
  ContainerReader(const std::filesystem::path& path, SchemaPointer wanted);
  ~ContainerReader();

  bool next(Row& row);                         // false at the end of the file
  const SchemaPointer& schema() const;         // of the rows
  const SchemaPointer& writer_schema() const;  // of the file
  Codec codec() const;
  // The row just read starts in the block at this offset of the file: for error messages.
  std::uint64_t block_offset() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wrapfeed::avro
