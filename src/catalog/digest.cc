#include "catalog/digest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <type_traits>

#include "base/check.h"

namespace wrapfeed::catalog {

namespace {

static_assert(std::endian::native == std::endian::little, "digests are of little-endian bytes");

// Gathers small values into large pieces for the hash, which is slow on many small ones.
class Digester {
 public:
  Digester() : state_(XXH3_createState()) {
    CHECK(state_ != nullptr);
    XXH3_128bits_reset(state_.get());
  }

  template <typename T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    bytes(&value, sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes(value.data(), value.size());
  }
  void id(const events::Id& value) { bytes(value.data(), value.size()); }

  std::string finish() {
    flush();
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };

  void bytes(const void* data, std::size_t size) {
    if (size > buffer_.size() - used_) flush();
    if (size > buffer_.size()) {
      XXH3_128bits_update(state_.get(), data, size);
      return;
    }
    std::memcpy(buffer_.data() + used_, data, size);
    used_ += size;
  }
  void flush() {
    XXH3_128bits_update(state_.get(), buffer_.data(), used_);
    used_ = 0;
  }

  std::unique_ptr<XXH3_state_t, Free> state_;
  std::array<char, 1 << 14> buffer_;
  std::size_t used_ = 0;
};

void add_artist(Digester& digester, const Catalog::Columns& columns, std::uint32_t artist) {
  digester.id(columns.artist_ids[artist]);
  digester.text(columns.text.view(columns.artist_names[artist]));
  digester.number(columns.followers[artist]);
  digester.number(columns.artist_popularity[artist]);
  const Catalog::Columns::Range labels = columns.artist_labels[artist];
  digester.number(labels.count);
  for (std::uint32_t i = 0; i < labels.count; ++i) digester.text(columns.label_views[labels.first + i]);
}

void add_features(Digester& digester, const Catalog::Columns::Features& features) {
  for (const float value :
       {features.danceability, features.energy, features.loudness, features.speechiness, features.acousticness,
        features.instrumentalness, features.liveness, features.valence, features.tempo}) {
    digester.number(value);
  }
}

void add_marks(Digester& digester, const Catalog::Columns::Marks& marks) {
  digester.number(marks.track_number);
  digester.number(marks.features_type);
  digester.number(marks.popularity);
  digester.number(marks.key);
  digester.number(marks.mode);
  digester.number(marks.time_signature);
  digester.number(marks.precision);
  digester.number(marks.is_explicit);
}

void add_track(Digester& digester, const Catalog::Columns& columns, std::uint32_t track) {
  const TrackRow& row = columns.track_rows[track];
  digester.id(columns.track_ids[track]);
  digester.text(columns.text.view(columns.track_names[track]));
  digester.number(row.artist);
  const auto credits = columns.credits_of(track);
  digester.number(static_cast<std::uint32_t>(credits.size()));
  for (const events::Id& id : credits) digester.id(id);
  digester.text(columns.text.view(columns.albums[columns.track_albums[track]].name));
  digester.number(row.duration_ms);
  digester.number(row.release_day);
  digester.text(columns.genres[row.genre]);
  add_marks(digester, columns.marks[track]);
  add_features(digester, columns.features[track]);
  digester.number(columns.newness[track]);
}

}  // namespace

std::string digest_of(const Catalog::Columns& columns) {
  Digester digester;
  const auto artists = static_cast<std::uint32_t>(columns.artist_rows.size());
  const auto tracks = static_cast<std::uint32_t>(columns.track_rows.size());
  digester.number(artists);
  for (std::uint32_t i = 0; i < artists; ++i) add_artist(digester, columns, i);
  digester.number(tracks);
  for (std::uint32_t i = 0; i < tracks; ++i) add_track(digester, columns, i);
  return digester.finish();
}

}  // namespace wrapfeed::catalog
