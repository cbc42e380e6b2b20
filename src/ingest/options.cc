#include "base/error.h"
#include "ingest/import.h"

namespace wrapfeed::ingest {

ArtistMatch parse_artist_match(std::string_view name) {
  if (name == "whole") return ArtistMatch::Whole;
  if (name == "first") return ArtistMatch::First;
  base::fail("artist-match \"{}\" is not one of: whole, first", name);
}

void ImportOptions::validate() const {
  const auto need = [](const char* name, const std::filesystem::path& path) {
    if (path.empty()) base::fail("{} needs the path of a CSV file", name);
  };
  need("tracks", tracks);
  need("genres", genres);
  need("artists", artists);
  if (clusters < 1 || clusters > 1000) base::fail("clusters {} is not from 1 to 1000", clusters);
  if (!(max_rejected >= 0 && max_rejected <= 1)) base::fail("max-rejected {} is not from 0 to 1", max_rejected);
  if (threads < 0) base::fail("threads {} is negative", threads);
}

}  // namespace wrapfeed::ingest
