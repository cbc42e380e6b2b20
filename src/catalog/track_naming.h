#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/discography.h"
#include "catalog/names.h"
#include "catalog/synthetic_artist.h"
#include "catalog/text_arena.h"

namespace wrapfeed::catalog {

// Names of all artists, and release by release of the tracks and the album: title tracks, remasters, live albums,
// guests in the title; releases of October to December that are songs of Christmas, about 0.4 % of all tracks and most
// of them pop, by the languages that have such names. Drawn at (seed, CatalogName, track or artist). `artists` must
// outlive it. One thread at a time.
class TrackNaming {
 public:
  TrackNaming(std::uint64_t seed, const std::vector<SyntheticArtist>& artists);

  std::string_view artist_name(std::uint32_t artist) const { return artist_text_.view(artist_names_[artist]); }

  // One release: begin, name_track for each place in turn, finish. The names live until the next begin.
  void begin(const Release& release);
  void name_track(std::uint32_t place, std::span<const std::uint32_t> artists);
  void finish();
  std::string_view track_name(std::uint32_t place) const { return tracks_[place]; }
  std::string_view album_name() const { return album_; }

 private:
  void name_artists();
  bool draws_festive(const Release& release) const;
  void add_ending(const std::string& title, random::Draws& draws, std::span<const std::uint32_t> artists,
                  std::string& name) const;

  std::uint64_t seed_;
  const std::vector<SyntheticArtist>& artists_;
  NameMaker maker_;
  std::vector<std::vector<std::uint8_t>> languages_;  // by genre: the numbers of its languages
  TextArena artist_text_;
  std::vector<Text> artist_names_;
  // the release at hand
  Release release_{};
  Family family_ = Family::Pop;
  std::uint8_t language_ = 0;
  std::vector<std::string> titles_;  // bare: "Blue Moon"
  std::vector<std::string> tracks_;  // as shown: "Blue Moon - Remastered 2009"
  std::string ending_;               // of all its tracks
  bool festive_ = false;             // songs of Christmas
  std::string album_;
};

}  // namespace wrapfeed::catalog
