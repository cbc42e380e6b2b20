#include "simulation/choice.h"

#include <algorithm>

#include "random/math.h"
#include "simulation/hits.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::uint32_t kAlbumArtist = 24;  // tracks that an artist of the moment has at least, where there is one
constexpr int kAlbumArtistDraws = 4;
constexpr int kArtistTries = 8;
constexpr std::uint32_t kTrackTries = 6;
constexpr base::Days kNewRelease = 28;     // days
constexpr base::Days kReleaseMemory = 60;  // days in which a release is news
// Of a listener's discoveries, those among new releases: logistic(centre + spread * freshness). Assumption.
constexpr double kFreshCentre = -2.6;
constexpr double kFreshSpread = 0.9;
// A listener whose taste for the popular is z draws this share of artists twice: min(most, slope |z|). Assumption.
constexpr double kSecondLook = 0.35;
constexpr double kMostSecondLooks = 0.8;
// Of the artists they discover, this share comes from everywhere, what is popular beyond their genres. Fitted to the
// concentration over a whole service (LISTENING, target 11).
constexpr double kEverywhere = 0.25;
constexpr double kEverywhereSpread = 0.1;

}  // namespace

std::uint32_t oldest_track(const catalog::Catalog& catalog) {
  std::uint32_t oldest = 0;
  for (std::uint32_t track = 1; track < catalog.track_count(); ++track) {
    if (catalog.track_row(track).release_day < catalog.track_row(oldest).release_day) oldest = track;
  }
  return oldest;
}

Chooser::Chooser(const Model& model, std::uint64_t seed, const catalog::Catalog& catalog,
                 const catalog::ArtistSampler& artists, TrackMemory& notes, Library& library)
    : model_(model),
      seed_(seed),
      catalog_(catalog),
      artists_(artists),
      notes_(notes),
      library_(library),
      resume_(model.resume),
      restart_(model.restart),
      loop_ends_(model.loop_ends),
      run_in_order_(model.run_in_order),
      passage_share_(model.passage),
      short_run_(model.short_run),
      collection_pull_(model.collection_pull),
      release_of_known_artist_(model.release_of_known_artist),
      viral_(model.viral),
      oldest_artist_(catalog.track_row(oldest_track(catalog)).artist) {}

void Chooser::begin(const users::Profile& profile) {
  std::vector<double> weights;
  genre_numbers_.clear();
  for (const users::Taste& taste : profile.taste) {
    genre_numbers_.push_back(taste.genre);
    weights.push_back(taste.weight);
  }
  genres_ = random::AliasTable(weights);
  fresh_ = Threshold(random::logistic(kFreshCentre + kFreshSpread * profile.traits.freshness));
  everywhere_ = Threshold(kEverywhere + kEverywhereSpread * profile.traits.mainstream);
  mainstream_ = profile.traits.mainstream > 0;
  const double pull = mainstream_ ? profile.traits.mainstream : -profile.traits.mainstream;
  second_look_ = Threshold(std::min(kMostSecondLooks, kSecondLook * pull));
  history_.clear();
  begin_session({});
}

void Chooser::begin_week(random::Draws draws, base::Days day) {
  const bool first = history_.length() == 0;
  if (!first && !draws.chance(model_.obsession_changes)) return;
  if (!first && draws.chance(model_.obsession_from_history)) {
    obsession_ = catalog_.track_row(history_.back(draws.below(history_.length()))).artist;
  } else {
    obsession_ = album_artist(draws, day);
  }
}

void Chooser::begin_session(const Context& context) {
  context_ = context;
  run_left_ = 0;
  looping_ = in_passage_ = false;
  first_of_session_ = true;
}

Choice Chooser::next(const Week& week, Draws draws, const Today& today) {
  out_of_season_ = today.festive.bits() == 0;
  const Choice choice = decide(week, draws, today);
  if (!looping_ && choice.cause != Cause::Restarted && choice.cause != Cause::Resumed) {
    looping_ = week.loop.hit(draws.words[kStartLoop]);
  }
  current_ = choice.track;
  history_.push(current_);
  first_of_session_ = false;
  return choice;
}

Choice Chooser::decide(const Week& week, Draws& draws, const Today& today) {
  const std::uint32_t word = draws.words[kGoOn];
  if (history_.length() == 0) return choose_new(week, draws, today.released_by);
  if (looping_) {
    looping_ = !loop_ends_.hit(word);
    return {current_, Cause::Looped, 1};
  }
  if (first_of_session_) {
    if (resume_.hit(word)) return {current_, Cause::Resumed, 1};
  } else if (restart_.hit(draws.words[kWhose])) {
    return {current_, Cause::Restarted, 1};
  }
  if (run_left_ > 0) return go_on_with_run(draws.words, today.released_by);
  return choose_freely(week, draws, today);
}

Choice Chooser::go_on_with_run(PlayWords words, base::Days day) {
  const catalog::TrackRow& last = catalog_.track_row(current_);
  --run_left_;
  if (!run_in_order_.hit(words[kGoOn])) {
    return {popular_track(last.artist, words[kWhichTrack], day), Cause::ArtistRun};
  }
  // A track's successors on its album are as old as it is, so they are out.
  if (last.album_left > 0) return {current_ + 1, Cause::AlbumRun};
  const catalog::ArtistRow& artist = catalog_.artist_row(last.artist);
  const std::uint32_t following = current_ + 1;
  const bool more = following < artist.first_track + artist.track_count;
  const bool out = more && catalog_.track_row(following).release_day <= day;
  return {out ? following : artist.first_track, Cause::ArtistRun};
}

Choice Chooser::choose_freely(const Week& week, Draws& draws, const Today& today) {
  const PlayWords words = draws.words;
  const base::Days day = today.released_by;
  const bool runs = week.run.hit(words[kStartRun]);
  if (runs) draw_run(draws.rare);
  const auto chosen = [&]() -> Choice {
    if (today.festive.hit(low_half(words[kTakePassage]))) {
      if (const auto track = song_of_the_season(words[kWhichTrack], day)) return {*track, Cause::Seasonal};
    }
    if (runs && week.obsession.hit(low_half(words[kStartRun]))) return begin_obsession_run(words, day);
    if (in_passage_ && passage_share_.hit(words[kTakePassage]) && history_.remembers(passage_)) {
      return copy_unless_festive(week, draws, today, history_.count() - passage_, Cause::Passage);
    }
    if (week.discover.hit(words[kNew])) return choose_new(week, draws, day);
    if (context_.is_collection() && collection_pull_.hit(low_half(words[kNew]))) {
      const auto track = library_.pick(context_, words[kDistance]);
      if (track && fits_the_season(*track)) return {*track, Cause::Collection};
    }
    return copy_unless_festive(week, draws, today, week.recency.back(words[kDistance]) + 1, Cause::Repeat);
  };
  Choice choice = chosen();
  if (runs) cap_run(choice.track, day);
  choice.begins_run = run_left_ > 0;
  return choice;
}

Choice Chooser::begin_obsession_run(PlayWords words, base::Days day) {
  const std::uint32_t released = catalog_.released_tracks(obsession_, day);
  const std::uint32_t any = catalog_.artist_row(obsession_).first_track + scaled(words[kWhichTrack], released);
  return {any, Cause::ObsessionRun};
}

// Further plays of an artist run: 1 + floor(l E^power), of two classes.
void Chooser::draw_run(random::Draws& rare) {
  const double scale = short_run_.hit(rare.word()) ? model_.short_run_length : model_.long_run_length;
  const double waiting = -random::log(rare.uniform());
  run_left_ = 1 + static_cast<std::uint32_t>(scale * random::exp(model_.run_length_power * random::log(waiting)));
}

// An artist of few tracks is soon through: a run takes no track twice.
void Chooser::cap_run(std::uint32_t track, base::Days day) {
  run_left_ = std::min(run_left_, catalog_.released_tracks(catalog_.track_row(track).artist, day) - 1);
}

// A track not heard before: by an artist heard before, or by one of the catalog. Where nothing is left to discover,
// one from history.
Choice Chooser::choose_new(const Week& week, Draws& draws, base::Days day) {
  const PlayWords words = draws.words;
  if (history_.length() > 0 && week.known_artist.hit(words[kWhose])) {
    if (const auto choice = by_known_artist(week, words, day)) return *choice;
  }
  if (viral_.hit(draws.rare.word())) {
    if (const auto choice = hit_of_these_weeks(draws.rare, day)) return *choice;
  }
  if (fresh_.hit(draws.rare.word())) {
    if (const auto choice = just_released(draws.rare, day)) return *choice;
  }
  for (int i = 0; i < kArtistTries; ++i) {
    if (const auto track = unheard_track(pick_artist(draws.rare), words[kWhichTrack], day)) {
      return {*track, Cause::Discovery};
    }
  }
  if (history_.length() > 0) return copy(week.recency.back(words[kDistance]) + 1, Cause::Repeat);
  return {catalog_.artist_row(oldest_artist_).first_track, Cause::Discovery};  // nothing of their genres is out yet
}

std::optional<Choice> Chooser::by_known_artist(const Week& week, PlayWords words, base::Days day) const {
  const std::uint32_t artist = catalog_.track_row(history_.back(week.artist_recency.back(words[kDistance]))).artist;
  if (release_of_known_artist_.hit(low_half(words[kWhose]))) {
    if (const auto track = latest_track(artist, day)) return Choice{*track, Cause::Release};
  }
  if (const auto track = unheard_track(artist, words[kWhichTrack], day)) return Choice{*track, Cause::KnownArtist};
  return std::nullopt;
}

std::optional<Choice> Chooser::hit_of_these_weeks(random::Draws& rare, base::Days day) const {
  const std::uint32_t artist = hit_artist(seed_, artists_, day, rare.word(), rare.word());
  if (const auto track = unheard_track(artist, 0, day)) return Choice{*track, Cause::Viral};
  return std::nullopt;
}

// Something of the listener's genres that came out in the last weeks, the newer the likelier.
std::optional<Choice> Chooser::just_released(random::Draws& rare, base::Days day) const {
  const std::span<const std::uint32_t> releases =
      catalog_.releases_between(pick_genre(rare), day - kReleaseMemory, day + 1);
  if (releases.empty()) return std::nullopt;
  const auto count = static_cast<std::uint32_t>(releases.size());
  const std::uint32_t track = releases[count - 1 - scaled(squared(rare.word()), count)];
  if (is_heard(track) || !fits_the_season(track)) return std::nullopt;
  return Choice{track, Cause::Release};
}

// One of the season's songs that is out, those of popular artists likelier, heard before or not.
std::optional<std::uint32_t> Chooser::song_of_the_season(std::uint32_t word, base::Days day) const {
  const std::span<const std::uint32_t> songs = catalog_.festive_tracks();
  if (songs.empty()) return std::nullopt;
  const std::uint32_t track = songs[scaled(squared(squared(word)), static_cast<std::uint32_t>(songs.size()))];
  if (catalog_.track_row(track).release_day > day) return std::nullopt;
  return track;
}

// Songs of the season are not copied out of season.
Choice Chooser::copy_unless_festive(const Week& week, Draws& draws, const Today& today, std::uint32_t distance,
                                    Cause cause) {
  if (!fits_the_season(history_.back(distance - 1))) return choose_new(week, draws, today.released_by);
  return copy(distance, cause);
}

Choice Chooser::copy(std::uint32_t distance, Cause cause) {
  passage_ = history_.count() - distance + 1;
  in_passage_ = true;
  return {history_.back(distance - 1), cause, static_cast<std::int32_t>(distance)};
}

std::uint16_t Chooser::pick_genre(random::Draws& rare) const {
  return context_.genre != Context::kAnyGenre ? context_.genre : genre_numbers_[genres_.pick(rare.word64())];
}

// An artist of the listener's genres, or of what the program plays; artists of a genre are ordered by popularity.
std::uint32_t Chooser::pick_artist(random::Draws& rare) const {
  if (context_.source == events::Source::Charts || everywhere_.hit(rare.word())) return artists_.pick(rare.word64());
  const std::uint16_t genre = pick_genre(rare);
  const std::uint32_t artist = artists_.pick(genre, rare.word64());
  if (!second_look_.hit(rare.word())) return artist;
  const std::uint32_t other = artists_.pick(genre, rare.word64());
  return mainstream_ ? std::min(artist, other) : std::max(artist, other);
}

// Of a few artists of the listener's genres, the most popular of those with albums to go through, else the one with
// most tracks: what a listener falls for, many have fallen for.
std::uint32_t Chooser::album_artist(random::Draws& rare, base::Days day) const {
  std::uint32_t best = oldest_artist_;
  std::uint32_t most = 0;
  const std::uint16_t genre = pick_genre(rare);
  for (int i = 0; i < kAlbumArtistDraws; ++i) {
    const std::uint32_t artist = artists_.pick(genre, rare.word64());
    const std::uint32_t released = std::min(kAlbumArtist, catalog_.released_tracks(artist, day));
    if (released == 0) continue;
    if (released > most || (released == most && artist < best)) best = artist, most = released;
  }
  return best;
}

// From a popular rank on, the first released track that was not heard; of a few.
std::optional<std::uint32_t> Chooser::unheard_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const std::uint32_t count = catalog_.artist_row(artist).track_count;
  std::uint32_t rank = scaled(squared(word), count);
  for (std::uint32_t i = 0; i < std::min(count, kTrackTries); ++i) {
    const std::uint32_t track = catalog_.popular_track(artist, rank);
    if (catalog_.track_row(track).release_day <= day && fits_the_season(track) && !is_heard(track)) return track;
    if (++rank == count) rank = 0;
  }
  return std::nullopt;
}

// Their latest track, if it is new and was not heard.
std::optional<std::uint32_t> Chooser::latest_track(std::uint32_t artist, base::Days day) const {
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  if (row.last_release_day < day - kNewRelease) return std::nullopt;
  const std::uint32_t released = catalog_.released_tracks(artist, day);
  if (released == 0) return std::nullopt;
  const std::uint32_t latest = row.first_track + released - 1;
  if (catalog_.track_row(latest).release_day < day - kNewRelease || is_heard(latest) || !fits_the_season(latest)) {
    return std::nullopt;
  }
  return latest;
}

// Low ranks of the artist's popularity order are likelier; among the released tracks.
std::uint32_t Chooser::popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  const std::uint32_t rank = scaled(squared(word), row.track_count);
  const std::uint32_t track = catalog_.popular_track(artist, rank);
  if (catalog_.track_row(track).release_day <= day) return track;
  return row.first_track + rank % catalog_.released_tracks(artist, day);
}

}  // namespace wrapfeed::simulation
