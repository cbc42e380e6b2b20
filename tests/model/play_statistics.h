#pragma once

#include <functional>
#include <initializer_list>

#include "simulation/cause.h"
#include "simulation/model.h"

namespace wrapfeed::model {

// Figures of the plays of kFewListeners that no scorecard has, each of one mechanism. Shares unless said otherwise.
using PlayStatistic = std::function<double(const simulation::Model&)>;

// Of a listener's minutes on the active days of a week: variance over squared mean, in weeks with five or more.
double variation_within_a_week(const simulation::Model& model);
// Of two weeks that follow each other with fifty plays or more, those with the same most played artist.
double top_artist_of_the_week_stays(const simulation::Model& model);
// Of the silent days between active ones, those in silences of five days or more.
double silent_days_of_long_silences(const simulation::Model& model);
// Of the runs of six plays or more by one artist within a session, those of fifteen or more.
double long_runs_of_fifteen(const simulation::Model& model);
// Of the plays after a track that was followed by another before, those of the same follower.
double same_track_follows_again(const simulation::Model& model);
// Of the repeats copied from history, those from at most a hundred plays back.
double copies_from_the_last_hundred(const simulation::Model& model);

// Of the plays that are not skipped, those heard for at least `from` and less than `to` of the track.
PlayStatistic heard_between(double from, double to);
// Of all plays, those of this cause.
PlayStatistic share_of(simulation::Cause cause);
// Of the plays of these causes, those by an artist that the listener was heard playing.
PlayStatistic new_tracks_of_known_artists(std::initializer_list<simulation::Cause> causes);

}  // namespace wrapfeed::model
