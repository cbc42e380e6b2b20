#include "feed/part_writer.h"

#include <xxhash.h>

#include <array>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "random/draws.h"

namespace wrapfeed::feed {

namespace {

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) base::fail("{}: cannot make the folder: {}", folder.string(), error.message());
}

}  // namespace

avro::SyncMarker sync_marker(std::uint64_t seed, std::string_view path) {
  const std::uint64_t hash = XXH3_64bits(path.data(), path.size());
  random::Draws draws(seed, random::Purpose::SyncMarker, hash);
  avro::SyncMarker marker;
  for (std::size_t i = 0; i < marker.size(); i += 4) {
    const std::uint32_t word = draws.word();
    for (std::size_t byte = 0; byte < 4; ++byte) marker[i + byte] = static_cast<std::byte>(word >> (8 * byte));
  }
  return marker;
}

PartWriter::PartWriter(const PartOptions& options, std::string path, std::string_view schema_json)
    : path_(std::move(path)), block_bytes_(options.block_bytes), bench_(options.bench), pending_(options.pending) {
  if (bench_ == nullptr) bench_ = (own_bench_ = std::make_unique<Workbench>(options.codec)).get();
  take_buffer();
  if (options.discard) {
    discarded_.path = path_;
    return;
  }
  const std::filesystem::path file = options.root / path_;
  make_folder(file.parent_path());
  file_ = std::make_unique<avro::ContainerWriter>(
      file, schema_json,
      avro::WriterOptions{.codec = options.codec, .sync = sync_marker(options.seed, path_), .disk = options.disk});
}

PartWriter::~PartWriter() { bench_->buffers.push_back(std::move(buffer_)); }

void PartWriter::take_buffer() {
  if (!bench_->buffers.empty()) {
    buffer_ = std::move(bench_->buffers.back());
    bench_->buffers.pop_back();
    buffer_.clear();
  }
  buffer_.reserve(block_bytes_ + 4096);  // the record that fills a block goes over its size
}

void PartWriter::flush() {
  if (records_ == 0) return;
  write({buffer_, bench_->compressor->compress(buffer_), records_});
  buffer_.clear();
  records_ = 0;
}

void PartWriter::write(const avro::Block& block) {
  if (file_) return file_->write_block(block);
  discarded_.records += block.records;
  discarded_.bytes += static_cast<std::int64_t>(block.compressed.size());
}

void PartWriter::append(const Batch& batch) {
  flush();
  for (std::size_t i = 0; i < batch.blocks(); ++i) write(batch.block(i));
}

void PartWriter::append(std::span<const std::byte> encoded, std::int64_t records) {
  buffer_.append(encoded);
  end_records(records);
}

FileEntry PartWriter::finish() {
  flush();
  if (!file_) return discarded_;
  const avro::FileSummary summary = pending_ ? file_->finish(*pending_) : file_->finish();
  FileEntry entry;
  entry.path = path_;
  entry.records = summary.records;
  entry.bytes = summary.bytes;
  entry.checksum = summary.checksum;
  entry.digest = summary.digest;
  return entry;
}

}  // namespace wrapfeed::feed
