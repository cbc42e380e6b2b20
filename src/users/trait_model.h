#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "users/traits.h"

namespace wrapfeed::users {

// How a trait is distributed: value = centre + between * G(score; skew) + within * G(drift; drift_skew), where score is
// the listener's own, drift the week's, both standard normal, and G(z; q) = (exp(q z) - exp(q^2/2)) / q, or z for q =
// 0. The listening model then takes logistic, exp or nothing of the value (docs/model_parameters.md has the table).
// Fitted to 28-day windows of self-published listening histories.
struct TraitLaw {
  double centre;
  double between;
  double skew;
  double within;
  double drift_skew;
};

using TraitLaws = std::array<TraitLaw, kTraits>;  // by Trait
const TraitLaws& trait_laws(events::Population population);

// The trait's value for a listener's score: centre + between * G(score); in a week, what is added to it.
double own_value(const TraitLaw& law, double score);
double drift_value(const TraitLaw& law, double drift);

// A correlation between two traits, other than 0.
struct Correlation {
  Trait one;
  Trait other;
  double value;
};
std::span<const Correlation> correlations_between_listeners();
std::span<const Correlation> correlations_of_weekly_drift();

// Turns independent standard normals into correlated ones: the lower Cholesky factor of a correlation matrix.
class Correlator {
 public:
  explicit Correlator(std::span<const Correlation> correlations);
  std::array<double, kTraits> operator()(const std::array<double, kTraits>& independent) const;

 private:
  struct Entry {
    std::uint8_t row;
    std::uint8_t column;
    double value;
  };
  std::vector<Entry> entries_;  // of the factor, those that are not 0
};

}  // namespace wrapfeed::users
