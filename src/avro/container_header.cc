#include "avro/container_header.h"

#include <algorithm>
#include <map>

#include "avro/cursor.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

template <typename... Args>
[[noreturn]] void fail_at(const FileInput& input, std::uint64_t offset, fmt::format_string<Args...> format,
                          Args&&... args) {
  base::fail("{} offset {}: {}", input.path().string(), offset, fmt::format(format, std::forward<Args>(args)...));
}

void read_magic(FileInput& input) {
  const std::span<const std::byte> magic = input.peek(kMagic.size());
  if (!std::equal(magic.begin(), magic.end(), kMagic.begin(), kMagic.end())) {
    fail_at(input, 0, "not an Avro container file: it does not begin with \"Obj\" and the byte 1");
  }
  input.take(kMagic.size());
}

std::string read_text(FileInput& input, std::string_view what) {
  const std::uint64_t offset = input.offset();
  const std::int64_t size = read_number(input, what);
  if (size < 0 || static_cast<std::uint64_t>(size) > std::min(input.remaining(), kMaxMetadata)) {
    fail_at(input, offset, "{} of {} bytes; {} are left in the file, {} are allowed", what, size, input.remaining(),
            kMaxMetadata);
  }
  const std::span<const std::byte> bytes = input.take(static_cast<std::size_t>(size));
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// An Avro map of bytes: blocks of entries, the last of none.
std::map<std::string, std::string> read_metadata(FileInput& input) {
  std::map<std::string, std::string> metadata;
  while (true) {
    std::int64_t count = read_number(input, "number of metadata entries");
    if (count == 0) return metadata;
    if (count < 0) read_number(input, "size of a block of metadata");
    for (; count != 0; count += count > 0 ? -1 : 1) {
      std::string key = read_text(input, "metadata key");
      metadata[std::move(key)] = read_text(input, "metadata value");
      if (input.offset() > kMaxMetadata) fail_at(input, input.offset(), "metadata of over {} bytes", kMaxMetadata);
    }
  }
}

Codec find_codec(const FileInput& input, const std::map<std::string, std::string>& metadata) {
  const auto found = metadata.find(std::string(kCodecKey));
  if (found == metadata.end()) return Codec::Null;
  try {
    return parse_codec(found->second);
  } catch (const base::Error& error) {
    fail_at(input, kMagic.size(), "{}", error.what());
  }
}

SchemaPointer find_schema(const FileInput& input, const std::map<std::string, std::string>& metadata) {
  const auto found = metadata.find(std::string(kSchemaKey));
  if (found == metadata.end()) fail_at(input, kMagic.size(), "the metadata have no {}", kSchemaKey);
  return parse_schema(found->second, fmt::format("{} offset {}", input.path().string(), kMagic.size()));
}

}  // namespace

std::int64_t read_number(FileInput& input, std::string_view what) {
  Cursor cursor(input.peek(kMaxVarint));
  try {
    const std::int64_t value = cursor.read_long();
    input.take(cursor.position());
    return value;
  } catch (const base::Error& error) {
    fail_at(input, input.offset(), "{}: {}", what, error.what());
  }
}

ContainerHeader read_header(FileInput& input) {
  read_magic(input);
  const std::map<std::string, std::string> metadata = read_metadata(input);
  ContainerHeader header;
  header.codec = find_codec(input, metadata);
  header.schema = find_schema(input, metadata);
  if (input.remaining() < kSyncSize) fail_at(input, input.offset(), "the file ends within its header");
  const std::span<const std::byte> sync = input.take(kSyncSize);
  std::copy(sync.begin(), sync.end(), header.sync.begin());
  return header;
}

}  // namespace wrapfeed::avro
