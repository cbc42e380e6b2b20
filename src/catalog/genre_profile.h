#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "catalog/genres.h"

namespace wrapfeed::catalog {

// What synthesis knows of a genre: one line of data/genres.csv. The shares of explicit, joint, major and odd-metre
// tracks are measured on the Spotify tracks dataset (114 genres x 1,000 tracks, public CSV dataset.csv). `share` is a
// judgement of how much of a service's catalog the genre fills, tilted so that the means and correlations of the audio
// features over all genres stay those of that data set. Years, growth and languages are judgements.
struct GenreProfile {
  std::string_view name;
  Family family = Family::Pop;
  double share = 0;    // of the artists; sums to 1
  int first_year = 0;  // no release before it
  double growth = 0;   // of the number of debuts, per year
  struct Language {
    std::string_view code;  // names its grammar: data/names/<code>.txt
    double weight;
  };
  std::vector<Language> languages;
  double explicit_share = 0;
  double collaboration_share = 0;  // tracks of several artists
  double major_share = 0;
  double triple_time_share = 0;  // time signature 3
  double odd_time_share = 0;     // time signatures 5, 1 and 0
};

std::span<const GenreProfile> genre_profiles();  // in the order of known_genres()

}  // namespace wrapfeed::catalog
