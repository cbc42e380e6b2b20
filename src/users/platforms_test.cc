#include "users/platforms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "events/event.h"

namespace wrapfeed::users {
namespace {

using events::Platform;

std::array<double, 8> shares_of(int user, double ios_share, int age) {
  random::Draws draws(3, random::Purpose::UserPlatforms, static_cast<std::uint64_t>(user));
  return draw_platforms(ios_share, age, draws);
}

double mean_share(Platform platform, double ios_share, int age) {
  constexpr int kUsers = 20'000;
  double sum = 0;
  for (int user = 0; user < kUsers; ++user) sum += shares_of(user, ios_share, age)[static_cast<std::size_t>(platform)];
  return sum / kUsers;
}

TEST(Platforms, AUserHasAMainOneAndOneToThreeOthers) {
  std::array<int, 5> counts{};
  for (int user = 0; user < 20'000; ++user) {
    const auto shares = shares_of(user, 0.3, 30);
    ASSERT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
    ASSERT_EQ(shares[static_cast<std::size_t>(Platform::Unknown)], 0);
    ASSERT_GE(*std::max_element(shares.begin(), shares.end()), 0.72);
    ++counts.at(static_cast<std::size_t>(std::count_if(shares.begin(), shares.end(), [](double s) { return s > 0; })));
    const double phones =
        shares[static_cast<std::size_t>(Platform::Android)] + shares[static_cast<std::size_t>(Platform::Ios)];
    ASSERT_GT(phones, 0);
  }
  EXPECT_EQ(counts[0] + counts[1], 0);
  EXPECT_NEAR(counts[2] / 20'000.0, 0.50, 0.015);
  EXPECT_NEAR(counts[3] / 20'000.0, 0.33, 0.015);
  EXPECT_NEAR(counts[4] / 20'000.0, 0.17, 0.015);
}

TEST(Platforms, FollowTheCountryAndAge) {
  EXPECT_GT(mean_share(Platform::Ios, 0.6, 30), 5 * mean_share(Platform::Ios, 0.1, 30));
  EXPECT_GT(mean_share(Platform::Ios, 0.3, 20), mean_share(Platform::Ios, 0.3, 40));
  EXPECT_GT(mean_share(Platform::Windows, 0.3, 45), mean_share(Platform::Windows, 0.3, 16));
  EXPECT_GT(mean_share(Platform::Osx, 0.6, 30), 2 * mean_share(Platform::Osx, 0.05, 30));
}

}  // namespace
}  // namespace wrapfeed::users
