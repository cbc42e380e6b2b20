#include "simulation/library.h"

#include <fmt/format.h>

#include <algorithm>

namespace wrapfeed::simulation {
namespace {

constexpr double kUnlike = 0.002;     // of completed plays of a liked track
constexpr double kLikedBefore = 1.5;  // times the like rate: tracks of the past that are in the library already
constexpr double kRemove = 0.004;     // of completed plays of a track on a playlist
constexpr double kFollow = 0.004;     // of completed plays of an artist not followed
constexpr double kUnfollow = 0.1;     // of those of a followed one that come as far as following
// A listener has about a dozen playlists of some twenty tracks after a year (LISTENING: median 13.5, size median 22).
constexpr double kNewPlaylist = 0.06;  // of additions
constexpr std::size_t kMostPlaylists = 250;
constexpr std::size_t kRecentPlaylists = 4;
constexpr std::size_t kLongEnough = 8;       // tracks, to begin a session from
constexpr std::size_t kPlayedPlaylists = 8;  // the latest, that sessions are begun from
constexpr Threshold kFromLiked(0.5);         // of sessions from the collection

constexpr std::string_view kSeasons[4] = {"Winter", "Spring", "Summer", "Autumn"};
constexpr std::string_view kThemes[] = {"Favourites", "Morning",   "Gym",        "Focus",    "Road trip", "Party",
                                        "Chill",      "Sad hours", "Throwbacks", "Cooking",  "Running",   "Late night",
                                        "Sunday",     "Work",      "Dinner",     "On repeat"};

std::string playlist_name(const catalog::Catalog& catalog, std::uint32_t track, base::Days day, std::size_t number,
                          random::Draws& draws) {
  const auto [year, month, dom] = base::civil_from_days(day);
  switch (draws.below(4)) {
    case 0:
      return fmt::format("{} {}", kSeasons[month % 12 / 3], year);
    case 1:
      return fmt::format("{} mix", catalog.genres()[catalog.track_row(track).genre]);
    case 2:
      return fmt::format("My playlist #{}", number + 1);
    default:
      return std::string(kThemes[draws.below(std::size(kThemes))]);
  }
}

}  // namespace

Library::Library(const catalog::Catalog& catalog, Repertoire& known)
    : catalog_(catalog), known_(known), playlists_(kMostPlaylists) {}

void Library::begin(const users::Profile& profile) {
  profile_ = &profile;
  const users::Traits& traits = profile.traits;
  double share = traits.like_rate;
  habits_.like = Threshold(share);
  habits_.unlike = Threshold(share += kUnlike);
  habits_.add = Threshold(share += traits.playlist_rate);
  habits_.remove = Threshold(share += kRemove);
  habits_.follow = Threshold(share += kFollow);
  habits_.liked_before = Threshold(kLikedBefore * traits.like_rate);
  liked_.clear();
  playlist_count_ = 0;
  followed_.clear();
}

void Library::remember_past(Slot slot, std::uint32_t word) {
  if (!habits_.liked_before.hit(word)) return;
  KnownTrack& known = known_[slot];
  if (!known.liked) liked_.push_back(slot);
  known.liked = true;
}

void Library::enjoy(Slot slot, base::Days day, std::uint32_t word, random::Draws draws,
                    std::vector<LibraryAction>& actions) {
  if (!is_moved_by(word)) return;
  if (habits_.like.hit(word)) return like(slot, actions);
  if (habits_.unlike.hit(word)) return unlike(slot, actions);
  if (habits_.add.hit(word)) return add(slot, day, draws, actions);
  if (habits_.remove.hit(word)) return remove(slot, actions);
  follow_or_unfollow(slot, draws, actions);
}

void Library::like(Slot slot, std::vector<LibraryAction>& actions) {
  KnownTrack& known = known_[slot];
  if (known.liked) return;
  known.liked = known.like_is_in_feed = true;
  liked_.push_back(slot);
  actions.push_back({events::EventType::Like});
}

void Library::unlike(Slot slot, std::vector<LibraryAction>& actions) {
  KnownTrack& known = known_[slot];
  if (!known.like_is_in_feed) return;
  known.liked = known.like_is_in_feed = false;
  std::erase(liked_, slot);
  actions.push_back({events::EventType::Unlike});
}

void Library::add(Slot slot, base::Days day, random::Draws& draws, std::vector<LibraryAction>& actions) {
  KnownTrack& known = known_[slot];
  if (known.playlist != KnownTrack::kNoPlaylist) return;
  const bool creates = playlist_count_ == 0 || (draws.chance(kNewPlaylist) && playlist_count_ < kMostPlaylists);
  if (creates) create_playlist(slot, day, draws);
  const auto recent = static_cast<std::uint32_t>(std::min(playlist_count_, kRecentPlaylists));
  const auto to = static_cast<std::uint8_t>(playlist_count_ - 1 - (creates ? 0 : draws.below(recent)));
  if (creates) actions.push_back({events::EventType::PlaylistCreate, to});
  known.playlist = to;
  playlists_[to].tracks.push_back(slot);
  actions.push_back({events::EventType::PlaylistAdd, to});
}

void Library::remove(Slot slot, std::vector<LibraryAction>& actions) {
  KnownTrack& known = known_[slot];
  if (known.playlist == KnownTrack::kNoPlaylist) return;
  std::erase(playlists_[known.playlist].tracks, slot);
  actions.push_back({events::EventType::PlaylistRemove, known.playlist});
  known.playlist = KnownTrack::kNoPlaylist;
}

void Library::create_playlist(Slot slot, base::Days day, random::Draws& draws) {
  Playlist& made = playlists_[playlist_count_];
  made.name = simulation::playlist_name(catalog_, known_[slot].track, day, playlist_count_, draws);
  made.tracks.clear();
  made.next = 0;
  ++playlist_count_;
}

void Library::follow_or_unfollow(Slot slot, random::Draws& draws, std::vector<LibraryAction>& actions) {
  const std::uint32_t artist = known_[slot].artist;
  const auto at = std::find(followed_.begin(), followed_.end(), artist);
  if (at == followed_.end()) {
    followed_.push_back(artist);
    actions.push_back({events::EventType::Follow});
  } else if (draws.chance(kUnfollow)) {
    followed_.erase(at);
    actions.push_back({events::EventType::Unfollow});
  }
}

bool Library::choose_collection(std::uint32_t word, Context& context) const {
  const bool liked = kFromLiked.hit(word);
  const auto latest = static_cast<std::uint32_t>(std::min(playlist_count_, kPlayedPlaylists));
  const std::size_t playlist = playlist_count_ - 1 - scaled(low_half(word), latest);
  if (!liked && latest > 0 && playlists_[playlist].tracks.size() >= kLongEnough) {
    context.source = events::Source::Playlist;
    context.playlist = static_cast<std::uint8_t>(playlist);
    return true;
  }
  if (liked_.size() < kLongEnough) return false;
  context.source = events::Source::LikedSongs;
  return true;
}

Library::Slot Library::pick(const Context& collection, std::uint32_t word) {
  if (collection.source == events::Source::LikedSongs) {
    if (liked_.empty()) return Repertoire::kNone;
    const auto count = static_cast<std::uint32_t>(liked_.size());
    return liked_[count - 1 - scaled(squared(word), count)];
  }
  Playlist& playlist = playlists_[collection.playlist];
  const auto count = static_cast<std::uint32_t>(playlist.tracks.size());
  if (count == 0) return Repertoire::kNone;
  if (collection.shuffle) return playlist.tracks[scaled(word, count)];
  if (playlist.next >= count) playlist.next = 0;
  return playlist.tracks[playlist.next++];
}

}  // namespace wrapfeed::simulation
