#include "verification/discography.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"

namespace wrapfeed::verification {
namespace {

// Numbers texts in the order they come in.
class Numbers {
 public:
  std::uint32_t of(std::string text) {
    return numbers_.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// The rows of the track table that can be read; what cannot was found before.
template <typename Use>
void each_track(const std::filesystem::path& feed, const feed::Manifest& manifest, Use use) {
  const auto table = manifest.tables.find("track");
  if (table == manifest.tables.end()) return;
  for (const feed::FileEntry& file : table->second.files) {
    if (!std::filesystem::exists(feed / file.path)) continue;
    try {
      avro::ContainerReader reader(feed / file.path, avro::track_table().schema);
      avro::Row row;
      while (reader.next(row)) use(row);
    } catch (const base::Error&) {
      continue;
    }
  }
}

}  // namespace

Discography::Discography(const std::filesystem::path& feed, const feed::Manifest& manifest, const KnownTables& tables)
    : places_(tables.track_count()) {
  const avro::Schema& schema = *avro::track_table().schema;
  const std::size_t id = schema.place_of("track_id");
  const std::size_t artist = schema.place_of("artist_id");
  const std::size_t album = schema.place_of("album_name");
  const std::size_t release = schema.place_of("release_date");
  const std::size_t number = schema.place_of("track_number");
  Numbers artists, albums;
  each_track(feed, manifest, [&](const avro::Row& row) {
    const auto track = tables.track_number(row[id].text);
    if (!track) return;
    places_[*track] = {artists.of(std::string(row[artist].text)),
                       albums.of(fmt::format("{} {} {}", row[artist].text, row[release].integer, row[album].text)),
                       row[number].is_null() ? 0 : static_cast<std::uint32_t>(row[number].integer)};
  });
  rank_albums();
}

// Track numbers may have holes or be missing: then the order of the table decides.
void Discography::rank_albums() {
  std::vector<std::uint32_t> order(places_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(places_[a].album, places_[a].rank, a) < std::tie(places_[b].album, places_[b].rank, b);
  });
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool begins = i == 0 || places_[order[i]].album != places_[order[i - 1]].album;
    rank = begins ? 0 : rank + 1;
    places_[order[i]].rank = rank;
  }
}

}  // namespace wrapfeed::verification
