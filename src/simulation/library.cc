#include "simulation/library.h"

#include <fmt/format.h>

#include <algorithm>

namespace wrapfeed::simulation {
namespace {

constexpr double kUnlike = 0.002;     // of enjoyed plays of a liked track
constexpr double kLikedBefore = 1.5;  // times the like rate: tracks of the past that are in the library already
constexpr double kRemove = 0.004;     // of enjoyed plays of a track on a playlist
constexpr double kFollow = 0.004;     // of enjoyed plays of an artist not followed
constexpr double kUnfollow = 0.0004;
// A listener has about a dozen playlists of some twenty tracks after a year (LISTENING: median 13.5, size median 22).
constexpr double kNewPlaylist = 0.06;  // of additions
constexpr std::size_t kMostPlaylists = 250;
constexpr std::size_t kRecentPlaylists = 4;

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

void Library::begin(const users::Profile& profile) {
  profile_ = &profile;
  playlists_.clear();
  playlists_.reserve(kMostPlaylists);  // views of the names stay valid
  followed_.clear();
}

void Library::remember_past(std::uint32_t track, std::uint32_t word) {
  if (random::unit(word) < kLikedBefore * profile_->traits.like_rate) notes_.of(track).liked = true;
}

void Library::enjoy(std::uint32_t track, base::Days day, random::Draws& draws, std::vector<LibraryAction>& actions) {
  like_or_unlike(track, draws, actions);
  change_playlists(track, day, draws, actions);
  follow_or_unfollow(track, draws, actions);
}

void Library::like_or_unlike(std::uint32_t track, random::Draws& draws, std::vector<LibraryAction>& actions) {
  const double u = draws.uniform();
  const TrackNote note = notes_.find(track);
  if (!note.liked && u < profile_->traits.like_rate) {
    TrackNote& made = notes_.of(track);
    made.liked = made.like_is_in_feed = true;
    actions.push_back({events::EventType::Like});
  } else if (note.like_is_in_feed && u < kUnlike) {
    TrackNote& made = notes_.of(track);
    made.liked = made.like_is_in_feed = false;
    actions.push_back({events::EventType::Unlike});
  }
}

void Library::change_playlists(std::uint32_t track, base::Days day, random::Draws& draws,
                               std::vector<LibraryAction>& actions) {
  const double u = draws.uniform();
  const std::uint8_t on = notes_.find(track).playlist;
  if (on != TrackNote::kNoPlaylist) {
    if (u >= kRemove) return;
    notes_.of(track).playlist = TrackNote::kNoPlaylist;
    actions.push_back({events::EventType::PlaylistRemove, on});
    return;
  }
  if (u >= profile_->traits.playlist_rate) return;
  if (playlists_.empty() || (draws.chance(kNewPlaylist) && playlists_.size() < kMostPlaylists)) {
    create_playlist(track, day, draws);
    actions.push_back({events::EventType::PlaylistCreate, static_cast<std::uint8_t>(playlists_.size() - 1)});
  }
  const auto recent = static_cast<std::uint32_t>(std::min(playlists_.size(), kRecentPlaylists));
  const bool created = !actions.empty() && actions.back().type == events::EventType::PlaylistCreate;
  const auto to = static_cast<std::uint8_t>(playlists_.size() - 1 - (created ? 0 : draws.below(recent)));
  notes_.of(track).playlist = to;
  actions.push_back({events::EventType::PlaylistAdd, to});
}

void Library::create_playlist(std::uint32_t track, base::Days day, random::Draws& draws) {
  playlists_.push_back(simulation::playlist_name(catalog_, track, day, playlists_.size(), draws));
}

void Library::follow_or_unfollow(std::uint32_t track, random::Draws& draws, std::vector<LibraryAction>& actions) {
  const double u = draws.uniform();
  if (u >= kFollow) return;
  const std::uint32_t artist = catalog_.track_row(track).artist;
  const auto at = std::find(followed_.begin(), followed_.end(), artist);
  if (at == followed_.end()) {
    followed_.push_back(artist);
    actions.push_back({events::EventType::Follow});
  } else if (u < kUnfollow) {
    followed_.erase(at);
    actions.push_back({events::EventType::Unfollow});
  }
}

events::Source Library::own_source(std::uint32_t track) const {
  const TrackNote note = notes_.find(track);
  if (note.playlist != TrackNote::kNoPlaylist) return events::Source::Playlist;
  return note.liked ? events::Source::LikedSongs : events::Source::None;
}

// Numbers of a user's playlists follow each other: user * 2^8 + number.
std::int64_t Library::playlist_id(std::uint8_t playlist) const { return profile_->row.user_id * 256 + playlist; }

}  // namespace wrapfeed::simulation
