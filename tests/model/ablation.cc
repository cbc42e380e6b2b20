#include "ablation.h"

#include <algorithm>

#include "catalog/synthesize.h"

namespace wrapfeed::model {

using simulation::Model;
using users::Trait;

const Service& small_service() {
  static const Service shared(catalog::synthesize({.tracks = 30'000, .artists = 6'000}));
  return shared;
}

const Model& whole_model() { return simulation::model_of(events::Population::Heavy); }

Listening::Listening(const Model& model, const Audience& audience) : sample(listen(audience, small_service(), model)) {}

const realism::FeatureCard& feature(const realism::WindowCard& windows, std::string_view name) {
  const auto& list = realism::kWindowFeatureList;
  const auto place = std::find_if(list.begin(), list.end(), [&](const auto& f) { return f.name == name; });
  return windows.features.at(static_cast<std::size_t>(place - list.begin()));
}

users::TraitLaw& law(Model& model, Trait trait) { return model.traits[static_cast<std::size_t>(trait)]; }

void make_alike(Model& model, std::initializer_list<Trait> traits) {
  for (const Trait trait : traits) law(model, trait).between = law(model, trait).within = 0;
}

void set_all(Model& model, Trait trait, double value) {
  make_alike(model, {trait});
  law(model, trait).centre = value;
}

}  // namespace wrapfeed::model
