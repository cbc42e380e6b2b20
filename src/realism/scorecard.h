#pragma once

#include <string>
#include <vector>

#include "realism/real_figures.h"
#include "realism/spread.h"
#include "realism/targets.h"
#include "realism/window_card.h"

namespace wrapfeed::realism {

// Of fewer counted listeners any figure leaves its tolerance by chance, so that nothing is said of them.
inline constexpr std::size_t kFewestListeners = 30;

// How a feed's listening compares with real listening.
struct Scorecard {
  events::Population population = events::Population::Heavy;
  std::size_t listeners = 0;  // users with a play
  std::size_t counted = 0;    // of them with enough plays for figures of their own
  double fewest_plays = 0;    // enough
  std::vector<Target> targets;
  WindowCard windows;
  std::vector<Spread> spread;
  std::vector<TraitPair> traits;

  int passed() const;  // targets
  bool judged() const { return counted >= kFewestListeners; }
};

Scorecard measure_scorecard(const Sample& sample, events::Population population);

Json to_json(const Scorecard& card);         // scorecard.json
std::string to_text(const Scorecard& card);  // for a terminal

}  // namespace wrapfeed::realism
