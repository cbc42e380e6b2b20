#pragma once

#include <span>
#include <vector>

#include "answers/listening.h"

namespace wrapfeed::answers {

// What the answers of one user's year are found in.
struct Year {
  const catalog::Catalog& catalog;
  base::Days first;
  base::Days last;
  std::vector<Play> history;  // plays that count, since the feed began, up to the last day
  std::vector<Play> streams;  // of these, those within the year's days

  std::uint32_t artist_of(const Play& play) const { return catalog.track_row(play.track).artist; }
};

// Each fills in some of the answers; those further down look at what those above them have found.
void count_tops(const Year& year, Answers& answers);
void count_albums(const Year& year, Answers& answers);
void tell_top_song(const Year& year, Answers& answers);
void count_times(const Year& year, Answers& answers);
void count_discoveries(const Year& year, Answers& answers);
void find_streak(const Year& year, Answers& answers);
void count_releases(const Year& year, Answers& answers);
void count_moods(const Year& year, Answers& answers);
void run_sprint(const Year& year, Answers& answers);
void find_archive(const Year& year, base::Days birth_date, Answers& answers);
void count_axes(const Year& year, Answers& answers);

// The mood of a track by its sound, the first that fits; sql/wrapped/songs.sql has the rule.
std::string_view mood_of(const events::AudioFeatures& features);

// The entries of a map of tallies as rows, most streams first, then most milliseconds, then by `before`; at most
// `most`.
template <typename Row, typename Tallies, typename Before>
std::vector<Row> most_heard(const Tallies& tallies, Before before, std::size_t most) {
  std::vector<Row> rows;
  for (const auto& [key, heard] : tallies) rows.push_back({key, heard});
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    if (a.heard.streams != b.heard.streams) return a.heard.streams > b.heard.streams;
    if (a.heard.ms_played != b.heard.ms_played) return a.heard.ms_played > b.heard.ms_played;
    return before(a, b);
  });
  if (rows.size() > most) rows.resize(most);
  return rows;
}

}  // namespace wrapfeed::answers
