#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalog/catalog.h"
#include "feed/feed_folder.h"
#include "feed/layout.h"
#include "feed/options.h"

namespace wrapfeed::pipeline {

// One piece of work: a range of rows of a dimension table, or the events of a range of users.
struct Job {
  std::string_view table;
  feed::PartRange range;
};

// How many users share an event part: a power of two, so that a part holds about 128 users' years (40 MB, deflated)
// whatever the days. In layout day, where they are all in memory at once, 256 (300 MB), or 128 of the heavy population.
// 1 ... 65,536.
std::int64_t users_per_part(const feed::FeedOptions& options);

// How many of a part's users are simulated by one thread in a row, and share no block with others: some 1 MB of events,
// or one user's, so that threads end together and blocks still fill.
std::int64_t users_per_batch(const feed::FeedOptions& options);

// The i-th of so many shares of a feed: in each table the parts whose number leaves i when divided by `parts`.
struct Share {
  std::uint32_t part = 0;
  std::uint32_t parts = 1;
};

// How many users' events a share holds.
std::int64_t users_of_share(const feed::FeedOptions& options, const Share& share);

// The work of a share. Parts are cut from the first user that is written, so their numbers depend neither on threads
// nor on shares. Takes no memory, however many they are.
class Plan {
 public:
  Plan(const feed::FeedOptions& options, const catalog::Catalog& catalog, const Share& share);

  std::size_t size() const;
  Job job(std::size_t index) const;    // small tables first
  feed::PartCounts all_parts() const;  // of all shares

 private:
  struct Table {
    std::string_view name;
    feed::Split split;
  };
  Share share_;
  std::array<Table, 4> tables_;
};

}  // namespace wrapfeed::pipeline
