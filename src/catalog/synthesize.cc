#include "catalog/synthesize.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "catalog/clusters.h"
#include "catalog/collaboration.h"
#include "catalog/discography.h"
#include "catalog/genre_profile.h"
#include "catalog/names.h"
#include "catalog/newness.h"
#include "catalog/sound.h"
#include "catalog/synthetic_artist.h"
#include "catalog/synthetic_id.h"
#include "catalog/track_naming.h"
#include "random/distributions.h"

namespace wrapfeed::catalog {

using random::Purpose;

void SynthesisOptions::validate() const {
  if (tracks < 1 || tracks > kMostTracks) {
    base::fail("--tracks {}: takes a whole number from 1 to {}", tracks, kMostTracks);
  }
  if (artists < 1 || artists > tracks) {
    base::fail("--artists {}: takes a whole number from 1 to {} (--tracks)", artists, tracks);
  }
  const base::Days first = base::days_from_civil(1960, 1, 1);
  const base::Days last = base::days_from_civil(2199, 12, 31);
  if (releases_to < first || releases_to > last) {
    base::fail("--releases-to {}: takes a date from 1960-01-01 to 2199-12-31", base::format_date(releases_to));
  }
  if (clusters < 1 || clusters > 1000) base::fail("--clusters {}: takes a whole number from 1 to 1000", clusters);
}

namespace {

// Song length, in the logarithm of seconds.
constexpr double kLengthMean = 5.305;
constexpr double kLengthSpread = 0.32;

constexpr std::uint32_t kMostKept = 1'000'000;  // sounds of tracks: 48 MB

class Synthesis {
 public:
  Synthesis(const SynthesisOptions& options, unsigned threads, CatalogBuilder& builder)
      : options_(options),
        threads_(threads),
        builder_(builder),
        artists_(draw_artists(options)),
        releases_(draw_releases(options, artists_)),
        partners_(options.seed, artists_),
        naming_(options.seed, artists_) {}

  void run() {
    group_sounds();
    score_newness();
    builder_.reserve(options_.tracks, options_.artists);
    for (std::uint32_t i = 0; i < artists_.size(); ++i) add_artist(i);
    for (const Release& release : releases_) add_release(release);
  }

 private:
  std::uint16_t genre_of(const Release& release) const {
    const SyntheticArtist& artist = artists_[release.artist];
    return release.second_genre ? artist.second_genre : artist.genre;
  }

  SoundModel::Normals artist_sound(const Release& release) const {
    random::Draws draws(options_.seed, Purpose::CatalogFeatures, release.artist, 1);
    return SoundModel::draw_artist(draws);
  }

  events::AudioFeatures sound(const Release& release, const SoundModel::Normals& artist, std::uint32_t number) const {
    random::Draws draws(options_.seed, Purpose::CatalogFeatures, number);
    return model_.draw(genre_of(release), artist, draws);
  }

  // All sounds are drawn before the first track is added, which has its group. Those of a large catalog are drawn again
  // then: cheaper than 48 bytes a track all the while.
  void group_sounds() {
    sounds_.reserve(options_.tracks);
    for (const Release& release : releases_) {
      const SoundModel::Normals artist = artist_sound(release);
      for (std::uint32_t i = 0; i < release.track_count; ++i) {
        sounds_.push_back(sound(release, artist, release.first_track + i));
      }
    }
    sound_types_ = cluster_audio_features(sounds_, options_.clusters, options_.seed, threads_).labels;
    if (options_.tracks > kMostKept) sounds_ = std::vector<events::AudioFeatures>();
  }

  void score_newness() {
    std::vector<base::Days> days;
    days.reserve(options_.tracks);
    for (const Release& release : releases_) days.insert(days.end(), release.track_count, release.day);
    newness_ = newness_scores(days, options_.releases_to + 1);
  }

  void add_artist(std::uint32_t number) {
    const SyntheticArtist& artist = artists_[number];
    const std::string_view genres[] = {genre_profiles()[artist.genre].name, genre_profiles()[artist.second_genre].name};
    builder_.add(events::Artist{.artist_id = synthetic_id(options_.seed, IdTable::Artist, number),
                                .name = naming_.artist_name(number),
                                .followers = artist.followers,
                                .popularity = artist.popularity,
                                .genres = std::span(genres, artist.genre == artist.second_genre ? 1 : 2)});
  }

  void add_release(const Release& release) {
    random::Draws draws(options_.seed, Purpose::CatalogTrack, release.first_track, 1);
    const double success = random::normal(draws);
    naming_.begin(release);
    for (std::uint32_t i = 0; i < release.track_count; ++i) {
      partners_.draw(release.artist, release.first_track + i);
      naming_.name_track(i, partners_.numbers());
    }
    naming_.finish();
    const SoundModel::Normals artist = sounds_.empty() ? artist_sound(release) : SoundModel::Normals{};
    for (std::uint32_t i = 0; i < release.track_count; ++i) add_track(release, i, artist, success);
  }

  void add_track(const Release& release, std::uint32_t place, const SoundModel::Normals& artist_normals,
                 double success) {
    const SyntheticArtist& artist = artists_[release.artist];
    const std::uint32_t number = release.first_track + place;
    random::Draws draws(options_.seed, Purpose::CatalogTrack, number);
    partners_.draw(release.artist, number);
    builder_.add(events::Track{
        .track_id = synthetic_id(options_.seed, IdTable::Track, number),
        .name = naming_.track_name(place),
        .artist_id = partners_.ids()[0],
        .artist_name = naming_.artist_name(release.artist),
        .artist_ids = partners_.ids(),
        .album_name = naming_.album_name(),
        .track_number = static_cast<std::int32_t>(place + 1),
        .duration_ms = static_cast<std::int32_t>(1000 * random::lognormal(draws, kLengthMean, kLengthSpread)),
        .is_explicit = draws.chance(artist.explicit_share),
        .popularity = popularity(artist, success, place, draws),
        .release_date = release.day,
        .release_date_precision = release.precision,
        .features = sounds_.empty() ? sound(release, artist_normals, number) : sounds_[number],
        .track_genre = genre_profiles()[genre_of(release)].name,
        .audio_features_type = sound_types_[number],
        .newness_score = newness_[number]});
  }

  // Below its artist's; a release's success and its first tracks lift it. Some tracks nobody plays (superseded
  // versions): about 8 %, as one in seven has popularity 0 in the public data set.
  static std::int32_t popularity(const SyntheticArtist& artist, double success, std::uint32_t place,
                                 random::Draws& draws) {
    const double own = random::normal(draws);
    if (draws.chance(0.08)) return 0;
    const double spread = 3 + 0.12 * artist.popularity;
    const double value = 0.7 * artist.popularity + spread * (0.7 * success + 0.7 * own) - (place < 3 ? 0 : 3);
    return static_cast<std::int32_t>(std::clamp(value, 0.0, 100.0));
  }

  const SynthesisOptions& options_;
  unsigned threads_;
  CatalogBuilder& builder_;
  std::vector<SyntheticArtist> artists_;
  std::vector<Release> releases_;
  SoundModel model_;
  // By track:
  std::vector<events::AudioFeatures> sounds_;
  std::vector<std::int32_t> sound_types_;
  std::vector<double> newness_;
  Collaboration partners_;
  TrackNaming naming_;
};

}  // namespace

Catalog synthesize(const SynthesisOptions& options, unsigned threads) {
  options.validate();
  CatalogBuilder builder;
  // Gone before the builder sorts: 10 million tracks need their memory once.
  Synthesis(options, threads, builder).run();
  return builder.build();
}

}  // namespace wrapfeed::catalog
