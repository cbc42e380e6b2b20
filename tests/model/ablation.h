#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "audience.h"
#include "realism/scorecard.h"
#include "realism/summary.h"

namespace wrapfeed::model {

// Who listens where mechanisms are switched off: heavy listeners, few enough for many tests.
inline constexpr Audience kFewListeners{.users = 120, .days = 84};
inline constexpr Audience kManyListeners{.users = 400, .days = 168};  // for what takes more

const Service& small_service();
const simulation::Model& whole_model();

// The listening under a model.
struct Listening {
  explicit Listening(const simulation::Model& model, const Audience& audience = kFewListeners);
  realism::Sample sample;
};

const realism::FeatureCard& feature(const realism::WindowCard& windows, std::string_view name);

users::TraitLaw& law(simulation::Model& model, users::Trait trait);

// The same for all listeners in all weeks.
void make_alike(simulation::Model& model, std::initializer_list<users::Trait> traits);

// A logit or logarithm that is never, or always, reached.
void set_all(simulation::Model& model, users::Trait trait, double value);
inline constexpr double kNever = -40, kAlways = 40;

}  // namespace wrapfeed::model
