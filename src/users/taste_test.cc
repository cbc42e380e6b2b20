#include "users/taste.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "users/catalog_for_test.h"
#include "users/geography.h"

namespace wrapfeed::users {
namespace {

std::uint16_t country_number(std::string_view code) {
  const auto countries = Geography::instance().countries();
  for (std::uint16_t i = 0; i < countries.size(); ++i) {
    if (std::string_view(countries[i].code.data(), 2) == code) return i;
  }
  ADD_FAILURE() << code;
  return 0;
}

random::Draws draws_of(std::uint64_t user) { return {5, random::Purpose::UserTaste, user}; }

const TasteModel& whole_model() {
  static const TasteModel model(whole_catalog());
  return model;
}

std::map<std::string, double> shares_of(std::string_view country, int birth_year) {
  std::map<std::string, double> shares;
  for (const Taste& entry : whole_model().favourite_shares(country_number(country), birth_year)) {
    shares[whole_catalog().genres()[entry.genre]] = entry.weight;
  }
  return shares;
}

double sum_of(const std::vector<Taste>& taste) {
  double sum = 0;
  for (const Taste& entry : taste) sum += entry.weight;
  return sum;
}

TEST(Taste, FitsTheCountry) {
  const auto share = [](std::string_view country, std::initializer_list<const char*> genres) {
    const auto shares = shares_of(country, 1990);
    double sum = 0;
    for (const char* genre : genres) sum += shares.at(genre);
    return sum;
  };
  EXPECT_GT(share("BR", {"samba", "sertanejo", "mpb", "pagode", "forro", "brazil"}), 0.4);
  EXPECT_LT(share("DE", {"samba", "sertanejo", "mpb", "pagode", "forro", "brazil"}), 0.02);
  EXPECT_GT(share("JP", {"j-pop", "j-rock", "j-idol", "j-dance", "anime"}), 0.3);
  EXPECT_GT(share("IN", {"indian", "pop-film"}), 0.3);
  EXPECT_LT(share("US", {"indian", "pop-film"}), 0.01);
  EXPECT_GT(share("KR", {"k-pop"}), 0.2);
  EXPECT_GT(share("MX", {"latin", "latino", "reggaeton", "salsa", "spanish"}), 0.15);
  EXPECT_GT(share("US", {"country"}), 2 * share("DE", {"country"}));
  EXPECT_GT(share("TR", {"turkish"}), 0.2);
  EXPECT_GT(share("SE", {"swedish"}), 0.1);
}

TEST(Taste, FitsTheCohort) {
  const auto old = shares_of("US", 1955);
  const auto middle = shares_of("US", 1978);
  const auto young = shares_of("US", 2007);
  EXPECT_GT(old.at("rock-n-roll"), 5 * young.at("rock-n-roll"));
  EXPECT_GT(old.at("jazz"), 3 * young.at("jazz"));
  EXPECT_GT(young.at("hip-hop"), 3 * old.at("hip-hop"));
  EXPECT_GT(young.at("k-pop"), 5 * old.at("k-pop"));
  EXPECT_GT(middle.at("grunge"), 2 * young.at("grunge"));
}

TEST(Taste, FollowsTheCatalog) {
  const catalog::Catalog catalog = catalog_of({{"techno", 300}, {"minimal-techno", 100}});
  const TasteModel model(catalog);
  const auto shares = model.favourite_shares(country_number("DE"), 1990);
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_NEAR(shares[1].weight, 0.75, 0.1);
  EXPECT_NEAR(shares[0].weight + shares[1].weight, 1, 1e-12);
}

// Chi-square over the genres that are expected at least five times; the limit is the 0.9999 quantile (Wilson and
// Hilferty 1931) and the seed is fixed.
TEST(Taste, DrawsFavouritesByTheirShares) {
  constexpr int kUsers = 20'000;
  const std::uint16_t country = country_number("BR");
  std::map<std::uint16_t, int> counts;
  for (std::uint64_t user = 0; user < kUsers; ++user) {
    random::Draws draws = draws_of(user);
    ++counts[whole_model().draw(country, 1990, draws).taste.front().genre];
  }
  double chi_square = 0;
  int cells = 0;
  for (const Taste& entry : whole_model().favourite_shares(country, 1990)) {
    const double expected = entry.weight * kUsers;
    if (expected < 5) continue;
    const double difference = counts[entry.genre] - expected;
    chi_square += difference * difference / expected;
    ++cells;
  }
  ASSERT_GT(cells, 50);
  const double freedom = cells - 1;
  const double root = 1 - 2 / (9 * freedom) + 3.719 * std::sqrt(2 / (9 * freedom));
  EXPECT_LT(chi_square, freedom * root * root * root);
}

TEST(Taste, PrefersKindredGenres) {
  const auto genres = whole_catalog().genres();
  int metal = 0;
  int pairs = 0;
  double expected = 0;
  const auto shares = shares_of("DE", 1980);
  for (const auto& [genre, share] : shares) {
    if (catalog::find_genre(genre)->family == catalog::Family::Metal) expected += share;
  }
  for (std::uint64_t user = 0; user < 5'000; ++user) {
    random::Draws draws = draws_of(user);
    const TasteModel::Choice choice = whole_model().draw(country_number("DE"), 1980, draws);
    const auto family = [&](std::size_t i) { return catalog::find_genre(genres[choice.taste[i].genre])->family; };
    if (family(0) != catalog::Family::Metal) continue;
    metal += family(1) == catalog::Family::Metal;
    ++pairs;
  }
  ASSERT_GT(pairs, 200);
  EXPECT_GT(metal / double(pairs), 1.5 * expected);
}

RC_GTEST_PROP(Taste, IsADistributionOverEveryGenre, (std::uint64_t user)) {
  const auto country = *rc::gen::inRange<std::uint16_t>(0, Geography::instance().countries().size());
  const int year = *rc::gen::inRange(1940, 2013);
  random::Draws draws = draws_of(user);
  const TasteModel::Choice choice = whole_model().draw(country, year, draws);
  const auto heavier = [](const Taste& a, const Taste& b) { return a.weight > b.weight; };
  RC_ASSERT(choice.taste.size() == whole_catalog().genres().size());
  RC_ASSERT(std::is_sorted(choice.taste.begin(), choice.taste.end(), heavier));
  RC_ASSERT(choice.taste.back().weight > 0);
  RC_ASSERT(std::abs(sum_of(choice.taste) - 1) < 1e-9);
  RC_ASSERT(choice.preferred >= 3 && choice.preferred <= 8);
  double mass = 0;
  for (std::size_t i = 0; i < choice.preferred; ++i) mass += choice.taste[i].weight;
  RC_ASSERT(mass >= 0.85 - 1e-9 && mass < 1);
}

TEST(Taste, WorksOnAForeignCatalog) {
  for (const int genres : {1, 2, 3, 9, 200}) {
    std::vector<std::string> names;
    for (int i = 0; i < genres; ++i) names.push_back(fmt::format("strange {}", i));
    std::vector<GenreSize> sizes;
    for (const std::string& name : names) sizes.push_back({name, 2});
    const catalog::Catalog catalog = catalog_of(sizes);
    const TasteModel model(catalog);
    std::vector<bool> favourite(static_cast<std::size_t>(genres));
    for (std::uint64_t user = 0; user < 5'000; ++user) {
      random::Draws draws = draws_of(user);
      const TasteModel::Choice choice = model.draw(0, 1990, draws);
      ASSERT_EQ(choice.taste.size(), static_cast<std::size_t>(genres));
      ASSERT_NEAR(sum_of(choice.taste), 1, 1e-9);
      ASSERT_LE(choice.preferred, choice.taste.size());
      favourite[choice.taste.front().genre] = true;
    }
    EXPECT_TRUE(std::all_of(favourite.begin(), favourite.end(), [](bool hit) { return hit; })) << genres;
  }
}

}  // namespace
}  // namespace wrapfeed::users
