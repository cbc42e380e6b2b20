#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wrapfeed::web {

// What is asked, as far as any answer depends on it.
struct Request {
  std::string method;
  std::string path;                                               // decoded
  std::vector<std::pair<std::string, std::string>> parameters{};  // decoded
};

struct Answer {
  int status = 200;
  std::string body;
  std::string type = "application/json";
  bool lasting = true;                                         // stays the same as long as the feed does
  std::vector<std::pair<std::string, std::string>> headers{};  // besides those of every answer
};

// {"error": message}
Answer failure(int status, const std::string& message);

// Thrown where there is no answer but this one.
class Failure {
 public:
  explicit Failure(Answer answer) : answer_(std::move(answer)) {}
  Failure(int status, const std::string& message) : answer_(failure(status, message)) {}
  const Answer& answer() const { return answer_; }

 private:
  Answer answer_;
};

Failure busy();  // 503

}  // namespace wrapfeed::web
