#include "users/taste.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "catalog/genres.h"
#include "catalog/popularity.h"
#include "users/geography.h"
#include "users/kinship.h"

namespace wrapfeed::users {
namespace {

constexpr double kPreferredMass = 0.85;  // of new listening that goes to the genres a user chose
constexpr std::uint32_t kFewest = 3;
constexpr std::uint32_t kMost = 8;

double sum(const std::vector<double>& weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); }

// Places drawn by weight, none twice; those of weight 0 are never drawn.
class Urn {
 public:
  explicit Urn(std::vector<double> weights) : weights_(std::move(weights)), total_(sum(weights_)) {}

  std::size_t take(double uniform) {
    const std::size_t place = find(uniform * total_);
    total_ -= weights_[place];
    weights_[place] = 0;
    return place;
  }
  // Weights become others, by a factor of their place.
  template <typename Factor>
  void scale(Factor factor) {
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] *= factor(i);
    total_ = sum(weights_);
  }

 private:
  // The last place with a weight takes what rounding leaves.
  std::size_t find(double left) const {
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (weights_[i] <= 0) continue;
      last = i;
      if (left < weights_[i]) break;
      left -= weights_[i];
    }
    return last;
  }

  std::vector<double> weights_;
  double total_;
};

// Shares of the chosen genres: each is `ratio` of the one before.
std::vector<double> falling_shares(std::size_t count, double ratio, double mass) {
  std::vector<double> shares(count, 1);
  for (std::size_t i = 1; i < count; ++i) shares[i] = shares[i - 1] * ratio;
  const double factor = mass / sum(shares);
  for (double& share : shares) share *= factor;
  return shares;
}

bool heavier(const Taste& a, const Taste& b) { return a.weight != b.weight ? a.weight > b.weight : a.genre < b.genre; }

}  // namespace

TasteModel::TasteModel(const catalog::Catalog& catalog) {
  struct Row {
    std::uint16_t number;
    std::uint8_t family;
    double share;  // of artist weight
    GenreFit fit;
  };
  std::vector<Row> rows;
  const catalog::ArtistSampler artists(catalog);
  for (std::uint16_t number = 0; number < catalog.genres().size(); ++number) {
    const double share = artists.genre_weight(number);
    if (share <= 0) continue;
    const std::string& name = catalog.genres()[number];
    const catalog::Genre* known = catalog::find_genre(name);
    rows.push_back({number, known ? static_cast<std::uint8_t>(known->family) : kNoFamily, share, genre_fit(name)});
  }
  CHECK(!rows.empty());
  count_ = rows.size();
  for (std::size_t country = 0; country < Geography::instance().countries().size(); ++country) {
    for (std::size_t cohort = 0; cohort < kCohorts; ++cohort) {
      const auto first = static_cast<std::ptrdiff_t>(groups_.size());
      for (const auto& [number, family, share, fit] : rows) {
        const double abroad = fit.countries.empty() ? 1 : fit.countries[country];
        groups_.push_back({share * fit.cohorts[cohort] * abroad, number, family});
      }
      std::stable_sort(groups_.begin() + first, groups_.end(),
                       [](const Genre& a, const Genre& b) { return a.weight > b.weight; });
    }
  }
}

std::span<const TasteModel::Genre> TasteModel::genres_of(std::uint16_t country, std::size_t cohort) const {
  return std::span(groups_).subspan((country * kCohorts + cohort) * count_, count_);
}

std::vector<Taste> TasteModel::favourite_shares(std::uint16_t country, int birth_year) const {
  double total = 0;
  std::vector<Taste> shares;
  for (const Genre& genre : genres_of(country, cohort_of(birth_year))) {
    total += genre.weight;
    shares.push_back({genre.number, genre.weight});
  }
  for (Taste& share : shares) share.weight /= total;
  std::sort(shares.begin(), shares.end(), [](const Taste& a, const Taste& b) { return a.genre < b.genre; });
  return shares;
}

TasteModel::Choice TasteModel::draw(std::uint16_t country, int birth_year, random::Draws& draws) const {
  const std::span<const Genre> genres = genres_of(country, cohort_of(birth_year));
  const std::size_t count = std::min<std::size_t>(kFewest + draws.below(kMost - kFewest + 1), count_);
  const double ratio = 0.55 + 0.3 * draws.uniform();
  std::vector<double> rest;
  for (const Genre& genre : genres) rest.push_back(genre.weight);
  const std::vector<std::size_t> chosen = choose(genres, rest, count, draws);
  for (const std::size_t place : chosen) rest[place] = 0;

  // The favourite has at least 0.175, any genre that was not chosen at most 0.15.
  const double left = sum(rest);
  const std::vector<double> shares = falling_shares(count, ratio, left > 0 ? kPreferredMass : 1);
  std::vector<Taste> preferred, others;
  for (std::size_t i = 0; i < count; ++i) preferred.push_back({genres[chosen[i]].number, shares[i]});
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] > 0) others.push_back({genres[i].number, (1 - kPreferredMass) * rest[i] / left});
  }
  Choice choice{std::vector<Taste>(preferred.size() + others.size()), count};
  std::merge(preferred.begin(), preferred.end(), others.begin(), others.end(), choice.taste.begin(), heavier);
  return choice;
}

// Places of the favourite genre and of `count` - 1 others.
std::vector<std::size_t> TasteModel::choose(std::span<const Genre> genres, std::vector<double> weights,
                                            std::size_t count, random::Draws& draws) {
  Urn urn(std::move(weights));
  std::vector<std::size_t> chosen = {urn.take(draws.uniform())};
  const auto& kin = kinship(genres[chosen.front()].family);
  urn.scale([&](std::size_t place) { return kin[genres[place].family]; });
  while (chosen.size() < count) chosen.push_back(urn.take(draws.uniform()));
  return chosen;
}

}  // namespace wrapfeed::users
