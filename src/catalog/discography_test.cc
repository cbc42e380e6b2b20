#include "catalog/discography.h"

#include <gtest/gtest.h>

#include <map>

#include "base/time.h"

namespace wrapfeed::catalog {
namespace {

class DiscographyTest : public ::testing::Test {
 protected:
  const SynthesisOptions options_{.tracks = 100'000, .artists = 20'000};
  const std::vector<SyntheticArtist> artists_ = draw_artists(options_);
  const std::vector<Release> releases_ = draw_releases(options_, artists_);
};

TEST_F(DiscographyTest, CoversEveryTrackInOrder) {
  std::uint32_t next = 0;
  const Release* before = nullptr;
  for (const Release& release : releases_) {
    EXPECT_EQ(release.first_track, next);
    next += release.track_count;
    const SyntheticArtist& artist = artists_[release.artist];
    EXPECT_GE(release.first_track, artist.first_track);
    EXPECT_LE(next, artist.first_track + artist.track_count);
    const bool both_by_day = before != nullptr && before->artist == release.artist &&
                             before->precision == events::DatePrecision::Day &&
                             release.precision == events::DatePrecision::Day;
    if (both_by_day) {
      EXPECT_LE(before->day, release.day + 6);  // a weekday is drawn within the week
    }
    before = &release;
  }
  EXPECT_EQ(next, options_.tracks);
}

TEST_F(DiscographyTest, KindsHaveTheirSizes) {
  std::map<ReleaseKind, int> count;
  double album_tracks = 0;
  for (const Release& release : releases_) {
    ++count[release.kind];
    switch (release.kind) {
      case ReleaseKind::Single:
        EXPECT_LE(release.track_count, 2);
        break;
      case ReleaseKind::Ep:
        EXPECT_LE(release.track_count, 6);
        break;
      case ReleaseKind::Album:
        EXPECT_GE(release.track_count, 7);
        EXPECT_LE(release.track_count, 24);
        album_tracks += release.track_count;
        break;
    }
  }
  EXPECT_GT(count[ReleaseKind::Single], count[ReleaseKind::Ep]);
  EXPECT_GT(album_tracks, 0.4 * options_.tracks);
  EXPECT_NEAR(album_tracks / count[ReleaseKind::Album], 11, 1);
}

TEST_F(DiscographyTest, FridaysLead) {
  std::map<int, int> days;
  int dated = 0;
  for (const Release& release : releases_) {
    EXPECT_LE(release.day, options_.releases_to);
    if (release.precision != events::DatePrecision::Day) continue;
    ++days[base::weekday(release.day)];
    ++dated;
  }
  EXPECT_NEAR(days[4] / double(dated), 0.586, 0.02);
  EXPECT_NEAR(days[3] / double(dated), 0.111, 0.02);
  EXPECT_NEAR(days[6] / double(dated), 0.032, 0.01);
}

TEST_F(DiscographyTest, GrowsByYearAndMissesNoRecentMonth) {
  std::map<int, int> years;
  std::map<int, int> months;
  for (const Release& release : releases_) {
    const base::Civil date = base::civil_from_days(release.day);
    years[date.year] += release.track_count;
    if (date.year >= 2020) months[date.year * 100 + static_cast<int>(date.month)] += release.track_count;
  }
  EXPECT_LE(years.begin()->first, 1957);
  EXPECT_GE(years.begin()->first, 1954);
  EXPECT_EQ(months.size(), 84U);
  for (const auto& [month, tracks] : months) EXPECT_GT(tracks, 100) << month;
  const auto decade = [&](int first) {
    int sum = 0;
    for (int year = first; year < first + 10; ++year) sum += years[year];
    return sum;
  };
  for (int first = 1957; first <= 2007; first += 10) EXPECT_LT(decade(first), decade(first + 10)) << first;
}

TEST_F(DiscographyTest, OnlyOldDatesAreVague) {
  int old = 0, vague = 0;
  for (const Release& release : releases_) {
    const base::Civil date = base::civil_from_days(release.day);
    if (date.year >= 2010) {
      EXPECT_EQ(release.precision, events::DatePrecision::Day);
    }
    old += date.year >= 1990 && date.year < 2000;
    if (release.precision == events::DatePrecision::Day) continue;
    vague += date.year >= 1990 && date.year < 2000;
    EXPECT_EQ(date.day, 1U);
    if (release.precision == events::DatePrecision::Year) {
      EXPECT_EQ(date.month, 1U);
    }
  }
  EXPECT_NEAR(vague / double(old), 0.232, 0.04);
}

}  // namespace
}  // namespace wrapfeed::catalog
