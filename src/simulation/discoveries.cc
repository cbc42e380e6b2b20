#include "simulation/discoveries.h"

#include <algorithm>

#include "random/draws.h"

namespace wrapfeed::simulation {
namespace {

// A listener whose taste for the popular is z draws this share of artists twice: min(most, slope |z|). Assumption.
constexpr double kSecondLook = 0.35;
constexpr double kMostSecondLooks = 0.8;
// Of the artists they discover, this share comes from everywhere, what is popular beyond their genres. Fitted to the
// concentration over a whole service (LISTENING, target 11).
constexpr double kFromEverywhere = 0.25;
constexpr double kFromEverywhereSpread = 0.1;

constexpr int kLeftAlone = 4;              // weeks
constexpr base::Days kReleaseMemory = 60;  // days in which a release is news

}  // namespace

Discoveries::Discoveries(const catalog::Catalog& catalog, const catalog::ArtistSampler& artists, Repertoire& known)
    : catalog_(catalog),
      artists_(artists),
      known_(known),
      stocks_(catalog.genres().size() + 2),
      windows_(catalog.genres().size()) {}

void Discoveries::begin(std::uint64_t seed, const users::Profile& profile) {
  start_ = random::Draws(seed, random::Purpose::Discovery, static_cast<std::uint64_t>(profile.row.user_id)).word64();
  for (Stock& stock : stocks_) stock.next = stock.end = stock.looks = stock.wanted = 0;
  for (Window& window : windows_) window.open = false;
  std::vector<double> weights(windows_.size());
  not_on_offer_.clear();
  weeks_ = 0;
  for (const users::Taste& taste : profile.taste) weights[taste.genre] = taste.weight;
  genres_ = random::AliasTable(weights);
  const double mainstream = profile.traits.mainstream;
  everywhere_ = Threshold(kFromEverywhere + kFromEverywhereSpread * mainstream);
  mainstream_ = mainstream > 0;
  second_look_ = Threshold(std::min(kMostSecondLooks, kSecondLook * (mainstream_ ? mainstream : -mainstream)));
}

void Discoveries::begin_week() {
  if (++weeks_ % kLeftAlone != 0) return;
  for (const auto& [artist, rank] : not_on_offer_) known_.put_back(artist, rank);
  not_on_offer_.clear();
}

std::span<const std::uint32_t> Discoveries::releases(std::uint32_t word, base::Days day) {
  const std::uint16_t genre = pick_genre(word);
  const std::span<const std::uint32_t> all = catalog_.releases_of(genre);
  Window& window = windows_[genre];
  const std::span<const base::Days> days = catalog_.release_days_of(genre);
  if (!window.open) open(window, days, day);
  if (window.next <= day || window.first < day - kReleaseMemory) advance(window, days, day);
  return all.subspan(window.begin, window.end - window.begin);
}

void Discoveries::open(Window& window, std::span<const base::Days> days, base::Days day) {
  const auto begin = std::lower_bound(days.begin(), days.end(), day - kReleaseMemory);
  window.open = true;
  window.begin = window.end = static_cast<std::uint32_t>(begin - days.begin());
  advance(window, days, day);
}

void Discoveries::advance(Window& window, std::span<const base::Days> days, base::Days day) {
  while (release_day(days, window.begin) < day - kReleaseMemory) ++window.begin;
  window.end = std::max(window.begin, window.end);
  while (release_day(days, window.end) <= day) ++window.end;
  window.first = release_day(days, window.begin);
  window.next = release_day(days, window.end);
}

Discoveries::Slot Discoveries::next(std::uint32_t where, const Offer& offer) {
  Stock& stock = stock_of(where);
  ++stock.wanted;
  while (true) {
    while (stock.next < stock.end) {
      const Slot slot = enter(stock.tracks[stock.next++], offer);
      if (slot != Repertoire::kNone) [[likely]]
        return slot;
    }
    if (stock.looks >= kLooksAFind * stock.wanted) return Repertoire::kNone;
    search(stock, offer);
  }
}

Discoveries::Stock& Discoveries::stock_of(std::uint32_t where) {
  if (context_->source == events::Source::Charts || everywhere_.hit(where)) return stocks_[of_everywhere()];
  return stocks_[context_->genre != Context::kAnyGenre ? context_->genre : of_taste()];
}

// It may be out of season by now, or known.
Discoveries::Slot Discoveries::enter(const KnownTrack& track, const Offer& offer) {
  if (offer.fits_the_season(track.festive)) [[likely]]
    return known_.add(track);
  not_on_offer_.push_back({track.artist, catalog_.track_row(track.track).rank});
  return Repertoire::kNone;
}

// Step by step: each step's look-ups depend on those of the one before, but not on each other, and are brought near
// before the next step.
void Discoveries::search(Stock& stock, const Offer& offer) {
  Looks looks;
  looks.count = std::clamp(stock.looks, kLeastLooks, kMostLooks);
  draw(stock, looks);
  pick_artists(looks);
  take_places(looks);
  fill(stock, looks, offer);
}

void Discoveries::draw(Stock& stock, Looks& looks) const {
  const auto number = static_cast<std::uint32_t>(&stock - stocks_.data());
  looks.from_everywhere = number == of_everywhere();
  for (std::uint32_t i = 0; i < looks.count; ++i) {
    Look& look = looks.looks[i];
    const std::uint64_t word = random::splitmix64(start_, std::uint64_t{number} << 32 | (stock.looks + i));
    look.artist = static_cast<std::uint32_t>(word >> 32);
    look.from_rank = static_cast<std::uint32_t>(word);
    if (looks.from_everywhere) {
      artists_.prefetch(look.artist);
      continue;
    }
    const std::uint64_t choices = random::splitmix64(word, 0);
    look.other = static_cast<std::uint32_t>(choices);
    const auto halves = static_cast<std::uint32_t>(choices >> 32);
    look.genre = number == of_taste() ? genre_of_taste(halves) : static_cast<std::uint16_t>(number);
    look.second = low_half(halves);
    artists_.prefetch(look.genre, look.artist);
    artists_.prefetch(look.genre, look.other);
  }
  stock.looks += looks.count;
}

void Discoveries::pick_artists(Looks& looks) const {
  for (std::uint32_t i = 0; i < looks.count; ++i) {
    Look& look = looks.looks[i];
    look.artist = looks.from_everywhere ? artists_.pick(look.artist) : pick_artist(look);
    known_.prefetch_shelf(look.artist);
  }
}

// Artists of a genre are ordered by popularity.
std::uint32_t Discoveries::pick_artist(const Look& look) const {
  const std::uint32_t artist = artists_.pick(look.genre, look.artist);
  const std::uint32_t other = artists_.pick(look.genre, look.other);
  const std::uint32_t preferred = mainstream_ ? std::min(artist, other) : std::max(artist, other);
  return second_look_.hit(look.second) ? preferred : artist;
}

void Discoveries::take_places(Looks& looks) {
  for (std::uint32_t i = 0; i < looks.count; ++i) {
    const Look& look = looks.looks[i];
    const std::uint32_t end = looks.from_everywhere ? catalog_.artist_count() : end_of(look.genre);
    const std::uint32_t artist = known_.artist_with_untaken(look.artist, end);
    if (artist == end) continue;
    const std::uint32_t rank = known_.untaken(artist, look.from_rank);
    known_.take(artist, rank);
    known_.prefetch_place(artist, rank);
    looks.places[looks.finds++] = {artist, rank};
  }
  for (std::uint32_t i = 0; i < looks.finds; ++i) {
    looks.tracks[i] = known_.track_at(looks.places[i].artist, looks.places[i].rank);
    catalog_.prefetch_track(looks.tracks[i]);
  }
}

void Discoveries::fill(Stock& stock, const Looks& looks, const Offer& offer) {
  stock.next = stock.end = 0;
  for (std::uint32_t i = 0; i < looks.finds; ++i) {
    known_.prepare(looks.tracks[i], stock.tracks[stock.end]);
    const bool offered = offer.has(catalog_.track_row(looks.tracks[i]));
    stock.end += offered;
    if (!offered) not_on_offer_.push_back(looks.places[i]);
  }
}

}  // namespace wrapfeed::simulation
