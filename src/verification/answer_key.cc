#include "verification/answer_key.h"

#include "avro/json.h"
#include "avro/tables.h"
#include "base/time.h"

namespace wrapfeed::verification {

AnswerKey::AnswerKey(std::filesystem::path feed, const feed::Manifest& manifest, int year)
    : feed_(std::move(feed)), files_(manifest.truth.at("wrapped").files), year_(year) {
  each_row([&](const Json& row) { crowd_.note(row); });
  each_row([&](const Json& row) { crowd_.add(row); });
  crowd_.finish();
}

bool AnswerKey::is_in(const feed::Manifest& manifest) { return manifest.truth.contains("wrapped"); }

std::set<int> AnswerKey::years(const feed::Manifest& manifest) {
  std::set<int> years;
  const auto year_of = [](base::Days day) { return base::civil_from_days(day).year; };
  for (int year = year_of(manifest.options.only_from); year <= year_of(manifest.options.only_to - 1); ++year)
    years.insert(year);
  return years;
}

bool AnswerKey::next(Json& answers) {
  if (!next_row(answers)) return false;
  crowd_.complete(answers);
  return true;
}

bool AnswerKey::next_row(Json& answers) {
  avro::Row row;
  while (true) {
    while (!reader_ || !reader_->next(row)) {
      if (file_ == files_.size()) return false;
      reader_ =
          std::make_unique<avro::ContainerReader>(feed_ / files_[file_++].path, avro::truth_wrapped_table().schema);
    }
    answers = Json::parse(avro::to_json(row, *reader_->schema()));
    if (answers.at("year") == year_) return true;
  }
}

void AnswerKey::each_row(const std::function<void(const Json&)>& take) {
  Json row;
  while (next_row(row)) take(row);
  reader_.reset();
  file_ = 0;
}

}  // namespace wrapfeed::verification
