#include "catalog/popularity.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "random/math.h"

namespace wrapfeed::catalog {

namespace {

constexpr double kOffset = 4;
constexpr double kBend = 300;
constexpr double kHeadSlope = 0.97;
constexpr double kTailSlope = 1.47;

// Weight of the artist at `rank`, 1 = most popular; the tail begins where the head ends.
double weight_at(std::uint32_t rank) {
  if (rank <= kBend) return random::pow(rank + kOffset, -kHeadSlope);
  static const double joint = random::pow(kBend + kOffset, kTailSlope - kHeadSlope);
  return joint * random::pow(rank + kOffset, -kTailSlope);
}

std::vector<std::uint32_t> by_popularity(const Catalog& catalog) {
  struct Entry {
    std::int64_t followers;
    std::int32_t popularity;
    std::uint32_t artist;
  };
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < catalog.artist_count(); ++i) {
    if (catalog.artist_row(i).track_count == 0) continue;
    const events::Artist artist = catalog.artist(i);
    entries.push_back({artist.followers, artist.popularity, i});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(-a.followers, -a.popularity, a.artist) < std::tuple(-b.followers, -b.popularity, b.artist);
  });
  std::vector<std::uint32_t> artists(entries.size());
  std::transform(entries.begin(), entries.end(), artists.begin(), [](const Entry& entry) { return entry.artist; });
  return artists;
}

}  // namespace

ArtistSampler::ArtistSampler(const Catalog& catalog) : by_genre_(catalog.artist_count()) {
  std::vector<double> weights(catalog.artist_count());
  double total = 0;
  std::uint32_t rank = 0;
  for (const std::uint32_t artist : by_popularity(catalog)) total += weights[artist] = weight_at(++rank);
  all_ = random::AliasTable(weights);
  for (std::uint16_t genre = 0; genre < catalog.genres().size(); ++genre) {
    const Catalog::ArtistRange range = catalog.artists_of(genre);
    const std::span own = std::span<const double>(weights).subspan(range.first, range.count);
    const double sum = std::accumulate(own.begin(), own.end(), 0.0);
    genres_.push_back(range);
    genre_weights_.push_back(sum / total);
    if (sum == 0) continue;
    const random::AliasTable table(own);
    std::ranges::copy(table.columns(), by_genre_.begin() + range.first);
  }
}

double ArtistSampler::genre_weight(std::uint16_t genre) const noexcept { return genre_weights_[genre]; }

}  // namespace wrapfeed::catalog
