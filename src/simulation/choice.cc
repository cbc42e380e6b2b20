#include "simulation/choice.h"

#include <algorithm>

#include "random/math.h"
#include "simulation/hits.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::uint32_t kAlbumArtist = 24;  // tracks that an artist of the moment has at least, where there is one
constexpr int kAlbumArtistDraws = 4;
constexpr base::Days kNewRelease = 28;  // days
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

void Chooser::next(const Week& week, PlayWords words, const Today& today, Choice& choice) {
  choice.begins_run = false;
  choice.distance = Choice::kNotCopied;
  decide(week, words, today, choice);
  const bool may_loop = !looping_ && choice.cause != Cause::Restarted && choice.cause != Cause::Resumed;
  looping_ |= may_loop & week.loop.hit(start_loop_word(words));
  current_ = choice.slot;
  history_.push(current_);
  first_of_session_ = false;
}

void Chooser::decide(const Week& week, PlayWords words, const Today& today, Choice& choice) {
  if (looping_) {
    looping_ = !loop_ends_.hit(words[kTurn]);
    return once_more(Cause::Looped, choice);
  }
  if (first_of_session_) {
    if (history_.length() == 0) return choose_new(week, words, today.offer, choice);
    if (resume_.hit(words[kTurn])) return once_more(Cause::Resumed, choice);
  } else if (restart_.hit(restart_word(words))) [[unlikely]] {
    return once_more(Cause::Restarted, choice);
  }
  if (run_left_ > 0) return go_on_with_run(words, today.offer.released_by, choice);
  choose_freely(week, words, today, choice);
}

void Chooser::once_more(Cause cause, Choice& choice) const {
  choice.slot = current_;
  choice.cause = cause;
  choice.distance = 1;
}

void Chooser::go_on_with_run(PlayWords words, base::Days day, Choice& choice) {
  const KnownTrack& last = known_[current_];
  --run_left_;
  const bool in_order = run_in_order_.hit(words[kTurn]);
  choice.cause = in_order && last.album_left > 0 ? Cause::AlbumRun : Cause::ArtistRun;
  choice.slot = known_.of(in_order ? following_track(last, day) : popular_track(last.artist, words[kWhichTrack], day));
}

// The artist's next track, behind the last one that is out the first again.
std::uint32_t Chooser::following_track(const KnownTrack& last, base::Days day) const {
  // A track's successors on its album are as old as it is, so they are out.
  const std::uint32_t following = last.track + 1;
  if (last.album_left > 0) return following;
  const catalog::ArtistRow& artist = catalog_.artist_row(last.artist);
  const bool more = following < artist.first_track + artist.track_count;
  const bool out = more && catalog_.track_row(following).release_day <= day;
  return out ? following : artist.first_track;
}

void Chooser::choose_freely(const Week& week, PlayWords words, const Today& today, Choice& choice) {
  const bool runs = week.run.hit(words[kStart]);
  if (runs) [[unlikely]]
    draw_run(FurtherWords(words).pair(kRun));
  choose_by_cause(week, words, today, runs, choice);
  if (runs) [[unlikely]]
    cap_run(choice.slot, today.offer.released_by);
  choice.begins_run = run_left_ > 0;
}

void Chooser::choose_by_cause(const Week& week, PlayWords words, const Today& today, bool runs, Choice& choice) {
  const Offer& offer = today.offer;
  if (offer.festive && today.festive.hit(second_of(FurtherWords(words).pair(kObsession)))) [[unlikely]] {
    if (choose_of_the_season(words[kWhichTrack], offer.released_by, choice)) return;
  }
  if (runs && week.obsession.hit(first_of(FurtherWords(words).pair(kObsession)))) [[unlikely]] {
    const std::uint32_t released = catalog_.released_tracks(obsession_, offer.released_by);
    choice.slot = known_.of(catalog_.artist_row(obsession_).first_track + scaled(words[kWhichTrack], released));
    choice.cause = Cause::ObsessionRun;
    return;
  }
  if (in_passage_ && passage_share_.hit(low_half(words[kStart])) && history_.remembers(passage_)) {
    return copy_unless_festive(week, words, offer, history_.count() - passage_, Cause::Passage, choice);
  }
  if (week.discover.hit(words[kNew])) return choose_new(week, words, offer, choice);
  if (context_.is_collection() && collection_pull_.hit(low_half(words[kNew]))) {
    if (choose_of_collection(words[kDistance], offer, choice)) return;
  }
  copy_unless_festive(week, words, offer, week.recency.back(words[kDistance]) + 1, Cause::Repeat, choice);
}

bool Chooser::choose_of_collection(std::uint32_t word, const Offer& offer, Choice& choice) {
  const Slot slot = library_.pick(context_, word);
  if (slot == Repertoire::kNone || is_out_of_season(slot, offer)) return false;
  choice.slot = slot;
  choice.cause = Cause::Collection;
  return true;
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
void Chooser::choose_new(const Week& week, PlayWords words, const Offer& offer, Choice& choice) {
  const FurtherWords further(words);
  const bool remembers = history_.length() > 0;
  const std::uint64_t whose = further.pair(kWhose);
  if (remembers && week.known_artist.hit(first_of(whose))) {
    const bool latest = release_of_known_artist_.hit(second_of(whose));
    if (choose_by_known_artist(week, words, offer, latest, choice)) return;
  }
  const std::uint64_t kind = further.pair(kKind);
  if (viral_.hit(first_of(kind)) && choose_hit(further, offer, choice)) [[unlikely]]
    return;
  if (fresh_.hit(low_half(first_of(kind))) && choose_just_released(further, offer, choice)) [[unlikely]]
    return;
  choice.slot = discoveries_.next(second_of(kind), offer);
  choice.cause = Cause::Discovery;
  if (choice.slot != Repertoire::kNone) [[likely]]
    return;
  if (remembers) return copy(week.recency.back(words[kDistance]) + 1, Cause::Repeat, choice);
  choice.slot = known_.of(catalog_.artist_row(oldest_artist_).first_track);  // nothing of their genres is out
}

bool Chooser::choose_by_known_artist(const Week& week, PlayWords words, const Offer& offer, bool latest,
                                     Choice& choice) {
  const std::uint32_t artist = known_[history_.back(week.artist_recency.back(words[kDistance]))].artist;
  if (latest && choose_latest(artist, offer, choice)) return true;
  return choose_unheard(artist, words[kWhichTrack], offer, Cause::KnownArtist, choice);
}

bool Chooser::choose_hit(FurtherWords words, const Offer& offer, Choice& choice) {
  const std::uint64_t pair = words.pair(kHit);
  const std::uint32_t artist = hit_artist(seed_, artists_, offer.released_by, first_of(pair), second_of(pair));
  return choose_unheard(artist, 0, offer, Cause::Viral, choice);
}

// Something of the listener's genres that came out in the last weeks, the newer the likelier.
bool Chooser::choose_just_released(FurtherWords words, const Offer& offer, Choice& choice) {
  const std::uint64_t pair = words.pair(kRelease);
  const std::span<const std::uint32_t> releases = discoveries_.releases(first_of(pair), offer.released_by);
  if (releases.empty()) return false;
  const auto count = static_cast<std::uint32_t>(releases.size());
  const std::uint32_t track = releases[count - 1 - scaled(squared(second_of(pair)), count)];
  return offer.has(catalog_.track_row(track)) && choose_if_unheard(track, Cause::Release, choice);
}

// One of the season's songs that is out, those of popular artists likelier, heard before or not.
bool Chooser::choose_of_the_season(std::uint32_t word, base::Days day, Choice& choice) {
  const std::span<const std::uint32_t> songs = catalog_.festive_tracks();
  if (songs.empty()) return false;
  const std::uint32_t track = songs[scaled(squared(squared(word)), static_cast<std::uint32_t>(songs.size()))];
  if (catalog_.track_row(track).release_day > day) return false;
  choice.slot = known_.of(track);
  choice.cause = Cause::Seasonal;
  return true;
}

// From a popular rank on, the artist's first track that was not heard, if it is on offer.
bool Chooser::choose_unheard(std::uint32_t artist, std::uint32_t word, const Offer& offer, Cause cause,
                             Choice& choice) {
  if (!known_.has_untaken(artist)) return false;
  const std::uint32_t track = known_.track_at(artist, known_.untaken(artist, word));
  return offer.has(catalog_.track_row(track)) && choose_if_unheard(track, cause, choice);
}

// The artist's latest track, if it is new and was not heard.
bool Chooser::choose_latest(std::uint32_t artist, const Offer& offer, Choice& choice) {
  const base::Days new_from = offer.released_by - kNewRelease;
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  if (row.last_release_day < new_from) return false;
  const std::uint32_t released = catalog_.released_tracks(artist, offer.released_by);
  if (released == 0) return false;
  const std::uint32_t latest = row.first_track + released - 1;
  const catalog::TrackRow& track = catalog_.track_row(latest);
  return track.release_day >= new_from && offer.has(track) && choose_if_unheard(latest, Cause::Release, choice);
}

bool Chooser::choose_if_unheard(std::uint32_t track, Cause cause, Choice& choice) {
  if (known_.knows(track)) return false;
  choice.slot = known_.add(track);
  choice.cause = cause;
  return true;
}

// Songs of the season are not copied out of season.
void Chooser::copy_unless_festive(const Week& week, PlayWords words, const Offer& offer, std::uint32_t distance,
                                  Cause cause, Choice& choice) {
  if (is_out_of_season(history_.back(distance - 1), offer)) [[unlikely]]
    return choose_new(week, words, offer, choice);
  copy(distance, cause, choice);
}

void Chooser::copy(std::uint32_t distance, Cause cause, Choice& choice) {
  passage_ = history_.count() - distance + 1;
  in_passage_ = true;
  choice.slot = history_.back(distance - 1);
  choice.cause = cause;
  choice.distance = static_cast<std::int32_t>(distance);
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

// Low ranks of the artist's popularity order are likelier; among the released tracks.
std::uint32_t Chooser::popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const {
  const catalog::ArtistRow& row = catalog_.artist_row(artist);
  const std::uint32_t rank = scaled(squared(word), row.track_count);
  const std::uint32_t track = catalog_.popular_at(row.first_track + rank);
  if (catalog_.track_row(track).release_day <= day) return track;
  return row.first_track + rank % catalog_.released_tracks(artist, day);
}

}  // namespace wrapfeed::simulation
