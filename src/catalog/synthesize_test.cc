#include "catalog/synthesize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_set>

#include "base/error.h"

namespace wrapfeed::catalog {
namespace {

using ::testing::HasSubstr;

TEST(Synthesize, DependsOnItsOptionsAlone) {
  const SynthesisOptions options{.seed = 7, .tracks = 1500, .artists = 300};
  const std::string digest = synthesize(options).digest();
  EXPECT_EQ(synthesize(options).digest(), digest);
  SynthesisOptions other = options;
  other.seed = 8;
  EXPECT_NE(synthesize(other).digest(), digest);
  // The same bytes on every machine; a change of the catalog changes this line on purpose.
  EXPECT_EQ(digest, "3a84c65a50b14661cdea27b6f74439c3");
}

TEST(Synthesize, WorksAtTheEdges) {
  EXPECT_EQ(synthesize({.tracks = 1, .artists = 1}).track_count(), 1U);
  EXPECT_EQ(synthesize({.tracks = 200, .artists = 1}).artist_count(), 1U);
  EXPECT_EQ(synthesize({.tracks = 200, .artists = 200}).artist_count(), 200U);
  const Catalog old = synthesize({.tracks = 500, .artists = 100, .releases_to = base::days_from_civil(1960, 1, 1)});
  for (std::uint32_t i = 0; i < 500; ++i) EXPECT_LE(old.track_row(i).release_day, base::days_from_civil(1960, 1, 1));
}

std::string message_of(const SynthesisOptions& options) {
  try {
    options.validate();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(SynthesisOptions, NamesTheWrongValue) {
  EXPECT_EQ(message_of({}), "no error");
  EXPECT_THAT(message_of({.tracks = 0}), HasSubstr("--tracks 0: takes a whole number from 1 to 50000000"));
  EXPECT_THAT(message_of({.tracks = 50'000'001}), HasSubstr("--tracks 50000001"));
  EXPECT_THAT(message_of({.artists = 0}), HasSubstr("--artists 0"));
  EXPECT_THAT(message_of({.tracks = 10, .artists = 11}),
              HasSubstr("--artists 11: takes a whole number from 1 to 10 (--tracks)"));
  EXPECT_THAT(message_of({.releases_to = 0 - 5000}), HasSubstr("--releases-to 1956-04-24"));
  EXPECT_THAT(message_of({.clusters = 0}), HasSubstr("--clusters 0"));
}

const Catalog& big() {
  static const Catalog catalog = synthesize({.seed = 3, .tracks = 100'000, .artists = 20'000});
  return catalog;
}

struct Moments {
  std::array<double, 9> mean{};
  std::array<double, 9> deviation{};
  std::array<std::array<double, 9>, 9> correlation{};
};

Moments measure(const Catalog& catalog) {
  std::array<double, 9> sums{};
  std::array<std::array<double, 9>, 9> products{};
  const double n = catalog.track_count();
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) {
    const events::AudioFeatures f = catalog.track(i).features;
    const std::array<double, 9> x = {f.danceability,     f.energy,   f.loudness, f.speechiness, f.acousticness,
                                     f.instrumentalness, f.liveness, f.valence,  f.tempo};
    for (std::size_t a = 0; a < 9; ++a) {
      sums[a] += x[a];
      for (std::size_t b = 0; b < 9; ++b) products[a][b] += x[a] * x[b];
    }
  }
  Moments moments;
  const auto covariance = [&](std::size_t a, std::size_t b) { return products[a][b] / n - sums[a] / n * sums[b] / n; };
  for (std::size_t a = 0; a < 9; ++a) {
    moments.mean[a] = sums[a] / n;
    moments.deviation[a] = std::sqrt(covariance(a, a));
    for (std::size_t b = 0; b < 9; ++b) {
      moments.correlation[a][b] = covariance(a, b) / std::sqrt(covariance(a, a) * covariance(b, b));
    }
  }
  return moments;
}

// Spotify tracks dataset, 114 genres x 1,000 tracks, public CSV; the order of features is that of measure().
constexpr std::array<double, 9> kMeans = {.5668, .6414, -8.259, .08465, .3149, .1560, .2136, .4741, 122.15};
constexpr std::array<double, 9> kDeviations = {.1735, .2515, 5.0293, .1057, .3325, .3096, .1904, .2593, 29.978};
constexpr double kCorrelations[9][9] = {
    {1, .134, .259, .109, -.172, -.186, -.132, .477, -.05},    {.134, 1, .762, .143, -.734, -.182, .185, .259, .248},
    {.259, .762, 1, .061, -.59, -.433, .077, .28, .212},       {.109, .143, .061, 1, -.002, -.09, .205, .037, .017},
    {-.172, -.734, -.59, -.002, 1, .104, -.021, -.107, -.208}, {-.186, -.182, -.433, -.09, .104, 1, -.08, -.324, -.05},
    {-.132, .185, .077, .205, -.021, -.08, 1, .019, .001},     {.477, .259, .28, .037, -.107, -.324, .019, 1, .078},
    {-.05, .248, .212, .017, -.208, -.05, .001, .078, 1}};

TEST(Synthesize, AudioFeaturesHaveTheMomentsOfTheDataSet) {
  const Moments moments = measure(big());
  for (std::size_t a = 0; a < 9; ++a) {
    EXPECT_NEAR(moments.mean[a], kMeans[a], 0.1 * kDeviations[a]) << "mean of feature " << a;
    EXPECT_NEAR(moments.deviation[a] / kDeviations[a], 1, 0.15) << "deviation of feature " << a;
    for (std::size_t b = 0; b < 9; ++b) {
      EXPECT_NEAR(moments.correlation[a][b], kCorrelations[a][b], 0.08) << "features " << a << " and " << b;
    }
  }
}

// Share of different titles in random samples of the public track list (162,497 tracks).
TEST(Synthesize, TitlesRepeatAsOftenAsRealOnes) {
  const Catalog& catalog = big();
  std::set<std::string_view> all, fifth;
  std::uint32_t title_tracks = 0;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) {
    const events::Track track = catalog.track(i);
    all.insert(track.name);
    if (track.track_id[10] % 5 == 0) fifth.insert(track.name);
    title_tracks += track.name == track.album_name;
  }
  EXPECT_NEAR(static_cast<double>(all.size()) / 100'000, 0.834, 0.02);
  EXPECT_NEAR(title_tracks / 100'000.0, 0.178, 0.05);  // dataset.csv: .178
  std::set<std::string_view> artists;
  for (std::uint32_t i = 0; i < catalog.artist_count(); ++i) artists.insert(catalog.artist(i).name);
  EXPECT_GE(static_cast<double>(artists.size()) / catalog.artist_count(), 0.965);  // a sample of 20,000 real ones: .965
}

TEST(Synthesize, TrackLengthsAreLognormal) {
  const Catalog& catalog = big();
  std::vector<double> z(catalog.track_count());
  for (std::uint32_t i = 0; i < z.size(); ++i)
    z[i] = (std::log(catalog.track_row(i).duration_ms / 1000.0) - 5.305) / 0.32;
  std::sort(z.begin(), z.end());
  double distance = 0;  // Kolmogorov-Smirnov
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double cdf = 0.5 * std::erfc(-z[i] / std::sqrt(2.0));
    distance = std::max(distance, std::fabs(cdf - (static_cast<double>(i) + 0.5) / static_cast<double>(z.size())));
  }
  EXPECT_LT(distance, 1.95 / std::sqrt(static_cast<double>(z.size())));  // 1 in 1,000 by chance
}

TEST(Synthesize, RowsHoldTogether) {
  const Catalog& catalog = big();
  ASSERT_EQ(catalog.track_count(), 100'000U);
  ASSERT_EQ(catalog.artist_count(), 20'000U);
  EXPECT_EQ(catalog.genres().size(), 114U);
  std::unordered_set<std::string_view> artist_ids;
  for (const events::Id& id : catalog.artist_ids()) artist_ids.insert(events::text(id));
  ASSERT_EQ(artist_ids.size(), 20'000U);
  double least_new = 1, most_new = 0;
  std::map<int, int> types;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) {
    const events::Track track = catalog.track(i);
    for (const char c : track.track_id) ASSERT_TRUE(std::isalnum(static_cast<unsigned char>(c)));
    ASSERT_EQ(track.artist_ids[0], track.artist_id);
    for (const events::Id& id : track.artist_ids) ASSERT_TRUE(artist_ids.contains(events::text(id)));
    ASSERT_EQ(track.track_number, static_cast<std::int32_t>(i - catalog.album_first(i) + 1)) << track.name;
    ASSERT_FALSE(track.name.empty());
    ASSERT_FALSE(track.album_name.empty());
    ASSERT_GE(track.popularity, 0);
    ASSERT_LE(track.popularity, 100);
    least_new = std::min(least_new, track.newness_score);
    most_new = std::max(most_new, track.newness_score);
    ++types[track.audio_features_type];
  }
  EXPECT_EQ(least_new, 0);
  EXPECT_EQ(most_new, 1);
  ASSERT_EQ(types.size(), 3U);
  EXPECT_GT(types[0], types[1]);
  EXPECT_GT(types[1], types[2]);
}

TEST(Synthesize, PopularityAndExplicitFlagsFollowArtistAndGenre) {
  const Catalog& catalog = big();
  double famous = 0, obscure = 0, n_famous = 0, n_obscure = 0, comedy = 0, n_comedy = 0, classical = 0, joint = 0;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) {
    const events::Track track = catalog.track(i);
    if (track.artist_popularity >= 60) famous += track.popularity, ++n_famous;
    if (track.artist_popularity <= 20) obscure += track.popularity, ++n_obscure;
    if (track.track_genre == "comedy") comedy += track.is_explicit, ++n_comedy;
    if (track.track_genre == "classical") classical += track.is_explicit;
    joint += track.artist_ids.size() > 1;
  }
  EXPECT_GT(famous / n_famous, obscure / n_obscure + 25);
  EXPECT_NEAR(comedy / n_comedy, 0.656, 0.15);
  EXPECT_LT(classical, 5);                   // of artists whose other genre is not classical
  EXPECT_NEAR(joint / 100'000, 0.25, 0.04);  // dataset.csv: .252
}

}  // namespace
}  // namespace wrapfeed::catalog
