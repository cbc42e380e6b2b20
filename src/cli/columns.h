#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wrapfeed::cli {

// How many columns of a terminal a text (UTF-8) takes: two for each wide character of East Asia, none for a combining
// one. Bytes that are no UTF-8, and control characters, count as one, as fit() shows them.
std::size_t columns_of(std::string_view text);

// The text in exactly so many columns (at least one): cut with an ellipsis, or filled up with spaces. What a terminal
// could take for a command becomes a question mark.
std::string fit(std::string_view text, std::size_t columns);

}  // namespace wrapfeed::cli
