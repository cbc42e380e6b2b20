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

}  // namespace

// Takes the records of a user.
struct UserPart::Sink {
  UserPart& part;
  std::size_t number;
  UserBatch& batch;
  avro::Compressor& compressor;
  std::int64_t& records;

  avro::Bytes& buffer() { return batch.events.buffer(); }
  std::byte* ended(base::Millis, std::byte* end) { return end; }
  void session_ended(const SessionEncoder::Encoded& session) {
    if (session.records == 0) return;
    widen(batch.first, batch.last, session.first, session.last);
    if (batch.events.end_records(session.records, compressor)) part.append_blocks(batch, number);
    records += session.records;
  }
};

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
  fill(*batch, step, worker);
  in_order_.add(step, std::move(batch), [this](std::unique_ptr<UserBatch> next) {
    append(*next);
    run_.batches.give_back(std::move(next));
  });
}

void UserPart::fill(UserBatch& batch, std::size_t number, Worker& worker) {
  const feed::UserRange users = batches_.users(number);
  avro::Compressor& compressor = *worker.bench().compressor;
  for (std::int64_t user = users.begin; user < users.end; ++user) {
    std::int64_t records = 0;
    worker.source().each_session(user, batch.truth_or_null(), Sink{*this, number, batch, compressor, records});
    run_.counters.events += records;
    ++run_.counters.users;
  }
  batch.events.end(compressor);
  if (batch.truth) batch.truth->end();
}

// Blocks of the batch whose turn it is go into the file while the caches still hold them.
void UserPart::append_blocks(UserBatch& batch, std::size_t number) {
  if (!in_order_.is_next(number)) return;
  events_.append(batch.events);
  batch.events.clear();
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
