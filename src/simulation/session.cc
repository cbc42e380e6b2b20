#include "simulation/session.h"

#include <algorithm>
#include <optional>

#include "random/distributions.h"

namespace wrapfeed::simulation {
namespace {

using events::Source;

struct Share {
  Source source;
  double share;
};
// What a session that is not from the collection is begun from: the contexts of the Music Streaming Sessions Dataset
// 2019 (catalogue 22.8, editorial 21.3, radio 12.5, personalised 1.6, charts 1.5 % of plays; collection 40.3), the
// catalogue's plays come from searching and from runs within other sessions.
constexpr Share kContexts[] = {
    {Source::Editorial, .57}, {Source::Radio, .34}, {Source::Personalised, .045}, {Source::Charts, .045}};

// Offline, a device has what was downloaded: the collection, or else its mixes; no search and no radio.
constexpr double kReconnectMu = 7.8;  // log of seconds: median 40 minutes
constexpr double kReconnectSigma = 1.2;

Source pick_source(double u) {
  for (const Share& share : kContexts) {
    if (u < share.share) return share.source;
    u -= share.share;
  }
  return kContexts[0].source;
}

std::uint16_t pick_genre(const users::Profile& profile, double u) {
  for (const users::Taste& taste : profile.taste) {
    if (u < taste.weight) return taste.genre;
    u -= taste.weight;
  }
  return profile.taste.front().genre;
}

Context draw_context(const users::Profile& profile, const Library& library, bool offline, random::Draws& draws) {
  const bool from_collection = draws.chance(offline ? 1 : profile.traits.collection_share);
  const std::optional<Context> collection = library.choose_collection(draws);
  Context context;
  const double source = draws.uniform();
  const double genre = draws.uniform();
  if (from_collection && collection) {
    context = *collection;
  } else if (offline) {
    context.source = Source::Personalised;
  } else {
    context.source = pick_source(source);
    const bool one_genre = context.source == Source::Editorial || context.source == Source::Radio;
    if (one_genre) context.genre = pick_genre(profile, genre);
  }
  context.shuffle = draws.chance(profile.traits.shuffle_share);
  return context;
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

Session draw_session(const users::Profile& profile, const Library& library, std::int64_t id, base::Millis begin,
                     random::Draws& draws) {
  Session session;
  session.user = profile.row.user_id;
  session.id = id;
  session.begin = begin;
  session.platform = pick_platform(profile, draws.uniform());
  session.private_session = draws.chance(profile.traits.private_share);
  session.offline = draws.chance(profile.traits.offline_share) && can_be_offline(profile, session.platform);
  session.context = draw_context(profile, library, session.offline, draws);
  if (session.offline) {
    session.reconnect_after =
        base::kMinute +
        static_cast<base::Millis>(random::lognormal(draws, kReconnectMu, kReconnectSigma) * base::kSecond);
  }
  return session;
}

}  // namespace wrapfeed::simulation
