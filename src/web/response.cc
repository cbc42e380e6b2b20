#include "web/response.h"

#include <fmt/format.h>

#include <functional>
#include <string_view>

namespace wrapfeed::web {
namespace {

std::string tag_of(const std::string& body) { return fmt::format("\"{:016x}\"", std::hash<std::string_view>{}(body)); }

void add_security_headers(httplib::Response& response) {
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace

void fill(httplib::Response& response, const httplib::Request& request, const Answer& answer) {
  add_security_headers(response);
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  response.set_header("Vary", "Accept-Encoding");
  response.set_header("Cache-Control", answer.lasting ? "no-cache" : "no-store");
  response.status = answer.status;
  const std::string tag = answer.lasting ? tag_of(answer.body) : "";
  if (answer.lasting) response.set_header("ETag", tag);
  if (answer.lasting && request.get_header_value("If-None-Match").find(tag) != std::string::npos) {
    response.status = 304;
    return;
  }
  response.set_content(answer.body, answer.type);
}

Request plain(const httplib::Request& from) {
  Request request{.method = from.method, .path = from.path};
  for (const auto& [name, value] : from.params) request.parameters.emplace_back(name, value);
  return request;
}

void simplify(httplib::Request& request) {
  const bool gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
  request.headers.erase("Accept-Encoding");
  if (gzip) request.headers.emplace("Accept-Encoding", "gzip");
  request.headers.erase("Range");
  request.ranges.clear();
}

}  // namespace wrapfeed::web
