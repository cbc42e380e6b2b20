#include "verification/answer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include "base/error.h"
#include "insights/wrapped.h"
#include "verification/answer_key.h"

namespace wrapfeed::verification {
namespace {

// Not what a row is of, nor what the stories that compare users are made of.
bool is_story(const std::string& field) { return field != "user_id" && field != "year" && field != "inputs"; }

// Reals are the same within this share: other programs may add up in another order.
constexpr double kClose = 1e-9;

bool same(const Json& got, const Json& expected) {
  if (!expected.is_number_float() || !got.is_number()) return got == expected;
  const double a = got.get<double>(), b = expected.get<double>();
  return std::abs(a - b) <= kClose * std::max(1.0, std::abs(b));
}

// The first place where they differ, in words; empty where they do not. Objects may have more than is expected.
std::string difference(const std::string& where, const Json& got, const Json& expected) {
  if (expected.is_object() && got.is_object()) {
    for (const auto& [name, value] : expected.items()) {
      const std::string inner = fmt::format("{}.{}", where, name);
      if (!got.contains(name)) return fmt::format("{} is missing, the key has {}", inner, value.dump());
      if (std::string found = difference(inner, got.at(name), value); !found.empty()) return found;
    }
    return "";
  }
  if (expected.is_array() && got.is_array()) {
    for (std::size_t i = 0; i < std::min(expected.size(), got.size()); ++i) {
      if (std::string found = difference(fmt::format("{}[{}]", where, i), got[i], expected[i]); !found.empty())
        return found;
    }
    if (got.size() == expected.size()) return "";
    return fmt::format("{} has {} items, the key has {}", where, got.size(), expected.size());
  }
  if (same(got, expected)) return "";
  return fmt::format("{} is {}, the key has {}", where, got.dump(), expected.dump());
}

class Comparison {
 public:
  // Every story of the key that `answers` has.
  void hold(const Json& answers, const Json& key) {
    ++verdict_.users;
    for (const auto& [story, expected] : key.items()) {
      if (!is_story(story)) continue;
      (answers.contains(story) ? compared_ : absent_).insert(story);
      if (!answers.contains(story)) continue;
      const std::string found = difference(story, answers.at(story), expected);
      if (!found.empty()) note(key, found);
    }
  }
  void note(const Json& key, const std::string& what) {
    if (verdict_.differences++ == 0)
      verdict_.first = fmt::format("user {}, {}: {}", key.at("user_id").dump(), key.at("year").dump(), what);
  }

  AnswersVerdict finish() {
    verdict_.stories.assign(compared_.begin(), compared_.end());
    verdict_.absent.assign(absent_.begin(), absent_.end());
    return verdict_;
  }

 private:
  AnswersVerdict verdict_;
  std::set<std::string> compared_, absent_;
};

// The lines of an answers file, by user and year.
using Lines = std::map<std::pair<std::int64_t, std::int64_t>, Json>;

// One line's answers; the words of the JSON library would not help.
Json parse_line(const std::string& line, const std::string& where) {
  Json answers = Json::parse(line, nullptr, false);
  if (answers.is_discarded() || !answers.is_object())
    base::fail("{}: is no JSON object, the answers of one user as `wrapped --format json` has them", where);
  if (!answers.contains("user_id") || !answers.at("user_id").is_number_integer())
    base::fail("{}: has no user_id, a whole number", where);
  if (answers.contains("year") && !answers.at("year").is_number_integer())
    base::fail("{}: year {} is not a whole number", where, answers.at("year").dump());
  return answers;
}

const char* shape_of(const Json& value) {
  return value.is_array() ? "an array" : value.is_object() ? "an object" : value.is_null() ? "null" : "a plain value";
}

// Null stands for whatever is not there; otherwise an array must be one, and an object.
void check_shape(const Json& answers, const Json& key, const std::string& where) {
  for (const auto& [story, expected] : key.items()) {
    if (!answers.contains(story) || answers.at(story).is_null() || expected.is_null()) continue;
    const Json& got = answers.at(story);
    if (got.is_array() != expected.is_array() || got.is_object() != expected.is_object())
      base::fail("{}: {} is {}, not {}", where, story, shape_of(got), shape_of(expected));
  }
}

Lines read_lines(const std::filesystem::path& path, const std::set<int>& years) {
  std::ifstream file(path);
  if (std::filesystem::is_directory(path)) base::fail("{}: is a folder, not a file of answers", path.string());
  if (!file) base::fail("{}: cannot be read", path.string());
  Lines lines;
  std::string line;
  for (std::int64_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const std::string where = fmt::format("{} line {}", path.string(), number);
    Json answers = parse_line(line, where);
    if (!answers.contains("year") && years.size() > 1)
      base::fail("{}: has no year; the key has those from {} to {}", where, *years.begin(), *years.rbegin());
    const std::int64_t year = answers.value("year", static_cast<std::int64_t>(*years.begin()));
    const std::int64_t user = answers.at("user_id");
    if (year < *years.begin() || year > *years.rbegin())
      base::fail("{}: year {}: the key has those from {} to {}", where, year, *years.begin(), *years.rbegin());
    if (!lines.emplace(std::pair(user, year), std::move(answers)).second)
      base::fail("{}: user {} has an earlier line for {}", where, user, year);
  }
  if (lines.empty()) base::fail("{}: has no answers, one JSON object a line", path.string());
  return lines;
}

}  // namespace

AnswersVerdict check_wrapped(const std::filesystem::path& feed, const feed::Manifest& manifest,
                             const insights::Queries& queries) {
  Comparison comparison;
  for (const int year : AnswerKey::years(manifest)) {
    AnswerKey key(feed, manifest, year);
    Json expected;
    bool more = key.next(expected);
    const insights::Wrapped wrapped(feed, insights::window_of(year, insights::kDefaultWindow), nullptr, queries);
    wrapped.for_each_user([&](const Json& answers) {
      for (; more && expected.at("user_id") < answers.at("user_id"); more = key.next(expected))
        comparison.note(expected, "no answers");
      if (!more || expected.at("user_id") != answers.at("user_id")) return comparison.note(answers, "not in the key");
      comparison.hold(answers, expected);
      more = key.next(expected);
    });
    for (; more; more = key.next(expected)) comparison.note(expected, "no answers");
  }
  return comparison.finish();
}

AnswersVerdict check_answers(const std::filesystem::path& feed, const std::filesystem::path& answers) {
  const feed::Manifest manifest = feed::read_manifest(feed);
  if (!AnswerKey::is_in(manifest)) base::fail("{}: has no answer key; generate it with --truth", feed.string());
  const std::set<int> years = AnswerKey::years(manifest);
  Lines lines = read_lines(answers, years);
  Comparison comparison;
  for (const int year : years) {
    AnswerKey key(feed, manifest, year);
    for (Json expected; key.next(expected);) {
      const auto line = lines.extract({expected.at("user_id").get<std::int64_t>(), year});
      if (!line) continue;
      check_shape(line.mapped(), expected, fmt::format("{} user {}", answers.string(), line.key().first));
      comparison.hold(line.mapped(), expected);
    }
  }
  if (!lines.empty()) base::fail("{}: user {} is not in the feed", answers.string(), lines.begin()->first.first);
  AnswersVerdict verdict = comparison.finish();
  if (verdict.stories.empty()) base::fail("{}: has no story of schemas/truth_wrapped.avsc", answers.string());
  return verdict;
}

}  // namespace wrapfeed::verification
