#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/time.h"
#include "feed/manifest.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

// What the cause of a stream says that the feed's rows must show.
enum class Claim : std::uint8_t { Nothing, SameTrack, NextOnAlbum, SameArtist, FromHistory, FromCollection, NewTrack };

struct TruthStream {
  std::int64_t stream_id = 0;
  std::int64_t session_id = 0;
  base::Millis local_start = 0;
  std::int32_t distance = kNoDistance;
  std::int32_t plays_before = 0;
  std::int32_t place = 0;
  Claim claim = Claim::Nothing;

  static constexpr std::int32_t kNoDistance = -1;
};

struct TruthSession {
  std::int64_t session_id = 0;
  base::Millis local_begin = 0;
};

// Rising by id, as long as the files are in order.
struct UserTruth {
  std::int64_t rows = 0;  // of the table truth/user
  std::vector<TruthSession> sessions;
  std::vector<TruthStream> streams;
};
using TruthByUser = std::map<std::int64_t, UserTruth>;

// The truth of one part's users, from the files of that name ("part-00000.avro"). Rows out of order are findings.
TruthByUser read_truth(const std::filesystem::path& feed, const feed::Manifest& manifest, const std::string& part,
                       Findings& findings);

}  // namespace wrapfeed::verification
