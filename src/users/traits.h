#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "events/population.h"
#include "events/user.h"

namespace wrapfeed::users {

// The nineteen traits of a listener's behaviour; docs/model_parameters.md says what each means and its scale.
enum class Trait : std::uint8_t {
  Active,
  SessionsADay,
  SessionLength,
  Skip,
  Persistence,
  FastSkip,
  LeaveLater,
  Discover,
  Run,
  KnownArtist,
  Loop,
  Recency,
  Idle,
  Single,
  Weekend,
  HourNoise,
  Obsession,
  Night,
  Morning,
};
inline constexpr std::size_t kTraits = 19;
inline constexpr std::size_t kHourBlocks = 8;  // three hours each, from 04:00

// What distinguishes one listener from another, fixed for the whole feed: standard normal scores, correlated.
struct Traits {
  events::Population population = events::Population::Typical;
  std::array<double, kTraits> scores{};
  std::array<double, kHourBlocks> hours{};  // noise on the hour profile
  double shuffle_share = 0;                 // of sessions played in shuffle
  double like_rate = 0;                     // likes per finished play of a track not yet liked
  double pause_share = 0;                   // of the idle times over 5 s: a track paused, not silence between two
  double playlist_rate = 0;                 // additions to playlists per finished play of a track on none
  double offline_share = 0;                 // of sessions on a phone, with a plan that allows it
  double private_share = 0;                 // of sessions
  double collection_share = 0;              // of sessions from the listener's own playlists and liked songs
  double mainstream = 0;                    // taste for the popular, standard normal
  double freshness = 0;                     // taste for what has just come out, standard normal
};

Traits traits_of(std::uint64_t seed, std::int64_t user, events::Population population);

// What the user table tells of them: expectations of what the simulation then does. `main_platform` is the caller's.
events::Habits habits_of(const Traits& traits);

}  // namespace wrapfeed::users
