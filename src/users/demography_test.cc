#include "users/demography.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>

namespace wrapfeed::users {
namespace {

constexpr int kUsers = 100'000;

base::Days date(int year, unsigned month, unsigned day) { return base::days_from_civil(year, month, day); }
const base::Days kFrom = date(2025, 1, 1);

random::Draws draws_of(int user, random::Purpose purpose = random::Purpose::UserAge) {
  return {11, purpose, static_cast<std::uint64_t>(user)};
}

TEST(Age, CountsBirthdays) {
  EXPECT_EQ(age_on(date(2025, 3, 1), date(2000, 3, 1)), 25);
  EXPECT_EQ(age_on(date(2025, 2, 28), date(2000, 3, 1)), 24);
  EXPECT_EQ(age_on(date(2025, 3, 1), date(2000, 2, 29)), 25);
  EXPECT_EQ(age_on(date(2025, 2, 28), date(2000, 2, 29)), 24);
  EXPECT_EQ(age_on(date(2024, 2, 29), date(2000, 2, 29)), 24);
  EXPECT_EQ(age_on(date(2025, 1, 1), date(2024, 12, 31)), 0);
}

TEST(BirthDate, AgesHaveTheirShares) {
  std::array<int, 120> ages{};
  for (int user = 0; user < kUsers; ++user) {
    random::Draws draws = draws_of(user);
    ++ages.at(static_cast<std::size_t>(age_on(kFrom, draw_birth_date(kFrom, draws))));
  }
  const auto share = [&](int from, int to) {
    int count = 0;
    for (int age = from; age <= to; ++age) count += ages[static_cast<std::size_t>(age)];
    return count / double{kUsers};
  };
  EXPECT_EQ(share(0, 12) + share(81, 119), 0);
  EXPECT_NEAR(share(13, 17), 0.08, 0.004);
  EXPECT_NEAR(share(18, 24), 0.26, 0.006);
  EXPECT_NEAR(share(25, 34), 0.29, 0.006);
  EXPECT_NEAR(share(35, 80), 0.37, 0.007);
  for (int age = kYoungest; age <= kOldest; ++age) EXPECT_GT(ages[static_cast<std::size_t>(age)], 0) << age;
}

RC_GTEST_PROP(BirthDate, IsWithinTheAgesOnAnyDay, (int user)) {
  const auto day = *rc::gen::inRange<base::Days>(date(1990, 1, 1), date(2100, 1, 1));
  random::Draws draws = draws_of(user);
  const int age = age_on(day, draw_birth_date(day, draws));
  RC_ASSERT(age >= kYoungest && age <= kOldest);
}

TEST(Gender, HasItsShares) {
  std::array<int, 4> counts{};
  for (int user = 0; user < kUsers; ++user) {
    random::Draws draws = draws_of(user);
    ++counts[static_cast<std::size_t>(draw_gender(draws))];
  }
  EXPECT_EQ(counts[0], 0);
  EXPECT_NEAR(counts[1] / double{kUsers}, 0.436, 0.006);
  EXPECT_NEAR(counts[2] / double{kUsers}, 0.554, 0.006);
  EXPECT_NEAR(counts[3] / double{kUsers}, 0.010, 0.0015);
}

TEST(Plan, RegionsPayTheirShare) {
  const auto paying = [](Region region) {
    int count = 0;
    for (int user = 0; user < kUsers; ++user) {
      random::Draws draws = draws_of(user, random::Purpose::UserPlan);
      count += draw_plan(region, 30, draws) != events::Plan::Free;
    }
    return count / double{kUsers};
  };
  const double europe = paying(Region::Europe);
  const double overall = 0.27 * europe + 0.22 * paying(Region::LatinAmerica) + 0.17 * paying(Region::NorthAmerica) +
                         0.34 * paying(Region::Asia);
  EXPECT_NEAR(overall, 0.39, 0.004);
  EXPECT_GT(europe, 0.5);
}

TEST(Plan, StudentsAreOfAgeAndMinorsAreInFamilies) {
  const auto count_of = [](int age, events::Plan plan) {
    int count = 0;
    for (int user = 0; user < 2'000; ++user) {
      random::Draws draws = draws_of(user, random::Purpose::UserPlan);
      count += draw_plan(Region::Europe, age, draws) == plan;
    }
    return count;
  };
  for (const int age : {13, 17, 27, 45, 80}) EXPECT_EQ(count_of(age, events::Plan::Student), 0) << age;
  for (const int age : {18, 22, 26}) EXPECT_GT(count_of(age, events::Plan::Student), 300) << age;
  EXPECT_EQ(count_of(15, events::Plan::Duo), 0);
  EXPECT_GT(count_of(15, events::Plan::Family), 500);
  EXPECT_GT(count_of(40, events::Plan::Duo), 80);
}

TEST(Registration, MostComeBeforeTheFeedAndTwelvePercentInItsFirstYear) {
  const base::Zone& zone = base::Zone::find("America/Sao_Paulo");
  const base::Millis from = base::Millis{kFrom} * base::kDay;
  int late = 0;
  int last_five_years = 0;
  for (int user = 0; user < kUsers; ++user) {
    random::Draws draws = draws_of(user, random::Purpose::UserRegistration);
    const base::Millis instant = draw_registration(kFrom, date(1990, 6, 1), zone, draws);
    ASSERT_GE(instant, base::Millis{date(2008, 10, 7)} * base::kDay);
    ASSERT_LT(instant, from + 366 * base::kDay);
    late += instant >= from;
    last_five_years += instant < from && instant >= base::Millis{date(2020, 1, 1)} * base::kDay;
  }
  EXPECT_NEAR(late / double{kUsers}, 0.12, 0.004);
  EXPECT_GT(last_five_years, 0.5 * kUsers);  // the service grew
  EXPECT_LT(last_five_years, 0.7 * kUsers);
}

TEST(Registration, HappensInTheLocalDay) {
  const base::Zone& zone = base::Zone::find("Asia/Tokyo");
  int milliseconds = 0;
  for (int user = 0; user < 20'000; ++user) {
    random::Draws draws = draws_of(user, random::Purpose::UserRegistration);
    const base::Millis instant = draw_registration(kFrom, date(1990, 6, 1), zone, draws);
    const base::Millis of_day = (instant + 9 * base::kHour) % base::kDay;
    EXPECT_TRUE(of_day < base::kHour || of_day >= 6 * base::kHour);
    milliseconds += instant % 1000 != 0;
  }
  EXPECT_GT(milliseconds, 19'900);
}

RC_GTEST_PROP(Registration, NeverComesBeforeTheThirteenthBirthday, (int user)) {
  const base::Days from = *rc::gen::inRange<base::Days>(date(2000, 1, 1), date(2040, 1, 1));
  const base::Days birth = from - *rc::gen::inRange<base::Days>(13 * 366, 15 * 366);
  const base::Zone& zone = base::Zone::find("Pacific/Auckland");
  random::Draws draws = draws_of(user, random::Purpose::UserRegistration);
  const base::Millis instant = draw_registration(from, birth, zone, draws);
  const base::Days local = base::day_of(zone.to_local(instant));
  RC_ASSERT(age_on(local, birth) >= kYoungest);
  RC_ASSERT(local < from + 366);
}

}  // namespace
}  // namespace wrapfeed::users
