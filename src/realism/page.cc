#include "realism/page.h"

#include <cmath>

#include "base/check.h"
#include "base/time.h"
#include "realism/chart.h"
#include "realism/queries.h"

namespace wrapfeed::realism {
namespace {

// "<" could end the element that the data stands in.
std::string escaped(const std::string& json) {
  std::string text;
  for (const char c : json) {
    if (c == '<') {
      text += "\\u003c";
    } else {
      text += c;
    }
  }
  return text;
}

Json facts(HistoryReader& reader, const Sample& sample) {
  const feed::Manifest& manifest = reader.manifest();
  const feed::FeedOptions& options = manifest.options;
  const auto records = [&](const char* table) { return manifest.tables.at(table).records; };
  return {{"version", manifest.version},
          {"seed", options.seed},
          {"population", feed::population_name(options.population)},
          {"users", records("user")},
          {"from", base::format_date(options.only_from)},
          {"to", base::format_date(options.only_to - 1)},  // the last day that is in
          {"events", records("event")},
          {"streams", sample.plays},
          {"minutes", std::llround(sample.minutes)},
          {"tracks", records("track")},
          {"artists", records("artist")},
          {"sessions", sample.sessions},
          {"listeners", sample.listeners.size()},
          {"catalog_digest", manifest.catalog_digest},
          {"layout", feed::layout_name(options.layout)}};
}

}  // namespace

Json page_data(HistoryReader& reader, const Sample& sample, const Json& scorecard) {
  Json charts = Json::array();
  add_rhythm_charts(sample, charts);
  add_session_charts(sample, charts);
  add_skip_charts(sample, charts);
  add_choice_charts(sample, charts);
  add_context_charts(reader.event_kinds(), charts);
  return {{"feed", facts(reader, sample)}, {"charts", std::move(charts)}, {"scorecard", scorecard}};
}

std::string make_page(const std::string& data) {
  constexpr std::string_view kPlace = R"(id="report-data">)";
  constexpr std::string_view kEmpty = "null";
  std::string page(k_report_template_html);
  const std::size_t element = page.find(kPlace);
  CHECK(element != std::string::npos);
  const std::size_t place = element + kPlace.size();
  CHECK(page.compare(place, kEmpty.size(), kEmpty) == 0);
  return page.replace(place, kEmpty.size(), escaped(data));
}

}  // namespace wrapfeed::realism
