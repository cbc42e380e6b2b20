#include "pipeline/edge_users.h"

#include <algorithm>
#include <map>
#include <optional>

#include "avro/encode.h"
#include "avro/tables.h"
#include "feed/layout.h"
#include "pipeline/truth_part.h"
#include "simulation/edge_cases.h"

namespace wrapfeed::pipeline {
namespace {

static_assert(simulation::kEdgeCases == feed::kEdgeCaseUsers);

using Events = std::vector<events::Event>;

int case_of(std::int64_t user, const Run& run) { return static_cast<int>(user - run.options.feed.users); }

simulation::ScriptedUser script_of(std::int64_t user, const Run& run) {
  const feed::FeedOptions& feed = run.options.feed;
  return simulation::edge_case(case_of(user, run), run.population.profile(user), run.catalog, feed.from, feed.to);
}

feed::FileEntry write_users(const Run& run, const feed::PartRange& range, const feed::PartOptions& parts) {
  feed::PartWriter part(parts, feed::part_path("user", range.part, feed::Format::Avro), avro::user_table().schema_json);
  for (std::int64_t user = range.first; user < range.last; ++user) {
    avro::encode(script_of(user, run).profile.row, part.buffer());
    part.end_record();
  }
  return part.finish();
}

// Their events within the feed's window, by user and time.
Events collect(const Run& run, const feed::PartRange& range, TruthRows* truth) {
  const feed::FeedOptions& feed = run.options.feed;
  Events inside;
  for (std::int64_t user = range.first; user < range.last; ++user) {
    const simulation::ScriptedUser script = script_of(user, run);
    if (truth) truth->add_user(script.profile, simulation::edge_case_name(case_of(user, run)));
    for (std::size_t i = 0; i < script.sessions.size(); ++i) {
      const Events& session = script.sessions[i];
      if (truth) truth->add_session(user, session, script.traces[i]);
      std::copy_if(session.begin(), session.end(), std::back_inserter(inside), [&](const events::Event& event) {
        return event.event_time >= feed.only_from * base::kDay && event.event_time < feed.only_to * base::kDay;
      });
    }
    ++run.counters.users;
  }
  run.counters.events += static_cast<std::int64_t>(inside.size());
  return inside;
}

feed::FileEntry write_events(const Run& run, const feed::PartOptions& parts, const std::string& path,
                             const Events& events) {
  feed::PartWriter part(parts, path, avro::event_table().schema_json);
  avro::EventEncoder encoder(run.catalog.track_ids(), run.catalog.artist_ids());
  std::optional<base::Millis> first, last;
  for (const events::Event& event : events) {
    encoder.encode(event, part.buffer());
    part.end_record();
    first = std::min(event.event_time, first.value_or(event.event_time));
    last = std::max(event.event_time, last.value_or(event.event_time));
  }
  feed::FileEntry entry = part.finish();
  entry.min_event_time = first;
  entry.max_event_time = last;
  return entry;
}

std::vector<feed::FileEntry> write_days(const Run& run, const feed::PartOptions& parts, std::uint32_t part,
                                        Events events) {
  std::stable_sort(events.begin(), events.end(),
                   [](const events::Event& a, const events::Event& b) { return a.event_time < b.event_time; });
  std::map<base::Days, Events> days;
  for (const events::Event& event : events) days[base::day_of(event.event_time)].push_back(event);
  std::vector<feed::FileEntry> files;
  for (const auto& [day, of_day] : days)
    files.push_back(write_events(run, parts, feed::day_part_path("event", day, part, feed::Format::Avro), of_day));
  return files;
}

void write_truth(TruthRows& rows, const feed::PartOptions& parts, std::uint32_t number, feed::FilesByTable& files) {
  rows.end();
  TruthPart part(parts, number);
  part.append(rows);
  part.finish(files);
}

}  // namespace

bool is_of_edge_users(const Job& job, const feed::FeedOptions& options) {
  return (job.table == "user" || job.table == "event") && job.range.first >= options.users;
}

feed::FilesByTable write_edge_users(const Run& run, const Job& job, const feed::PartOptions& parts,
                                    const feed::PartOptions& truth_parts) {
  feed::FilesByTable files;
  if (job.table == "user") {
    files["user"].push_back(write_users(run, job.range, parts));
    return files;
  }
  const feed::FeedOptions& feed = run.options.feed;
  std::optional<TruthRows> truth;
  if (feed.truth) truth.emplace(feed, run.catalog);
  Events events = collect(run, job.range, truth ? &*truth : nullptr);
  if (feed.layout == feed::Layout::Day) {
    files["event"] = write_days(run, parts, job.range.part, std::move(events));
  } else {
    files["event"].push_back(
        write_events(run, parts, feed::part_path("event", job.range.part, feed::Format::Avro), events));
  }
  if (truth) write_truth(*truth, truth_parts, job.range.part, files);
  return files;
}

}  // namespace wrapfeed::pipeline
