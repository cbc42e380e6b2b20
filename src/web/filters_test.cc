#include "web/filters.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

int refused(const std::string& name, const std::string& value) {
  try {
    Filters filters;
    filters.take(name, value);
    return 0;
  } catch (const Failure& failure) {
    EXPECT_NE(failure.answer().body.find(name), std::string::npos);
    EXPECT_NE(failure.answer().body.find("takes"), std::string::npos);
    return failure.answer().status;
  }
}

TEST(Filters, BecomeOneCondition) {
  Filters filters;
  EXPECT_EQ(filters.where(), "true");
  EXPECT_TRUE(filters.take("country", "DE"));
  EXPECT_TRUE(filters.take("plan", ""));
  EXPECT_TRUE(filters.take("age", "65-"));
  EXPECT_FALSE(filters.take("limit", "20"));
  EXPECT_EQ(filters.where(), "true and country = 'DE' and age_band = '65-'");
  EXPECT_EQ(filters.json(), R"({"country":"DE","plan":null,"age":"65-"})");
}

TEST(Filters, RefuseWhatTheyDoNotTake) {
  EXPECT_EQ(refused("country", "de"), 400);
  EXPECT_EQ(refused("country", "DEU"), 400);
  EXPECT_EQ(refused("country", "' or true --"), 400);
  EXPECT_EQ(refused("plan", "gratis"), 400);
  EXPECT_EQ(refused("age", "18-25"), 400);
  EXPECT_EQ(refused("plan", "duo"), 0);
  EXPECT_EQ(refused("country", "ZZ"), 0);
}

}  // namespace
}  // namespace wrapfeed::web
