#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

#include "base/file.h"

namespace wrapfeed::random {
namespace {

// Functions whose results IEEE 754 does not fix, and the standard library's own generators and distributions.
const std::regex kForbidden(
    "std::(a?(sin|cos|tan)h?|atan2|log(1p|2|10|b)?|exp(2|m1)?|pow|powi|cbrt|hypot|erfc?|[lt]gamma|fma|riemann\\w*)\\("
    "|__builtin_(?!cpu_supports|prefetch)|#include "
    "<(random|math\\.h|cstdlib)>|std::\\w*_distribution|std::mt19937|random_device");

TEST(IeeeOnly, CatchesWhatItShould) {
  for (const char* text : {"std::log(x)", "std::exp(x)", "std::fma(a, b, c)", "#include <random>", "std::lgamma(k)"}) {
    EXPECT_TRUE(std::regex_search(text, kForbidden)) << text;
  }
  for (const char* text : {"log(x)", "std::sqrt(x)", "std::floor(x)", "std::abs(x)", "#include <cmath>"}) {
    EXPECT_FALSE(std::regex_search(text, kForbidden)) << text;
  }
}

TEST(IeeeOnly, HoldsForEverySourceHere) {
  int sources = 0;
  for (const auto& entry : std::filesystem::directory_iterator(WRAPFEED_SOURCE_DIR "/src/random")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".cc") && !name.ends_with(".h")) continue;
    if (name.ends_with("_test.cc") || name == "goodness_of_fit.h") continue;
    const std::string text = base::read_text(entry.path());
    std::smatch found;
    EXPECT_FALSE(std::regex_search(text, found, kForbidden)) << name << ": " << found.str();
    ++sources;
  }
  EXPECT_GE(sources, 12);
}

}  // namespace
}  // namespace wrapfeed::random
