#pragma once

#include <string>
#include <string_view>

#include "web/answer.h"

namespace wrapfeed::web {

extern const std::string_view k_page_html;  // web/dist/wrapfeed.html

// The page, with the policy that it asks for in its own <meta> as a header too.
Answer page();

// The value of the page's <meta http-equiv="Content-Security-Policy" content="...">; a bug if it has none.
std::string policy_of(std::string_view html);

}  // namespace wrapfeed::web
