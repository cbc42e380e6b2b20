#include "catalog/synthetic_artist.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "catalog/genre_profile.h"
#include "random/alias.h"
#include "random/distributions.h"
#include "random/draws.h"
#include "random/math.h"

namespace wrapfeed::catalog {

namespace {

struct Point {
  double x;
  double y;
};

// Straight between the points, straight on beyond them.
double interpolate(std::span<const Point> points, double x) {
  std::size_t right = 1;
  while (right + 1 < points.size() && points[right].x < x) ++right;
  const Point a = points[right - 1];
  const Point b = points[right];
  return a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y);
}

// Normal score -> natural logarithm of 1 + followers, at the quantiles .01 .1 .25 .5 .75 .9 .99 .999 and the maximum
// of the public artist list.
constexpr std::array<Point, 9> kFollowers = {{{-2.326, 0},
                                              {-1.282, 2.56},
                                              {-0.674, 4.50},
                                              {0, 7.54},
                                              {0.674, 10.87},
                                              {1.282, 12.75},
                                              {2.326, 15.14},
                                              {3.090, 16.59},
                                              {4.150, 18.18}}};
constexpr double kMostFollowers = 19.0;  // logarithm: 180 million

// Logarithm of 1 + followers -> mean and deviation of popularity, in the same list.
constexpr std::array<Point, 9> kPopularityMean = {
    {{1, 1.2}, {3, 3.2}, {5, 9.1}, {7, 19.3}, {9, 34.2}, {11, 47.2}, {13, 57.7}, {15, 69.6}, {17, 84.0}}};
constexpr std::array<Point, 9> kPopularitySpread = {
    {{1, 4.2}, {3, 7.8}, {5, 12.9}, {7, 15.0}, {9, 13.7}, {11, 10.0}, {13, 8.0}, {15, 7.9}, {17, 7.6}}};

// Track counts beyond the first are lognormal: their spread, and the part of it that fame explains.
constexpr double kCountSpread = 1.65;
constexpr double kFamePart = 0.5;

constexpr double kDaysPerYear = 365.25;
constexpr double kShortestCareer = 2 * kDaysPerYear;
constexpr double kMeanCareer = 10 * kDaysPerYear;  // on top of the shortest
constexpr double kDaysPerTrack = 25;               // at the fastest

// A day between first and last, more of them later: density exp(growth * years).
double draw_debut(double u, double first, double last, double growth) {
  const double rate = growth / kDaysPerYear;
  const double span = last - first;
  if (std::fabs(rate * span) < 1e-6) return first + u * span;
  return last + random::log(u + (1 - u) * random::exp(-rate * span)) / rate;
}

double explicit_share(double genre_share, random::Draws& draws) {
  const double swearing_artists = std::min(1.0, 2.5 * genre_share);
  return draws.chance(swearing_artists) ? genre_share / swearing_artists : 0;
}

// Other genres of each genre's family and language, for artists of two genres.
std::vector<std::vector<std::uint16_t>> kindred_genres() {
  const auto profiles = genre_profiles();
  std::vector<std::vector<std::uint16_t>> kindred(profiles.size());
  for (std::uint16_t a = 0; a < profiles.size(); ++a) {
    for (std::uint16_t b = 0; b < profiles.size(); ++b) {
      const bool same_language = profiles[a].languages[0].code == profiles[b].languages[0].code;
      if (a != b && same_language && profiles[a].family == profiles[b].family) kindred[a].push_back(b);
    }
  }
  return kindred;
}

class ArtistSource {
 public:
  explicit ArtistSource(const SynthesisOptions& options) : options_(options), kindred_(kindred_genres()) {
    std::vector<double> shares;
    for (const GenreProfile& profile : genre_profiles()) {
      shares.push_back(profile.share);
      std::vector<double> weights;
      for (const auto& language : profile.languages) weights.push_back(language.weight);
      languages_.emplace_back(weights);
    }
    genres_ = random::AliasTable(shares);
  }

  // `weight` is how many tracks it wants beyond its first, in an arbitrary unit.
  SyntheticArtist draw(std::uint32_t number, double& weight) const {
    random::Draws draws(options_.seed, random::Purpose::CatalogArtist, number);
    SyntheticArtist artist{};
    const std::uint64_t genre_bits = draws.word64();
    artist.genre = static_cast<std::uint16_t>(number < kindred_.size() ? number : genres_.pick(genre_bits));
    const GenreProfile& profile = genre_profiles()[artist.genre];
    artist.language = static_cast<std::uint8_t>(languages_[artist.genre].pick(draws.word64()));
    const double fame = random::normal(draws);
    const double followers = std::clamp(interpolate(kFollowers, fame), 0.0, kMostFollowers);
    artist.followers = static_cast<std::int64_t>(random::exp(followers) - 1);
    const double popularity =
        interpolate(kPopularityMean, followers) + interpolate(kPopularitySpread, followers) * random::normal(draws);
    artist.popularity = static_cast<std::int32_t>(std::clamp(popularity, 0.0, 100.0));
    const double own_part = std::sqrt(1 - kFamePart * kFamePart);
    weight = random::exp(kCountSpread * (kFamePart * fame + own_part * random::normal(draws)));
    artist.explicit_share = explicit_share(profile.explicit_share, draws);
    artist.second_genre = second_genre(artist.genre, draws);
    return artist;
  }

 private:
  std::uint16_t second_genre(std::uint16_t genre, random::Draws& draws) const {
    const auto& others = kindred_[genre];
    const bool two = draws.chance(0.25);
    const std::uint32_t other = draws.word();
    if (!two || others.empty()) return genre;
    return others[std::uint64_t{other} * others.size() >> 32];
  }

  const SynthesisOptions& options_;
  std::vector<std::vector<std::uint16_t>> kindred_;
  random::AliasTable genres_;
  std::vector<random::AliasTable> languages_;
};

}  // namespace

namespace {

// When it began and for how long it lasts: the busy began early enough to have had the time.
void place_career(const SynthesisOptions& options, std::uint32_t number, SyntheticArtist& artist) {
  random::Draws draws(options.seed, random::Purpose::CatalogArtist, number, 1);
  const GenreProfile& profile = genre_profiles()[artist.genre];
  const double needed = kDaysPerTrack * (artist.track_count - 1);
  const double last = options.releases_to;
  const double first = std::min<double>(base::days_from_civil(profile.first_year, 1, 1), last);
  const double latest = std::max(first, last - needed);
  artist.debut = draw_debut(draws.uniform(), first, latest, profile.growth);
  artist.career_days = std::max(needed, kShortestCareer + kMeanCareer * random::exponential(draws));
}

}  // namespace

std::vector<SyntheticArtist> draw_artists(const SynthesisOptions& options) {
  const ArtistSource source(options);
  std::vector<SyntheticArtist> artists(options.artists);
  std::vector<double> weights(options.artists);
  double total = 0;
  for (std::uint32_t i = 0; i < options.artists; ++i) {
    artists[i] = source.draw(i, weights[i]);
    total += weights[i];
  }
  // Whole numbers that sum exactly: each takes the whole tracks that its part of the running sum completes.
  const double extra = options.tracks - options.artists;
  double sum = 0;
  std::uint32_t next = 0;
  std::uint32_t given = 0;
  for (std::uint32_t i = 0; i < options.artists; ++i) {
    sum += weights[i];
    const bool last = i + 1 == options.artists;
    const double share = std::min(extra, sum / total * extra);
    const auto until = static_cast<std::uint32_t>(last ? extra : std::floor(share));
    artists[i].first_track = next;
    artists[i].track_count = 1 + until - given;
    next += artists[i].track_count;
    given = until;
    place_career(options, i, artists[i]);
  }
  return artists;
}

}  // namespace wrapfeed::catalog
