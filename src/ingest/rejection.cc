#include "ingest/rejection.h"

#include <fmt/format.h>

namespace wrapfeed::ingest {
namespace {

// Quoted as RFC 4180 asks for.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + "\"";
}

// One line of an error message: no line breaks, and no more than a glance takes in.
std::string glance(std::string_view value) {
  constexpr std::size_t kMost = 60;
  std::string text(value.substr(0, kMost));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return value.size() > kMost ? text + "..." : text;
}

}  // namespace

std::string format_rejections(std::span<const Rejection> rejections) {
  std::string text = "file,line,column,value,reason\n";
  for (const Rejection& r : rejections) {
    text += fmt::format("{},{},{},{},{}\n", csv_field(r.file), r.line, csv_field(r.column), csv_field(r.value),
                        csv_field(r.reason));
  }
  return text;
}

std::string describe(const Rejection& r) {
  return fmt::format("{} line {}: {} \"{}\" {}", r.file, r.line, r.column.empty() ? "row" : r.column, glance(r.value),
                     r.reason);
}

}  // namespace wrapfeed::ingest
