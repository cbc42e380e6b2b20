#include "simulation/discoveries.h"

#include <algorithm>

#include "random/bulk.h"

namespace wrapfeed::simulation {
namespace {

// A listener whose taste for the popular is z draws this share of artists twice: min(most, slope |z|). Assumption.
constexpr double kSecondLook = 0.35;
constexpr double kMostSecondLooks = 0.8;
// Of the artists they discover, this share comes from everywhere, what is popular beyond their genres. Fitted to the
// concentration over a whole service (LISTENING, target 11).
constexpr double kFromEverywhere = 0.25;
constexpr double kFromEverywhereSpread = 0.1;

// Murmur3's finalizer: every bit of the result depends on every bit of the word.
constexpr std::uint32_t mixed(std::uint32_t word) {
  word = (word ^ word >> 16) * 0x85EBCA6B;
  word = (word ^ word >> 13) * 0xC2B2AE35;
  return word ^ word >> 16;
}

}  // namespace

void Discoveries::begin(const users::Profile& profile, random::Purpose words) {
  user_ = static_cast<std::uint64_t>(profile.row.user_id);
  std::vector<double> weights;
  genre_numbers_.clear();
  for (const users::Taste& taste : profile.taste) {
    genre_numbers_.push_back(taste.genre);
    weights.push_back(taste.weight);
  }
  genres_ = random::AliasTable(weights);
  const double mainstream = profile.traits.mainstream;
  everywhere_ = Threshold(kFromEverywhere + kFromEverywhereSpread * mainstream);
  mainstream_ = mainstream > 0;
  second_look_ = Threshold(std::min(kMostSecondLooks, kSecondLook * (mainstream_ ? mainstream : -mainstream)));
  go_on(words);
}

void Discoveries::go_on(random::Purpose words) {
  purpose_ = words;
  count_ = next_ = 0;
}

void Discoveries::fetch_columns(ArtistWords words) const {
  if (is_from_everywhere(words)) return artists_.prefetch(words[kArtist]);
  const std::uint16_t genre = pick_genre(words[kGenre]);
  artists_.prefetch(genre, words[kArtist]);
  artists_.prefetch(genre, words[kOtherArtist]);
}

std::span<const std::uint32_t> Discoveries::look_ahead(std::span<const std::uint32_t> plays) {
  count_ = static_cast<std::uint32_t>(plays.size());
  next_ = 0;
  if (count_ == 0) return {};
  plays_.fill(plays.back());
  std::copy(plays.begin(), plays.end(), plays_.begin());
  const std::size_t rounded = (plays.size() + random::kSideBySide - 1) / random::kSideBySide * random::kSideBySide;
  random::fill_words(seed_, purpose_, user_, std::span(plays_).first(rounded), kBlocks, words_.data());
  for (std::uint32_t i = 0; i < count_; ++i) fetch_columns(words_of(i).first<kArtistWords>());
  for (std::uint32_t i = 0; i < count_; ++i) artist_of_[i] = pick_artist(words_of(i).first<kArtistWords>());
  return std::span(artist_of_).first(count_);
}

Discoveries::Discovery Discoveries::at(std::uint32_t play) {
  while (next_ < count_ && plays_[next_] < play) ++next_;
  if (next_ < count_ && plays_[next_] == play) [[likely]]
    return {words_of(next_), artist_of_[next_]};
  random::fill_words_plain(seed_, purpose_, user_, std::span(&play, 1), kBlocks, single_.data());
  const DiscoveryWords words(single_);
  return {words, pick_artist(words.first<kArtistWords>())};
}

// Its words are those of the first artist, mixed anew.
std::uint32_t Discoveries::another(DiscoveryWords words, std::uint32_t attempt) const {
  std::array<std::uint32_t, kArtistWords> mixed_words;
  for (std::size_t i = 0; i < kArtistWords; ++i) mixed_words[i] = mixed(words[i] + attempt * 0x9E3779B9);
  return pick_artist(mixed_words);
}

// Artists of a genre are ordered by popularity.
std::uint32_t Discoveries::pick_artist(ArtistWords words) const {
  if (is_from_everywhere(words)) return artists_.pick(words[kArtist]);
  const std::uint16_t genre = pick_genre(words[kGenre]);
  const std::uint32_t artist = artists_.pick(genre, words[kArtist]);
  if (!second_look_.hit(low_half(words[kEverywhere]))) return artist;
  const std::uint32_t other = artists_.pick(genre, words[kOtherArtist]);
  return mainstream_ ? std::min(artist, other) : std::max(artist, other);
}

}  // namespace wrapfeed::simulation
