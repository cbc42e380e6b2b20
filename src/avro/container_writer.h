#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "avro/codec.h"
#include "avro/file_summary.h"
#include "base/file.h"

namespace wrapfeed::avro {

using SyncMarker = std::array<std::byte, 16>;

struct WriterOptions {
  Codec codec = Codec::Deflate;
  SyncMarker sync{};                 // from the seed, so that equal feeds are equal files
  Compressor* compressor = nullptr;  // of that codec, for the files of one thread; null: the writer makes its own
  base::DiskWriter* disk = nullptr;  // as base::WholeFile takes it
};

// Some records as they are encoded, end to end, and as the file's codec compressed them.
struct Block {
  std::span<const std::byte> encoded;
  std::span<const std::byte> compressed;
  std::int64_t records;
};

// An Avro object container file (Avro 1.11 specification), written aside and renamed by finish(). One thread at a
// time. Destroyed without finish(), it leaves nothing.
class ContainerWriter {
 public:
  // The schema goes into the file as it is.
  ContainerWriter(const std::filesystem::path& path, std::string_view schema_json, const WriterOptions& options);
  ~ContainerWriter();

  // One block of `records` (at least one) encoded records end to end. The caller chooses the block's size, at most
  // 256 MiB.
  void write_block(std::span<const std::byte> encoded, std::int64_t records);
  void write_block(const Block& block);
  FileSummary finish();  // and puts the file into place
  // The same, but the file waits at the end of `pending`.
  FileSummary finish(std::vector<base::PendingFile>& pending);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wrapfeed::avro
