#pragma once

#include <array>
#include <span>
#include <vector>

#include "realism/sample.h"
#include "realism/window_features.h"

namespace wrapfeed::realism {

// One window feature of the feed beside that of real listeners.
struct FeatureCard {
  double distance = kUnknown;  // Kolmogorov-Smirnov, see below
  std::vector<double> feed;    // quantiles at the percents of windows.json
  std::vector<double> real;
  double feed_between = kUnknown, real_between = kUnknown;  // deviation of the listeners' means
  double feed_within = kUnknown, real_within = kUnknown;    // root mean variance inside a listener
};

struct WindowCard {
  std::size_t listeners = 0;
  std::size_t windows = 0;
  std::array<FeatureCard, kWindowFeatures> features;
  double mean_distance = kUnknown;          // over the features that are not volume
  double correlations = kUnknown;           // mean absolute difference of the Spearman correlations to the real ones
  double correlations_of_means = kUnknown;  // the same of the listeners' means
};

WindowCard measure_windows(const Sample& sample);

// The largest distance between the share of values up to a real quantile and that quantile's percent (as a share), over
// all real quantiles given; where several are equal, to the nearest of their percents.
double quantile_distance(std::vector<double> values, std::span<const double> quantiles,
                         std::span<const double> percents);

}  // namespace wrapfeed::realism
