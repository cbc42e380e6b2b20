#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "avro/codec.h"
#include "avro/file_summary.h"
#include "avro/row.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// Reads an Avro object container file of any writer whose schema is a record, all four codecs, row by row. One thread
// at a time.
// A truncated, corrupt or foreign file is an Error naming the file, the byte offset and what is wrong with it; memory
// stays bounded whatever the file claims (container_format.h has the limits). With the null codec a flipped bit in a
// value may go unseen: only checksum and digest show it.
class ContainerReader {
 public:
  // Rows in the writer's own schema.
  explicit ContainerReader(const std::filesystem::path& path);
  // Rows in `wanted` (Avro's schema resolution: fields by name or alias, defaults for missing ones, promotions,
  // unknown enum symbols to the default); Error where the writer's schema does not resolve to it. Names of records,
  // enums and fixed decide only between the branches of a union: other writers choose their own.
  ContainerReader(const std::filesystem::path& path, SchemaPointer wanted);
  ~ContainerReader();

  // False at the end of the file. Texts in the row are good until the next call.
  bool next(Row& row);
  // In a file whose rows rise by the whole number in `cell`: moves to a block before which no row has `least` or more,
  // and in which one has, if any does. Unfolds but a few blocks. Before the first next(); no summary() afterwards.
  void seek(std::size_t cell, std::int64_t least);
  const SchemaPointer& schema() const;         // of the rows
  const SchemaPointer& writer_schema() const;  // of the file
  Codec codec() const;
  // The row just read starts in the block at this offset of the file: for error messages.
  std::uint64_t block_offset() const;
  // Of what was read so far; after next() has returned false, what the writer's finish() gave.
  FileSummary summary() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wrapfeed::avro
