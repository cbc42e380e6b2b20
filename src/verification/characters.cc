#include "verification/characters.h"

#include <string_view>

namespace wrapfeed::verification {
namespace {

constexpr std::array<std::string_view, Characters::kCharacters> kNames = {
    "Vampire",    "Luminary",      "Cyclops",      "Mastermind", "Alchemist", "Collector",
    "Roboticist", "Time Traveler", "Shapeshifter", "Hunter",     "Hypnotist", "Fanatic"};

using Scores = std::array<double, Characters::kCharacters>;

Scores measure(const Json& row) {
  const Json &inputs = row.at("inputs"), &library = row.at("library");
  const double streams = real(row.at("streams")), plays = real(row.at("skips").at("plays"));
  const auto moods = [&](std::string_view one, std::string_view other) {
    return static_cast<double>(streams_of_mood(row, one) + streams_of_mood(row, other));
  };
  const double filled = real(library.at("playlists_made")) + real(library.at("playlist_additions"));
  return {moods("melancholic", "tender") / streams,
          moods("cheerful", "party") / streams,
          real(row.at("top_genres").front().at("streams")) / streams,
          real(row.at("different_genres")),
          filled / plays,
          real(inputs.at("own_plays")) / plays,
          real(inputs.at("program_plays")) / plays,
          1 - real(row.at("different_tracks")) / streams,
          real(row.at("different_artists")) / streams,
          real(row.at("skips").at("skips")) / plays,
          real(inputs.at("album_plays")) / plays,
          real(row.at("top_artists").front().at("streams")) / streams};
}

}  // namespace

void Characters::add(const Json& row) {
  if (!is_eligible(row)) return;
  const Scores scores = measure(row);
  for (std::size_t i = 0; i < kCharacters; ++i) all_[i].add(scores[i]);
}

void Characters::finish() {
  for (Standing& standing : all_) standing.finish();
}

Json Characters::of(const Json& row) const {
  if (!is_eligible(row)) return nullptr;
  if (3 * whole(row.at("top_artists").front().at("streams")) > whole(row.at("streams"))) return "Fanatic";
  const Scores scores = measure(row);
  std::size_t most = 0;
  for (std::size_t i = 1; i < kCharacters; ++i) {
    if (all_[i].of(scores[i]) > all_[most].of(scores[most])) most = i;
  }
  return kNames[most];
}

}  // namespace wrapfeed::verification
