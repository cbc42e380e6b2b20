#include "web/people.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

Search search_of(std::vector<std::pair<std::string, std::string>> parameters) {
  return read_search({.method = "GET", .path = "/api/users", .parameters = std::move(parameters)});
}

int refused(std::vector<std::pair<std::string, std::string>> parameters) {
  try {
    search_of(std::move(parameters));
    return 0;
  } catch (const Failure& failure) {
    return failure.answer().status;
  }
}

TEST(Search, TakesItsParameters) {
  const Search search = search_of({{"q", "o'brien"}, {"limit", "5"}, {"offset", "40"}, {"plan", "free"}});
  EXPECT_EQ(search.words, "o'brien");
  EXPECT_EQ(search.limit, 5);
  EXPECT_EQ(search.offset, 40);
  EXPECT_EQ(search.filters.where(), "true and plan = 'free'");
  EXPECT_EQ(search_of({}).limit, 20);
}

TEST(Search, RefusesWhatItDoesNotTake) {
  EXPECT_EQ(refused({{"limit", "0"}}), 400);
  EXPECT_EQ(refused({{"limit", "101"}}), 400);
  EXPECT_EQ(refused({{"limit", "1x"}}), 400);
  EXPECT_EQ(refused({{"limit", ""}}), 400);
  EXPECT_EQ(refused({{"offset", "-1"}}), 400);
  EXPECT_EQ(refused({{"offset", "99999999999999999999"}}), 400);
  EXPECT_EQ(refused({{"q", std::string(101, 'x')}}), 400);
  EXPECT_EQ(refused({{"q", std::string("a\0b", 3)}}), 400);
  EXPECT_EQ(refused({{"q", "\xC3("}}), 400);
  EXPECT_EQ(refused({{"query", "x"}}), 400);
}

}  // namespace
}  // namespace wrapfeed::web
