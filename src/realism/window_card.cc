#include "realism/window_card.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "realism/real_figures.h"

namespace wrapfeed::realism {
namespace {

using Columns = std::array<std::vector<double>, kWindowFeatures>;

Columns columns_of(const std::vector<WindowRow>& windows) {
  Columns columns;
  for (const WindowRow& row : windows)
    for (std::size_t i = 0; i < kWindowFeatures; ++i) columns[i].push_back(row.values[i]);
  return columns;
}

// Per listener with windows: the mean of one feature, and its variance where there are two windows or more.
struct ByListener {
  std::vector<double> means;
  std::vector<double> variances;
};

ByListener by_listener(const std::vector<WindowRow>& windows, const std::vector<double>& column) {
  ByListener result;
  for (std::size_t begin = 0, end = 0; begin < windows.size(); begin = end) {
    while (end < windows.size() && windows[end].listener == windows[begin].listener) ++end;
    const std::span<const double> own(column.data() + begin, end - begin);
    result.means.push_back(mean(own));
    const double spread = deviation(own, 1);
    if (own.size() > 1) result.variances.push_back(spread * spread);
  }
  return result;
}

// Mean over pairs of features of the absolute difference between their Spearman correlation and the real one.
double correlation_difference(Columns columns, const Json& real) {
  for (std::vector<double>& column : columns) column = ranks(column);
  double difference = 0, pairs = 0;
  for (std::size_t i = 0; i < kWindowFeatures; ++i)
    for (std::size_t j = i + 1; j < kWindowFeatures; ++j, ++pairs) {
      const double measured = correlation(columns[i], columns[j]);
      difference += std::abs((std::isnan(measured) ? 0 : measured) - real[i][j].get<double>());
    }
  return difference / pairs;
}

FeatureCard card_of(const std::vector<WindowRow>& windows, const std::vector<double>& column,
                    const ByListener& listeners, const Json& real, const std::vector<double>& percents) {
  FeatureCard card;
  card.real = real.at("quantiles").get<std::vector<double>>();
  std::vector<double> sorted = column;
  std::sort(sorted.begin(), sorted.end());
  for (const double percent : percents) card.feed.push_back(sorted_quantile(sorted, percent / 100));
  if (!windows.empty()) card.distance = quantile_distance(std::move(sorted), card.real, percents);
  card.real_between = real.at("between").get<double>();
  card.real_within = real.at("within").get<double>();
  card.feed_between = deviation(listeners.means, 1);
  card.feed_within = std::sqrt(mean(listeners.variances));
  return card;
}

}  // namespace

double quantile_distance(std::vector<double> values, std::span<const double> quantiles,
                         std::span<const double> percents) {
  CHECK(quantiles.size() == percents.size());
  std::sort(values.begin(), values.end());
  const auto count = static_cast<double>(values.size());
  double worst = 0;
  for (std::size_t begin = 0, end = 0; begin < quantiles.size(); begin = end) {
    while (end < quantiles.size() && quantiles[end] == quantiles[begin]) ++end;
    const auto [first, last] = std::equal_range(values.begin(), values.end(), quantiles[begin]);
    const double below = static_cast<double>(first - values.begin()) / count;
    const double up_to = static_cast<double>(last - values.begin()) / count;
    const double low = percents[begin] / 100, high = percents[end - 1] / 100;
    worst = std::max({worst, low - up_to, below - high});
  }
  return worst;
}

WindowCard measure_windows(const Sample& sample) {
  const Json& real = real_windows();
  const auto percents = real.at("quantile_percent").get<std::vector<double>>();
  const Columns columns = columns_of(sample.windows);
  WindowCard card;
  card.windows = sample.windows.size();
  Columns means;
  double total = 0, judged = 0;
  for (std::size_t i = 0; i < kWindowFeatures; ++i) {
    const WindowFeature& feature = kWindowFeatureList[i];
    ByListener listeners = by_listener(sample.windows, columns[i]);
    card.features[i] = card_of(sample.windows, columns[i], listeners, real.at("features").at(feature.name), percents);
    means[i] = std::move(listeners.means);
    if (feature.volume) continue;
    total += card.features[i].distance;
    ++judged;
  }
  card.listeners = means[0].size();
  card.mean_distance = total / judged;
  if (card.listeners < 3) return card;  // correlations of two say nothing
  card.correlations = correlation_difference(columns, real.at("spearman"));
  card.correlations_of_means = correlation_difference(means, real.at("spearman_of_listener_means"));
  return card;
}

}  // namespace wrapfeed::realism
