#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/zone.h"
#include "catalog/id_index.h"
#include "events/id.h"
#include "feed/manifest.h"
#include "verification/country_zones.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

struct KnownUser {
  std::int64_t registered_at = 0;
  const base::Zone* zone = nullptr;  // null if the system does not know it
  std::string country;
};

struct KnownTrack {
  std::int64_t duration_ms = 0;
  std::int32_t release_day = 0;
};

// What events refer to: the three dimension tables, read once. Memory grows with users and tracks, not with events.
class KnownTables {
 public:
  KnownTables(const std::filesystem::path& feed, const feed::Manifest& manifest, Findings& findings);

  const KnownUser* user(std::int64_t user_id) const;
  const KnownTrack* track(std::string_view track_id) const;
  // Tracks are numbered from 0, in the order of their table.
  std::optional<std::uint32_t> track_number(std::string_view track_id) const;
  std::size_t track_count() const { return tracks_.size(); }
  bool has_artist(std::string_view artist_id) const;
  const CountryZones& country_zones() const { return country_zones_; }

 private:
  void read_artists(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings);
  void read_users(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings);
  void read_tracks(const std::filesystem::path& feed, const feed::FileEntry& file, Findings& findings);
  void check_users(const feed::FeedOptions& options, Findings& findings) const;
  void check_credit(std::string_view track_id, std::string_view artist_id, Findings& findings) const;

  CountryZones country_zones_;
  std::unordered_map<std::int64_t, KnownUser> users_;
  std::vector<events::Id> track_ids_;
  std::vector<KnownTrack> tracks_;
  std::vector<events::Id> artist_ids_;
  std::optional<catalog::IdIndex> track_index_;
  std::optional<catalog::IdIndex> artist_index_;
};

}  // namespace wrapfeed::verification
