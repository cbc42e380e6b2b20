#include "realism/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace wrapfeed::realism {
namespace {

using testing::ElementsAre;

TEST(Summary, QuantilesAreLinearBetweenValues) {
  const std::vector<double> values = {40, 10, 30, 20};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 10);
  EXPECT_DOUBLE_EQ(quantile(values, .9), 37);  // numpy.percentile([10, 20, 30, 40], 90)
  EXPECT_DOUBLE_EQ(quantile(values, 1), 40);
  EXPECT_DOUBLE_EQ(median(values), 25);
  EXPECT_DOUBLE_EQ(median({7}), 7);
}

TEST(Summary, NothingIsUnknown) {
  EXPECT_TRUE(std::isnan(median({})));
  EXPECT_TRUE(std::isnan(mean({})));
  EXPECT_TRUE(std::isnan(ratio(0, 0)));
  EXPECT_TRUE(std::isnan(deviation(std::vector<double>{1}, 1)));
  EXPECT_THAT(known({1, kUnknown, 3}), ElementsAre(1, 3));
}

TEST(Summary, DeviationLosesDegrees) {
  const std::vector<double> values = {2, 4, 4, 4, 5, 5, 7, 9};
  EXPECT_DOUBLE_EQ(deviation(values, 0), 2);
  EXPECT_DOUBLE_EQ(deviation(values, 1), std::sqrt(32.0 / 7));
}

TEST(Summary, EqualValuesShareTheirRank) {
  EXPECT_THAT(ranks(std::vector<double>{30, 10, 30, 20}), ElementsAre(3.5, 1, 3.5, 2));
}

TEST(Summary, CorrelationAndSlope) {
  const std::vector<double> x = {1, 2, 3, 4}, y = {9, 7, 5, 3}, other = {1, 3, 2, 4};
  EXPECT_DOUBLE_EQ(correlation(x, y), -1);
  EXPECT_DOUBLE_EQ(correlation(x, other), .8);
  EXPECT_DOUBLE_EQ(slope(x, y), -2);
  EXPECT_TRUE(std::isnan(correlation(x, std::vector<double>{5, 5, 5, 5})));
}

}  // namespace
}  // namespace wrapfeed::realism
