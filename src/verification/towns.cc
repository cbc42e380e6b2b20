#include "verification/towns.h"

namespace wrapfeed::verification {

namespace {

constexpr std::int64_t kFewestArtists = 3;

}  // namespace

void Towns::note(const Json& row) {
  for (const Json& top : row.at("top_artists")) everybody_.by_artist.try_emplace(top.at("artist_id"), 0);
}

void Towns::add(const Json& row) {
  Heard& town = towns_[town_of(row)];
  for (const auto& [artist, streams] : heard_of(row).by_artist) {
    town.all += streams;
    everybody_.all += streams;
    const auto top = everybody_.by_artist.find(artist);
    if (top == everybody_.by_artist.end()) continue;
    top->second += streams;
    town.by_artist[artist] += streams;
  }
}

// Countries and cities come in the order of their names: of equal ones the first stands.
Json Towns::of(const Json& row) const {
  static const Heard kNothing;
  const Heard own = heard_of(row);
  Json best;
  Fit most;
  for (const auto& [name, heard] : towns_) {
    const Fit found = fit(heard, name == town_of(row) ? own : kNothing, row.at("top_artists"));
    if (found.artists < kFewestArtists || std::pair(found.share, found.streams) <= std::pair(most.share, most.streams))
      continue;
    most = found;
    best = {{"country", name.first}, {"city", name.second}, {"artists", found.artists}, {"share", found.share}};
  }
  return best;
}

Towns::Town Towns::town_of(const Json& row) { return {row.at("inputs").at("country"), row.at("inputs").at("city")}; }

Towns::Heard Towns::heard_of(const Json& row) {
  Heard heard;
  for (const Json& listened : row.at("inputs").at("listened")) {
    heard.by_artist.emplace(listened.at("artist_id"), whole(listened.at("streams")));
    heard.all += whole(listened.at("streams"));
  }
  return heard;
}

// The top artists whose share of the town's streams, without the user's own, is larger than that of everybody's.
Towns::Fit Towns::fit(const Heard& town, const Heard& own, const Json& top_artists) const {
  Fit fit;
  const auto all = static_cast<double>(town.all - own.all);
  for (const Json& top : top_artists) {
    const std::string artist = top.at("artist_id");
    const std::int64_t streams = town.of(artist) - own.of(artist);
    const auto usual = static_cast<double>(everybody_.of(artist)), usual_all = static_cast<double>(everybody_.all);
    if (streams <= 0 || static_cast<double>(streams) * usual_all <= usual * all) continue;
    ++fit.artists;
    fit.streams += streams;
  }
  if (fit.streams > 0) fit.share = static_cast<double>(fit.streams) / all;
  return fit;
}

}  // namespace wrapfeed::verification
