#include "verification/axes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace wrapfeed::verification {
namespace {

// Higher is more of the axis.
std::map<std::string, double> measure(const Json& row) {
  const Json &inputs = row.at("axis_inputs"), &found = row.at("discoveries");
  return {{"exploration", ratio(inputs.at("artist_weeks"), row.at("streams"))},
          {"variety", ratio(inputs.at("track_days"), row.at("streams"))},
          {"newness", ratio(found.at("new_releases"), found.at("tracks"))},
          {"uniqueness", -ratio(inputs.at("popularity"), row.at("different_tracks"))}};
}

struct Axis {
  const char* name;
  char low;
  char high;
};
constexpr std::array<Axis, 4> kAxes = {
    {{"exploration", 'F', 'E'}, {"newness", 'T', 'N'}, {"variety", 'L', 'V'}, {"uniqueness", 'C', 'U'}}};

constexpr std::pair<std::string_view, std::string_view> kPersonalities[] = {
    {"ENVU", "Adventurer"},    {"ENVC", "Early Adopter"}, {"ENLU", "Nomad"},    {"ENLC", "Voyager"},
    {"ETVU", "Time Traveler"}, {"ETVC", "Musicologist"},  {"ETLU", "Maverick"}, {"ETLC", "Top Charter"},
    {"FNVU", "Specialist"},    {"FNVC", "Fan Clubber"},   {"FNLU", "Devotee"},  {"FNLC", "Enthusiast"},
    {"FTVU", "Deep Diver"},    {"FTVC", "Jukeboxer"},     {"FTLU", "Replayer"}, {"FTLC", "Connoisseur"}};

Json personality_of(const Json& axes) {
  std::string code;
  for (const Axis& axis : kAxes) code += axes.at(axis.name).get<double>() < 0.5 ? axis.low : axis.high;
  const auto found = std::find_if(std::begin(kPersonalities), std::end(kPersonalities),
                                  [&](const auto& personality) { return personality.first == code; });
  return {{"code", code}, {"name", found->second}};
}

}  // namespace

void Axes::add(const Json& row) {
  if (!is_eligible(row)) return;
  for (const auto& [axis, value] : measure(row)) all_[axis].add(value);
}

void Axes::finish() {
  for (auto& [axis, standing] : all_) standing.finish();
}

void Axes::complete(Json& row) const {
  Json axes;
  if (is_eligible(row)) {
    for (const auto& [axis, value] : measure(row)) axes[axis] = all_.at(axis).of(value);
  }
  row["axes"] = axes;
  row["personality"] = axes.is_null() ? Json() : personality_of(axes);
}

}  // namespace wrapfeed::verification
