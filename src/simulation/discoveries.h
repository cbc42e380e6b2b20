#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "catalog/popularity.h"
#include "random/alias.h"
#include "random/draws.h"
#include "simulation/context.h"
#include "simulation/threshold.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// An artist is drawn with four words.
enum ArtistWord : std::size_t {
  kEverywhere,  // low half: a second look
  kGenre,
  kArtist,
  kOtherArtist,
  kArtistWords,
};

using ArtistWords = std::span<const std::uint32_t, kArtistWords>;

// What each of the eight words of a discovery decides; the first four draw the artist.
enum DiscoveryWord : std::size_t {
  kIsHit = kArtistWords,  // low half: just released
  kWhichRelease,
  kHitWhen,
  kHitWhich,
  kDiscoveryWords,
};
using DiscoveryWords = std::span<const std::uint32_t, kDiscoveryWords>;

// The artists by whom a listener comes upon new tracks: of their genres, or of what the program plays. A new artist may
// be anywhere in the catalog, so the plays ahead that will be new are drawn together: what one of them waits for from
// memory, the others wait for at the same time. That changes no draw: a discovery is a function of (seed, user, play,
// context). Integers and tables only.
class Discoveries {
 public:
  static constexpr std::uint32_t kAhead = 8;  // plays

  Discoveries(std::uint64_t seed, const catalog::ArtistSampler& artists) : seed_(seed), artists_(artists) {}

  // `words` says what the draws are for; plays are counted anew.
  void begin(const users::Profile& profile, random::Purpose words);
  // Goes on with draws for another purpose and a count of its own.
  void go_on(random::Purpose words);
  // From here on in this context, nothing is known of the plays ahead.
  void begin_session(const Context& context) {
    context_ = &context;
    count_ = 0;
  }

  // Prepares the discoveries at these plays, rising, at most kAhead; their artists.
  std::span<const std::uint32_t> look_ahead(std::span<const std::uint32_t> plays);

  struct Discovery {
    DiscoveryWords words;
    std::uint32_t artist;
  };
  // The discovery at a play; prepared ones are at hand. Valid until the next call.
  Discovery at(std::uint32_t play);
  // The words of the i-th of those that look_ahead prepared.
  DiscoveryWords words_of(std::uint32_t i) const {
    return DiscoveryWords(words_.data() + i * kDiscoveryWords, kDiscoveryWords);
  }
  // Another artist in place of the one of these words: the `attempt`-th, from 1 on.
  std::uint32_t another(DiscoveryWords words, std::uint32_t attempt) const;

  std::uint16_t pick_genre(std::uint32_t bits) const {
    return context_->genre != Context::kAnyGenre ? context_->genre : genre_numbers_[genres_.pick_coarsely(bits)];
  }

 private:
  static constexpr std::size_t kBlocks = kDiscoveryWords / 4;

  bool is_from_everywhere(ArtistWords words) const {
    return context_->source == events::Source::Charts || everywhere_.hit(words[kEverywhere]);
  }
  void fetch_columns(ArtistWords words) const;
  std::uint32_t pick_artist(ArtistWords words) const;

  const std::uint64_t seed_;
  const catalog::ArtistSampler& artists_;

  // The listener's.
  std::uint64_t user_ = 0;
  random::Purpose purpose_{};
  random::AliasTable genres_;  // of their taste
  std::vector<std::uint16_t> genre_numbers_;
  Threshold everywhere_;     // artists drawn from all genres
  Threshold second_look_;    // artists that are drawn twice, and ...
  bool mainstream_ = false;  // ... the more popular of the two taken, or the less popular

  const Context* context_ = nullptr;
  std::uint32_t count_ = 0;  // of what is prepared
  std::uint32_t next_ = 0;   // of these
  std::array<std::uint32_t, kAhead> plays_{};
  std::array<std::uint32_t, kAhead> artist_of_{};
  std::array<std::uint32_t, kAhead * kDiscoveryWords> words_{};
  std::array<std::uint32_t, kDiscoveryWords> single_{};
};

}  // namespace wrapfeed::simulation
