#include "web/page.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

TEST(Page, ItsPolicyIsReadFromIt) {
  EXPECT_EQ(
      policy_of(R"(<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'" />)"),
      "default-src 'none'");
}

TEST(Page, LoadsNothingFromElsewhereAndIsInNoFrame) {
  const Answer answer = page();
  EXPECT_EQ(answer.status, 200);
  ASSERT_EQ(answer.headers.size(), 1U);
  const std::string& policy = answer.headers[0].second;
  EXPECT_EQ(answer.headers[0].first, "Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(policy.find("connect-src 'self'"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("script-src 'unsafe"), std::string::npos);
  EXPECT_EQ(policy.find("http"), std::string::npos);
}

}  // namespace
}  // namespace wrapfeed::web
