#include "pipeline/worker.h"

#include <algorithm>

#include "avro/tables.h"
#include "feed/catalog_tables.h"
#include "feed/layout.h"
#include "pipeline/edge_users.h"

namespace wrapfeed::pipeline {

namespace {

// Records of a part of layout user.
struct PartSink {
  feed::PartWriter& part;
  feed::FileEntry& times;
  std::int64_t& records;

  avro::Bytes& buffer() { return part.buffer(); }
  std::byte* ended(base::Millis, std::byte* end) { return end; }
  void session_ended(const SessionEncoder::Encoded& session) {
    if (session.records == 0) return;
    widen(times, session.first);
    widen(times, session.last);
    part.end_records(session.records);
    records += session.records;
  }

  static void widen(feed::FileEntry& times, base::Millis event_time) {
    times.min_event_time = std::min(event_time, times.min_event_time.value_or(event_time));
    times.max_event_time = std::max(event_time, times.max_event_time.value_or(event_time));
  }
};

// Records of a group of users, on their way to the parts of many days.
struct DaySink {
  DayBuckets& days;
  std::int64_t& records;

  avro::Bytes& buffer() { return days.buffer(); }
  std::byte* ended(base::Millis event_time, std::byte* end) { return days.end_record(event_time, end); }
  void session_ended(const SessionEncoder::Encoded& session) { records += session.records; }
};

feed::FileEntry finish(feed::PartWriter& part, const feed::FileEntry& times) {
  feed::FileEntry entry = part.finish();
  entry.min_event_time = times.min_event_time;
  entry.max_event_time = times.max_event_time;
  return entry;
}

}  // namespace

Worker::Worker(const Run& run) : run_(run), source_(run.world, run.population, run.options.feed, run.stop) {
  const feed::FeedOptions& feed = run.options.feed;
  if (feed.layout == feed::Layout::Day) days_.emplace(feed.only_from, feed.only_to - feed.only_from);
  if (feed.format != feed::Format::Avro && !run.parts.discard)
    converter_.emplace(feed.format, run.options.out, *run.parts.pending, *run.truth_parts.pending);
}

FilesByTable Worker::run(const Job& job) {
  FilesByTable files = is_of_edge_users(job, run_.options.feed) ? write_edge_users(run_, job) : write(job);
  Files& table = files[std::string(job.table)];
  if (converter_) converter_->convert(table);
  if (job.table == "event") {
    for (const feed::FileEntry& file : table) run_.counters.bytes += file.bytes;
  }
  return files;
}

FilesByTable Worker::write(const Job& job) {
  FilesByTable files;
  std::optional<TruthPart> truth;
  if (run_.options.feed.truth && job.table == "event")
    truth.emplace(run_.truth_parts, run_.options.feed, run_.catalog, job.range.part);
  files[std::string(job.table)] = write_table(job, truth ? &*truth : nullptr);
  if (truth) truth->finish(files);
  return files;
}

Worker::Files Worker::write_table(const Job& job, TruthPart* truth) {
  if (job.table == "track") return {feed::write_tracks(run_.parts, run_.catalog, job.range)};
  if (job.table == "artist") return {feed::write_artists(run_.parts, run_.catalog, job.range)};
  if (job.table == "user") return {write_users(job.range)};
  if (days_) return write_events_by_day(job.range, truth);
  return {write_events_by_user(job.range, truth)};
}

feed::FileEntry Worker::write_users(const feed::PartRange& range) {
  feed::PartWriter part(run_.parts, feed::part_path("user", range.part, feed::Format::Avro),
                        avro::user_table().schema_json);
  for (std::int64_t user = range.first; user < range.last; ++user) {
    check_stop(run_.stop);
    avro::encode(run_.population.profile(user).row, part.buffer());
    part.end_record();
  }
  return part.finish();
}

feed::FileEntry Worker::write_events_by_user(const feed::PartRange& users, TruthPart* truth) {
  feed::PartWriter part(run_.parts, feed::part_path("event", users.part, feed::Format::Avro),
                        avro::event_table().schema_json);
  feed::FileEntry times;
  for (std::int64_t user = users.first; user < users.last; ++user) {
    std::int64_t records = 0;
    source_.each_session(user, truth, PartSink{part, times, records});
    run_.counters.events += records;
    ++run_.counters.users;
  }
  return finish(part, times);
}

void Worker::collect_days(const feed::PartRange& users, TruthPart* truth) {
  days_->clear();
  for (std::int64_t user = users.first; user < users.last; ++user) {
    std::int64_t records = 0;
    source_.each_session(user, truth, DaySink{*days_, records});
    run_.counters.events += records;
    ++run_.counters.users;
  }
}

feed::FileEntry Worker::write_day(base::Days day, std::uint32_t part_number) {
  feed::PartWriter part(run_.parts, feed::day_part_path("event", day, part_number, feed::Format::Avro),
                        avro::event_table().schema_json);
  const DayBuckets::Times times = days_->gather(day, part);
  feed::FileEntry entry = part.finish();
  entry.min_event_time = times.first;
  entry.max_event_time = times.last;
  return entry;
}

Worker::Files Worker::write_events_by_day(const feed::PartRange& users, TruthPart* truth) {
  collect_days(users, truth);
  Files files;
  for (base::Days day = run_.options.feed.only_from; day < run_.options.feed.only_to; ++day) {
    check_stop(run_.stop);
    if (!days_->empty(day)) files.push_back(write_day(day, users.part));
  }
  return files;
}

}  // namespace wrapfeed::pipeline
