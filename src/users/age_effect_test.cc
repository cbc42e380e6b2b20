#include "users/age_effect.h"

#include <gtest/gtest.h>

#include "random/distributions.h"
#include "random/math.h"
#include "users/demography.h"

namespace wrapfeed::users {
namespace {

// Lamere's chart, back from scores: differences of logits.
double logit_between(double age, double other) { return 0.95 * (skip_shift(age) - skip_shift(other)); }

TEST(SkipShift, HasTheCourseOfTheChart) {
  EXPECT_NEAR(logit_between(48, 35), random::logit(0.42) - random::logit(0.25), 1e-12);
  EXPECT_GT(logit_between(15, 35), random::logit(0.50) - random::logit(0.25));
  EXPECT_GT(skip_shift(14), skip_shift(19));
  EXPECT_GT(skip_shift(48), skip_shift(60));
  EXPECT_EQ(skip_shift(10), skip_shift(13));
  EXPECT_EQ(skip_shift(99), skip_shift(80));
  for (int age = 13; age < 80; ++age) EXPECT_LT(std::abs(skip_shift(age + 1) - skip_shift(age)), 0.12) << age;
}

TEST(SkipShift, LeavesTheScoreStandardNormal) {
  random::Draws ages(3, random::Purpose::UserAge, 0), scores(3, random::Purpose::UserTraits, 0);
  constexpr int kUsers = 15'000;
  const base::Days day = base::days_from_civil(2025, 1, 1);
  double shifts = 0, sum = 0, squares = 0, above = 0;
  for (int i = 0; i < kUsers; ++i) {
    const double age = age_on(day, draw_birth_date(day, ages));
    const double score = aged_skip_score(random::normal(scores), age);
    shifts += skip_shift(age);
    sum += score;
    squares += score * score;
    above += score > 1.645;
  }
  EXPECT_NEAR(shifts / kUsers, 0, 0.02);
  EXPECT_NEAR(sum / kUsers, 0, 0.03);
  EXPECT_NEAR(squares / kUsers, 1, 0.04);
  EXPECT_NEAR(above / kUsers, 0.05, 0.008);
  EXPECT_NEAR(skip_shift_variance(), 0.136, 0.001);
}

TEST(AgeShare, IsThatOfTheDraws) {
  double sum = 0;
  for (int age = 0; age < 120; ++age) sum += age_share(age);
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(age_share(12), 0);
  EXPECT_EQ(age_share(81), 0);
  EXPECT_NEAR(age_share(18), 0.26 / 7, 1e-12);
  EXPECT_NEAR(age_share(34), 0.029, 1e-12);
}

}  // namespace
}  // namespace wrapfeed::users
