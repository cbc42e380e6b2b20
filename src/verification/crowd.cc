#include "verification/crowd.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace wrapfeed::verification {
namespace {

double ratio(const Json& part, const Json& whole) {
  const auto number = [](const Json& value) { return static_cast<double>(value.get<std::int64_t>()); };
  return whole == 0 ? 0 : number(part) / number(whole);
}

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

std::int64_t cohort_of(const Json& row) { return row.at("birth_year").get<std::int64_t>() / 5; }

std::int64_t heard_of(const Json& row, const std::string& artist) {
  const auto found = std::find_if(row.at("listened").begin(), row.at("listened").end(),
                                  [&](const Json& listened) { return listened.at("artist_id") == artist; });
  return found->at("ms_played");
}

}  // namespace

void Crowd::note_top(const Json& row) {
  if (!row.at("top_artists").empty()) fans_[row.at("top_artists").front().at("artist_id")];
}

void Crowd::add(const Json& row) {
  for (const Json& listened : row.at("listened")) {
    const auto fans = fans_.find(listened.at("artist_id").get_ref<const std::string&>());
    if (fans != fans_.end()) fans->second.push_back(listened.at("ms_played"));
  }
  Cohort& cohort = cohorts_[cohort_of(row)];
  for (const Json& span : row.at("release_spans")) {
    const auto streams = span.at("streams").get<std::int64_t>();
    cohort.spans[span.at("first_year")] += streams;
    cohort.streams += streams;
  }
  if (!row.at("eligible").get<bool>()) return;
  for (const auto& [axis, value] : measure(row)) measures_[axis].push_back(value);
}

void Crowd::finish() {
  for (auto& [artist, heard] : fans_) std::sort(heard.begin(), heard.end());
  for (auto& [axis, values] : measures_) std::sort(values.begin(), values.end());
}

void Crowd::complete(Json& row) const {
  row["top_artist_fan"] = fan_of(row);
  add_listening_age(row);
  row["axes"] = axes_of(row);
  row["personality"] = row["axes"].is_null() ? Json() : personality_of(row["axes"]);
}

Json Crowd::fan_of(const Json& row) const {
  if (row.at("top_artists").empty()) return nullptr;
  const Json& top = row.at("top_artists").front();
  const std::vector<std::int64_t>& heard = fans_.at(top.at("artist_id"));
  const auto more = heard.end() - std::upper_bound(heard.begin(), heard.end(), heard_of(row, top.at("artist_id")));
  const auto rank = static_cast<std::int64_t>(more) + 1, listeners = static_cast<std::int64_t>(heard.size());
  return {{"artist_id", top.at("artist_id")},
          {"name", top.at("name")},
          {"rank", rank},
          {"listeners", listeners},
          {"top_percent", 100 * static_cast<double>(rank) / static_cast<double>(listeners)}};
}

Json Crowd::axes_of(const Json& row) const {
  if (!row.at("eligible").get<bool>()) return nullptr;
  Json axes;
  for (const auto& [axis, value] : measure(row)) {
    const std::vector<double>& all = measures_.at(axis);
    const auto below = static_cast<double>(std::lower_bound(all.begin(), all.end(), value) - all.begin());
    axes[axis] = all.size() < 2 ? 0 : below / static_cast<double>(all.size() - 1);
  }
  return axes;
}

void Crowd::add_listening_age(Json& row) const {
  row["listening_age"] = row["listening_age_from"] = nullptr;
  const Cohort& cohort = cohorts_.at(cohort_of(row));
  double most = -1;
  for (const Json& span : row.at("release_spans")) {
    const auto first_year = span.at("first_year").get<std::int64_t>();
    const double over = ratio(span.at("streams"), row.at("streams")) -
                        static_cast<double>(cohort.spans.at(first_year)) / static_cast<double>(cohort.streams);
    if (over < most) continue;  // an equal later one counts
    most = over;
    row["listening_age"] = row.at("year").get<std::int64_t>() - first_year + 16;
    row["listening_age_from"] = first_year;
  }
}

}  // namespace wrapfeed::verification
