#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "realism/history_reader.h"
#include "realism/real_figures.h"
#include "realism/sample.h"

namespace wrapfeed::realism {

// One picture of the page, as JSON: curves of this feed, and of real listeners where there are any.
struct Chart {
  std::string_view id;
  std::string_view section;
  std::string_view title;
  std::string_view note;
  std::string_view source;  // of the real curve; empty: there is none
  std::string_view mark;    // "line", "bar", "step", "band"
  std::string_view x_label;
  std::string_view x_type;  // "linear", "log", "category"
  std::string_view y_label;
  std::string_view y_type;    // "linear", "log"
  std::string_view y_format;  // "percent", "number"
};

// Points [x, y] or, for a band, [x, low, high].
using Points = Json;
Points points(std::span<const double> x, std::span<const double> y);  // unknown y left out
Points points(std::span<const std::string_view> x, std::span<const double> y);
Points by_index(std::span<const double> y, double first);  // x = first, first + 1 ...
Points shares_below(std::vector<double> values);           // [value, share of values up to it]
Points shares_below(const Json& quantiles);                // of an object with p5, p10 ... p99

Json chart_json(const Chart& chart, Points feed, Points real);  // null: no such curve

// Sources.
extern const std::string_view kHistories;  // the 79 real listeners
extern const std::string_view kExtended;   // six of them, whose exports tell more

// The charts of each section of the page, appended.
void add_rhythm_charts(const Sample& sample, Json& charts);
void add_session_charts(const Sample& sample, Json& charts);
void add_skip_charts(const Sample& sample, Json& charts);
void add_choice_charts(const Sample& sample, Json& charts);
void add_context_charts(const std::vector<EventKind>& kinds, Json& charts);

}  // namespace wrapfeed::realism
