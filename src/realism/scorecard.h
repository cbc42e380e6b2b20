#pragma once

#include <string>
#include <vector>

#include "realism/real_figures.h"
#include "realism/spread.h"
#include "realism/targets.h"
#include "realism/window_card.h"

namespace wrapfeed::realism {

// How a feed's listening compares with real listening.
struct Scorecard {
  std::size_t listeners = 0;  // users with a play
  std::size_t counted = 0;    // of them with enough plays for figures of their own
  double fewest_plays = 0;    // enough
  std::vector<Target> targets;
  WindowCard windows;
  std::vector<Spread> spread;
  std::vector<TraitPair> traits;

  int passed() const;  // targets
};

Scorecard measure_scorecard(const Sample& sample, events::Population population);

Json to_json(const Scorecard& card);         // scorecard.json
std::string to_text(const Scorecard& card);  // for a terminal

}  // namespace wrapfeed::realism
