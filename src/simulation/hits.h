#pragma once

#include <cstdint>

#include "base/time.h"
#include "catalog/popularity.h"

namespace wrapfeed::simulation {

// What goes viral: every week has its own list of artists whose best song everybody comes upon then, and less and
// less in the weeks that follow. The lists are functions of (seed, week); nothing is kept.
// `when` and `which` are random words: the list's age and the place in it. No source: hits rise within days and halve
// about every three weeks in published charts; an assumption.
std::uint32_t hit_artist(std::uint64_t seed, const catalog::ArtistSampler& artists, base::Days day, std::uint32_t when,
                         std::uint32_t which);

}  // namespace wrapfeed::simulation
