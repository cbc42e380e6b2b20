#include "realism/report.h"

#include "realism/history_reader.h"
#include "realism/page.h"

namespace wrapfeed::realism {

Report make_report(const std::filesystem::path& feed, const std::filesystem::path& scratch) {
  HistoryReader reader(feed, scratch);
  const feed::FeedOptions& options = reader.manifest().options;
  Sample sample(options.only_to - options.only_from, reader.tracks(), reader.artists());
  reader.for_each_listener([&](const Listener& listener) { sample.add(listener); });
  sample.finish();
  Report report{.card = measure_scorecard(sample, options.population), .json = {}, .page = {}};
  const Json card = to_json(report.card);
  report.json = card.dump(1) + "\n";
  report.page = make_page(page_data(reader, sample, card));
  return report;
}

}  // namespace wrapfeed::realism
