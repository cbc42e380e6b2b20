#pragma once

#include <string_view>

namespace wrapfeed::web {

// Whether a name or address means this machine alone: 127.0.0.0/8, ::1, localhost.
bool is_loopback(std::string_view host);

// The host of a Host header: without the port and the brackets of IPv6.
std::string_view host_of(std::string_view header);

}  // namespace wrapfeed::web
