#include "users/trait_model.h"

#include <cmath>

#include "base/check.h"
#include "random/coarse.h"

namespace wrapfeed::users {
namespace {

constexpr TraitLaws kHeavy = {{
    // centre, between, skew, within, drift skew
    {2.89, 1.57, 0.00, 1.12, 0.17},    // Active: logit of the probability that a day is active
    {1.49, 0.52, 0.05, 0.34, 0.00},    // SessionsADay: log of the sessions on an active day
    {4.08, 0.23, -0.10, 0.34, 0.00},   // SessionLength: log of its scale in minutes
    {-1.20, 0.90, 0.09, 0.53, 0.00},   // Skip: logit of the share of plays under 30 s
    {0.22, 0.56, -0.07, 0.53, 0.00},   // Persistence: logit, of browsing and of leaning back
    {-0.24, 0.36, 0.05, 0.22, 0.00},   // FastSkip: log of the exponent on the quantile of the skip time
    {-2.34, 0.71, -0.29, 0.19, 0.00},  // LeaveLater: logit, of plays not skipped those left after 30 s
    {-0.73, 0.64, -0.08, 0.75, 0.00},  // Discover: logit, a free choice is new
    {-2.95, 1.15, 0.00, 0.67, 0.00},   // Run: logit, a free choice starts an artist run
    {-0.64, 0.75, -0.27, 0.22, 0.00},  // KnownArtist: logit, a new track is by an artist heard before
    {-5.40, 0.68, 0.28, 0.51, 0.00},   // Loop: logit, a track starts repeating
    {4.00, 1.41, -0.37, 1.51, -0.16},  // Recency: log of the scale of the copy distance, plays
    {-2.50, 0.53, -0.26, 0.25, 0.00},  // Idle: logit, over a minute of idle time before a play
    {-2.06, 0.74, 0.52, 0.37, 0.00},   // Single: logit, a session is one play
    {-0.32, 0.34, -0.24, 0.36, 0.06},  // Weekend: log of the weekend's intensity
    {0.26, 0.36, 0.14, 0.22, 0.00},    // HourNoise: log of the strength of the hour-by-hour noise
    {-1.50, 0.82, -0.12, 0.57, 0.00},  // Obsession: logit, a run goes to the artist of the moment
    {22.91, 1.50, 0.00, 0.83, 0.00},   // Night: local hour at which listening fades out
    {7.63, 1.42, 0.12, 0.90, 0.00},    // Morning: local hour at which it begins
}};

// A general population listens on fewer days and less often on them; fitted to a mean of 49 minutes a day with a
// standard deviation of its logarithm over users of 1.0 to 1.2.
constexpr TraitLaws kTypical = [] {
  TraitLaws laws = kHeavy;
  laws[static_cast<std::size_t>(Trait::Active)] = {0.9, 1.7, 0.00, 1.12, 0.17};
  laws[static_cast<std::size_t>(Trait::SessionsADay)] = {0.62, 0.55, 0.05, 0.34, 0.00};
  return laws;
}();

constexpr Correlation kBetween[] = {
    {Trait::SessionsADay, Trait::Active, .58},
    {Trait::SessionLength, Trait::SessionsADay, .31},
    {Trait::Skip, Trait::Active, -.35},
    {Trait::Skip, Trait::SessionLength, -.07},
    {Trait::FastSkip, Trait::Skip, .46},
    {Trait::LeaveLater, Trait::SessionLength, -.47},
    {Trait::LeaveLater, Trait::Skip, .42},
    {Trait::Discover, Trait::Active, .06},
    {Trait::Discover, Trait::SessionsADay, -.29},
    {Trait::Discover, Trait::SessionLength, -.40},
    {Trait::Discover, Trait::Skip, -.11},
    {Trait::Run, Trait::Active, .05},
    {Trait::Run, Trait::SessionsADay, .09},
    {Trait::Run, Trait::SessionLength, -.12},
    {Trait::Run, Trait::Skip, -.18},
    {Trait::Run, Trait::Discover, .55},
    {Trait::KnownArtist, Trait::Run, .41},
    {Trait::Loop, Trait::Skip, .55},
    {Trait::Loop, Trait::FastSkip, .20},
    {Trait::Loop, Trait::LeaveLater, .20},
    {Trait::Recency, Trait::Loop, -.43},
    {Trait::Idle, Trait::Run, .19},
    {Trait::Single, Trait::Active, -.50},
    {Trait::Single, Trait::SessionsADay, -.17},
    {Trait::Single, Trait::Discover, -.13},
    {Trait::Weekend, Trait::Active, -.52},
    {Trait::Weekend, Trait::SessionsADay, -.19},
    {Trait::Weekend, Trait::SessionLength, -.33},
    {Trait::Weekend, Trait::Skip, .30},
    {Trait::Weekend, Trait::Discover, .17},
    {Trait::Weekend, Trait::Run, .20},
    {Trait::Obsession, Trait::Run, .26},
    {Trait::Night, Trait::Active, -.49},
    {Trait::Night, Trait::SessionsADay, -.47},
    {Trait::Night, Trait::SessionLength, -.59},
    {Trait::Night, Trait::Skip, .18},
    {Trait::Night, Trait::Discover, .27},
    {Trait::Night, Trait::Run, .04},
    {Trait::Night, Trait::Weekend, .84},
};

constexpr Correlation kDrift[] = {
    {Trait::SessionsADay, Trait::Active, .36},
    {Trait::Discover, Trait::Active, -.30},
    {Trait::Discover, Trait::SessionsADay, -.13},
    {Trait::Recency, Trait::Active, -.12},
    {Trait::Recency, Trait::Run, .16},
    {Trait::Obsession, Trait::Run, -.22},
    {Trait::Morning, Trait::Night, -.11},
};

double skewed(double z, double skew) {
  if (skew == 0) return z;
  return (random::coarse::exp(skew * z) - random::coarse::exp(skew * skew / 2)) / skew;
}

}  // namespace

const TraitLaws& trait_laws(events::Population population) {
  return population == events::Population::Typical ? kTypical : kHeavy;
}

double own_value(const TraitLaw& law, double score) { return law.centre + law.between * skewed(score, law.skew); }
double drift_value(const TraitLaw& law, double drift) { return law.within * skewed(drift, law.drift_skew); }

std::span<const Correlation> correlations_between_listeners() { return kBetween; }
std::span<const Correlation> correlations_of_weekly_drift() { return kDrift; }

Correlator::Correlator(std::span<const Correlation> correlations) {
  std::array<std::array<double, kTraits>, kTraits> matrix{};
  for (std::size_t i = 0; i < kTraits; ++i) matrix[i][i] = 1;
  for (const Correlation& c : correlations) {
    const auto i = static_cast<std::size_t>(c.one);
    const auto j = static_cast<std::size_t>(c.other);
    matrix[i][j] = matrix[j][i] = c.value;
  }
  std::array<std::array<double, kTraits>, kTraits> factor{};
  for (std::size_t i = 0; i < kTraits; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= factor[i][k] * factor[j][k];
      CHECK(i != j || rest > 0);  // positive definite
      factor[i][j] = i == j ? std::sqrt(rest) : rest / factor[j][j];
      if (factor[i][j] != 0)
        entries_.push_back({static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j), factor[i][j]});
    }
  }
}

std::array<double, kTraits> Correlator::operator()(const std::array<double, kTraits>& independent) const {
  std::array<double, kTraits> correlated{};
  for (const auto& [row, column, value] : entries_) correlated[row] += value * independent[column];
  return correlated;
}

}  // namespace wrapfeed::users
