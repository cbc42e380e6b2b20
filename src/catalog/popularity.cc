#include "catalog/popularity.h"

#include <algorithm>
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

ArtistSampler::ArtistSampler(const Catalog& catalog) : artists_(by_popularity(catalog)) {
  std::vector<double> by_rank(artists_.size());
  std::vector<double> by_artist(catalog.artist_count());
  double total = 0;
  for (std::uint32_t i = 0; i < artists_.size(); ++i) {
    by_rank[i] = weight_at(i + 1);
    by_artist[artists_[i]] = by_rank[i];
    total += by_rank[i];
  }
  all_ = random::AliasTable(by_rank);
  for (std::uint16_t genre = 0; genre < catalog.genres().size(); ++genre) {
    const Catalog::ArtistRange range = catalog.artists_of(genre);
    const std::span weights = std::span(by_artist).subspan(range.first, range.count);
    double sum = 0;
    for (const double weight : weights) sum += weight;
    genre_first_.push_back(range.first);
    by_genre_.push_back(sum > 0 ? random::AliasTable(weights) : random::AliasTable());
    genre_weights_.push_back(sum / total);
  }
}

double ArtistSampler::genre_weight(std::uint16_t genre) const noexcept { return genre_weights_[genre]; }

}  // namespace wrapfeed::catalog
