// limits FOLDER USERS DAYS ROUNDS: what one thread of this machine can do with real events at the best, each thing by
// itself: copy, simulate, simulate and encode, encode rows, digest, compress by each codec in either layout, write into
// FOLDER. One JSON object a line; medians of ROUNDS, taken in turn.
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "avro/codec.h"
#include "avro/digest.h"
#include "base/check.h"
#include "base/file.h"
#include "sample_feed.h"

namespace wrapfeed::bench {
namespace {

// Something that can be done to all events of the sample; returns the bytes that it gives.
struct Limit {
  std::string name;
  std::function<std::int64_t()> work;
  clockid_t clock = CLOCK_THREAD_CPUTIME_ID;
  std::vector<double> seconds = {};
  std::int64_t bytes = 0;
};

double now(clockid_t clock) {
  timespec time{};
  CHECK(clock_gettime(clock, &time) == 0);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

void measure(Limit& limit) {
  const double start = now(limit.clock);
  limit.bytes = limit.work();
  limit.seconds.push_back(now(limit.clock) - start);
}

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

std::int64_t copy(const Blocks& sample, avro::Bytes& out) {
  for (const avro::Bytes& block : sample.blocks) {
    out.resize(block.size());
    std::memcpy(out.data(), block.data(), block.size());
  }
  return sample.bytes;
}

std::int64_t digest(const Blocks& sample) {
  avro::Digest digest;
  for (const avro::Bytes& block : sample.blocks) digest.update(block);
  CHECK(digest.hex().size() == 32);
  return sample.bytes;
}

std::int64_t compress(const Blocks& sample, avro::Codec codec) {
  const auto compressor = avro::make_compressor(codec);
  std::int64_t bytes = 0;
  for (const avro::Bytes& block : sample.blocks) bytes += static_cast<std::int64_t>(compressor->compress(block).size());
  return bytes;
}

std::int64_t write(const Blocks& sample, const std::string& folder) {
  base::WholeFile file(folder + "/limit.avro");
  for (const avro::Bytes& block : sample.blocks) file.write(block);
  return sample.bytes;
}

// And flushed, as there is hardly anything left to be.
std::int64_t write_past_page_cache(const Blocks& sample, const std::string& folder, base::DiskWriter& disk) {
  base::WholeFile file(folder + "/limit.avro", &disk);
  for (const avro::Bytes& block : sample.blocks) file.write(block);
  file.commit();
  return sample.bytes;
}

void print(const Limit& limit, std::int64_t events) {
  const double seconds = median(limit.seconds);
  fmt::print(
      "{{\"name\": \"{}\", \"events_per_second\": {:.0f}, \"ns_per_event\": {:.2f}, \"bytes_per_event\": {:.2f}}}\n",
      limit.name, static_cast<double>(events) / seconds, 1e9 * seconds / static_cast<double>(events),
      static_cast<double>(limit.bytes) / static_cast<double>(events));
}

void run(const std::string& folder, const SampleSize& size, int rounds) {
  const SampleFeed feed(size);
  const std::vector<events::Event> events_by_time = feed.by_time();
  const Blocks user = feed.encode(feed.by_user());
  const Blocks day = feed.encode(events_by_time);
  avro::Bytes copied;
  std::vector<Limit> limits{
      {"copy", [&] { return copy(user, copied); }},
      {"simulate", [&] { return feed.simulate() == user.events ? user.bytes : 0; }},
      {"simulate and encode", [&] { return feed.simulate_and_encode() == user.events ? user.bytes : 0; }},
      {"encode rows, user layout", [&] { return feed.encode_only(feed.by_user()); }},
      {"encode rows, day layout", [&] { return feed.encode_only(events_by_time); }},
      {"digest", [&] { return digest(user); }}};
  for (const avro::Codec codec : {avro::Codec::Deflate, avro::Codec::Snappy, avro::Codec::Zstandard})
    for (const auto& [layout, blocks] : {std::pair{"user", &user}, std::pair{"day", &day}})
      limits.push_back({fmt::format("{}, {} layout", avro::codec_name(codec), layout),
                        [blocks = blocks, codec] { return compress(*blocks, codec); }});
  base::DiskWriter disk;
  limits.push_back({"write", [&] { return write(user, folder); }, CLOCK_MONOTONIC});
  limits.push_back(
      {"write past the page cache", [&] { return write_past_page_cache(user, folder, disk); }, CLOCK_MONOTONIC});
  for (int round = 0; round < rounds; ++round)
    for (Limit& limit : limits) measure(limit);
  for (const Limit& limit : limits) print(limit, user.events);
}

}  // namespace
}  // namespace wrapfeed::bench

int main(int count, char** arguments) {
  try {
    CHECK(count == 5);
    const wrapfeed::bench::SampleSize size{.users = std::stoll(arguments[2]), .days = std::stoi(arguments[3])};
    wrapfeed::bench::run(arguments[1], size, std::stoi(arguments[4]));
  } catch (const std::exception& error) {
    fmt::print(stderr, "limits: {}\n", error.what());
    return 1;
  }
}
