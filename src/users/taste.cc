#include "users/taste.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "catalog/genres.h"
#include "catalog/popularity.h"
#include "users/kinship.h"

namespace wrapfeed::users {
namespace {

constexpr double kPreferredMass = 0.85;  // of new listening that goes to the genres a user chose
constexpr std::uint32_t kFewest = 3;
constexpr std::uint32_t kMost = 8;

double sum(const std::vector<double>& weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); }

// Position drawn by weight; those of weight 0 are never drawn, and the last other one takes what rounding leaves.
std::size_t pick(const std::vector<double>& weights, double uniform) {
  double left = uniform * sum(weights);
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (left < weights[i]) break;
    left -= weights[i];
  }
  return last;
}

// Shares of the chosen genres: each is `ratio` of the one before.
std::vector<double> falling_shares(std::size_t count, double ratio, double mass) {
  std::vector<double> shares(count, 1);
  for (std::size_t i = 1; i < count; ++i) shares[i] = shares[i - 1] * ratio;
  const double factor = mass / sum(shares);
  for (double& share : shares) share *= factor;
  return shares;
}

}  // namespace

TasteModel::TasteModel(const catalog::Catalog& catalog) {
  const catalog::ArtistSampler artists(catalog);
  for (std::uint16_t genre = 0; genre < catalog.genres().size(); ++genre) {
    const double share = artists.genre_weight(genre);
    if (share <= 0) continue;
    const std::string& name = catalog.genres()[genre];
    const catalog::Genre* known = catalog::find_genre(name);
    rows_.push_back({genre, known ? static_cast<std::uint8_t>(known->family) : kNoFamily, share, genre_fit(name)});
  }
  CHECK(!rows_.empty());
}

std::vector<double> TasteModel::weights(std::uint16_t country, int birth_year) const {
  const std::size_t cohort = cohort_of(birth_year);
  std::vector<double> weights(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const GenreFit& fit = rows_[i].fit;
    weights[i] = rows_[i].share * fit.cohorts[cohort] * (fit.countries.empty() ? 1 : fit.countries[country]);
  }
  return weights;
}

std::vector<Taste> TasteModel::favourite_shares(std::uint16_t country, int birth_year) const {
  const std::vector<double> by_row = weights(country, birth_year);
  const double total = sum(by_row);
  std::vector<Taste> shares;
  for (std::size_t i = 0; i < rows_.size(); ++i) shares.push_back({rows_[i].genre, by_row[i] / total});
  return shares;
}

// Rows of the favourite genre and of `count` - 1 others.
std::vector<std::size_t> TasteModel::choose(std::vector<double> weights, std::size_t count,
                                            random::Draws& draws) const {
  std::vector<std::size_t> chosen = {pick(weights, draws.uniform())};
  const auto& kin = kinship(rows_[chosen.front()].family);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] *= kin[rows_[i].family];
  while (chosen.size() < count) {
    weights[chosen.back()] = 0;
    chosen.push_back(pick(weights, draws.uniform()));
  }
  return chosen;
}

TasteModel::Choice TasteModel::draw(std::uint16_t country, int birth_year, random::Draws& draws) const {
  std::vector<double> rest = weights(country, birth_year);
  const std::size_t count = std::min<std::size_t>(kFewest + draws.below(kMost - kFewest + 1), rows_.size());
  const double ratio = 0.55 + 0.3 * draws.uniform();
  const std::vector<std::size_t> chosen = choose(rest, count, draws);
  for (const std::size_t row : chosen) rest[row] = 0;

  // The favourite has at least 0.175, any genre that was not chosen at most 0.15.
  const double left = sum(rest);
  std::vector<double> shares = falling_shares(count, ratio, left > 0 ? kPreferredMass : 1);
  Choice choice{{}, count};
  choice.taste.reserve(rows_.size());
  for (std::size_t i = 0; i < count; ++i) choice.taste.push_back({rows_[chosen[i]].genre, shares[i]});
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rest[i] > 0) choice.taste.push_back({rows_[i].genre, (1 - kPreferredMass) * rest[i] / left});
  }
  std::sort(choice.taste.begin(), choice.taste.end(), [](const Taste& a, const Taste& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.genre < b.genre;
  });
  return choice;
}

}  // namespace wrapfeed::users
