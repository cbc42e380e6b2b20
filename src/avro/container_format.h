#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// The constants of an Avro object container file; docs/feed_format.md draws them.
namespace wrapfeed::avro {

inline constexpr std::array<std::byte, 4> kMagic{std::byte{'O'}, std::byte{'b'}, std::byte{'j'}, std::byte{1}};
inline constexpr std::size_t kSyncSize = 16;
inline constexpr std::string_view kSchemaKey = "avro.schema";
inline constexpr std::string_view kCodecKey = "avro.codec";

// What a reader accepts, so that a damaged or hostile file cannot exhaust memory. Files in use stay far below: blocks
// are 16 KiB to 16 MiB, schemas a few KiB.
inline constexpr std::uint64_t kMaxMetadata = 16 << 20;  // bytes of the header's metadata
inline constexpr std::uint64_t kMaxBlock = 256 << 20;    // bytes of a block, compressed or not
inline constexpr std::uint64_t kMaxFree = 1 << 24;       // items and records that take no bytes, in one file
inline constexpr std::uint64_t kMaxCells = 1 << 20;      // values in one row, array items and their fields included

}  // namespace wrapfeed::avro
