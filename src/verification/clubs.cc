#include "verification/clubs.h"

namespace wrapfeed::verification {
namespace {

const std::map<std::string_view, std::string_view> kNames = {
    {"cheerful", "Sunny Side Club"},      {"easy", "Easy Ride Club"},    {"fierce", "Full Volume Club"},
    {"melancholic", "Rainy Window Club"}, {"party", "Dance Floor Club"}, {"tender", "Quiet Hours Club"}};

double devotion(const Json& row, const std::string& mood) {
  return static_cast<double>(streams_of_mood(row, mood)) / real(row.at("streams"));
}

double scouting(const Json& row) { return ratio(row.at("discoveries").at("new_releases"), row.at("different_tracks")); }

double collecting(const Json& row) {
  const Json& library = row.at("library");
  return (real(library.at("likes")) + real(library.at("playlist_additions"))) / real(row.at("skips").at("plays"));
}

// The older, the higher.
double remembering(const Json& row) { return -ratio(row.at("inputs").at("release_days"), row.at("streams")); }

}  // namespace

void Clubs::note(const Json& row) {
  for (const Json& item : row.at("moods")) {
    streams_[item.at("mood")] += whole(item.at("streams"));
    all_streams_ += whole(item.at("streams"));
  }
}

void Clubs::add(const Json& row) {
  if (!is_eligible(row)) return;
  const std::string mood = mood_of(row);
  Club& club = clubs_[mood];
  club.devotion.add(devotion(row, mood));
  club.scouting.add(scouting(row));
  club.collecting.add(collecting(row));
  club.remembering.add(remembering(row));
}

void Clubs::finish() {
  for (auto& [mood, club] : clubs_) {
    for (Standing* standing : {&club.devotion, &club.scouting, &club.collecting, &club.remembering}) standing->finish();
  }
}

Json Clubs::of(const Json& row) const {
  if (!is_eligible(row)) return nullptr;
  const std::string mood = mood_of(row);
  return {{"name", kNames.at(mood)}, {"role", role_of(row, mood, clubs_.at(mood))}};
}

// The mood over-played most; by name, so that of equal ones the first stands.
std::string Clubs::mood_of(const Json& row) const {
  std::string most;
  double most_over = -1;
  for (const auto& [mood, streams] : streams_) {
    const double share = static_cast<double>(streams) / static_cast<double>(all_streams_);
    const double over = devotion(row, mood) / share;
    if (over <= most_over) continue;
    most = mood;
    most_over = over;
  }
  return most;
}

std::string_view Clubs::role_of(const Json& row, const std::string& mood, const Club& club) {
  if (club.devotion.of(devotion(row, mood)) >= 0.9) return "Leader";
  if (club.scouting.of(scouting(row)) >= 0.75) return "Scout";
  if (club.collecting.of(collecting(row)) >= 0.75) return "Curator";
  return club.remembering.of(remembering(row)) >= 0.75 ? "Archivist" : "Regular";
}

}  // namespace wrapfeed::verification
