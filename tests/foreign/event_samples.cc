#include "avro/encode.h"
#include "edges.h"
#include "samples.h"

namespace wrapfeed::foreign {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kTypes[] = {"unknown",
                                  "play",
                                  "pause",
                                  "resume",
                                  "seek",
                                  "skip",
                                  "complete",
                                  "stop",
                                  "like",
                                  "unlike",
                                  "playlist_create",
                                  "playlist_add",
                                  "playlist_remove",
                                  "follow",
                                  "unfollow"};
constexpr const char* kReasons[] = {"unknown", "trackdone", "fwdbtn",  "backbtn", "clickrow",   "playbtn",
                                    "appload", "remote",    "endplay", "logout",  "trackerror", "unexpected_exit"};
constexpr const char* kSources[] = {"unknown", "liked_songs", "playlist",  "album",        "artist",
                                    "search",  "radio",       "editorial", "personalised", "charts"};
constexpr const char* kPlatforms[] = {"unknown", "android", "ios", "windows", "osx", "linux", "web_player", "cast"};

// Each nullable is null in some rows.
bool is_null(Edges& edges) { return edges.index(3) == 0; }

template <typename Enum, std::size_t size>
Json fill_nullable_symbol(Edges& edges, const char* const (&symbols)[size], Enum& value) {
  if (is_null(edges)) return {};
  const unsigned index = edges.index(size);
  value = static_cast<Enum>(index);
  return symbols[index];
}

template <typename Number>
Json fill_nullable_number(Edges& edges, Number value, Number& field) {
  if (is_null(edges)) return {};
  return field = value;
}

Json fill_nullable_id(Edges& edges, std::vector<events::Id>& ids, std::uint32_t& number) {
  if (is_null(edges)) return {};
  number = static_cast<std::uint32_t>(ids.size());
  ids.push_back(edges.id());
  return events::text(ids.back());
}

Sample event_sample(Edges edges) {
  events::Event event;
  std::vector<events::Id> tracks;
  std::vector<events::Id> artists;
  Json expected;
  expected["event_id"] = event.event_id = edges.long_number();
  const unsigned type = edges.index(15);
  event.type = static_cast<events::EventType>(type);
  expected["event_type"] = kTypes[type];
  expected["event_time"] = event.event_time = edges.instant();
  expected["ingest_time"] = event.ingest_time = edges.instant();
  expected["utc_offset_minutes"] = event.utc_offset_minutes = static_cast<std::int16_t>(edges.number());
  expected["user_id"] = event.user_id = edges.long_number();
  expected["session_id"] = event.session_id = edges.long_number();
  expected["stream_id"] = fill_nullable_number(edges, edges.id_number(), event.stream_id);
  expected["track_id"] = fill_nullable_id(edges, tracks, event.track);
  expected["position_ms"] = fill_nullable_number(edges, edges.number(), event.position_ms);
  expected["ms_played"] = fill_nullable_number(edges, edges.number(), event.ms_played);
  expected["reason"] = fill_nullable_symbol(edges, kReasons, event.reason);
  expected["source"] = fill_nullable_symbol(edges, kSources, event.source);
  expected["shuffle"] = event.shuffle = edges.boolean();
  expected["offline"] = event.offline = edges.boolean();
  expected["private_session"] = event.private_session = edges.boolean();
  const unsigned platform = edges.index(8);
  event.platform = static_cast<events::Platform>(platform);
  expected["platform"] = kPlatforms[platform];
  event.country = {'B', 'R'};
  expected["country"] = "BR";
  expected["playlist_id"] = fill_nullable_number(edges, edges.id_number(), event.playlist_id);
  expected["playlist_name"] = nullptr;
  if (!is_null(edges)) expected["playlist_name"] = event.playlist_name = edges.text();
  expected["artist_id"] = fill_nullable_id(edges, artists, event.artist);
  Sample sample{{}, std::move(expected)};
  avro::EventEncoder(tracks, artists).encode(event, sample.record);
  return sample;
}

}  // namespace

std::vector<Sample> event_samples(int rows) {
  std::vector<Sample> list;
  for (int row = 0; row < rows; ++row) list.push_back(event_sample(Edges(row)));
  return list;
}

}  // namespace wrapfeed::foreign
