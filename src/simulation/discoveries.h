#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "catalog/popularity.h"
#include "random/alias.h"
#include "simulation/context.h"
#include "simulation/play_draws.h"
#include "simulation/threshold.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// The artists by whom a listener comes upon new tracks: of their genres, or of what the program plays. Integers and
// tables only.
class Discoveries {
 public:
  explicit Discoveries(const catalog::ArtistSampler& artists) : artists_(artists) {}

  void begin(const users::Profile& profile);
  void begin_session(const Context& context) { context_ = &context; }

  // The artist of these words; `attempt` counts from 0, each gives another one.
  std::uint32_t artist(FurtherWords words, std::uint32_t attempt) const;
  // Has what artist(words, 0) will read brought near.
  void prefetch(FurtherWords words) const;

  std::uint16_t pick_genre(std::uint32_t bits) const {
    return context_->genre != Context::kAnyGenre ? context_->genre : genre_numbers_[genres_.pick_coarsely(bits)];
  }

 private:
  struct Attempt {
    std::uint32_t artist;
    std::uint32_t where;  // at the lower end from everywhere, at the upper end a second look
    std::uint32_t genre;
  };
  static Attempt attempt_of(FurtherWords words, std::uint32_t attempt) {
    const std::uint64_t pair = words.pair(kAttempts + 2 * attempt);
    return {first_of(pair), second_of(pair), low_half(second_of(pair))};
  }
  bool is_from_everywhere(const Attempt& drawn) const {
    return context_->source == events::Source::Charts || everywhere_.hit(drawn.where);
  }

  const catalog::ArtistSampler& artists_;

  // The listener's.
  random::AliasTable genres_;  // of their taste
  std::vector<std::uint16_t> genre_numbers_;
  Threshold everywhere_;     // artists drawn from all genres
  Threshold second_look_;    // artists that are drawn twice, and ...
  bool mainstream_ = false;  // ... the more popular of the two taken, or the less popular
  const Context* context_ = nullptr;
};

}  // namespace wrapfeed::simulation
