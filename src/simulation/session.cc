#include "simulation/session.h"

#include <algorithm>
#include <span>

#include "random/distributions.h"

namespace wrapfeed::simulation {
namespace {

using events::Source;

struct Share {
  Source source;
  double share;
};
// Shares of contexts in the Music Streaming Sessions Dataset 2019: catalogue 22.8, editorial 21.3, radio 12.5,
// personalised 1.6, charts 1.5 % (the rest, 40.3 %, is the listener's own collection).
constexpr Share kRepeats[] = {{Source::Personalised, .35}, {Source::Search, .35}, {Source::Artist, .30}};
constexpr Share kKnownArtists[] = {{Source::Artist, .60}, {Source::Radio, .25}, {Source::Search, .15}};
constexpr Share kDiscoveries[] = {{Source::Editorial, .55},
                                  {Source::Radio, .27},
                                  {Source::Search, .10},
                                  {Source::Personalised, .04},
                                  {Source::Charts, .04}};

// Offline, a device has what was downloaded: its mixes, no search and no radio.
constexpr double kReconnectMu = 7.8;  // log of seconds: median 40 minutes
constexpr double kReconnectSigma = 1.2;

Source pick(std::span<const Share> shares, double u) {
  for (const Share& share : shares) {
    if (u < share.share) return share.source;
    u -= share.share;
  }
  return shares.front().source;
}

events::Platform pick_platform(const users::Profile& profile, double u) {
  for (std::size_t i = 0; i < profile.platforms.size(); ++i) {
    if (u < profile.platforms[i]) return static_cast<events::Platform>(i);
    u -= profile.platforms[i];
  }
  return profile.row.habits.main_platform;
}

bool can_be_offline(const users::Profile& profile, events::Platform platform) {
  const bool phone = platform == events::Platform::Android || platform == events::Platform::Ios;
  return phone && profile.row.plan != events::Plan::Free;
}

}  // namespace

Session draw_session(const users::Profile& profile, std::int64_t id, base::Millis begin, random::Draws& draws) {
  Session session;
  session.id = id;
  session.begin = begin;
  const base::Millis local = begin + profile.zone->offset_minutes(begin) * base::kMinute;
  session.released_by = std::min(base::day_of(begin), base::day_of(local));
  session.platform = pick_platform(profile, draws.uniform());
  session.shuffle = draws.chance(profile.traits.shuffle_share);
  session.private_session = draws.chance(profile.traits.private_share);
  session.offline = draws.chance(profile.traits.offline_share) && can_be_offline(profile, session.platform);
  session.repeats = pick(kRepeats, draws.uniform());
  session.known_artists = pick(kKnownArtists, draws.uniform());
  session.discoveries = pick(kDiscoveries, draws.uniform());
  if (session.offline) {
    session.repeats = session.known_artists = session.discoveries = Source::Personalised;
    session.reconnect_after =
        base::kMinute +
        static_cast<base::Millis>(random::lognormal(draws, kReconnectMu, kReconnectSigma) * base::kSecond);
  }
  return session;
}

}  // namespace wrapfeed::simulation
