#include "cli/generate_flags.h"

#include <algorithm>
#include <charconv>
#include <thread>
#include <utility>

#include "base/error.h"
#include "catalog/synthesize.h"
#include "cli/usage_error.h"

namespace wrapfeed::cli {

namespace {

constexpr std::uint32_t kMostShares = 1'000'000;

bool read_window(std::string_view text, feed::FeedOptions& feed) {
  const auto range = feed::parse_user_range(text);
  if (!range) return false;
  feed.only_users_begin = range->begin;
  feed.only_users_end = range->end;
  return true;
}

void add_period(Flags& flags, feed::FeedOptions& feed) {
  flags.number("--users", feed.users, 1, feed::kMaxUsers, "how many users: user_id 0 to N-1");
  flags.date("--from", feed.from, "first day, UTC");
  flags.date("--to", feed.to, "the day after the last, UTC");
  flags.number("--seed", feed.seed, "decides everything that is random");
}

void add_catalog(Flags& flags, feed::FeedOptions& feed) {
  flags.text("--catalog", feed.catalog, "DIR", "catalog folder; without it a synthetic one is made");
  constexpr std::uint32_t kMost = catalog::SynthesisOptions::kMostTracks;
  flags.number("--tracks", feed.tracks, 1, kMost, "tracks of the synthetic catalog");
  flags.number("--artists", feed.artists, 1, kMost, "artists of the synthetic catalog");
  flags.date("--releases-to", feed.releases_to, "last release day of the synthetic catalog");
}

void add_output(Flags& flags, GenerateRequest& request) {
  feed::FeedOptions& feed = request.options.feed;
  flags.text("--out", request.out, "DIR", "feed folder to write");
  flags.choice("--codec", {"null", "deflate", "snappy", "zstandard"}, "deflate", "compression of the Avro blocks",
               [&](std::string_view name) { feed.codec = avro::parse_codec(name); });
  flags.choice("--population", {"typical", "heavy"}, "typical",
               "how much users listen: as everybody does, or as people who publish their histories",
               [&](std::string_view name) { feed.population = feed::parse_population(name); });
  flags.choice("--layout", {"user", "day"}, "user", "rows by user, or a folder for each UTC date with rows by time",
               [&](std::string_view name) { feed.layout = feed::parse_layout(name); });
  flags.choice("--format", {"avro", "parquet", "csv", "json"}, "avro", "file format",
               [&](std::string_view name) { feed.format = feed::parse_format(name); });
  flags.toggle(
      "--truth", feed.truth,
      "tables apart, in truth/, of what caused each stream: Avro, whatever the --format; changes no other byte");
  flags.toggle("--edge-cases", feed.edge_cases,
               "users made of boundary cases after the others, in files of their own; labelled in truth/user");
  flags.number("--block-size", feed.block_size_kib, 1, 65'536, "KiB of records in an Avro block, before compression");
  flags.choice("--sink", {"files", "null"}, "files", "null: do all the work but write no file, for speed",
               [&](std::string_view name) {
                 request.options.sink = name == "null" ? pipeline::Sink::Null : pipeline::Sink::Files;
               });
  flags.toggle("--force", request.force, "replace the feed that is in the folder");
  flags.toggle("--resume", request.resume,
               "go on with a feed that was not finished, whatever ended it; its finished parts stay as they are");
}

void add_window(Flags& flags, feed::FeedOptions& feed) {
  flags.add("--only-users", {"A:B", "A:B, the user_ids A to B-1, 0 <= A < B <= --users", ""},
            "write only user_ids A to B-1, with the rows that the whole feed has for them",
            [&](const std::string& text) { return read_window(text, feed); });
  flags.date("--only-from", feed.only_from, "write only rows from this UTC day on, default: --from", false);
  flags.date("--only-to", feed.only_to, "write only rows before this UTC day, default: --to", false);
}

void add_share(Flags& flags, pipeline::Share& share) {
  flags.number("--part", share.part, 0, kMostShares - 1,
               "make only this one of --parts shares, the first is 0; all into the same --out, in any order, in other "
               "processes or on other machines, again after a failure; the last to end closes the feed");
  flags.number("--parts", share.parts, 1, kMostShares, "how many shares there are");
}

void add_running(Flags& flags, GenerateRequest& request) {
  flags.add("--threads", {"N", "a whole number from 1 to 1024", ""}, "worker threads, default: all; changes no byte",
            [&](const std::string& text) {
              const char* const end = text.data() + text.size();
              const auto [stopped, error] = std::from_chars(text.data(), end, request.options.threads);
              return error == std::errc{} && stopped == end && request.options.threads >= 1 &&
                     request.options.threads <= 1024;
            });
  flags.toggle("--quiet", request.quiet, "print nothing but errors");
  flags.choice("--progress", {"auto", "always", "never"}, "auto",
               "a bar on a terminal, plain lines elsewhere; always: the bar; never: nothing",
               [&](std::string_view name) {
                 request.progress = name == "always"  ? ProgressMode::Always
                                    : name == "never" ? ProgressMode::Never
                                                      : ProgressMode::Auto;
               });
  flags.config();
}

void check_share(const Flags& flags, const GenerateRequest& request) {
  const pipeline::Share& share = request.options.share;
  for (const auto& [one, other] : {std::pair{"--part", "--parts"}, std::pair{"--parts", "--part"}})
    if (flags.given(one) && !flags.given(other)) fail_usage("{}: takes {} beside it", one, other);
  if (share.part >= share.parts)
    fail_usage("--part {}: takes a whole number from 0 to {} (less than --parts)", share.part, share.parts - 1);
  if (request.force && flags.given("--part")) fail_usage("--force: takes no --part beside it, whose shares it removes");
  if (request.force && request.resume) fail_usage("--force: takes no --resume beside it, for which nothing is left");
  if (request.resume && request.options.sink == pipeline::Sink::Null)
    fail_usage("--resume: takes no --sink null beside it, which leaves nothing");
}

feed::Start start_of(const Flags& flags, const GenerateRequest& request) {
  if (request.force) return feed::Start::Replace;
  if (flags.given("--part")) return feed::Start::Share;
  return request.resume ? feed::Start::Resume : feed::Start::New;
}

void check_catalog(const Flags& flags, const feed::FeedOptions& feed) {
  if (!feed.catalog.empty()) {
    for (const char* flag : {"--tracks", "--artists", "--releases-to"})
      if (flags.given(flag))
        fail_usage("{}: describes the synthetic catalog, so it takes no --catalog beside it", flag);
    return;
  }
  catalog::SynthesisOptions{.tracks = feed.tracks, .artists = feed.artists, .releases_to = feed.releases_to}.validate();
}

}  // namespace

GenerateRequest::GenerateRequest() { options.threads = std::max(1U, std::thread::hardware_concurrency()); }

void add_generate_flags(Flags& flags, GenerateRequest& request) {
  add_period(flags, request.options.feed);
  add_catalog(flags, request.options.feed);
  add_output(flags, request);
  add_window(flags, request.options.feed);
  add_share(flags, request.options.share);
  add_running(flags, request);
}

void finish(const Flags& flags, GenerateRequest& request) {
  feed::FeedOptions& feed = request.options.feed;
  if (!flags.given("--only-users")) {
    feed.only_users_begin = 0;
    feed.only_users_end = feed.all_users();
  }
  if (!flags.given("--only-from")) feed.only_from = feed.from;
  if (!flags.given("--only-to")) feed.only_to = feed.to;
  check_share(flags, request);
  request.options.start = start_of(flags, request);
  request.options.out = request.out;
  if (request.quiet) request.progress = ProgressMode::Never;
  try {
    check_catalog(flags, feed);
    feed.validate();
  } catch (const base::Error& error) {
    throw UsageError(error.what());
  }
}

}  // namespace wrapfeed::cli
