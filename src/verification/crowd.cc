#include "verification/crowd.h"

#include <algorithm>

namespace wrapfeed::verification {
namespace {

std::int64_t cohort_of(const Json& row) { return whole(row.at("inputs").at("birth_year")) / 5; }

std::int64_t heard_of(const Json& row, const std::string& artist) {
  const Json& listened = row.at("inputs").at("listened");
  const auto found =
      std::find_if(listened.begin(), listened.end(), [&](const Json& item) { return item.at("artist_id") == artist; });
  return found->at("ms_played");
}

}  // namespace

void Crowd::note(const Json& row) {
  if (!row.at("top_artists").empty()) fans_[row.at("top_artists").front().at("artist_id")];
  clubs_.note(row);
  towns_.note(row);
}

void Crowd::add(const Json& row) {
  add_fan(row);
  add_to_cohort(row);
  axes_.add(row);
  characters_.add(row);
  clubs_.add(row);
  towns_.add(row);
}

void Crowd::finish() {
  for (auto& [artist, heard] : fans_) std::sort(heard.begin(), heard.end());
  axes_.finish();
  characters_.finish();
  clubs_.finish();
}

void Crowd::complete(Json& row) const {
  row["top_artist_fan"] = fan_of(row);
  add_listening_age(row);
  axes_.complete(row);
  row["sound_town"] = towns_.of(row);
  row["character"] = characters_.of(row);
  row["club"] = clubs_.of(row);
}

void Crowd::add_fan(const Json& row) {
  for (const Json& listened : row.at("inputs").at("listened")) {
    const auto fans = fans_.find(listened.at("artist_id").get_ref<const std::string&>());
    if (fans != fans_.end()) fans->second.push_back(listened.at("ms_played"));
  }
}

void Crowd::add_to_cohort(const Json& row) {
  Cohort& cohort = cohorts_[cohort_of(row)];
  for (const Json& span : row.at("release_spans")) {
    cohort.spans[span.at("first_year")] += whole(span.at("streams"));
    cohort.streams += whole(span.at("streams"));
  }
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

void Crowd::add_listening_age(Json& row) const {
  row["listening_age"] = row["listening_age_from"] = nullptr;
  const Cohort& cohort = cohorts_.at(cohort_of(row));
  double most = -1;
  for (const Json& span : row.at("release_spans")) {
    const std::int64_t first_year = whole(span.at("first_year"));
    const double over = ratio(span.at("streams"), row.at("streams")) -
                        static_cast<double>(cohort.spans.at(first_year)) / static_cast<double>(cohort.streams);
    if (over < most) continue;  // an equal later one counts
    most = over;
    row["listening_age"] = whole(row.at("year")) - first_year + 16;
    row["listening_age_from"] = first_year;
  }
}

}  // namespace wrapfeed::verification
