#include "realism/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace wrapfeed::realism {

double mean(std::span<const double> values) {
  return ratio(std::accumulate(values.begin(), values.end(), 0.0), static_cast<double>(values.size()));
}

double deviation(std::span<const double> values, int lost_degrees) {
  const double center = mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - center) * (value - center);
  const double degrees = static_cast<double>(values.size()) - lost_degrees;
  return degrees > 0 ? std::sqrt(squares / degrees) : kUnknown;
}

double sorted_quantile(std::span<const double> ascending, double share) {
  if (ascending.empty()) return kUnknown;
  const double place = share * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (place - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return sorted_quantile(values, share);
}

double median(std::vector<double> values) { return quantile(std::move(values), .5); }

double ratio(double part, double whole) { return whole == 0 ? kUnknown : part / whole; }

std::vector<double> known(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  return values;
}

std::vector<double> ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> result(values.size());
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    const double shared = (static_cast<double>(begin + end) + 1) / 2;
    for (std::size_t i = begin; i < end; ++i) result[order[i]] = shared;
  }
  return result;
}

double correlation(std::span<const double> one, std::span<const double> other) {
  CHECK(one.size() == other.size());
  const double center = mean(one), other_center = mean(other);
  double both = 0, squares = 0, other_squares = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const double x = one[i] - center, y = other[i] - other_center;
    both += x * y;
    squares += x * x;
    other_squares += y * y;
  }
  return ratio(both, std::sqrt(squares * other_squares));
}

double slope(std::span<const double> x, std::span<const double> y) {
  CHECK(x.size() == y.size());
  const double center = mean(x);
  double both = 0, squares = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    both += (x[i] - center) * y[i];
    squares += (x[i] - center) * (x[i] - center);
  }
  return ratio(both, squares);
}

}  // namespace wrapfeed::realism
