#include "web/answer.h"

#include <nlohmann/json.hpp>

namespace wrapfeed::web {

Answer failure(int status, const std::string& message) {
  const nlohmann::ordered_json body = {{"error", message}};
  Answer answer{.status = status, .body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
  answer.lasting = false;
  if (status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

Failure busy() { return {503, "busy: too many requests at once; try again in a second"}; }

}  // namespace wrapfeed::web
