#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace wrapfeed::events {

// Enumerators stand in the order of the symbols in schemas/event.avsc (a test compares them), so that the Avro index
// is the value. "None" stands for null and is no symbol.
enum class EventType : std::uint8_t {
  Unknown,
  Play,
  Pause,
  Resume,
  Seek,
  Skip,
  Complete,
  Stop,
  Like,
  Unlike,
  PlaylistCreate,
  PlaylistAdd,
  PlaylistRemove,
  Follow,
  Unfollow,
};

enum class Reason : std::uint8_t {
  Unknown,
  Trackdone,
  Fwdbtn,
  Backbtn,
  Clickrow,
  Playbtn,
  Appload,
  Remote,
  Endplay,
  Logout,
  Trackerror,
  UnexpectedExit,
  None = 255,
};

enum class Source : std::uint8_t {
  Unknown,
  LikedSongs,
  Playlist,
  Album,
  Artist,
  Search,
  Radio,
  Editorial,
  Personalised,
  Charts,
  None = 255,
};

enum class Platform : std::uint8_t { Unknown, Android, Ios, Windows, Osx, Linux, WebPlayer, Cast };

using Country = std::array<char, 2>;  // ISO 3166 alpha-2

// One row of the event table. The meaning, unit and allowed values of each field stand in schemas/event.avsc.
// Tracks and artists are numbers of the catalog here and become 22-character ids when encoded.
struct Event {
  static constexpr std::int64_t kNoId = -1;
  static constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;
  static constexpr std::int32_t kNoMillis = -1;

  std::int64_t event_id = 0;
  std::int64_t event_time = 0;   // ms since 1970, UTC
  std::int64_t ingest_time = 0;  // ms since 1970, UTC; > event_time
  std::int64_t user_id = 0;
  std::int64_t session_id = 0;
  std::int64_t stream_id = kNoId;
  std::int64_t playlist_id = kNoId;
  std::string_view playlist_name = {};  // no data pointer = null; the producer says how long it lives
  std::uint32_t track = kNoNumber;
  std::uint32_t artist = kNoNumber;
  std::int32_t position_ms = kNoMillis;
  std::int32_t ms_played = kNoMillis;
  std::int16_t utc_offset_minutes = 0;
  EventType type = EventType::Unknown;
  Reason reason = Reason::None;
  Source source = Source::None;
  Platform platform = Platform::Unknown;
  bool shuffle = false;
  bool offline = false;
  bool private_session = false;
  Country country = {'Z', 'Z'};
};

}  // namespace wrapfeed::events
