#include <algorithm>

#include "edges.h"
#include "pipeline/encode_truth.h"
#include "samples.h"
#include "users/axes.h"

namespace wrapfeed::foreign {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kPopulations[] = {"typical", "heavy"};
constexpr const char* kIntents[] = {"browsing", "leaning_back"};
constexpr const char* kSources[] = {"unknown", "liked_songs", "playlist",  "album",        "artist",
                                    "search",  "radio",       "editorial", "personalised", "charts"};
constexpr const char* kCauses[] = {"resumed",       "restarted",  "looped",   "album_run", "artist_run",
                                   "obsession_run", "collection", "passage",  "repeat",    "known_artist",
                                   "release",       "viral",      "seasonal", "discovery", "scripted"};
constexpr const char* kTraits[] = {"active",     "sessions_a_day", "session_length", "skip",   "persistence",
                                   "fast_skip",  "leave_later",    "discover",       "run",    "known_artist",
                                   "loop",       "recency",        "idle",           "single", "weekend",
                                   "hour_noise", "obsession",      "night",          "morning"};

template <typename Row>
Sample make_sample(std::int64_t user, const Row& row, Json expected) {
  Sample sample{{}, std::move(expected)};
  pipeline::encode_truth(user, row, sample.record);
  return sample;
}

Sample user_sample(Edges edges) {
  users::Traits traits;
  Json expected;
  const std::int64_t user = edges.long_number();
  expected["user_id"] = user;
  const unsigned population = edges.index(2);
  traits.population = static_cast<events::Population>(population);
  expected["population"] = kPopulations[population];
  for (std::size_t i = 0; i < users::kTraits; ++i) expected["traits"][kTraits[i]] = traits.scores[i] = edges.single();
  expected["mainstream"] = traits.mainstream = edges.single();
  expected["freshness"] = traits.freshness = edges.single();
  for (double& hour : traits.hours) expected["hours"].push_back(hour = edges.real());
  expected["shuffle_share"] = traits.shuffle_share = edges.real();
  expected["like_rate"] = traits.like_rate = edges.real();
  expected["pause_share"] = traits.pause_share = edges.real();
  expected["playlist_rate"] = traits.playlist_rate = edges.real();
  expected["offline_share"] = traits.offline_share = edges.real();
  expected["private_share"] = traits.private_share = edges.real();
  expected["collection_share"] = traits.collection_share = edges.real();
  const users::Axes axes = users::axes_of(traits);
  expected["axes"] = {{"exploration", axes.exploration},
                      {"variety", axes.variety},
                      {"newness", axes.newness},
                      {"uniqueness", axes.uniqueness}};
  expected["edge_case"] = nullptr;
  return make_sample(user, traits, std::move(expected));
}

Sample session_sample(Edges edges) {
  simulation::SessionTruth session;
  Json expected;
  expected["session_id"] = session.session_id = edges.long_number();
  const std::int64_t user = edges.long_number();
  expected["user_id"] = user;
  const unsigned intent = edges.index(2);
  session.intent = static_cast<simulation::Intent>(intent);
  expected["intent"] = kIntents[intent];
  const unsigned context = edges.index(10);
  session.context = static_cast<events::Source>(context);
  expected["context"] = kSources[context];
  expected["local_begin"] = session.local_begin = edges.instant();
  expected["planned_end"] = session.planned_end = edges.instant();
  expected["intensity"] = session.intensity = edges.real();
  return make_sample(user, session, std::move(expected));
}

Sample stream_sample(Edges edges) {
  simulation::StreamTruth stream;
  Json expected;
  expected["stream_id"] = stream.stream_id = edges.long_number();
  expected["session_id"] = stream.session_id = edges.long_number();
  const std::int64_t user = edges.long_number();
  expected["user_id"] = user;
  const unsigned cause = edges.index(15);
  stream.cause = static_cast<simulation::Cause>(cause);
  expected["cause"] = kCauses[cause];
  stream.distance = std::max(-1, edges.number());
  expected["distance"] = stream.distance < 0 ? Json(nullptr) : Json(stream.distance);
  expected["plays_before"] = stream.plays_before = static_cast<std::uint32_t>(std::max(0, edges.number()));
  expected["place"] = stream.place = static_cast<std::uint32_t>(std::max(0, edges.number()));
  const unsigned state = edges.index(2);
  stream.state = static_cast<simulation::Intent>(state);
  expected["state"] = kIntents[state];
  expected["local_start"] = stream.local_start = edges.instant();
  return make_sample(user, stream, std::move(expected));
}

template <typename Make>
std::vector<Sample> samples(int rows, Make make) {
  std::vector<Sample> list;
  for (int row = 0; row < rows; ++row) list.push_back(make(Edges(row)));
  return list;
}

}  // namespace

std::vector<Sample> truth_user_samples(int rows) { return samples(rows, user_sample); }
std::vector<Sample> truth_session_samples(int rows) { return samples(rows, session_sample); }
std::vector<Sample> truth_stream_samples(int rows) { return samples(rows, stream_sample); }

}  // namespace wrapfeed::foreign
