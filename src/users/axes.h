#pragma once

#include "users/traits.h"

namespace wrapfeed::users {

// Where a listener stands among all listeners on the four axes of a listening character, each 0 to 1 and uniform over
// listeners. They are caused by the traits, not measured: a feed's own events show them with the noise of the weeks.
struct Axes {
  double exploration = 0;  // familiarity (few artists, again and again) to exploration (many artists, evenly)
  double variety = 0;      // loyalty (the same tracks on repeat) to variety (much music before a track comes again)
  double newness = 0;      // timelessness (old music) to newness (what was just released)
  double uniqueness = 0;   // commonality (what everybody hears) to uniqueness (what few do)
};

Axes axes_of(const Traits& traits);

}  // namespace wrapfeed::users
