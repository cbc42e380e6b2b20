#pragma once

#include <array>

#include "events/population.h"
#include "users/trait_model.h"

namespace wrapfeed::simulation {

// Every number of the listening model that is not a listener's own: docs/model.md has the equations. Fitted to 458
// windows of 28 days of 39 self-published listening histories, reweighted to the means of 79, unless said otherwise.
// Probabilities are shares, times are in the unit that the name ends with.
struct Model {
  users::TraitLaws traits{};  // how listeners and their weeks differ

  // The week: autocorrelation of the drift.
  double drift_persistence = 0.829;

  // The day's level is autoregressive with variance 1; its intensity is exp(level_to_intensity * level), mean 1.
  double level_persistence = 0.204;
  double level_to_intensity = 0.353;
  double level_to_active = 0.307;      // on the logit of an active day
  double weekend_to_active = 0.383;    // of the weekend's log intensity, likewise
  double active_after_active = 0.108;  // of what is missing to certainty
  double active_after_silent = 0.892;  // times the probability
  double absence_a_week = 0.0422;      // weeks in which an absence begins
  double absence_days = 9.93;          // its mean length, exponential

  // Log factor on the intensity by day of the week, Monday first: Friday is the busiest (LISTENING, target 7).
  std::array<double, 7> weekday = {-0.02, 0.0, -0.05, -0.03, 0.09, 0.02, -0.02};

  // Sessions of a day.
  double intensity_to_sessions = 0.529;
  double poisson_days = 0.616;   // the other days have the mean number of sessions, rounded
  double length_shape = 0.941;   // Weibull
  double single_length = 0.08;   // what a single play counts among the day's lengths
  double regularity = 0.221;     // how much the day's total length is pulled to its mean
  double follow_up = 0.145;      // sessions that follow the one before
  double follow_up_mu = -0.628;  // log of hours behind the smallest gap
  double follow_up_sigma = 0.977;
  double intensity_to_length = 0.443;
  double hour_to_length = 0.61;

  // Skipping: two states, and how often a track was heard before (never, 1-4 times, more often) and where in the
  // session it comes (first, second and third, to the ninth, to the nineteenth, later) as factors on both.
  double skip_browsing = 0.914;  // at least
  double skip_leaning = 0.449;   // of the listener's share of skips
  std::array<double, 3> skip_by_familiarity = {1.08, 1.06, 0.93};
  std::array<double, 5> skip_by_place = {1.8, 1.0, 0.92, 0.97, 0.95};
  double nearly_done = 0.23;  // of the plays to the end: up to 2 % short

  // Idle time before a play that is not over a minute: shares of the rest.
  double idle_medium = 0.0816;  // 5 to 60 s
  double idle_short = 0.2;      // 1 to 3 s

  // Choosing.
  double resume = 0.0811;  // a session begins with the track played last
  double restart = 0.00348;
  double loop_ends = 0.32;
  double run_in_order = 0.925;
  double passage = 0.207;
  double short_run = 0.428;  // of artist runs; lengths 1 + floor(l E^power)
  double short_run_length = 1.48;
  double long_run_length = 7.42;
  double run_length_power = 1.32;
  double obsession_changes = 0.346;  // weeks in which the artist of the moment changes
  double obsession_from_history = 0.7;
  // In a session from their own collection, repeats come from the playlist or the liked songs. Assumption.
  double collection_pull = 0.75;
  // New tracks: what has just come out, what everybody plays. Assumptions: nothing published tells them apart.
  double release_of_known_artist = 0.5;  // a known artist's new track is their latest, if it is under 28 days old
  double viral = 0.015;                  // of discoveries

  // The past that the first day's repeats are copied from: choices alone, no clocks; as many a week as the listener's
  // minutes make, at most so many.
  int past_weeks = 14;
  int past_plays_a_week = 300;
  double plays_a_minute = 0.43;
};

const Model& model_of(events::Population population);

}  // namespace wrapfeed::simulation
