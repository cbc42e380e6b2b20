#pragma once

namespace wrapfeed::cli {

// The whole program: parses the command line, runs one verb, and turns every failure into one line on standard error.
// Exit status: 0 done, 1 input or world failed, 2 wrong usage, 3 `verify` found a violation.
int run(int argc, const char* const* argv);

}  // namespace wrapfeed::cli
