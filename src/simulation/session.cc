#include "simulation/session.h"

#include <algorithm>

#include "random/coarse.h"

namespace wrapfeed::simulation {
namespace {

using events::Source;

// What a session that is not from the collection is begun from: the contexts of the Music Streaming Sessions Dataset
// 2019 (catalogue 22.8, editorial 21.3, radio 12.5, personalised 1.6, charts 1.5 % of plays; collection 40.3), the
// catalogue's plays come from searching and from runs within other sessions.
constexpr std::array<std::uint32_t, 3> kContextShares = {Threshold(.57).bits(), Threshold(.91).bits(),
                                                         Threshold(.955).bits()};
constexpr std::array<Source, 4> kContexts = {Source::Editorial, Source::Radio, Source::Personalised, Source::Charts};

// Offline, a device has what was downloaded: the collection, or else its mixes; no search and no radio.
constexpr double kReconnectMu = 7.8;  // log of seconds: median 40 minutes
constexpr double kReconnectSigma = 1.2;

bool is_phone(events::Platform platform) {
  return platform == events::Platform::Android || platform == events::Platform::Ios;
}

base::Millis reconnection(std::uint32_t word) {
  const double seconds = random::coarse::exp(kReconnectMu + kReconnectSigma * random::coarse::normal(word));
  return base::kMinute + static_cast<base::Millis>(seconds * base::kSecond);
}

}  // namespace

void SessionHabits::begin(std::uint64_t seed, const users::Profile& profile) {
  words_.begin(seed, random::Purpose::Session, static_cast<std::uint64_t>(profile.row.user_id));
  double sum = 0;
  for (std::size_t i = 0; i < platforms_.size(); ++i) platforms_[i] = Threshold(sum += profile.platforms[i]).bits();
  const users::Traits& traits = profile.traits;
  private_ = Threshold(traits.private_share);
  offline_ = Threshold(traits.offline_share);
  own_ = Threshold(traits.collection_share);
  shuffle_ = Threshold(traits.shuffle_share);
  downloads_ = profile.row.plan != events::Plan::Free;
  genre_shares_.clear();
  genres_.clear();
  sum = 0;
  for (const users::Taste& taste : profile.taste) {
    genre_shares_.push_back(Threshold(sum += taste.weight).bits());
    genres_.push_back(taste.genre);
  }
}

void SessionHabits::draw(std::uint32_t number, const Library& library, Session& session) {
  const Words::Row words = words_.at(number);
  session.platform = static_cast<events::Platform>(passed(platforms_, words[kDevice]));
  session.private_session = private_.hit(words[kPrivate]);
  session.offline = downloads_ && is_phone(session.platform) && offline_.hit(low_half(words[kPrivate]));
  session.reconnect_after = session.offline ? reconnection(words[kReconnect]) : 0;
  session.context = draw_context(words, library, session.offline);
}

Context SessionHabits::draw_context(Words::Row words, const Library& library, bool offline) const {
  Context context;
  context.shuffle = shuffle_.hit(low_half(words[kOwn]));
  if ((offline || own_.hit(words[kOwn])) && library.choose_collection(words[kCollection], context)) return context;
  context.source = offline ? Source::Personalised : kContexts[passed(kContextShares, words[kSource])];
  const bool one_genre = context.source == Source::Editorial || context.source == Source::Radio;
  if (one_genre) context.genre = genre(words[kGenre]);
  return context;
}

// Shares fall, so most searches end within the first few; what rounding leaves is the favourite's.
std::uint16_t SessionHabits::genre(std::uint32_t word) const {
  std::size_t place = 0;
  while (place < genres_.size() && word >= genre_shares_[place]) ++place;
  return genres_[place < genres_.size() ? place : 0];
}

}  // namespace wrapfeed::simulation
