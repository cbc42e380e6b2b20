#include "realism/recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace wrapfeed::realism {
namespace {

using testing::ElementsAre;

TEST(Recurrence, NamesTheLastPlaceOfTheSame) {
  const std::vector<std::int32_t> ids = {5, 7, 5, 5, 9, 7};
  const auto previous = previous_places(ids);
  EXPECT_THAT(previous, ElementsAre(kNever, kNever, 0, 2, kNever, 1));
  EXPECT_THAT(counts(previous, ids.size()), ElementsAre(3, 2, 1));
  EXPECT_THAT(counts(previous, 3), ElementsAre(2, 1));
  EXPECT_TRUE(counts(previous, 0).empty());
}

RC_GTEST_PROP(Recurrence, AgreesWithLookingBack, ()) {
  const auto ids = *rc::gen::container<std::vector<std::int32_t>>(rc::gen::inRange(0, 6));
  const auto previous = previous_places(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    std::int32_t expected = kNever;
    for (std::size_t j = 0; j < i; ++j)
      if (ids[j] == ids[i]) expected = static_cast<std::int32_t>(j);
    RC_ASSERT(previous[i] == expected);
  }
  const auto all = counts(previous, ids.size());
  RC_ASSERT(static_cast<std::size_t>(std::accumulate(all.begin(), all.end(), 0)) == ids.size());
}

}  // namespace
}  // namespace wrapfeed::realism
