#include "simulation/skip_times.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

struct Point {
  std::uint32_t ms;
  double share;
};
// Of skipped plays (under 30 s), the share heard for less; pooled over 1.67 million real plays.
constexpr Point kPooled[] = {{0, 0},       {500, .10},   {1000, .228},  {2000, .453},  {3000, .553},  {4000, .617},
                             {5000, .665}, {7000, .735}, {10000, .808}, {15000, .883}, {20000, .932}, {30000, 1}};

// Their logarithms, but for the first.
const std::array<double, std::size(kPooled)> kLogShares = [] {
  std::array<double, std::size(kPooled)> logs{};
  for (std::size_t i = 1; i < logs.size(); ++i) logs[i] = random::log(kPooled[i].share);
  return logs;
}();

constexpr double kMostLogFast = 3;
constexpr double kStep = 1.0 / 16;  // of the logarithm
constexpr int kSteps = static_cast<int>(kMostLogFast / kStep);

}  // namespace

const SkipTimes& SkipTimes::of(double log_fast) {
  static const std::vector<SkipTimes> steps = [] {
    std::vector<SkipTimes> filled;
    for (int step = -kSteps; step <= kSteps; ++step) filled.emplace_back(random::exp(step * kStep));
    return filled;
  }();
  const double nearest = std::floor(std::clamp(log_fast, -kMostLogFast, kMostLogFast) / kStep + 0.5);
  return steps[static_cast<std::size_t>(static_cast<int>(nearest) + kSteps)];
}

SkipTimes::SkipTimes(double fast) {
  std::array<double, std::size(kPooled)> shares{};
  for (std::size_t i = 1; i < shares.size(); ++i) shares[i] = random::exp(kLogShares[i] / fast);
  std::size_t piece = 0;
  ms_.fill([&](double share) {
    while (piece + 2 < shares.size() && shares[piece + 1] < share) ++piece;
    const double within = (share - shares[piece]) / std::max(shares[piece + 1] - shares[piece], 0x1p-32);
    return kPooled[piece].ms + std::min(within, 1.0) * (kPooled[piece + 1].ms - kPooled[piece].ms);
  });
}

}  // namespace wrapfeed::simulation
