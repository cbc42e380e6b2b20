#include "catalog/track_naming.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <unordered_set>

#include "base/time.h"
#include "catalog/genre_profile.h"
#include "random/draws.h"

namespace wrapfeed::catalog {

namespace {

using random::Purpose;

// What CatalogName's index stands for.
constexpr std::uint32_t kTitle = 0;
constexpr std::uint32_t kAlbum = 1;
constexpr std::uint32_t kEnding = 2;
constexpr std::uint32_t kArtist = 3;  // and further tries

// A name that an earlier artist has is drawn again so often; of 60,266 real artists 5.3 % share a name.
constexpr std::uint32_t kTries = 4;

constexpr double kGuestInTitle = 0.12;
constexpr double kVersion = 0.07;
constexpr double kMix = 0.25;
constexpr double kTitleTrack = 0.25;  // of albums and EPs: named after one of its tracks
constexpr double kCompiled = 0.35;    // of singles: known from a collection of another name
constexpr double kLiveAlbum = 0.02;
constexpr double kRemaster = 0.20;  // of albums before 2000

constexpr double kFestiveTitle = 0.75;  // of the tracks of a Christmas album or EP; its name says it of the others

// Share of the last quarter's releases that are for Christmas: 0.4 % of all tracks come out of it.
double festive_share(Family family) {
  switch (family) {
    case Family::Pop:
      return 0.074;
    case Family::Soul:
    case Family::Jazz:
    case Family::Classical:
    case Family::Country:
    case Family::Folk:
    case Family::Children:
      return 0.037;
    default:
      return 0.012;
  }
}

}  // namespace

TrackNaming::TrackNaming(std::uint64_t seed, const std::vector<SyntheticArtist>& artists)
    : seed_(seed), artists_(artists) {
  for (const GenreProfile& profile : genre_profiles()) {
    auto& numbers = languages_.emplace_back();
    for (const auto& language : profile.languages) numbers.push_back(maker_.language(language.code));
  }
  name_artists();
}

void TrackNaming::name_artists() {
  artist_names_.reserve(artists_.size());
  std::unordered_set<std::uint64_t> taken;
  std::string name;
  for (std::uint32_t i = 0; i < artists_.size(); ++i) {
    const SyntheticArtist& artist = artists_[i];
    const std::uint8_t language = languages_[artist.genre][artist.language];
    for (std::uint32_t attempt = 0; attempt < kTries; ++attempt) {
      random::Draws draws(seed_, Purpose::CatalogName, i, kArtist + attempt);
      name.clear();
      maker_.artist(language, genre_profiles()[artist.genre].family, draws, name);
      if (taken.insert(XXH3_64bits(name.data(), name.size())).second) break;
    }
    artist_names_.push_back(artist_text_.add(name));
  }
}

bool TrackNaming::draws_festive(const Release& release) const {
  if (release.precision != events::DatePrecision::Day || base::civil_from_days(release.day).month < 10) return false;
  random::Draws draws(seed_, Purpose::CatalogFestive, release.first_track);
  return draws.chance(festive_share(family_)) && maker_.has_festive(language_);
}

void TrackNaming::begin(const Release& release) {
  const SyntheticArtist& artist = artists_[release.artist];
  release_ = release;
  family_ = genre_profiles()[artist.genre].family;
  language_ = languages_[artist.genre][artist.language];
  festive_ = draws_festive(release);
  if (titles_.size() < release.track_count) {
    titles_.resize(release.track_count);
    tracks_.resize(release.track_count);
  }
  ending_.clear();
  random::Draws draws(seed_, Purpose::CatalogName, release.first_track, kEnding);
  const int year = base::civil_from_days(release.day).year;
  const bool old = draws.chance(kRemaster) && year < 2000;
  const bool live = draws.chance(kLiveAlbum) && release.kind == ReleaseKind::Album;
  if (old) ending_ = fmt::format(" - Remastered {}", 2000 + draws.below(24));
  if (live) ending_ = " - Live";
}

void TrackNaming::name_track(std::uint32_t place, std::span<const std::uint32_t> artists) {
  random::Draws draws(seed_, Purpose::CatalogName, release_.first_track + place, kTitle);
  std::string& title = titles_[place];
  title.clear();
  if (festive_ && (release_.kind == ReleaseKind::Single || draws.chance(kFestiveTitle))) {
    maker_.festive(language_, draws, title);
  } else {
    maker_.title(language_, family_, draws, title);
  }
  tracks_[place] = title;
  add_ending(title, draws, artists, tracks_[place]);
}

void TrackNaming::add_ending(const std::string& title, random::Draws& draws, std::span<const std::uint32_t> artists,
                             std::string& name) const {
  if (draws.chance(kGuestInTitle) && artists.size() > 1 && title.find('(') == std::string::npos) {
    name += " (feat. ";
    name += artist_name(artists[1]);
    name += ')';
  }
  if (!ending_.empty()) {
    name += ending_;
  } else if (family_ != Family::Classical && draws.chance(has_mixes(family_) ? kMix : kVersion)) {
    maker_.version(family_, draws, name);
  }
}

// A single is named after its (first) track; the others have a title track or a name of their own.
void TrackNaming::finish() {
  random::Draws draws(seed_, Purpose::CatalogName, release_.first_track, kAlbum);
  album_.clear();
  if (release_.kind == ReleaseKind::Single && !draws.chance(kCompiled)) {
    album_ = tracks_[0];
  } else if (festive_ && release_.kind != ReleaseKind::Single) {
    maker_.festive(language_, draws, album_);
  } else if (draws.chance(kTitleTrack)) {
    album_ = titles_[draws.below(release_.track_count)];
  } else {
    maker_.album(language_, family_, draws, album_);
  }
  if (release_.kind == ReleaseKind::Ep && draws.chance(0.4)) album_ += " EP";
  if (release_.kind == ReleaseKind::Album && ending_ == " - Live") album_ += " (Live)";
}

}  // namespace wrapfeed::catalog
