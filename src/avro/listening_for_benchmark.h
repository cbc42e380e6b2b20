#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "avro/encode.h"
#include "events/event.h"

namespace wrapfeed::avro {

// Rows much like a feed's, without its simulation: one listener's streams of a play and an end, a few with a pause, in
// sessions of 16, of favourite tracks and others. About as long and as compressible as real rows.
struct ListeningForBenchmark {
  static constexpr std::uint32_t kTracks = 100'000;

  std::vector<events::Id> track_ids = some_ids(kTracks);
  std::vector<events::Id> artist_ids = some_ids(1);
  std::vector<events::Event> events;

  explicit ListeningForBenchmark(std::size_t streams) {
    for (std::size_t stream = 0; stream < streams; ++stream) add_stream(stream);
  }

  // All rows end to end, as a block holds them.
  Bytes block() const {
    Bytes bytes;
    EventEncoder encoder(track_ids, artist_ids);
    for (const events::Event& event : events) encoder.encode(event, bytes);
    return bytes;
  }

 private:
  static std::vector<events::Id> some_ids(std::size_t count) {
    static constexpr char kLetters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::mt19937 generator(1);
    std::vector<events::Id> ids(count);
    for (events::Id& id : ids)
      for (char& letter : id) letter = kLetters[generator() % 62];
    return ids;
  }

  void add_stream(std::size_t stream) {
    if (stream % 16 == 0) row_.session_id += 1, time_ += 20'000'000 + generator_() % 40'000'000;
    const auto heard =
        static_cast<std::int32_t>(generator_() % 3 == 0 ? generator_() % 90'000 : 150'000 + generator_() % 150'000);
    row_.track = generator_() % 3 != 0 ? generator_() % 600 : generator_() % kTracks;
    row_.stream_id = row_.event_id;
    add_row(events::EventType::Play, events::Reason::Clickrow, 0, events::Event::kNoMillis);
    if (generator_() % 8 == 0) {
      add_row(events::EventType::Pause, events::Reason::None, heard / 2, events::Event::kNoMillis);
      time_ += generator_() % 60'000;
      add_row(events::EventType::Resume, events::Reason::None, heard / 2, events::Event::kNoMillis);
    }
    time_ += heard;
    const bool skipped = heard < 90'000;
    add_row(skipped ? events::EventType::Skip : events::EventType::Complete,
            skipped ? events::Reason::Fwdbtn : events::Reason::Trackdone, heard, heard);
  }

  void add_row(events::EventType type, events::Reason reason, std::int32_t position_ms, std::int32_t ms_played) {
    row_.type = type;
    row_.reason = reason;
    row_.position_ms = position_ms;
    row_.ms_played = ms_played;
    row_.event_time = time_;
    row_.ingest_time = time_ + 200 + generator_() % 800;
    events.push_back(row_);
    row_.event_id += 1;
  }

  std::mt19937 generator_{2};
  std::int64_t time_ = 1'735'689'600'000;
  events::Event row_ = {.event_id = std::int64_t{7} << 24,
                        .user_id = 7,
                        .session_id = std::int64_t{7} << 24,
                        .utc_offset_minutes = 60,
                        .source = events::Source::LikedSongs,
                        .platform = events::Platform::Ios,
                        .country = {'D', 'E'}};
};

}  // namespace wrapfeed::avro
