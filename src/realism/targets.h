#pragma once

#include <string>
#include <vector>

#include "events/population.h"
#include "realism/sample.h"

namespace wrapfeed::realism {

// One number of a target.
struct Check {
  std::string name;
  double measured = kUnknown;
  double target = kUnknown;  // real; the middle where the real figures are a range
  double low = kUnknown;     // the tolerance's ends
  double high = kUnknown;
  bool judged = true;  // false: shown beside the real figure, without tolerance

  bool pass() const { return measured >= low && measured <= high; }  // an unknown number does not
  double tolerance() const { return (high - low) / 2; }
};

// One of the twelve: it passes when all its judged checks do.
struct Target {
  int id = 0;
  std::string name;
  std::string definition;
  std::vector<Check> checks;

  bool pass() const;
  const Check& worst() const;  // the judged check furthest from its target, in tolerances
};

std::vector<Target> measure_targets(const Sample& sample, events::Population population);

// Those over a listener's skips, sessions, days, and choices.
void add_skip_targets(const Sample& sample, std::vector<Target>& targets);
void add_session_targets(const Sample& sample, std::vector<Target>& targets);
void add_rhythm_targets(const Sample& sample, events::Population population, std::vector<Target>& targets);
void add_choice_targets(const Sample& sample, std::vector<Target>& targets);

// How a check is made.
Check within(std::string name, double measured, double target, double tolerance);
Check within_share(std::string name, double measured, double target, double share);  // share of the target
Check between(std::string name, double measured, double low, double high, double tolerance);
Check shown(std::string name, double measured, double target);

}  // namespace wrapfeed::realism
