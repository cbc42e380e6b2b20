#include <algorithm>
#include <map>

#include "realism/chart.h"

namespace wrapfeed::realism {
namespace {

constexpr std::string_view kContext = "Context";

// A bar: the words of the feed that it takes, and the real share, kUnknown where there is none.
struct Bar {
  std::string_view label;
  std::vector<std::string_view> words;
  double real;
};

using Counts = std::map<std::string, std::int64_t>;

Json bars(const Chart& chart, const std::vector<Bar>& bars, const Counts& counts) {
  double total = 0;
  for (const auto& [word, count] : counts) total += static_cast<double>(count);
  std::vector<std::string_view> labels;
  std::vector<double> feed, real;
  for (const Bar& bar : bars) {
    double count = 0;
    for (const std::string_view word : bar.words) {
      const auto found = counts.find(std::string(word));
      if (found != counts.end()) count += static_cast<double>(found->second);
    }
    labels.push_back(bar.label);
    feed.push_back(ratio(count, total));
    real.push_back(bar.real);
  }
  return chart_json(chart, points(labels, feed), points(labels, real));
}

Chart chart_of(std::string_view id, std::string_view title, std::string_view note, std::string_view source,
               std::string_view x_label) {
  return {id, kContext, title, note, source, "bar", x_label, "category", "share of streams", "linear", "percent"};
}

bool ends_stream(const EventKind& kind) {
  return kind.type == "skip" || kind.type == "complete" || kind.type == "stop";
}

// Events that `of` takes, by a word of theirs.
template <typename Of, typename Word>
Counts count_by(const std::vector<EventKind>& kinds, Of of, Word word) {
  Counts counts;
  for (const EventKind& kind : kinds)
    if (of(kind)) counts[word(kind)] += kind.events;
  return counts;
}

}  // namespace

void add_context_charts(const std::vector<EventKind>& kinds, Json& charts) {
  const auto starts = [](const EventKind& kind) { return kind.type == "play"; };
  charts.push_back(bars(chart_of("sources", "Where plays come from",
                                 "Share of streams by source; own collection: liked songs and playlists.",
                                 "Music Streaming Sessions Dataset 2019", "source"),
                        {{"own collection", {"liked_songs", "playlist"}, .4033},
                         {"catalogue", {"album", "artist", "search"}, .2278},
                         {"editorial", {"editorial"}, .2134},
                         {"radio", {"radio"}, .1248},
                         {"personalised", {"personalised"}, .0163},
                         {"charts", {"charts"}, .0145}},
                        count_by(kinds, starts, [](const EventKind& kind) { return kind.source; })));
  charts.push_back(
      bars(chart_of("platforms", "Platforms", "Share of streams by what they were played on.", kExtended, "platform"),
           {{"Android", {"android"}, .6135},
            {"iOS", {"ios"}, .1843},
            {"Windows", {"windows"}, .1016},
            {"macOS", {"osx"}, .0548},
            {"web", {"web_player"}, .0186},
            {"Linux", {"linux"}, .0004},
            {"cast", {"cast"}, .0039},
            {"other", {"unknown"}, .0228}},
           count_by(kinds, starts, [](const EventKind& kind) { return kind.platform; })));
  charts.push_back(bars(chart_of("start_reasons", "Why streams start", "Share of streams by the reason of their start.",
                                 kExtended, "reason"),
                        {{"trackdone", {"trackdone"}, .4822},
                         {"fwdbtn", {"fwdbtn"}, .22},
                         {"clickrow", {"clickrow"}, .1854},
                         {"playbtn", {"playbtn"}, .0325},
                         {"remote", {"remote"}, .0232},
                         {"appload", {"appload"}, .0221},
                         {"backbtn", {"backbtn"}, .0194}},
                        count_by(kinds, starts, [](const EventKind& kind) { return kind.reason; })));
  charts.push_back(bars(
      chart_of("end_reasons", "Why streams end", "Share of streams by the reason of their end.", kExtended, "reason"),
      {{"trackdone", {"trackdone"}, .4734},
       {"fwdbtn", {"fwdbtn"}, .2186},
       {"endplay", {"endplay"}, .1844},
       {"logout", {"logout"}, .0464},
       {"backbtn", {"backbtn"}, .0195},
       {"unexpected exit", {"unexpected_exit"}, .0198},
       {"remote", {"remote"}, .0066},
       {"trackerror", {"trackerror"}, .0011}},
      count_by(kinds, ends_stream, [](const EventKind& kind) { return kind.reason; })));
  charts.push_back(bars(chart_of("shuffle", "Shuffle",
                                 "Share of streams with shuffle on; of the six real listeners 40 to 82 %, .615 on "
                                 "average.",
                                 kExtended, "shuffle"),
                        {{"on", {"on"}, .615}, {"off", {"off"}, .385}},
                        count_by(kinds, starts, [](const EventKind& kind) { return kind.shuffle ? "on" : "off"; })));
}

}  // namespace wrapfeed::realism
