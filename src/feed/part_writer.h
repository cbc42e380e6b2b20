#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "avro/codec.h"
#include "avro/container_writer.h"
#include "base/file.h"
#include "feed/batch.h"
#include "feed/manifest.h"

namespace wrapfeed::feed {

// What the parts that one thread writes, one after the other, need not have each of its own.
struct Workbench {
  explicit Workbench(avro::Codec codec) : compressor(avro::make_compressor(codec)) {}

  std::unique_ptr<avro::Compressor> compressor;
  std::vector<avro::Bytes> buffers;  // not in use
};

// Where the parts of a folder go and how.
struct PartOptions {
  std::filesystem::path root;
  avro::Codec codec = avro::Codec::Deflate;
  std::size_t block_bytes = std::size_t{256} * 1024;  // encoded records of one block, before compression
  std::uint64_t seed = 1;                             // decides the sync marker, with the part's path
  bool discard = false;                               // encode and compress, but write no file
  std::vector<base::PendingFile>* pending = nullptr;  // where finished files wait; null: into place at once
  Workbench* bench = nullptr;                         // of the thread, for the same codec; null: the part has its own
  base::DiskWriter* disk = nullptr;                   // as base::WholeFile takes it
};

// The 16 bytes that separate the blocks of a file: from the seed and its path in the folder alone.
avro::SyncMarker sync_marker(std::uint64_t seed, std::string_view path);

// One part of a table. Records are appended to buffer(), one or more at a time, followed by end_record() or
// end_records(); a block ends where these find it large enough. Without finish() no file
// appears. One thread at a time.
class PartWriter {
 public:
  // `path` is relative to the root; missing folders are made.
  PartWriter(const PartOptions& options, std::string path, std::string_view schema_json);
  ~PartWriter();

  avro::Bytes& buffer() noexcept { return buffer_; }
  void end_record() { end_records(1); }
  void end_records(std::int64_t count) {
    records_ += count;
    if (buffer_.size() >= block_bytes_) flush();
  }
  // Blocks made elsewhere, by any thread; what is in the buffer goes before them.
  void append(const Batch& batch);
  // Records encoded elsewhere, which no block's end divides.
  void append(std::span<const std::byte> encoded, std::int64_t records);
  FileEntry finish();  // without the event times, which the writer does not know

 private:
  void take_buffer();
  void flush();
  void write(const avro::Block& block);

  std::string path_;
  std::size_t block_bytes_;
  Workbench* bench_;
  std::vector<base::PendingFile>* pending_;
  avro::Bytes buffer_;
  std::int64_t records_ = 0;                     // in the buffer
  std::unique_ptr<Workbench> own_bench_;         // where none is shared
  std::unique_ptr<avro::ContainerWriter> file_;  // null when discarding
  FileEntry discarded_;
};

}  // namespace wrapfeed::feed
