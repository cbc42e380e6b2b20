#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "feed/manifest.h"
#include "insights/queries.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

// What holding answers against the answer key gave.
struct AnswersVerdict {
  std::int64_t users = 0;            // with answers, each year of theirs
  std::int64_t differences = 0;      // users times stories that differ
  std::string first;                 // "user 3, 2025: top_tracks[1].streams is 17, the key has 18"
  std::vector<std::string> stories;  // that were compared
  std::vector<std::string> absent;   // stories of the key that the answers do not have
};

// The answers of the SQL for every user and year against the key. The feed must have one.
AnswersVerdict check_wrapped(const std::filesystem::path& feed, const feed::Manifest& manifest,
                             const insights::Queries& queries = insights::wrapped_queries());

// A pipeline's own answers, as `wrapped --format json` prints them: one object a line, with user_id and any of the
// stories, of any of the users once. Error (file and line) for another shape, or for a feed without a key.
AnswersVerdict check_answers(const std::filesystem::path& feed, const std::filesystem::path& answers);

}  // namespace wrapfeed::verification
