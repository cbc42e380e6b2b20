#pragma once

#include <span>
#include <vector>

#include "realism/play.h"

namespace wrapfeed::realism {

// The groups of window features, each appended in the order of kWindowFeatureList. Plays are those of one window, in
// the order of their local ends, at least one.
void append_volume(std::span<const Play> plays, std::vector<double>& values);
void append_sessions(std::span<const Play> plays, std::vector<double>& values);
void append_skips(std::span<const Play> plays, std::vector<double>& values);
void append_hours(std::span<const Play> plays, std::vector<double>& values);
// Tracks and artists, and the idle times, which the list ends with.
void append_choices(std::span<const Play> plays, std::vector<double>& values);

}  // namespace wrapfeed::realism
