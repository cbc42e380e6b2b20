#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>

#include "avro/container_reader.h"
#include "feed/manifest.h"
#include "verification/crowd.h"

namespace wrapfeed::verification {

// The answer key of one year of a feed, truth/wrapped, with the stories that only all users together give. Error where
// a file cannot be read.
class AnswerKey {
 public:
  AnswerKey(std::filesystem::path feed, const feed::Manifest& manifest, int year);
  static bool is_in(const feed::Manifest& manifest);
  static std::set<int> years(const feed::Manifest& manifest);  // those that it has

  bool next(Json& answers);  // the next user's, by user_id; false after the last

 private:
  bool next_row(Json& row);
  void each_row(const std::function<void(const Json&)>& take);

  std::filesystem::path feed_;
  std::vector<feed::FileEntry> files_;
  int year_;
  std::size_t file_ = 0;
  std::unique_ptr<avro::ContainerReader> reader_;
  Crowd crowd_;
};

}  // namespace wrapfeed::verification
