#include "avro/container_writer.h"

#include "avro/container_format.h"
#include "avro/digest.h"
#include "avro/primitives.h"
#include "base/check.h"

namespace wrapfeed::avro {
namespace {

void append_text(std::string_view text, Bytes& out) {
  out.commit(put_text(out.prepare(text.size() + 2 * kMaxVarint), text));
}

void append_long(std::int64_t value, Bytes& out) { out.commit(put_long(out.prepare(2 * kMaxVarint), value)); }

Bytes encode_header(std::string_view schema_json, const WriterOptions& options) {
  Bytes header;
  header.append(kMagic);
  append_long(2, header);  // one block of two metadata entries
  append_text(kCodecKey, header);
  append_text(codec_name(options.codec), header);
  append_text(kSchemaKey, header);
  append_text(schema_json, header);
  append_long(0, header);
  header.append(options.sync);
  return header;
}

}  // namespace

struct ContainerWriter::State {
  State(const std::filesystem::path& path, const WriterOptions& options)
      : file(path, options.disk), codec(options.codec), compressor(options.compressor), sync(options.sync) {}

  void write(std::span<const std::byte> bytes) {
    file.write(bytes);
    checksum.update(bytes);
    size += static_cast<std::int64_t>(bytes.size());
  }

  Compressor& compressing() {
    if (compressor == nullptr) compressor = (own_compressor = make_compressor(codec)).get();
    return *compressor;
  }

  FileSummary summary() const { return {records, size, checksum.hex(), digest.hex()}; }

  base::WholeFile file;
  Codec codec;
  Compressor* compressor;
  std::unique_ptr<Compressor> own_compressor;
  SyncMarker sync;
  Digest checksum;  // of the file
  Digest digest;    // of the records
  Bytes block_head;
  std::int64_t size = 0;
  std::int64_t records = 0;
};

ContainerWriter::ContainerWriter(const std::filesystem::path& path, std::string_view schema_json,
                                 const WriterOptions& options)
    : state_(std::make_unique<State>(path, options)) {
  state_->write(encode_header(schema_json, options));
}

ContainerWriter::~ContainerWriter() = default;

void ContainerWriter::write_block(std::span<const std::byte> encoded, std::int64_t records) {
  CHECK(records > 0 && encoded.size() <= kMaxBlock);
  write_block({encoded, state_->compressing().compress(encoded), records});
}

void ContainerWriter::write_block(const Block& block) {
  CHECK(block.records > 0 && block.encoded.size() <= kMaxBlock);
  state_->block_head.clear();
  append_long(block.records, state_->block_head);
  append_long(static_cast<std::int64_t>(block.compressed.size()), state_->block_head);
  state_->write(state_->block_head);
  state_->write(block.compressed);
  state_->write(state_->sync);
  state_->digest.update(block.encoded);
  state_->records += block.records;
}

FileSummary ContainerWriter::finish() {
  state_->file.commit();
  return state_->summary();
}

FileSummary ContainerWriter::finish(std::vector<base::PendingFile>& pending) {
  pending.push_back(state_->file.finish());
  return state_->summary();
}

}  // namespace wrapfeed::avro
