#pragma once

#include <algorithm>
#include <vector>

namespace wrapfeed::verification {

// Where a value stands among all of them: the share of the others that are lower, 0 to 1. Equal values stand equal, a
// lone one at 0. Every value to add(), then finish().
class Standing {
 public:
  void add(double value) { values_.push_back(value); }
  void finish() { std::sort(values_.begin(), values_.end()); }
  double of(double value) const {
    if (values_.size() < 2) return 0;
    const auto lower = std::lower_bound(values_.begin(), values_.end(), value) - values_.begin();
    return static_cast<double>(lower) / static_cast<double>(values_.size() - 1);
  }

 private:
  std::vector<double> values_;
};

}  // namespace wrapfeed::verification
