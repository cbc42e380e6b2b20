#include "catalog/sound.h"

#include <cmath>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "catalog/genre_profile.h"
#include "random/distributions.h"
#include "random/math.h"

namespace wrapfeed::catalog {

extern const std::string_view k_features_csv;  // data/features.csv

namespace {

constexpr int kCount = SoundModel::kMeasured;

// Correlations of the copula, fitted: danceability, energy, loudness, speechiness, acousticness, instrumentalness,
// liveness, valence, tempo.
constexpr double kCorrelations[kCount][kCount] = {{1, 0.086, 0.12, 0.113, -0.133, -0.124, -0.125, 0.42, -0.116},
                                                  {0.086, 1, 0.754, 0.183, -0.627, -0.208, 0.224, 0.336, 0.175},
                                                  {0.12, 0.754, 1, 0.078, -0.502, -0.428, 0.114, 0.243, 0.125},
                                                  {0.113, 0.183, 0.078, 1, -0.038, -0.183, 0.14, 0.068, 0.109},
                                                  {-0.133, -0.627, -0.502, -0.038, 1, 0.165, -0.078, -0.175, -0.132},
                                                  {-0.124, -0.208, -0.428, -0.183, 0.165, 1, -0.095, -0.24, -0.04},
                                                  {-0.125, 0.224, 0.114, 0.14, -0.078, -0.095, 1, 0.004, 0},
                                                  {0.42, 0.336, 0.243, 0.068, -0.175, -0.24, 0.004, 1, 0.075},
                                                  {-0.116, 0.175, 0.125, 0.109, -0.132, -0.04, 0, 0.075, 1}};

// Of the quantiles in data/features.csv; the extremes stand for z = -3.2 and 3.2.
constexpr std::array<double, 11> kLevels = {0, .01, .05, .1, .25, .5, .75, .9, .95, .99, 1};
constexpr double kExtreme = 3.2;

// Part of a feature's variance (as normal scores, within a genre) that lies between artists; measured: .31 to .47 for
// most features.
constexpr double kArtistPart = 0.35;

// How often each key occurs in the data set, of 1,000.
constexpr std::array<std::uint16_t, 12> kKeys = {115, 94, 102, 31, 79, 82, 69, 116, 65, 99, 65, 83};

std::array<SoundModel::Normals, kCount> cholesky() {
  std::array<SoundModel::Normals, kCount> lower{};
  for (int row = 0; row < kCount; ++row) {
    for (int column = 0; column <= row; ++column) {
      double rest = kCorrelations[row][column];
      for (int k = 0; k < column; ++k) rest -= lower[row][k] * lower[column][k];
      if (row == column) {
        CHECK(rest > 0);
        lower[row][row] = std::sqrt(rest);
      } else {
        lower[row][column] = rest / lower[column][column];
      }
    }
  }
  return lower;
}

const std::array<double, 11>& knots() {
  static const std::array<double, 11> places = [] {
    std::array<double, 11> z{};
    for (std::size_t i = 1; i + 1 < z.size(); ++i) z[i] = random::normal_quantile(kLevels[i]);
    z.front() = -kExtreme;
    z.back() = kExtreme;
    return z;
  }();
  return places;
}

// The curve's value at z: straight between the knots, flat beyond the extremes.
double value_at(const auto& curve, const std::array<double, 11>& places, double z) noexcept {
  if (z <= places.front()) return curve.front();
  if (z >= places.back()) return curve.back();
  std::size_t right = 1;
  while (places[right] < z) ++right;
  const double part = (z - places[right - 1]) / (places[right] - places[right - 1]);
  return curve[right - 1] + part * (curve[right] - curve[right - 1]);
}

// As many decimals as the data set shows: three significant digits, or three decimals of dB and beats per minute.
float shown(double value, bool wide_unit) noexcept {
  double scale = 1000;
  if (!wide_unit) {
    for (const double limit : {.1, .01, .001, .0001, .00001}) scale *= value < limit ? 10 : 1;
  }
  return static_cast<float>(std::floor(value * scale + 0.5) / scale);
}

std::int32_t pick_key(random::Draws& draws) noexcept {
  std::uint32_t rest = draws.below(1000);
  for (std::size_t key = 0; key + 1 < kKeys.size(); ++key) {
    if (rest < kKeys[key]) return static_cast<std::int32_t>(key);
    rest -= kKeys[key];
  }
  return 11;
}

std::int32_t pick_time_signature(const GenreProfile& profile, random::Draws& draws) noexcept {
  const double u = draws.uniform();
  if (u < profile.triple_time_share) return 3;
  if (u < profile.triple_time_share + profile.odd_time_share)
    return u - profile.triple_time_share < profile.odd_time_share * 2 / 3 ? 5 : 1;
  return 4;
}

}  // namespace

SoundModel::SoundModel() : mixing_(cholesky()) {
  const auto rows = embedded_rows(k_features_csv);
  const auto profiles = genre_profiles();
  CHECK(rows.size() == profiles.size() * kCount);
  curves_.resize(profiles.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i][0] == profiles[i / kCount].name && rows[i].size() == 2 + kKnots);
    Curve& curve = curves_[i / kCount][i % kCount];
    for (std::size_t k = 0; k < kKnots; ++k) curve[k] = static_cast<float>(number_of(rows[i][2 + k]));
  }
}

SoundModel::Normals SoundModel::draw_artist(random::Draws& draws) noexcept {
  Normals normals;
  for (double& each : normals) each = random::normal(draws);
  return normals;
}

events::AudioFeatures SoundModel::draw(std::uint16_t genre, const Normals& artist,
                                       random::Draws& draws) const noexcept {
  static const double own_part = std::sqrt(1 - kArtistPart);
  static const double artist_part = std::sqrt(kArtistPart);
  Normals independent;
  for (int i = 0; i < kCount; ++i) independent[i] = artist_part * artist[i] + own_part * random::normal(draws);
  std::array<float, kCount> values;
  for (int row = 0; row < kCount; ++row) {
    double z = 0;
    for (int column = 0; column <= row; ++column) z += mixing_[row][column] * independent[column];
    values[row] = shown(value_at(curves_[genre][row], knots(), z), row == 2 || row == 8);
  }
  const GenreProfile& profile = genre_profiles()[genre];
  return {.danceability = values[0],
          .energy = values[1],
          .loudness = values[2],
          .speechiness = values[3],
          .acousticness = values[4],
          .instrumentalness = values[5],
          .liveness = values[6],
          .valence = values[7],
          .tempo = values[8],
          .key = pick_key(draws),
          .mode = draws.chance(profile.major_share) ? 1 : 0,
          .time_signature = pick_time_signature(profile, draws)};
}

}  // namespace wrapfeed::catalog
