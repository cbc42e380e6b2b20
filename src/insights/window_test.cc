#include "insights/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace wrapfeed::insights {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Window, IsOfItsYearAndHasBothDays) {
  const Window window = window_of(2025, kDefaultWindow);
  EXPECT_EQ(window.year, 2025);
  EXPECT_EQ(base::format_date(window.first), "2025-01-01");
  EXPECT_EQ(base::format_date(window.last), "2025-11-15");
  EXPECT_EQ(window_of(2024, "02-29:02-29").first, window_of(2024, "02-29:03-01").first);
}

TEST(Window, SaysWhatIsWrong) {
  const auto with = [](int year, const char* days) { return [=] { window_of(year, days); }; };
  EXPECT_THAT(with(2025, "01-01"), ThrowsMessage<base::Error>(HasSubstr("is not MM-DD:MM-DD")));
  EXPECT_THAT(with(2025, "02-29:03-01"), ThrowsMessage<base::Error>(HasSubstr("2025-02-29")));
  EXPECT_THAT(with(2025, "03-02:03-01"), ThrowsMessage<base::Error>(HasSubstr("begins after its end")));
}

}  // namespace
}  // namespace wrapfeed::insights
