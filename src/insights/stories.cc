#include "insights/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "avro/tables.h"
#include "base/check.h"
#include "base/time.h"

namespace wrapfeed::insights {
namespace {

using Type = avro::Schema::Type;
using Field = avro::Schema::Field;

const Field* find(const avro::Schema& schema, std::string_view name) {
  const auto found =
      std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field& field) { return field.name == name; });
  return found == schema.fields.end() ? nullptr : &*found;
}

// The record that a field consists of, one or many; null for a plain value.
const avro::Schema* record_of(const Field& field) {
  const avro::Schema& schema = field.schema->without_null();
  if (schema.type == Type::Array) return schema.branches[0].get();
  return schema.type == Type::Record ? &schema : nullptr;
}

std::vector<std::string> columns_of(database::Database& database, const std::string& table) {
  const database::Database::Result result = database.query(fmt::format("select * from {} limit 0", table));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < result.columns(); ++i) names.emplace_back(result.column_name(i));
  return names;
}

Answers value_at(const database::Database::Result& rows, std::size_t row, std::size_t column, const Field& field) {
  if (rows.is_null(row, column)) return nullptr;
  const avro::Schema& schema = field.schema->without_null();
  if (schema.type == Type::String) return rows.text(row, column);
  if (schema.type == Type::Double) return rows.real(row, column);
  const std::int64_t whole = rows.integer(row, column);
  if (schema.type == Type::Boolean) return whole != 0;
  if (schema.logical_type == "date") return base::format_date(static_cast<base::Days>(whole));
  return whole;
}

}  // namespace

bool Stories::add(const Query& query) {
  const avro::Schema& wrapped = *avro::wrapped_table().schema;
  std::vector<std::string> columns = columns_of(database_, query.name);
  if (std::erase(columns, "user_id") == 0) return false;
  const bool ordered = std::erase(columns, "place") > 0;
  const Field* target = find(wrapped, query.name);
  if (target != nullptr && record_of(*target) == nullptr) target = nullptr;
  Story story{"", ordered, target, {}};
  const avro::Schema& record = target != nullptr ? *record_of(*target) : wrapped;
  if (target != nullptr) {
    for (const Field& field : record.fields) story.fields.push_back(&field);
    ++filled_[target->name];
  } else {
    for (const std::string& column : columns) story.fields.push_back(find(record, column));
    if (std::count(story.fields.begin(), story.fields.end(), nullptr) > 0) return false;
    for (const std::string& column : columns) ++filled_[column];
  }
  story.sql = "select user_id";
  for (const Field* field : story.fields) story.sql += fmt::format(", \"{}\"", field->name);
  story.sql += fmt::format(" from {}", query.name);
  stories_.push_back(std::move(story));
  return true;
}

void Stories::check_complete() const {
  for (const Field& field : avro::wrapped_table().schema->fields) CHECK(filled_.at(field.name) == 1);
}

Answers Stories::nothing_heard(std::int64_t user) const {
  Answers answers = Answers::object();
  for (const Field& field : avro::wrapped_table().schema->fields) {
    if (!filled_.contains(field.name)) continue;
    answers[field.name] = field.schema->type == Type::Array ? Answers::array() : Answers(nullptr);
  }
  answers["user_id"] = user;
  return answers;
}

std::map<std::int64_t, Answers> Stories::between(std::int64_t first, std::int64_t last) const {
  std::map<std::int64_t, Answers> answers;
  const database::Database::Result users =
      database_.query(fmt::format("select user_id from users where user_id between {} and {}", first, last));
  for (std::size_t row = 0; row < users.rows(); ++row) {
    const std::int64_t user = users.integer(row, 0);
    answers.emplace(user, nothing_heard(user));
  }
  for (const Story& story : stories_) fill(story, first, last, answers);
  return answers;
}

void Stories::fill(const Story& story, std::int64_t first, std::int64_t last,
                   std::map<std::int64_t, Answers>& answers) const {
  const database::Database::Result rows = database_.query(fmt::format(
      "{} where user_id between {} and {}{}", story.sql, first, last, story.ordered ? " order by user_id, place" : ""));
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    Answers& user = answers.at(rows.integer(row, 0));
    Answers record = Answers::object();
    Answers& into = story.target != nullptr ? record : user;
    for (std::size_t i = 0; i < story.fields.size(); ++i)
      into[story.fields[i]->name] = value_at(rows, row, i + 1, *story.fields[i]);
    if (story.target == nullptr) continue;
    Answers& field = user[story.target->name];
    if (field.is_array()) {
      field.push_back(std::move(record));
    } else {
      field = std::move(record);
    }
  }
}

}  // namespace wrapfeed::insights
