#pragma once

#include <string>

#include "insights/answers.h"

namespace wrapfeed::cli {

// One user's Wrapped as a page for a terminal of at least 72 columns.
std::string wrapped_card(const insights::Answers& answers, bool colours);

// Everybody's as a table: the line above it, and one user's line.
std::string wrapped_heading(bool colours);
std::string wrapped_line(const insights::Answers& answers);

}  // namespace wrapfeed::cli
