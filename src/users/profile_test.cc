#include "users/profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "users/catalog_for_test.h"
#include "users/demography.h"
#include "users/geography.h"
#include "users/utf8_for_test.h"

namespace wrapfeed::users {
namespace {

constexpr int kUsers = 20'000;
constexpr std::uint64_t kSeed = 42;

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> all = [] {
    const Population population(whole_catalog(), {.seed = kSeed});
    std::vector<Profile> list;
    for (int user = 0; user < kUsers; ++user) list.push_back(population.profile(user));
    return list;
  }();
  return all;
}

template <typename Condition>
double share_where(Condition condition) {
  return static_cast<double>(std::count_if(profiles().begin(), profiles().end(), condition)) / kUsers;
}

std::string text_of(const events::User& row) {
  std::string text =
      fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {}", row.user_id, row.username, row.name,
                  static_cast<int>(row.gender), row.birth_date, row.country[0], row.country[1], row.city, row.latitude,
                  row.longitude, row.time_zone, static_cast<int>(row.plan), row.registered_at);
  for (const auto& [genre, weight] : row.preferred_genres) text += fmt::format(" {}:{}", genre, weight);
  const events::Habits& habits = row.habits;
  return text + fmt::format(" {} {} {} {} {} {}", row.favorite_genre, habits.daily_minutes, habits.peak_hour,
                            habits.weekend_share, habits.shuffle_share, static_cast<int>(habits.main_platform));
}

std::string text_of(const Profile& profile) {
  std::string text = text_of(profile.row);
  for (const Taste& entry : profile.taste) text += fmt::format(" {}:{}", entry.genre, entry.weight);
  for (const double share : profile.platforms) text += fmt::format(" {}", share);
  for (const double score : profile.traits.scores) text += fmt::format(" {}", score);
  return text;
}

TEST(Profile, IsTheSameFromAnyPopulationInAnyOrder) {
  const catalog::Catalog copy = [] {
    std::vector<GenreSize> sizes;
    for (const catalog::Genre& genre : catalog::known_genres()) {
      sizes.push_back({genre.name, 1 + static_cast<int>(genre.popularity * 10'000)});
    }
    return catalog_of(sizes);
  }();
  const Population other(copy, {.seed = kSeed});
  for (int user = kUsers - 1; user >= 0; user -= 37) {
    ASSERT_EQ(text_of(other.profile(user)), text_of(profiles()[static_cast<std::size_t>(user)]));
  }
}

TEST(Profile, DependsOnTheSeed) {
  const Population other(whole_catalog(), {.seed = kSeed + (1ULL << 40)});
  int same = 0;
  for (int user = 0; user < 200; ++user) same += other.profile(user).row.name == profiles()[user].row.name;
  EXPECT_LT(same, 10);
}

TEST(Profile, RowAgreesWithTheHiddenPart) {
  for (const Profile& profile : profiles()) {
    const events::User& row = profile.row;
    ASSERT_EQ(row.time_zone, profile.zone->name());
    ASSERT_EQ(row.favorite_genre, row.preferred_genres.front().genre);
    ASSERT_EQ(row.favorite_genre, whole_catalog().genres()[profile.taste.front().genre]);
    const auto main = static_cast<std::size_t>(row.habits.main_platform);
    ASSERT_EQ(profile.platforms[main], *std::max_element(profile.platforms.begin(), profile.platforms.end()));
    ASSERT_NEAR(std::accumulate(profile.platforms.begin(), profile.platforms.end(), 0.0), 1, 1e-9);
    ASSERT_EQ(row.habits.shuffle_share, profile.traits.shuffle_share);
    ASSERT_GT(row.habits.daily_minutes, 0);
  }
}

TEST(Profile, PreferredGenresFallAndSumToOne) {
  std::set<std::size_t> counts;
  for (const Profile& profile : profiles()) {
    const auto& preferred = profile.row.preferred_genres;
    double sum = 0;
    for (std::size_t i = 0; i < preferred.size(); ++i) {
      sum += preferred[i].weight;
      if (i > 0) {
        ASSERT_LE(preferred[i].weight, preferred[i - 1].weight);
      }
      ASSERT_EQ(preferred[i].genre, whole_catalog().genres()[profile.taste[i].genre]);
    }
    ASSERT_NEAR(sum, 1, 1e-9);
    counts.insert(preferred.size());
  }
  EXPECT_EQ(counts, (std::set<std::size_t>{3, 4, 5, 6, 7, 8}));
}

TEST(Profile, EveryGenreIsSomebodysPreferredOne) {
  std::set<std::string_view> genres;
  for (const Profile& profile : profiles()) {
    for (const auto& preferred : profile.row.preferred_genres) genres.insert(preferred.genre);
  }
  EXPECT_EQ(genres.size(), whole_catalog().genres().size());
}

TEST(Profile, TextIsUtf8AndUsernamesAreUnique) {
  std::set<std::string_view> usernames;
  for (const Profile& profile : profiles()) {
    EXPECT_TRUE(is_clean_utf8(profile.row.name)) << profile.row.name;
    EXPECT_TRUE(is_clean_utf8(profile.row.username)) << profile.row.username;
    EXPECT_TRUE(usernames.insert(profile.row.username).second) << profile.row.username;
  }
}

// Tolerances are four standard deviations of a share p of 20,000 users, sqrt(p (1 - p) / 20,000), rounded up.
TEST(Profile, SharesOfPeopleHold) {
  const base::Days from = PopulationOptions().from;
  const auto aged = [&](int low, int high) {
    return share_where([&](const Profile& profile) {
      const int age = age_on(from, profile.row.birth_date);
      return age >= low && age <= high;
    });
  };
  EXPECT_NEAR(aged(18, 24), 0.26, 0.013);
  EXPECT_NEAR(aged(25, 34), 0.29, 0.013);
  EXPECT_EQ(aged(kYoungest, kOldest), 1);
  EXPECT_NEAR(share_where([](const Profile& profile) { return profile.row.gender == events::Gender::Female; }), 0.436,
              0.015);
  EXPECT_NEAR(share_where([](const Profile& profile) { return profile.row.gender == events::Gender::Nonbinary; }),
              0.010, 0.003);
  EXPECT_NEAR(share_where([](const Profile& profile) { return profile.row.plan != events::Plan::Free; }), 0.39, 0.014);
  for (const Profile& profile : profiles()) {
    if (profile.row.plan != events::Plan::Student) continue;
    const int age = age_on(from, profile.row.birth_date);
    EXPECT_TRUE(age >= 18 && age <= 26) << age;
  }
}

TEST(Profile, SharesOfRegionsHold) {
  std::map<Region, double> shares;
  for (const Profile& profile : profiles()) {
    const auto countries = Geography::instance().countries();
    const auto country = std::find_if(countries.begin(), countries.end(),
                                      [&](const Country& known) { return known.code == profile.row.country; });
    ASSERT_NE(country, countries.end());
    shares[country->region] += 1.0 / kUsers;
  }
  EXPECT_NEAR(shares[Region::Europe], 0.27, 0.013);
  EXPECT_NEAR(shares[Region::LatinAmerica], 0.22, 0.012);
  EXPECT_NEAR(shares[Region::NorthAmerica], 0.17, 0.011);
}

TEST(Profile, RegistersLateForTwelvePercentAndNeverAsAChild) {
  const base::Millis from = PopulationOptions().from * base::kDay;
  EXPECT_NEAR(share_where([&](const Profile& profile) { return profile.row.registered_at >= from; }), 0.125, 0.012);
  for (const Profile& profile : profiles()) {
    const base::Millis instant = profile.row.registered_at;
    const base::Days local = base::day_of(profile.zone->to_local(instant));
    ASSERT_GE(age_on(local, profile.row.birth_date), kYoungest);
    ASSERT_LT(instant, from + 366 * base::kDay);
  }
}

// The mean share of sessions; main platforms lie near it.
TEST(Profile, PlatformsHaveTheMeasuredShares) {
  std::array<double, 8> means{};
  for (const Profile& profile : profiles()) {
    for (std::size_t i = 0; i < means.size(); ++i) means[i] += profile.platforms[i] / kUsers;
  }
  const auto mean = [&](events::Platform platform) { return means[static_cast<std::size_t>(platform)]; };
  EXPECT_NEAR(mean(events::Platform::Android), 0.61, 0.02);
  EXPECT_NEAR(mean(events::Platform::Ios), 0.18, 0.015);
  EXPECT_NEAR(mean(events::Platform::Windows), 0.10, 0.01);
  for (const auto platform :
       {events::Platform::Osx, events::Platform::Linux, events::Platform::WebPlayer, events::Platform::Cast}) {
    EXPECT_GT(mean(platform), 0.003);
    EXPECT_LT(mean(platform), 0.06);
  }
}

TEST(Profile, WorksForTheLastUserThereCanBe) {
  const Population population(whole_catalog(), {.seed = kSeed});
  const Profile profile = population.profile(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(profile.row.user_id, std::numeric_limits<std::int64_t>::max());
  EXPECT_TRUE(profile.row.username.ends_with("9223372036854775807"));
}

TEST(Profile, WorksForAFeedOfAnyTime) {
  for (const base::Days from : {base::days_from_civil(2000, 2, 29), base::days_from_civil(2099, 12, 31)}) {
    const Population population(whole_catalog(), {.seed = kSeed, .from = from});
    for (int user = 0; user < 500; ++user) {
      const Profile profile = population.profile(user);
      const int age = age_on(from, profile.row.birth_date);
      ASSERT_TRUE(age >= kYoungest && age <= kOldest);
      ASSERT_LT(profile.row.registered_at, (from + 366) * base::kDay);
    }
  }
}

}  // namespace
}  // namespace wrapfeed::users
