#include "random/alias.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace wrapfeed::random {
namespace {

constexpr std::uint64_t kColumn = std::uint64_t{1} << 32;  // shares in one column

// Neumaier's compensated sum: the rounding of millions of weights must not add up.
double total_of(std::span<const double> weights) {
  double sum = 0;
  double lost = 0;
  for (const double weight : weights) {
    CHECK(weight >= 0 && std::isfinite(weight));
    const double next = sum + weight;
    lost += sum >= weight ? (sum - next) + weight : (weight - next) + sum;
    sum = next;
  }
  return sum + lost;
}

// The weights as whole shares whose sum is exactly one column's worth each. What rounding leaves over or short goes to
// the heaviest weight, so a weight of zero stays zero.
std::vector<std::uint64_t> shares_of(std::span<const double> weights) {
  const double total = total_of(weights);
  CHECK(total > 0 && std::isfinite(total));
  const auto all = static_cast<double>(weights.size()) * static_cast<double>(kColumn);
  std::vector<std::uint64_t> shares(weights.size());
  std::transform(weights.begin(), weights.end(), shares.begin(),
                 [&](double weight) { return static_cast<std::uint64_t>(weight / total * all); });
  const std::uint64_t given = std::accumulate(shares.begin(), shares.end(), std::uint64_t{0});
  *std::max_element(shares.begin(), shares.end()) += weights.size() * kColumn - given;  // wraps when given is more
  return shares;
}

}  // namespace

AliasTable::AliasTable(std::span<const double> weights) {
  CHECK(!weights.empty() && weights.size() < kColumn);
  std::vector<std::uint64_t> shares = shares_of(weights);
  columns_.resize(weights.size());
  std::vector<std::uint32_t> less;
  std::vector<std::uint32_t> enough;
  for (std::uint32_t i = 0; i < shares.size(); ++i) (shares[i] < kColumn ? less : enough).push_back(i);
  // Whole shares add up without rounding: whoever has less than a column is filled up by someone with enough, and at
  // the end every column left is exactly full.
  while (!less.empty()) {
    const std::uint32_t taker = less.back();
    const std::uint32_t giver = enough.back();
    less.pop_back();
    columns_[taker] = {static_cast<std::uint32_t>(shares[taker]), giver};
    shares[giver] -= kColumn - shares[taker];
    if (shares[giver] < kColumn) {
      enough.pop_back();
      less.push_back(giver);
    }
  }
  for (const std::uint32_t full : enough) columns_[full] = {0, full};
}

}  // namespace wrapfeed::random
