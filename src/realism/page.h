#pragma once

#include <string>

#include "realism/history_reader.h"
#include "realism/real_figures.h"
#include "realism/sample.h"

namespace wrapfeed::realism {

// What the page shows: the feed's facts, the charts and the scorecard. The page's script (web/) draws it.
Json page_data(HistoryReader& reader, const Sample& sample, const Json& scorecard);

// The page with the data put in where it holds null.
std::string make_page(const std::string& data);

}  // namespace wrapfeed::realism
