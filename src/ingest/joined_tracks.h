#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "database/database.h"
#include "events/track.h"

namespace wrapfeed::ingest {

// The rows of catalog_tracks.sql: every joined row, in the order of the track file.
class JoinedTracks {
 public:
  explicit JoinedTracks(database::Database& database);

  std::size_t count() const { return rows_.rows(); }
  events::AudioFeatures features(std::size_t row) const;
  base::Days release_day(std::size_t row) const;
  bool is_matched(std::size_t row) const;

  // A matched row as the catalog wants it, but for audio_features_type and newness_score, which the whole of the rows
  // decides. Its views live until the next call.
  events::Track track(std::size_t row);

 private:
  void read_texts(std::size_t row);

  database::Database::Result rows_;
  std::string name_;
  std::string artist_name_;
  std::string album_name_;
  std::string genre_;
  std::vector<events::Id> artist_ids_;
};

// Copies 22 characters that a query has checked.
events::Id to_id(std::string_view text);

}  // namespace wrapfeed::ingest
