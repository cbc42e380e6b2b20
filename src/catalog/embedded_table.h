#pragma once

#include <string_view>
#include <vector>

namespace wrapfeed::catalog {

// The tables under data/ are compiled in: plain CSV without quotes, a header line first. They are part of the program,
// so a damaged one is a bug (CHECK), not bad input.
using TableRow = std::vector<std::string_view>;
std::vector<TableRow> embedded_rows(std::string_view csv);  // without the header; every row as wide as it
std::vector<std::string_view> split(std::string_view text, char separator);
double number_of(std::string_view cell);

}  // namespace wrapfeed::catalog
