#pragma once

#include <cstdint>
#include <string>

namespace wrapfeed::cli {

// Numbers as people read them.
std::string grouped(std::int64_t number);   // 1234567 -> "1,234,567"
std::string file_size(std::int64_t bytes);  // 1234567 -> "1.2 MB", by thousands
std::string clock_time(double seconds);     // 75 -> "1:15", 3675 -> "1:01:15"

}  // namespace wrapfeed::cli
