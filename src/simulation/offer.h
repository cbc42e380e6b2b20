#pragma once

#include "base/time.h"
#include "catalog/catalog.h"

namespace wrapfeed::simulation {

// What can be chosen on a day.
struct Offer {
  base::Days released_by = 0;  // tracks up to this date are out
  bool festive = false;        // songs of the season are played

  bool fits_the_season(bool festive_track) const noexcept { return festive || !festive_track; }
  bool has(const catalog::TrackRow& row) const noexcept {
    return row.release_day <= released_by && fits_the_season(row.festive != 0);
  }
};

}  // namespace wrapfeed::simulation
