#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace wrapfeed::ingest {

// A row of an input file that the import leaves out because something in it is wrong.
struct Rejection {
  std::string file;        // as the user named it
  std::uint64_t line = 0;  // physical line on which the row begins, the header's is 1
  std::string column;      // empty if the row as a whole is wrong
  std::string value;       // of the column, or the start of the row
  std::string reason;      // "is not a whole number from 0 to 100"
};

// The text of rejected.csv: file,line,column,value,reason.
std::string format_rejections(std::span<const Rejection> rejections);

// "tracks.csv line 17: popularity "abc" is not a whole number from 0 to 100".
std::string describe(const Rejection& rejection);

}  // namespace wrapfeed::ingest
