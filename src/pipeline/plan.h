#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "feed/layout.h"
#include "feed/options.h"

namespace wrapfeed::pipeline {

// One piece of work, done by one thread: a range of rows of a dimension table, or the events of a range of users.
struct Job {
  std::string_view table;
  feed::PartRange range;
};

// How many users share an event part of so many days: a power of two, so that a part holds about 128 users' years
// (40 MB, deflated) whatever the days. 1 ... 65,536.
std::int64_t users_per_part(base::Days days);

// The whole work. Parts are cut from the first user that is written, so their numbers do not depend on threads.
std::vector<Job> plan(const feed::FeedOptions& options, const catalog::Catalog& catalog);

}  // namespace wrapfeed::pipeline
