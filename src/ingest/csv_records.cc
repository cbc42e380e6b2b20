#include "ingest/csv_records.h"

#include <algorithm>

namespace wrapfeed::ingest {
namespace {

// The end of the record that begins at `begin`: the position of its line break, or of the text's end.
std::size_t record_end(std::string_view text, std::size_t begin) {
  bool quoted = false;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '\n' && !quoted) return i;
  }
  return text.size();
}

std::string unquote(std::string_view field) {
  if (field.size() < 2 || field.front() != '"') return std::string(field);
  std::string plain;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    plain += field[i];
    if (field[i] == '"') ++i;  // a doubled quote stands for one
  }
  return plain;
}

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

}  // namespace

std::vector<std::string> first_record(std::string_view text) {
  text = without_mark(text);
  text = text.substr(0, record_end(text, 0));
  if (text.ends_with('\r')) text.remove_suffix(1);
  std::vector<std::string> fields;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && !quoted)) {
      fields.push_back(unquote(text.substr(begin, i - begin)));
      begin = i + 1;
    } else if (text[i] == '"') {
      quoted = !quoted;
    }
  }
  return fields;
}

std::vector<std::uint64_t> record_lines(std::string_view text, std::span<const Span> left_out) {
  std::vector<std::uint64_t> lines;
  std::uint64_t line = 1;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = record_end(text, begin);
    if (!left_out.empty() && left_out.front().begin <= begin) {
      end = std::max<std::size_t>(begin, left_out.front().begin + left_out.front().size);
      end = std::min(text.size(), text.find('\n', end));
      left_out = left_out.subspan(1);
    } else if (text.substr(begin, end - begin) != "" && text.substr(begin, end - begin) != "\r") {
      lines.push_back(line);
    }
    line += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                                  text.begin() + static_cast<std::ptrdiff_t>(end), '\n')) +
            1;
    begin = end + 1;
  }
  return lines;
}

}  // namespace wrapfeed::ingest
