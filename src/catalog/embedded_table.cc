#include "catalog/embedded_table.h"

#include <charconv>

#include "base/check.h"

namespace wrapfeed::catalog {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<TableRow> embedded_rows(std::string_view csv) {
  std::vector<TableRow> rows;
  std::size_t width = 0;
  for (const std::string_view line : split(csv, '\n')) {
    if (line.empty()) continue;
    TableRow row = split(line, ',');
    if (width == 0) {
      width = row.size();
      continue;
    }
    CHECK(row.size() == width);
    rows.push_back(std::move(row));
  }
  return rows;
}

double number_of(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  CHECK(error == std::errc() && end == cell.data() + cell.size());
  return value;
}

}  // namespace wrapfeed::catalog
