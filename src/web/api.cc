#include "web/api.h"

#include <fmt/format.h>

#include <exception>

#include "feed/options.h"
#include "web/page.h"
#include "web/parameters.h"
#include "web/people.h"
#include "web/population.h"
#include "web/queries.h"
#include "web/sql_text.h"

namespace wrapfeed::web {
namespace {

constexpr std::string_view kUsers = "/api/users/";

Answer passing(std::string body) {
  Answer answer{.body = std::move(body)};
  answer.lasting = false;
  return answer;
}

void take_nothing(const Request& request) {
  if (!request.parameters.empty()) refuse_parameter(request.parameters.front().first, "none");
}

Filters read_filters(const Request& request) {
  Filters filters;
  for (const auto& [name, value] : request.parameters)
    if (!filters.take(name, value)) refuse_parameter(name, "country, plan, age");
  return filters;
}

Answer unknown(const Request& request) {
  return failure(404, fmt::format("no end point \"{}\"; docs/api.md has all of them", request.path));
}

Answer not_ready(const Status& status) {
  const std::string why = status.state == State::Preparing
                              ? fmt::format("results are being prepared, {:.0f} % done", 100 * status.share)
                          : status.error.empty() ? "results are not at hand"
                                                 : status.error;
  Answer answer = failure(503, why);
  answer.body.back() = ',';
  answer.body += fmt::format(R"("status":{}}})", to_json(status));
  return answer;
}

}  // namespace

Answer Api::answer(const Request& request) const {
  const Status status = keeper_.status();
  Answer answer;
  try {
    answer = route(request);
  } catch (const Failure& failure) {
    answer = failure.answer();
  } catch (const std::exception& error) {
    answer = failure(500, error.what());
  }
  answer.headers.emplace_back("Wrapfeed-Feed", status.id);
  return answer;
}

Answer Api::route(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Answer answer = failure(405, fmt::format("{}: takes GET and HEAD alone", request.method));
    answer.headers.emplace_back("Allow", "GET, HEAD");
    return answer;
  }
  if (request.path == "/" || request.path == "/index.html") return page();
  if (request.path == "/api/status") return take_nothing(request), passing(to_json(keeper_.status()));
  if (request.path == "/api/feed") return take_nothing(request), Answer{.body = keeper_.feed()};
  return from_results(request);
}

Answer Api::from_results(const Request& request) const {
  const bool known = request.path == "/api/filters" || request.path == "/api/users" ||
                     request.path == "/api/population" || request.path == "/api/realism" ||
                     request.path.starts_with(kUsers);
  if (!known) return unknown(request);
  const std::shared_ptr<Results> results = keeper_.results();
  if (results == nullptr) return not_ready(keeper_.status());
  if (request.path == "/api/users") return {.body = found_users(*results, read_search(request))};
  if (request.path == "/api/population") return {.body = population(*results, read_filters(request))};
  if (request.path.starts_with(kUsers)) return about_user(request, request.path.substr(kUsers.size()), *results);
  take_nothing(request);
  if (request.path == "/api/filters") return {.body = results->value(one_json(k_filters_sql))};
  return {.body = results->value("select realism from about")};
}

Answer Api::about_user(const Request& request, const std::string& rest, Results& results) const {
  if (rest == "random") return passing(random_user(results, read_filters(request)));
  take_nothing(request);
  const std::size_t slash = rest.find('/');
  const std::string tail = slash == std::string::npos ? "" : rest.substr(slash);
  if (!tail.empty() && tail != "/wrapped") return unknown(request);
  const std::int64_t user = whole_number("user_id", rest.substr(0, slash), 0, feed::kMaxUsers);
  std::string body = tail.empty() ? user_page(results, user) : wrapped_of(results, user);
  if (body.empty()) return failure(404, fmt::format("no user {}", user));
  return {.body = std::move(body)};
}

}  // namespace wrapfeed::web
