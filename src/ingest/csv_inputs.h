#pragma once

#include <cstdint>
#include <vector>

#include "database/database.h"
#include "ingest/import.h"

namespace wrapfeed::ingest {

// The three files of an import, read, checked and typed: tables tracks, genres, artists and artist_of_name.
struct CsvInputs {
  std::uint64_t tracks_rows = 0;
  std::uint64_t genre_rows = 0;
  std::uint64_t artist_rows = 0;
  std::vector<Rejection> rejections;  // by file, then line
};

// Error if a file has more bad rows than options.max_rejected allows.
CsvInputs read_inputs(database::Database& database, const ImportOptions& options);

}  // namespace wrapfeed::ingest
