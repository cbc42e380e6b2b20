#include "simulation/choice.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

constexpr Threshold kResume(0.0811);  // a session begins with the track played last
constexpr Threshold kRestart(0.00348);
constexpr Threshold kLoopEnds(0.32);
constexpr Threshold kRunInOrder(0.925);
constexpr Threshold kPassage(0.207);
constexpr Threshold kShortRun(0.428);
constexpr double kShortRunLength = 1.48;
constexpr double kLongRunLength = 7.42;
constexpr double kRunLengthPower = 1.32;
constexpr Threshold kObsessionChanges(0.346);
constexpr Threshold kObsessionFromHistory(0.7);
constexpr std::uint32_t kAlbumArtist = 24;  // tracks that an artist of the moment has at least, where there is one
constexpr int kArtistTries = 8;
constexpr std::uint32_t kTrackTries = 6;

// What each common word decides.
enum Word { kGoOn, kStartRun, kTakePassage, kNew, kStartLoop, kDistance, kWhose, kWhichTrack };
// What each rare word decides: two 64-bit draws for the catalog, then the run.
enum RareWord { kGenreHigh, kGenreLow, kArtistHigh, kArtistLow, kRunClass, kRunLength };

std::uint64_t pair(const std::array<std::uint32_t, 8>& words, int high) {
  return static_cast<std::uint64_t>(words[high]) << 32 | words[high + 1];
}

// Other bits for another try.
constexpr std::uint64_t again(std::uint64_t bits) { return bits * 0x5851F42D4C957F2D + 0x14057B7EF767814F; }

}  // namespace

// Draws of artists from the catalog, one after the other.
struct Chooser::ArtistDraws {
  explicit ArtistDraws(const ChoiceWords& words)
      : genre(pair(words.rare, kGenreHigh)), artist(pair(words.rare, kArtistHigh)) {}
  std::uint64_t genre;
  std::uint64_t artist;
};

namespace {

// Further plays of an artist run: 1 + floor(l E^1.32), of two classes.
std::uint32_t run_length(const ChoiceWords& words) {
  const double scale = kShortRun.hit(words.rare[kRunClass]) ? kShortRunLength : kLongRunLength;
  const double waiting = -random::log(random::unit(words.rare[kRunLength]));
  return 1 + static_cast<std::uint32_t>(scale * random::pow(waiting, kRunLengthPower));
}

}  // namespace

std::uint32_t oldest_track(const catalog::Catalog& catalog) {
  std::uint32_t oldest = 0;
  for (std::uint32_t track = 1; track < catalog.track_count(); ++track) {
    if (catalog.track_row(track).release_day < catalog.track_row(oldest).release_day) oldest = track;
  }
  return oldest;
}

ChoiceWords choice_words(std::uint64_t seed, random::Purpose purpose, std::uint64_t user, std::uint32_t index) {
  ChoiceWords words;
  for (std::uint16_t block = 0; block < 4; ++block) {
    const random::Block drawn = random::block_at(seed, purpose, user, index, block);
    std::copy(drawn.begin(), drawn.end(), (block < 2 ? words.common : words.rare).begin() + 4 * (block % 2));
  }
  return words;
}

Chooser::Chooser(const catalog::Catalog& catalog, const catalog::ArtistSampler& artists, TrackMemory& notes)
    : catalog_(catalog),
      artists_(artists),
      notes_(notes),
      oldest_artist_(catalog.track_row(oldest_track(catalog)).artist) {}

void Chooser::begin(const users::Profile& profile) {
  std::vector<double> weights;
  genre_numbers_.clear();
  for (const users::Taste& taste : profile.taste) {
    genre_numbers_.push_back(taste.genre);
    weights.push_back(taste.weight);
  }
  genres_ = random::AliasTable(weights);
  history_.clear();
  begin_session();
}

void Chooser::begin_week(const ChoiceWords& words, base::Days day) {
  const bool first = history_.length() == 0;
  if (!first && !kObsessionChanges.hit(words.common[0])) return;
  if (!first && kObsessionFromHistory.hit(words.common[1])) {
    obsession_ = catalog_.track_row(history_.back(scaled(words.common[2], history_.length()))).artist;
  } else {
    obsession_ = album_artist(words, day);
  }
}

void Chooser::begin_session() {
  run_left_ = 0;
  looping_ = in_passage_ = false;
  first_of_session_ = true;
}

Choice Chooser::next(const Week& week, const ChoiceWords& words, base::Days day) {
  const Choice choice = decide(week, words, day);
  if (!looping_ && choice.cause != Cause::Restarted && choice.cause != Cause::Resumed) {
    looping_ = week.loop.hit(words.common[kStartLoop]);
  }
  if (began_run_) cap_run(choice.track, day);
  current_ = choice.track;
  history_.push(current_);
  notes_.of(current_).heard = true;
  first_of_session_ = false;
  return choice;
}

// An artist of few tracks is soon through: a run takes no track twice.
void Chooser::cap_run(std::uint32_t track, base::Days day) {
  run_left_ = std::min(run_left_, catalog_.released_tracks(catalog_.track_row(track).artist, day) - 1);
  began_run_ = false;
}

Choice Chooser::decide(const Week& week, const ChoiceWords& words, base::Days day) {
  const std::uint32_t word = words.common[kGoOn];
  if (history_.length() == 0) return choose_new(week, words, day);
  if (looping_) {
    looping_ = !kLoopEnds.hit(word);
    return {current_, Cause::Looped};
  }
  if (first_of_session_) {
    if (kResume.hit(word)) return {current_, Cause::Resumed};
  } else if (kRestart.hit(words.common[kWhose])) {
    return {current_, Cause::Restarted};
  }
  if (run_left_ > 0) return go_on_with_run(words, day);
  return choose_freely(week, words, day);
}

Choice Chooser::go_on_with_run(const ChoiceWords& words, base::Days day) {
  const std::uint32_t artist = catalog_.track_row(current_).artist;
  --run_left_;
  if (!kRunInOrder.hit(words.common[kGoOn])) {
    return {popular_track(artist, words.common[kWhichTrack], day), Cause::ArtistRun};
  }
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  const std::uint32_t released = catalog_.released_tracks(artist, day);
  const std::uint32_t following = row.first_track + (current_ - row.first_track + 1) % released;
  const bool same_album = catalog_.track_row(current_).album_left > 0 && following == current_ + 1;
  return {following, same_album ? Cause::AlbumRun : Cause::ArtistRun};
}

Choice Chooser::choose_freely(const Week& week, const ChoiceWords& words, base::Days day) {
  const bool runs = week.run.hit(words.common[kStartRun]);
  began_run_ = runs;
  if (runs) run_left_ = run_length(words);
  if (runs && week.obsession.hit(words.common[kWhose])) {
    const std::uint32_t released = catalog_.released_tracks(obsession_, day);
    const std::uint32_t any = catalog_.artist_row(obsession_).first_track + scaled(words.common[kWhichTrack], released);
    return {any, Cause::ObsessionRun};
  }
  if (in_passage_ && kPassage.hit(words.common[kTakePassage]) && history_.remembers(passage_)) {
    return copy(passage_, Cause::Passage);
  }
  if (week.discover.hit(words.common[kNew])) return choose_new(week, words, day);
  return copy(place_back(week.recency, words.common[kDistance]), Cause::Repeat);
}

// A track not heard before: by an artist heard before, or by one of the catalog. Where nothing is left to discover,
// the artist's popular tracks again.
Choice Chooser::choose_new(const Week& week, const ChoiceWords& words, base::Days day) {
  const std::uint32_t word = words.common[kWhichTrack];
  if (history_.length() > 0 && week.known_artist.hit(words.common[kWhose])) {
    const std::uint32_t artist =
        catalog_.track_row(history_.at(place_back(week.artist_recency, words.common[kDistance]))).artist;
    if (const auto track = unheard_track(artist, word, day)) return {*track, Cause::KnownArtist};
  }
  ArtistDraws draws(words);
  std::uint32_t artist = oldest_artist_;
  for (int i = 0; i < kArtistTries; ++i) {
    const std::uint32_t drawn = pick_artist(draws);
    if (catalog_.released_tracks(drawn, day) == 0) continue;
    artist = drawn;
    if (const auto track = unheard_track(artist, word, day)) return {*track, Cause::Discovery};
  }
  if (artist == oldest_artist_ && history_.length() > 0) {  // nothing of the genres drawn is out yet
    return copy(place_back(week.recency, words.common[kDistance]), Cause::Repeat);
  }
  return {popular_track(artist, word, day), Cause::Discovery};
}

Choice Chooser::copy(std::uint32_t place, Cause cause) {
  passage_ = place + 1;
  in_passage_ = true;
  return {history_.at(place), cause};
}

// An artist of the listener's genres.
std::uint32_t Chooser::pick_artist(ArtistDraws& draws) const {
  const std::uint16_t genre = genre_numbers_[genres_.pick(draws.genre)];
  const std::uint32_t artist = artists_.pick(genre, draws.artist);
  draws.genre = again(draws.genre);
  draws.artist = again(draws.artist);
  return artist;
}

// Of a few artists of the listener's genres, the first with albums to go through, else the one with most tracks.
std::uint32_t Chooser::album_artist(const ChoiceWords& words, base::Days day) const {
  ArtistDraws draws(words);
  std::uint32_t best = oldest_artist_;
  std::uint32_t most = 0;
  for (int i = 0; i < kArtistTries && most < kAlbumArtist; ++i) {
    const std::uint32_t artist = pick_artist(draws);
    const std::uint32_t released = catalog_.released_tracks(artist, day);
    if (released > most) best = artist, most = released;
  }
  return best;
}

// From a popular rank on, the first released track that was not heard; of a few.
std::optional<std::uint32_t> Chooser::unheard_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const std::uint32_t count = catalog_.artist_row(artist).track_count;
  const std::uint32_t rank = scaled(squared(word), count);
  for (std::uint32_t i = 0; i < std::min(count, kTrackTries); ++i) {
    const std::uint32_t track = catalog_.popular_track(artist, (rank + i) % count);
    if (catalog_.track_row(track).release_day <= day && !notes_.find(track).heard) return track;
  }
  return std::nullopt;
}

// Low ranks of the artist's popularity order are likelier; among the released tracks.
std::uint32_t Chooser::popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  const std::uint32_t rank = scaled(squared(word), row.track_count);
  const std::uint32_t track = catalog_.popular_track(artist, rank);
  if (catalog_.track_row(track).release_day <= day) return track;
  return row.first_track + rank % catalog_.released_tracks(artist, day);
}

std::uint32_t Chooser::place_back(const Quantiles<64>& distance, std::uint32_t word) const {
  const auto back = static_cast<std::uint32_t>(std::min<std::int64_t>(distance.at(word), history_.length() - 1));
  return history_.count() - 1 - back;
}

}  // namespace wrapfeed::simulation
