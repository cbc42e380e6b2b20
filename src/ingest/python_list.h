#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::ingest {

// Parses what Python prints for a list of strings, as the public data sets hold them: ['a', "b's", 'c\'s "d"'], with
// the escapes of Python's repr. False if `text` is anything else; `items` are then unspecified. Thread-safe.
bool parse_python_list(std::string_view text, std::vector<std::string>& items);

}  // namespace wrapfeed::ingest
