#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "account/stream.h"

namespace wrapfeed::account {

// The forms in which a streaming service hands out what an account has heard; docs/export_history.md has their fields.
enum class Form : std::uint8_t {
  Extended,  // everything, 23 fields, as handed out since 2023
  Endsong,   // the same, as handed out before
  Short,     // the last year, four fields
};

struct HistoryFile {
  std::string path;  // inside the export, with '/'
  std::string text;  // JSON
};

// The files of the history of `user`, streams by time (at least one). Rows rise by their whole second: of two that fall
// into one, the later takes the next. The IP address is made up, from the ranges for documentation (RFC 5737).
std::vector<HistoryFile> history_files(std::int64_t user, const std::vector<Stream>& streams, Form form);

}  // namespace wrapfeed::account
