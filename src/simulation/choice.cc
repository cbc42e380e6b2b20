#include "simulation/choice.h"

#include <algorithm>
#include <bit>

#include "random/math.h"
#include "simulation/hits.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::uint32_t kAlbumArtist = 24;  // tracks that an artist of the moment has at least, where there is one
constexpr int kAlbumArtistDraws = 4;
constexpr base::Days kNewRelease = 28;     // days
constexpr base::Days kReleaseMemory = 60;  // days in which a release is news
// Of a listener's discoveries, those among new releases: logistic(centre + spread * freshness). Assumption.
constexpr double kFreshCentre = -2.6;
constexpr double kFreshSpread = 0.9;

}  // namespace

std::uint32_t oldest_track(const catalog::Catalog& catalog) {
  std::uint32_t oldest = 0;
  for (std::uint32_t track = 1; track < catalog.track_count(); ++track) {
    if (catalog.track_row(track).release_day < catalog.track_row(oldest).release_day) oldest = track;
  }
  return oldest;
}

Chooser::Chooser(const Model& model, std::uint64_t seed, const catalog::Catalog& catalog,
                 const catalog::ArtistSampler& artists, Repertoire& known, Library& library)
    : model_(model),
      seed_(seed),
      catalog_(catalog),
      artists_(artists),
      known_(known),
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
      run_power_(powers_of_exponential(model.run_length_power)),
      oldest_artist_(catalog.track_row(oldest_track(catalog)).artist),
      discoveries_(catalog, artists, known) {}

void Chooser::begin(const users::Profile& profile) {
  fresh_ = Threshold(random::logistic(kFreshCentre + kFreshSpread * profile.traits.freshness));
  discoveries_.begin(seed_, profile);
  history_.clear();
  begin_session({});
}

void Chooser::begin_week(random::Draws draws, base::Days day) {
  discoveries_.begin_week();
  const bool first = history_.length() == 0;
  if (!first && !draws.chance(model_.obsession_changes)) return;
  if (!first && draws.chance(model_.obsession_from_history)) {
    obsession_ = known_[history_.back(draws.below(history_.length()))].artist;
  } else {
    obsession_ = album_artist(draws, day);
  }
}

void Chooser::begin_session(const Context& context) {
  context_ = context;
  discoveries_.begin_session(context_);
  run_left_ = 0;
  looping_ = in_passage_ = false;
  first_of_session_ = true;
}

Choice Chooser::next(const Week& week, ChoiceWords words, const Today& today) {
  const Choice choice = decide(week, words, today);
  if (!looping_ && choice.cause != Cause::Restarted && choice.cause != Cause::Resumed) {
    looping_ = week.loop.hit(start_loop_word(words));
  }
  current_ = choice.slot;
  history_.push(current_);
  first_of_session_ = false;
  return choice;
}

Choice Chooser::decide(const Week& week, ChoiceWords words, const Today& today) {
  if (history_.length() == 0) return choose_new(week, words, today.offer);
  if (looping_) {
    looping_ = !loop_ends_.hit(words[kGoOn]);
    return {current_, Cause::Looped, 1};
  }
  if (first_of_session_) {
    if (resume_.hit(words[kGoOn])) return {current_, Cause::Resumed, 1};
  } else if (restart_.hit(words[kWhose])) {
    return {current_, Cause::Restarted, 1};
  }
  if (run_left_ > 0) return go_on_with_run(words, today.offer.released_by);
  return choose_freely(week, words, today);
}

Choice Chooser::go_on_with_run(ChoiceWords words, base::Days day) {
  const KnownTrack& last = known_[current_];
  --run_left_;
  if (!run_in_order_.hit(words[kGoOn])) {
    return fresh(popular_track(last.artist, words[kWhichTrack], day), Cause::ArtistRun);
  }
  // A track's successors on its album are as old as it is, so they are out.
  const std::uint32_t following = last.track + 1;
  if (last.album_left > 0) return fresh(following, Cause::AlbumRun);
  const catalog::ArtistRow& artist = catalog_.artist_row(last.artist);
  const bool more = following < artist.first_track + artist.track_count;
  const bool out = more && catalog_.track_row(following).release_day <= day;
  return fresh(out ? following : artist.first_track, Cause::ArtistRun);
}

Choice Chooser::choose_freely(const Week& week, ChoiceWords words, const Today& today) {
  const Offer& offer = today.offer;
  const base::Days day = offer.released_by;
  const bool runs = week.run.hit(words[kStartRun]);
  if (runs) draw_run(FurtherWords(words).pair(kRun));
  const auto chosen = [&]() -> Choice {
    if (today.festive.hit(low_half(words[kTakePassage]))) {
      if (const auto slot = song_of_the_season(words[kWhichTrack], day)) return {*slot, Cause::Seasonal};
    }
    if (runs && week.obsession.hit(low_half(words[kStartRun]))) return begin_obsession_run(words, day);
    if (in_passage_ && passage_share_.hit(words[kTakePassage]) && history_.remembers(passage_)) {
      return copy_unless_festive(week, words, offer, history_.count() - passage_, Cause::Passage);
    }
    if (week.discover.hit(words[kNew])) return choose_new(week, words, offer);
    if (context_.is_collection() && collection_pull_.hit(low_half(words[kNew]))) {
      const auto slot = library_.pick(context_, words[kDistance]);
      if (slot && offer.fits_the_season(known_[*slot].festive)) return {*slot, Cause::Collection};
    }
    return copy_unless_festive(week, words, offer, week.recency.back(words[kDistance]) + 1, Cause::Repeat);
  };
  Choice choice = chosen();
  if (runs) cap_run(choice.slot, day);
  choice.begins_run = run_left_ > 0;
  return choice;
}

Choice Chooser::begin_obsession_run(ChoiceWords words, base::Days day) {
  const std::uint32_t released = catalog_.released_tracks(obsession_, day);
  const std::uint32_t any = catalog_.artist_row(obsession_).first_track + scaled(words[kWhichTrack], released);
  return fresh(any, Cause::ObsessionRun);
}

// Further plays of an artist run: 1 + floor(l E^power), of two classes.
void Chooser::draw_run(std::uint64_t pair) {
  const double scale = short_run_.hit(first_of(pair)) ? model_.short_run_length : model_.long_run_length;
  run_left_ = 1 + static_cast<std::uint32_t>(scale / kPowerUnit * static_cast<double>(run_power_.at(second_of(pair))));
}

// An artist of few tracks is soon through: a run takes no track twice.
void Chooser::cap_run(Slot slot, base::Days day) {
  run_left_ = std::min(run_left_, catalog_.released_tracks(known_[slot].artist, day) - 1);
}

// A track not heard before: by an artist heard before, or by one of the catalog. Where nothing is left to discover,
// one from history.
Choice Chooser::choose_new(const Week& week, ChoiceWords words, const Offer& offer) {
  if (history_.length() > 0 && week.known_artist.hit(words[kWhose])) {
    if (const auto choice = by_known_artist(week, words, offer)) return *choice;
  }
  const FurtherWords further(words);
  const std::uint64_t kind = further.pair(kKind);
  if (viral_.hit(first_of(kind))) [[unlikely]] {
    if (const auto choice = hit_of_these_weeks(further, offer)) return *choice;
  }
  if (fresh_.hit(low_half(first_of(kind)))) {
    if (const auto choice = just_released(further, offer)) return *choice;
  }
  const Slot slot = discoveries_.next(second_of(kind), offer);
  if (slot != Repertoire::kNone) return {slot, Cause::Discovery};
  if (history_.length() > 0) return copy(week.recency.back(words[kDistance]) + 1, Cause::Repeat);
  return fresh(catalog_.artist_row(oldest_artist_).first_track, Cause::Discovery);  // nothing of their genres is out
}

std::optional<Choice> Chooser::by_known_artist(const Week& week, ChoiceWords words, const Offer& offer) {
  const std::uint32_t artist = known_[history_.back(week.artist_recency.back(words[kDistance]))].artist;
  if (release_of_known_artist_.hit(low_half(words[kWhose]))) {
    if (const auto track = latest_track(artist, offer)) return unheard(*track, Cause::Release);
  }
  if (const auto track = unheard_track(artist, words[kWhichTrack], offer)) return unheard(*track, Cause::KnownArtist);
  return std::nullopt;
}

std::optional<Choice> Chooser::hit_of_these_weeks(FurtherWords words, const Offer& offer) {
  const std::uint64_t pair = words.pair(kHit);
  const std::uint32_t artist = hit_artist(seed_, artists_, offer.released_by, first_of(pair), second_of(pair));
  if (const auto track = unheard_track(artist, 0, offer)) return unheard(*track, Cause::Viral);
  return std::nullopt;
}

// Something of the listener's genres that came out in the last weeks, the newer the likelier.
std::optional<Choice> Chooser::just_released(FurtherWords words, const Offer& offer) {
  const std::uint16_t genre = discoveries_.pick_genre(first_of(words.pair(kRelease)));
  const base::Days day = offer.released_by;
  const std::span<const std::uint32_t> releases = catalog_.releases_between(genre, day - kReleaseMemory, day + 1);
  if (releases.empty()) return std::nullopt;
  const auto count = static_cast<std::uint32_t>(releases.size());
  const std::uint32_t track = releases[count - 1 - scaled(squared(second_of(words.pair(kRelease))), count)];
  if (known_.knows(track) || !offer.has(catalog_.track_row(track))) return std::nullopt;
  return unheard(track, Cause::Release);
}

// One of the season's songs that is out, those of popular artists likelier, heard before or not.
std::optional<Chooser::Slot> Chooser::song_of_the_season(std::uint32_t word, base::Days day) {
  const std::span<const std::uint32_t> songs = catalog_.festive_tracks();
  if (songs.empty()) return std::nullopt;
  const std::uint32_t track = songs[scaled(squared(squared(word)), static_cast<std::uint32_t>(songs.size()))];
  if (catalog_.track_row(track).release_day > day) return std::nullopt;
  return known_.of(track);
}

// Songs of the season are not copied out of season.
Choice Chooser::copy_unless_festive(const Week& week, ChoiceWords words, const Offer& offer, std::uint32_t distance,
                                    Cause cause) {
  if (!offer.fits_the_season(known_[history_.back(distance - 1)].festive)) return choose_new(week, words, offer);
  return copy(distance, cause);
}

Choice Chooser::copy(std::uint32_t distance, Cause cause) {
  passage_ = history_.count() - distance + 1;
  in_passage_ = true;
  return {history_.back(distance - 1), cause, static_cast<std::int32_t>(distance)};
}

// Of a few artists of the listener's genres, the most popular of those with albums to go through, else the one with
// most tracks: what a listener falls for, many have fallen for.
std::uint32_t Chooser::album_artist(random::Draws& draws, base::Days day) const {
  std::uint32_t best = oldest_artist_;
  std::uint32_t most = 0;
  const std::uint16_t genre = discoveries_.pick_genre(draws.word());
  for (int i = 0; i < kAlbumArtistDraws; ++i) {
    const std::uint32_t artist = artists_.pick(genre, draws.word());
    const std::uint32_t released = std::min(kAlbumArtist, catalog_.released_tracks(artist, day));
    if (released == 0) continue;
    if (released > most || (released == most && artist < best)) best = artist, most = released;
  }
  return best;
}

// From a popular rank on, the artist's first track that was not heard, if it is on offer.
std::optional<std::uint32_t> Chooser::unheard_track(std::uint32_t artist, std::uint32_t word,
                                                    const Offer& offer) const {
  const Repertoire::Untaken untaken = known_.untaken(artist, word);
  if (!untaken.found) return std::nullopt;
  const std::uint32_t track = known_.track_at(artist, untaken.rank);
  if (!offer.has(catalog_.track_row(track)) || known_.knows(track)) return std::nullopt;
  return track;
}

// Their latest track, if it is new and was not heard.
std::optional<std::uint32_t> Chooser::latest_track(std::uint32_t artist, const Offer& offer) const {
  const base::Days day = offer.released_by;
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  if (row.last_release_day < day - kNewRelease) return std::nullopt;
  const std::uint32_t released = catalog_.released_tracks(artist, day);
  if (released == 0) return std::nullopt;
  const std::uint32_t latest = row.first_track + released - 1;
  const catalog::TrackRow& track = catalog_.track_row(latest);
  if (track.release_day < day - kNewRelease || known_.knows(latest) || !offer.fits_the_season(track.festive)) {
    return std::nullopt;
  }
  return latest;
}

// Low ranks of the artist's popularity order are likelier; among the released tracks.
std::uint32_t Chooser::popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  const std::uint32_t rank = scaled(squared(word), row.track_count);
  const std::uint32_t track = catalog_.popular_at(row.first_track + rank);
  if (catalog_.track_row(track).release_day <= day) return track;
  return row.first_track + rank % catalog_.released_tracks(artist, day);
}

}  // namespace wrapfeed::simulation
