#pragma once

#include <string_view>

namespace wrapfeed::realism {

// The files of sql/report, compiled in; each says what it does.
extern const std::string_view k_events_sql;
extern const std::string_view k_tracks_sql;
extern const std::string_view k_track_attributes_sql;
extern const std::string_view k_plays_sql;
extern const std::string_view k_event_kinds_sql;

// The files of data/ and the page, compiled in.
extern const std::string_view k_real_stats_json;
extern const std::string_view k_windows_json;
extern const std::string_view k_report_template_html;

}  // namespace wrapfeed::realism
