#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::ingest {

// A stretch of a file's bytes.
struct Span {
  std::uint64_t begin;
  std::uint64_t size;
};

// The fields of the first record of a CSV text (RFC 4180), without a byte order mark.
std::vector<std::string> first_record(std::string_view text);

// The physical line (from 1) on which each record begins, blank lines and the records in `left_out` not counted. A
// quoted field may span lines, so that a record's line is not its number. Each span of `left_out` begins where a record
// does, and they rise.
std::vector<std::uint64_t> record_lines(std::string_view text, std::span<const Span> left_out);

}  // namespace wrapfeed::ingest
