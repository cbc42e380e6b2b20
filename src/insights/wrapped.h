#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "database/database.h"
#include "feed/manifest.h"
#include "insights/answers.h"
#include "insights/queries.h"
#include "insights/stories.h"
#include "insights/window.h"

namespace wrapfeed::insights {

// Called before each step: how many are done, how many there are, and the name of the one that begins.
using OnStep = std::function<void(std::size_t done, std::size_t steps, std::string_view name)>;

// The year of a feed's last UTC day: what is looked back on, unless another is asked for.
int last_year(const feed::Manifest& manifest);

// Error naming both unless the feed has a day of the window.
void check_window(const std::filesystem::path& feed, const feed::Manifest& manifest, const Window& window);

// Wrapped of every user of a feed, from its Avro files alone and never its truth; either layout. The queries run once,
// in the constructor; what exceeds the memory is spilled to disk. Error for a feed of another format or whose tables
// are missing or not those of schemas/. One thread calls, DuckDB uses all cores.
class Wrapped {
 public:
  Wrapped(const std::filesystem::path& feed, const Window& window, const OnStep& on_step = nullptr,
          const Queries& queries = wrapped_queries());
  // In a database of the caller's, which must outlive this.
  Wrapped(database::Database& database, const std::filesystem::path& feed, const Window& window,
          const OnStep& on_step = nullptr, const Queries& queries = wrapped_queries());

  void for_each_user(const std::function<void(const Answers&)>& take) const;  // by user_id
  Answers of_user(std::int64_t user) const;                                   // Error if there is none

 private:
  void answer(const Window& window, const OnStep& on_step, const Queries& queries);

  std::filesystem::path feed_;
  std::unique_ptr<database::Database> own_;
  database::Database& database_;
  Stories stories_;
};

// What of_user() gives, without the fields of the stories that hold users against each other (own_queries()). A moment,
// in layout user, whatever the feed's size. Errors like those of Wrapped, and if there is no such user.
Answers own_answers(const std::filesystem::path& feed, const Window& window, std::int64_t user);

}  // namespace wrapfeed::insights
