#include "pipeline/user_part.h"

#include <algorithm>
#include <utility>

#include "avro/tables.h"
#include "feed/layout.h"

namespace wrapfeed::pipeline {

namespace {

void widen(std::optional<base::Millis>& first, std::optional<base::Millis>& last, base::Millis begin,
           base::Millis end) {
  first = std::min(begin, first.value_or(begin));
  last = std::max(end, last.value_or(end));
}

// Takes the records of a user.
struct BatchSink {
  UserBatch& batch;
  avro::Compressor& compressor;
  std::int64_t& records;

  avro::Bytes& buffer() { return batch.events.buffer(); }
  std::byte* ended(base::Millis, std::byte* end) { return end; }
  void session_ended(const SessionEncoder::Encoded& session) {
    if (session.records == 0) return;
    widen(batch.first, batch.last, session.first, session.last);
    batch.events.end_records(session.records, compressor);
    records += session.records;
  }
};

}  // namespace

UserPart::UserPart(const Run& run, const Job& job)
    : run_(run),
      job_(job),
      batches_(job.range, users_per_batch(run.options.feed)),
      events_(Worker::part_options(run, output_), feed::part_path("event", job.range.part, feed::Format::Avro),
              avro::event_table().schema_json) {
  if (run.options.feed.truth) truth_.emplace(Worker::truth_part_options(run, output_), job.range.part);
}

bool UserPart::may_begin(std::size_t step, std::size_t) const {
  return step < in_order_.used() + kBatchesAhead * run_.options.threads;
}

void UserPart::run(std::size_t step, Worker& worker) {
  std::unique_ptr<UserBatch> batch = run_.batches.take();
  batch->clear();
  fill(*batch, batches_.users(step), worker);
  in_order_.add(step, std::move(batch), [this](std::unique_ptr<UserBatch> next) {
    append(*next);
    run_.batches.give_back(std::move(next));
  });
}

void UserPart::fill(UserBatch& batch, const feed::UserRange& users, Worker& worker) const {
  avro::Compressor& compressor = *worker.bench().compressor;
  for (std::int64_t user = users.begin; user < users.end; ++user) {
    std::int64_t records = 0;
    worker.source().each_session(user, batch.truth_or_null(), BatchSink{batch, compressor, records});
    run_.counters.events += records;
    ++run_.counters.users;
  }
  batch.events.end(compressor);
  if (batch.truth) batch.truth->end();
}

void UserPart::append(const UserBatch& batch) {
  events_.append(batch.events);
  if (truth_) truth_->append(*batch.truth);
  if (batch.first) widen(first_, last_, *batch.first, *batch.last);
}

FinishedJob UserPart::finish(Worker& worker) {
  std::vector<feed::FileEntry> files = {events_.finish()};
  files.front().min_event_time = first_;
  files.front().max_event_time = last_;
  worker.convert(files, output_);
  run_.counters.bytes += files.front().bytes;
  feed::FilesByTable tables;
  tables["event"] = std::move(files);
  if (truth_) truth_->finish(tables);
  return {job_, std::move(output_.pending), std::move(tables)};
}

}  // namespace wrapfeed::pipeline
