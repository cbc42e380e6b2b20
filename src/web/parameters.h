#pragma once

#include <cstdint>
#include <string>

#include "web/answer.h"

namespace wrapfeed::web {

// A whole number of an address or parameter; Failure, naming it and what it takes, unless it is one from low to high.
std::int64_t whole_number(const std::string& name, const std::string& text, std::int64_t low, std::int64_t high);

bool is_utf8(const std::string& text);

// Failure for a parameter that the end point does not know.
[[noreturn]] void refuse_parameter(const std::string& name, const std::string& known);

}  // namespace wrapfeed::web
