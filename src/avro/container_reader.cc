#include "avro/container_reader.h"

#include <algorithm>

#include "avro/container_format.h"
#include "avro/container_header.h"
#include "avro/cursor.h"
#include "avro/decoder.h"
#include "avro/plan.h"
#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {

struct ContainerReader::State {
  State(const std::filesystem::path& path, SchemaPointer wanted)
      : input(path),
        header(read_header(input)),
        schema(wanted == nullptr ? header.schema : std::move(wanted)),
        resolution(resolve()),
        decoder(resolution.plan()) {}

  Resolution resolve() const {
    try {
      return Resolution(header.schema, schema);
    } catch (const base::Error& error) {
      base::fail("{} offset {}: {}", input.path().string(), kMagic.size(), error.what());
    }
  }

  template <typename... Args>
  [[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) const {
    base::fail("{} offset {}: {}", input.path().string(), block_offset,
               fmt::format(format, std::forward<Args>(args)...));
  }

  // The next block that holds records; false at the end of the file.
  bool next_block();
  std::vector<std::uint64_t> blocks_ahead();
  std::int64_t first_number(std::uint64_t block, std::size_t cell);
  std::size_t block_size();
  std::span<const std::byte> read_block_data();
  void unfold(std::span<const std::byte> data);
  void expect_plausible_count();
  void decode_record(Row& row);

  FileInput input;
  ContainerHeader header;
  SchemaPointer schema;
  Resolution resolution;
  Decoder decoder;
  Digest digest;
  Bytes unfolded;
  Cursor cursor;                   // in the block
  std::uint64_t block_offset = 0;  // in the file
  std::int64_t block_records = 0;
  std::int64_t left = 0;           // of them
  std::uint64_t free_records = 0;  // records of no bytes so far
  std::int64_t records = 0;
};

bool ContainerReader::State::next_block() {
  do {
    if (cursor.remaining() > 0) fail("{} bytes follow the last record of the block", cursor.remaining());
    if (input.remaining() == 0) return false;
    block_offset = input.offset();
    block_records = left = read_number(input, "number of records in a block");
    unfold(read_block_data());
    expect_plausible_count();
  } while (left == 0);
  return true;
}

// Where the blocks with records start, by their headers alone; the place in the file stays.
std::vector<std::uint64_t> ContainerReader::State::blocks_ahead() {
  const std::uint64_t from = input.offset();
  std::vector<std::uint64_t> blocks;
  while (input.remaining() > 0) {
    block_offset = input.offset();
    if (read_number(input, "number of records in a block") != 0) blocks.push_back(block_offset);
    const std::size_t size = block_size();
    input.seek(input.offset() + size + kSyncSize);
  }
  input.seek(from);
  return blocks;
}

std::int64_t ContainerReader::State::first_number(std::uint64_t block, std::size_t cell) {
  input.seek(block);
  cursor = Cursor();
  CHECK(next_block());
  Row row;
  decode_record(row);
  return row[cell].integer;
}

// Size of the block, whose data and sync marker lie ahead.
std::size_t ContainerReader::State::block_size() {
  const std::int64_t size = read_number(input, "size of a block");
  if (size < 0 || static_cast<std::uint64_t>(size) > kMaxBlock) {
    fail("a block of {} bytes, allowed are 0 to {}", size, kMaxBlock);
  }
  const auto data_size = static_cast<std::size_t>(size);
  if (data_size + kSyncSize > input.remaining()) {
    fail("a block of {} bytes runs past the end of the file, {} are left", size, input.remaining());
  }
  return data_size;
}

// Size, data and sync marker of the block.
std::span<const std::byte> ContainerReader::State::read_block_data() {
  const std::size_t data_size = block_size();
  const std::span<const std::byte> data = input.take(data_size + kSyncSize);
  const std::span<const std::byte> sync = data.last(kSyncSize);
  if (!std::equal(sync.begin(), sync.end(), header.sync.begin())) {
    fail("the sync marker behind the block is not the file's");
  }
  return data.first(data_size);
}

void ContainerReader::State::unfold(std::span<const std::byte> data) {
  if (header.codec != Codec::Null) {
    try {
      decompress(header.codec, data, kMaxBlock, unfolded);
    } catch (const base::Error& error) {
      fail("{}", error.what());
    }
    data = unfolded;
  }
  digest.update(data);
  cursor = Cursor(data);
}

// A hostile count must not keep a reader busy with records of no bytes.
void ContainerReader::State::expect_plausible_count() {
  const std::size_t min_size = resolution.plan().min_size;
  const std::uint64_t most = min_size > 0 ? cursor.remaining() / min_size : kMaxCells;
  if (left < 0 || static_cast<std::uint64_t>(left) > most) {
    fail("{} records in a block of {} bytes", left, cursor.remaining());
  }
  if (min_size == 0 && (free_records += static_cast<std::uint64_t>(left)) > kMaxFree) {
    fail("more than {} records of no bytes", kMaxFree);
  }
}

void ContainerReader::State::decode_record(Row& row) {
  try {
    decoder.decode(cursor, row);
  } catch (const base::Error& error) {
    fail("record {} of {} in the block, byte {} of its data: {}", block_records - left + 1, block_records,
         cursor.position(), error.what());
  }
}

ContainerReader::ContainerReader(const std::filesystem::path& path) : ContainerReader(path, nullptr) {}

ContainerReader::ContainerReader(const std::filesystem::path& path, SchemaPointer wanted)
    : state_(std::make_unique<State>(path, std::move(wanted))) {}

ContainerReader::~ContainerReader() = default;

bool ContainerReader::next(Row& row) {
  if (state_->left == 0 && !state_->next_block()) return false;
  state_->decode_record(row);
  --state_->left;
  ++state_->records;
  return true;
}

void ContainerReader::seek(std::size_t cell, std::int64_t least) {
  CHECK(state_->records == 0);
  const std::vector<std::uint64_t> blocks = state_->blocks_ahead();
  if (blocks.empty()) return;
  const auto found = std::partition_point(
      blocks.begin(), blocks.end(), [&](std::uint64_t block) { return state_->first_number(block, cell) < least; });
  state_->input.seek(found == blocks.begin() ? *found : *std::prev(found));
  state_->cursor = Cursor();
  state_->left = 0;
}

const SchemaPointer& ContainerReader::schema() const { return state_->schema; }
const SchemaPointer& ContainerReader::writer_schema() const { return state_->header.schema; }
Codec ContainerReader::codec() const { return state_->header.codec; }
std::uint64_t ContainerReader::block_offset() const { return state_->block_offset; }

FileSummary ContainerReader::summary() const {
  return {state_->records, static_cast<std::int64_t>(state_->input.offset()), state_->input.checksum().hex(),
          state_->digest.hex()};
}

}  // namespace wrapfeed::avro
