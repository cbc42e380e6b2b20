#pragma once

#include <httplib.h>

#include "web/answer.h"

namespace wrapfeed::web {

// What we make of a request that the library has read.
Request plain(const httplib::Request& request);

// Leaves it to be answered whole, and compressed by gzip alone: the library's brotli takes seconds.
void simplify(httplib::Request& request);

// The answer with the headers of every answer; 304 without a body where the client has it already.
void fill(httplib::Response& response, const httplib::Request& request, const Answer& answer);

}  // namespace wrapfeed::web
