#include "verification/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"
#include "verification/event_row.h"
#include "verification/files.h"

namespace wrapfeed::verification {
namespace {

std::optional<events::Id> to_id(std::string_view text) {
  events::Id id;
  if (text.size() != id.size()) return std::nullopt;
  std::copy(text.begin(), text.end(), id.begin());
  return id;
}

const base::Zone* find_zone(std::string_view name) {
  try {
    return &base::Zone::find(name);
  } catch (const base::Error&) {
    return nullptr;
  }
}

// Keeps the first row of each id; every further one is a finding.
template <typename... Rows>
void remove_repeats(std::vector<events::Id>& ids, std::string_view what, Findings& findings,
                    std::vector<Rows>&... rows) {
  std::set<events::Id> seen;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!seen.insert(ids[i]).second) {
      findings.add(Kind::DuplicateId, fmt::format("{} {}", what, events::text(ids[i])));
      continue;
    }
    ids[kept] = ids[i];
    ((rows[kept] = rows[i]), ...);
    ++kept;
  }
  ids.resize(kept);
  (rows.resize(kept), ...);
}

template <typename Function>
void read_rows(const std::filesystem::path& feed, const feed::FileEntry& file, const avro::Table& table,
               Findings& findings, Function function) {
  try {
    avro::ContainerReader reader(feed / file.path, table.schema);
    avro::Row row;
    while (reader.next(row)) function(row);
    check_summary(file, reader.summary(), findings);
  } catch (const base::Error& error) {
    findings.add(Kind::Unreadable, error.what());
  }
}

}  // namespace

KnownTables::KnownTables(const std::filesystem::path& feed, const feed::Manifest& manifest, Findings& findings) {
  const auto each = [&](const char* table, auto read) {
    const auto found = manifest.tables.find(table);
    if (found == manifest.tables.end()) return;
    for (const feed::FileEntry& file : found->second.files) {
      if (std::filesystem::exists(feed / file.path)) (this->*read)(feed, file, findings);
    }
  };
  each("artist", &KnownTables::read_artists);
  remove_repeats(artist_ids_, "artist", findings);
  artist_index_.emplace(artist_ids_, "artist");
  each("track", &KnownTables::read_tracks);
  remove_repeats(track_ids_, "track", findings, tracks_);
  track_index_.emplace(track_ids_, "track");
  each("user", &KnownTables::read_users);
  check_users(manifest.options, findings);
}

void KnownTables::check_users(const feed::FeedOptions& options, Findings& findings) const {
  for (std::int64_t id = options.only_users_begin; id < options.only_users_end; ++id) {
    if (!user(id)) findings.add(Kind::UserMissing, fmt::format("user {}", id));
  }
  const auto expected = static_cast<std::size_t>(options.only_users_end - options.only_users_begin);
  if (users_.size() > expected) {
    findings.add(Kind::UserMissing, fmt::format("{} users instead of {}", users_.size(), expected));
  }
}

void KnownTables::read_artists(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings) {
  const avro::Table& table = avro::artist_table();
  const std::size_t id_column = table.schema->place_of("artist_id");
  read_rows(feed, file, table, findings, [&](const avro::Row& row) {
    if (const auto id = to_id(row[id_column].text)) artist_ids_.push_back(*id);
  });
}

void KnownTables::read_tracks(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings) {
  const avro::Table& table = avro::track_table();
  const std::size_t id_column = table.schema->place_of("track_id");
  const std::size_t artist_column = table.schema->place_of("artist_id");
  const std::size_t artists_column = table.schema->place_of("artist_ids");
  const std::size_t duration_column = table.schema->place_of("duration_ms");
  const std::size_t release_column = table.schema->place_of("release_date");
  read_rows(feed, file, table, findings, [&](const avro::Row& row) {
    const auto id = to_id(row[id_column].text);
    if (!id) return;
    track_ids_.push_back(*id);
    tracks_.push_back({row[duration_column].integer, static_cast<std::int32_t>(row[release_column].integer)});
    check_credit(row[id_column].text, row[artist_column].text, findings);
    const avro::Cell& credits = row[artists_column];
    for (std::uint32_t i = 0; i < credits.size; ++i)
      check_credit(row[id_column].text, credits.children[i].text, findings);
  });
}

void KnownTables::check_credit(std::string_view track_id, std::string_view artist_id, Findings& findings) const {
  if (has_artist(artist_id)) return;
  findings.add(Kind::UnknownArtist, fmt::format("track {}: artist {}", track_id, artist_id));
}

void KnownTables::read_users(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings) {
  const avro::Table& table = avro::user_table();
  const std::size_t id_column = table.schema->place_of("user_id");
  const std::size_t zone_column = table.schema->place_of("time_zone");
  const std::size_t country_column = table.schema->place_of("country");
  const std::size_t registered_column = table.schema->place_of("registered_at");
  read_rows(feed, file, table, findings, [&](const avro::Row& row) {
    const std::int64_t id = row[id_column].integer;
    const KnownUser user{row[registered_column].integer, find_zone(row[zone_column].text),
                         std::string(row[country_column].text)};
    if (!users_.emplace(id, user).second) findings.add(Kind::DuplicateId, fmt::format("user {}", id));
  });
}

const KnownUser* KnownTables::user(std::int64_t user_id) const {
  const auto found = users_.find(user_id);
  return found == users_.end() ? nullptr : &found->second;
}

std::optional<std::uint32_t> KnownTables::track_number(std::string_view track_id) const {
  const auto id = to_id(track_id);
  return id ? track_index_->find(*id) : std::nullopt;
}

const KnownTrack* KnownTables::track(std::string_view track_id) const {
  const auto number = track_number(track_id);
  return number ? &tracks_[*number] : nullptr;
}

bool KnownTables::has_artist(std::string_view artist_id) const {
  const auto id = to_id(artist_id);
  return id && artist_index_->find(*id).has_value();
}

}  // namespace wrapfeed::verification
