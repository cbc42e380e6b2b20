#include "realism/report.h"

#include "realism/history_reader.h"
#include "realism/page.h"

namespace wrapfeed::realism {

Report make_report(const std::filesystem::path& feed, const std::filesystem::path& scratch,
                   const std::function<void(std::size_t)>& on_listener, const WatchDatabase& watch) {
  HistoryReader reader(feed, scratch);
  const std::shared_ptr<void> watched = watch ? watch(reader.database()) : nullptr;
  const feed::FeedOptions& options = reader.manifest().options;
  Sample sample(options.only_to - options.only_from, reader.tracks(), reader.artists());
  reader.for_each_listener([&](const Listener& listener) {
    sample.add(listener);
    if (on_listener) on_listener(sample.listeners.size());
  });
  sample.finish();
  Report report{.card = measure_scorecard(sample, options.population), .json = {}, .data = {}, .page = {}};
  const Json card = to_json(report.card);
  report.json = card.dump(1) + "\n";
  report.data = page_data(reader, sample, card).dump();
  report.page = make_page(report.data);
  return report;
}

}  // namespace wrapfeed::realism
