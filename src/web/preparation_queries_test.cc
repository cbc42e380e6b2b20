#include "web/preparation_queries.h"

#include <gtest/gtest.h>

#include <map>

namespace wrapfeed::web {
namespace {

TEST(PreparationQueries, KeepWhatIsReadLaterAndNothingElse) {
  std::map<std::string, bool> kept;
  for (const insights::Query& query :
       queries_of({.folder = "it's a feed", .mark = "", .id = "", .manifest = {}, .window = {}}))
    EXPECT_TRUE(kept.emplace(query.name, query.kept).second) << query.name;
  for (const char* name : {"songs", "people", "user_days", "user_clock", "top_track_days", "results.users"})
    EXPECT_TRUE(kept.at(name)) << name;
  for (const char* name : {"streams", "activity", "user_tracks", "first_plays", "accounts"})  // the large ones
    EXPECT_FALSE(kept.at(name)) << name;
}

TEST(PreparationQueries, MonthsAreThoseOfTheWindow) {
  const std::string macros = macros_of(insights::window_of(2025, "03-10:05-01"));
  EXPECT_EQ(macros.find("month = 2"), std::string::npos);
  EXPECT_NE(macros.find("month = 3"), std::string::npos);
  EXPECT_NE(macros.find("month = 5"), std::string::npos);
  EXPECT_EQ(macros.find("month = 6"), std::string::npos);
  EXPECT_NE(macros.find("no_months() as [0, 0, 0]"), std::string::npos);
}

}  // namespace
}  // namespace wrapfeed::web
