#include "realism/targets.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace wrapfeed::realism {
namespace {

double distance(const Check& check) {
  if (!check.judged) return -1;
  if (std::isnan(check.measured)) return std::numeric_limits<double>::infinity();
  return std::abs(check.measured - (check.low + check.high) / 2) / check.tolerance();
}

}  // namespace

bool Target::pass() const {
  return std::all_of(checks.begin(), checks.end(), [](const Check& check) { return !check.judged || check.pass(); });
}

const Check& Target::worst() const {
  CHECK(!checks.empty());
  return *std::max_element(checks.begin(), checks.end(),
                           [](const Check& a, const Check& b) { return distance(a) < distance(b); });
}

Check within(std::string name, double measured, double target, double tolerance) {
  return {std::move(name), measured, target, target - tolerance, target + tolerance, true};
}

Check within_share(std::string name, double measured, double target, double share) {
  return within(std::move(name), measured, target, share * target);
}

Check between(std::string name, double measured, double low, double high, double tolerance) {
  return {std::move(name), measured, (low + high) / 2, low - tolerance, high + tolerance, true};
}

Check shown(std::string name, double measured, double target) {
  return {std::move(name), measured, target, kUnknown, kUnknown, false};
}

std::vector<Target> measure_targets(const Sample& sample, events::Population population) {
  std::vector<Target> targets;
  add_skip_targets(sample, targets);
  add_session_targets(sample, targets);
  add_rhythm_targets(sample, population, targets);
  add_choice_targets(sample, targets);
  return targets;
}

}  // namespace wrapfeed::realism
