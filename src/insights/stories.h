#pragma once

#include <map>
#include <string>
#include <vector>

#include "avro/schema.h"
#include "database/database.h"
#include "insights/answers.h"
#include "insights/queries.h"

namespace wrapfeed::insights {

// How the results of queries become fields of wrapped.avsc. A query of the name of a field that is an array or a record
// fills it: the array with its rows (in the order of its column `place`), the record with its one row. Any other query
// with a user_id and otherwise nothing but fields fills those, from one row a user. The rest are steps on the way.
class Stories {
 public:
  explicit Stories(database::Database& database) : database_(database) {}  // which must outlive this

  // Takes a query in, whose result is a table of its name. Returns whether it fills a field.
  bool add(const Query& query);

  // Every field must come from one query: it is a bug otherwise.
  void check_complete() const;

  // The answers of the users `first` to `last` that there are, by user_id: the fields that the queries taken in fill.
  std::map<std::int64_t, Answers> between(std::int64_t first, std::int64_t last) const;

 private:
  struct Story {
    std::string sql;                                 // up to its where: user_id, then the columns
    bool ordered;                                    // has a place
    const avro::Schema::Field* target;               // an array or record; null: the columns are fields themselves
    std::vector<const avro::Schema::Field*> fields;  // of the columns
  };
  Answers nothing_heard(std::int64_t user) const;
  void fill(const Story& story, std::int64_t first, std::int64_t last, std::map<std::int64_t, Answers>& answers) const;

  database::Database& database_;
  std::vector<Story> stories_;
  std::map<std::string, int> filled_ = {{"user_id", 1}};  // each field, by how many queries
};

}  // namespace wrapfeed::insights
