#pragma once

#include <cfloat>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "events/id.h"

// Values at the edges of their types.
namespace wrapfeed::foreign {

// Takes them in turn, each list at its own pace, so that rows meet ever new combinations.
class Edges {
 public:
  explicit Edges(int row) : row_(static_cast<std::size_t>(row)) {}

  std::int64_t long_number() {
    using Limits = std::numeric_limits<std::int64_t>;
    return pick<std::int64_t>({0, 1, 63, 64, 8'191, 8'192, 1'048'576, 1LL << 31, 1LL << 34, (1LL << 55) - 1, 1LL << 55,
                               Limits::max(), Limits::min(), -1, -64, -65, -(1LL << 55), -(1LL << 55) - 1});
  }
  std::int64_t id_number() {  // as long_number(), but for -1, which stands for null
    const std::int64_t number = long_number();
    return number == -1 ? -2 : number;
  }
  std::int32_t number() {
    using Limits = std::numeric_limits<std::int32_t>;
    return pick<std::int32_t>({0, 1, 2, 63, 64, 100, 215'000, Limits::max(), Limits::min(), -64, -65});
  }
  std::int32_t date() { return pick<std::int32_t>({0, -1, 20'089, 11'016, -719'162, 2'932'896}); }  // years 1 to 9999
  std::int64_t instant() {
    return pick<std::int64_t>({0, -1, 1'735'689'600'000, 1'767'225'599'999, -62'135'596'800'000, 253'402'300'799'999});
  }
  double real() { return pick<double>({0, -0.0, 0.1, -1.0 / 3, 1e-300, DBL_MAX, -DBL_MAX, DBL_TRUE_MIN, 48.137}); }
  float single() { return pick<float>({0, 0.1F, -7.25F, FLT_MAX, FLT_MIN, FLT_TRUE_MIN, 1.0F / 3, 119.99F}); }
  bool boolean() { return pick<bool>({false, true, true}); }
  unsigned index(unsigned size) { return static_cast<unsigned>((row_ + next()) % size); }
  std::string_view text() {
    static const std::string large(70'000, 'x');
    return pick<std::string_view>({"", "a", "Zoë Ångström", "日本語の曲", "😀 \"quoted\" \\ back", "tab\tline\nend",
                                   large, std::string_view("nul\0inside", 10), "\u00E9 and e\u0301"});
  }
  events::Id id() {
    events::Id id;
    for (char& letter : id) letter = "0123456789ABCXYZabcxyz"[index(22)];
    return id;
  }

 private:
  template <typename Value>
  Value pick(const std::vector<Value>& values) {
    return values[(row_ * (next() % values.size() + 1) + calls_) % values.size()];
  }
  std::size_t next() { return ++calls_; }

  std::size_t row_;
  std::size_t calls_ = 0;
};

}  // namespace wrapfeed::foreign
