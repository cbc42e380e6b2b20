#include "pipeline/day_part.h"

#include <utility>

#include "avro/tables.h"
#include "feed/layout.h"
#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {

namespace {

// Takes the records of a user.
struct DaySink {
  DayBuckets& buckets;
  std::int64_t& records;

  avro::Bytes& buffer() { return buckets.buffer(); }
  std::byte* ended(base::Millis event_time, std::byte* end) { return buckets.end_record(event_time, end); }
  void session_ended(const SessionEncoder::Encoded& session) { records += session.records; }
};

}  // namespace

DayPart::DayPart(const Run& run, const Job& job)
    : run_(run),
      job_(job),
      batches_(job.range, users_per_batch(run.options.feed)),
      users_(static_cast<std::size_t>(job.range.last - job.range.first)),
      days_(static_cast<std::size_t>(run.options.feed.only_to - run.options.feed.only_from)) {
  if (run.options.feed.truth) truth_.emplace(Worker::truth_part_options(run, output_), job.range.part);
  run.days.each([](DayBuckets& buckets) { buckets.clear(); });  // of the part before
}

bool DayPart::may_begin(std::size_t step, std::size_t ended) const {
  if (step >= batches_.count()) return ended >= batches_.count();
  return !truth_ || step < in_order_.used() + kBatchesAhead * run_.options.threads;
}

void DayPart::run(std::size_t step, Worker& worker) {
  if (step < batches_.count()) return run_batch(step, worker);
  run_day(step - batches_.count(), worker);
}

void DayPart::run_batch(std::size_t number, Worker& worker) {
  std::unique_ptr<DayBuckets> buckets = run_.days.take();
  std::unique_ptr<UserBatch> batch = run_.batches.take();
  batch->clear();
  const feed::UserRange users = batches_.users(number);
  for (std::int64_t user = users.begin; user < users.end; ++user)
    add_user(user, *buckets, batch->truth_or_null(), worker);
  run_.days.give_back(std::move(buckets));
  in_order_.add(number, std::move(batch), [this](std::unique_ptr<UserBatch> next) {
    if (truth_) {
      next->truth->end();
      truth_->append(*next->truth);
    }
    run_.batches.give_back(std::move(next));
  });
}

void DayPart::add_user(std::int64_t user, DayBuckets& buckets, TruthRows* truth, Worker& worker) {
  std::int64_t records = 0;
  users_[static_cast<std::size_t>(user - job_.range.first)] = {&buckets, buckets.begin_user()};
  worker.source().each_session(user, truth, DaySink{buckets, records});
  buckets.end_user();
  run_.counters.events += records;
  ++run_.counters.users;
}

void DayPart::run_day(std::size_t number, Worker& worker) {
  check_stop(run_.stop);
  const base::Days day = run_.options.feed.only_from + static_cast<base::Days>(number);
  order_day(day, worker.day_order());
  if (worker.day_order().empty()) return;
  Day& made = days_[number];
  made.files.push_back(write_day(day, made.output, worker));
  worker.convert(made.files, made.output);
  run_.counters.bytes += made.files.front().bytes;
}

void DayPart::order_day(base::Days day, DayOrder& order) const {
  constexpr std::size_t kAhead = 4;  // users whose records are on their way from memory
  const auto records_of = [day](const User& user) { return user.buckets->of(user.place, day); };
  order.clear();
  for (std::size_t user = 0; user < users_.size(); ++user) {
    if (user + kAhead < users_.size()) DayOrder::prefetch(records_of(users_[user + kAhead]));
    order.add(records_of(users_[user]));
  }
}

feed::FileEntry DayPart::write_day(base::Days day, Output& output, Worker& worker) const {
  feed::PartWriter part(worker.parts(output), feed::day_part_path("event", day, job_.range.part, feed::Format::Avro),
                        avro::event_table().schema_json);
  const DayOrder::Times times = worker.day_order().gather(day, part);
  feed::FileEntry entry = part.finish();
  entry.min_event_time = times.first;
  entry.max_event_time = times.last;
  return entry;
}

FinishedJob DayPart::finish(Worker&) {
  feed::FilesByTable tables;
  std::vector<feed::FileEntry>& files = tables["event"];
  for (Day& day : days_) {
    std::move(day.files.begin(), day.files.end(), std::back_inserter(files));
    std::move(day.output.pending.begin(), day.output.pending.end(), std::back_inserter(output_.pending));
  }
  if (truth_) truth_->finish(tables);
  return {job_, std::move(output_.pending), std::move(tables)};
}

}  // namespace wrapfeed::pipeline
