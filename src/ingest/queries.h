#pragma once

#include <string_view>

namespace wrapfeed::ingest {

// The files of sql/catalog_import, compiled in; each says what it does. They run in this order.
extern const std::string_view k_checks_sql;
extern const std::string_view k_tracks_sql;
extern const std::string_view k_genres_sql;
extern const std::string_view k_artists_sql;
extern const std::string_view k_joined_sql;
extern const std::string_view k_match_whole_sql;  // this one or the next
extern const std::string_view k_match_first_sql;
extern const std::string_view k_credits_sql;
extern const std::string_view k_catalog_artists_sql;
extern const std::string_view k_catalog_tracks_sql;

}  // namespace wrapfeed::ingest
