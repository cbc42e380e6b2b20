#include "catalog/discography.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/time.h"
#include "random/distributions.h"
#include "random/draws.h"

namespace wrapfeed::catalog {

namespace {

// Of 1,000 releases since August 2015, by weekday from Monday.
constexpr std::array<std::uint32_t, 7> kWeekdays = {76, 67, 94, 111, 586, 34, 32};

// Share of releases whose date is known by year or month alone, before each year (public track list).
struct Vague {
  int before_year;
  double year_share;
  double month_share;
};
constexpr std::array<Vague, 5> kVague = {
    {{1960, .486, .014}, {1980, .312, .021}, {1990, .326, .005}, {2000, .231, .001}, {2010, .147, 0}}};

constexpr double kSecondGenre = 0.3;

ReleaseKind draw_kind(std::uint32_t tracks_left, double year, random::Draws& draws) {
  const double u = draws.uniform();
  if (tracks_left < 3) return ReleaseKind::Single;
  const double album = year < 2000 ? 0.65 : 0.50;  // streaming made the single the common release
  if (u < album && tracks_left >= 7) return ReleaseKind::Album;
  return u < album + 0.15 ? ReleaseKind::Ep : ReleaseKind::Single;
}

std::uint32_t draw_size(ReleaseKind kind, random::Draws& draws) {
  switch (kind) {
    case ReleaseKind::Single:
      return draws.chance(0.15) ? 2 : 1;
    case ReleaseKind::Ep:
      return 3 + draws.below(4);
    case ReleaseKind::Album:
      break;
  }
  return static_cast<std::uint32_t>(std::clamp(std::floor(12 + 3 * random::normal(draws)), 7.0, 24.0));
}

// A day of the week that `day` lies in, no later than `last`.
base::Days draw_weekday(base::Days day, base::Days last, random::Draws& draws) {
  std::uint32_t rest = draws.below(1000);
  int chosen = 0;
  while (chosen < 6 && rest >= kWeekdays[chosen]) rest -= kWeekdays[chosen++];
  const base::Days moved = day - base::weekday(day) + chosen;
  return moved <= last ? moved : moved - 7;
}

void make_vague(Release& release, random::Draws& draws) {
  const base::Civil date = base::civil_from_days(release.day);
  const double u = draws.uniform();
  for (const Vague& era : kVague) {
    if (date.year >= era.before_year) continue;
    if (u < era.year_share) {
      release.precision = events::DatePrecision::Year;
      release.day = base::days_from_civil(date.year, 1, 1);
    } else if (u < era.year_share + era.month_share) {
      release.precision = events::DatePrecision::Month;
      release.day = base::days_from_civil(date.year, date.month, 1);
    }
    return;
  }
}

// Appends one artist's releases in the order of their dates.
class Career {
 public:
  Career(const SynthesisOptions& options, const SyntheticArtist& artist, std::uint32_t number)
      : artist_(artist),
        number_(number),
        last_(options.releases_to),
        draws_(options.seed, random::Purpose::CatalogAlbum, number) {}

  void append(std::vector<Release>& releases) {
    const std::size_t begin = releases.size();
    const double end = std::min<double>(last_, artist_.debut + artist_.career_days);
    // As years pass: a release's place in the career is first guessed from the share of tracks that came before it.
    for (std::uint32_t done = 0; done < artist_.track_count;) {
      const double year = 1970 + (artist_.debut + (end - artist_.debut) * done / artist_.track_count) / 365.25;
      const std::uint32_t left = artist_.track_count - done;
      ReleaseKind kind = draw_kind(left, year, draws_);
      const std::uint32_t size = std::min(left, draw_size(kind, draws_));
      if (kind == ReleaseKind::Album && size < 7) kind = ReleaseKind::Ep;
      releases.push_back({number_, artist_.first_track + done, 0, static_cast<std::uint16_t>(size),
                          events::DatePrecision::Day, kind, draws_.chance(kSecondGenre)});
      done += size;
    }
    date(releases, begin, end);
  }

 private:
  void date(std::vector<Release>& releases, std::size_t begin, double end) {
    std::vector<double> days;
    for (std::size_t i = begin; i < releases.size(); ++i) {
      days.push_back(i == begin ? artist_.debut : artist_.debut + draws_.uniform() * (end - artist_.debut));
    }
    std::sort(days.begin(), days.end());
    for (std::size_t i = begin; i < releases.size(); ++i) {
      releases[i].day = draw_weekday(static_cast<base::Days>(std::floor(days[i - begin])), last_, draws_);
      make_vague(releases[i], draws_);
    }
  }

  const SyntheticArtist& artist_;
  std::uint32_t number_;
  base::Days last_;
  random::Draws draws_;
};

}  // namespace

std::vector<Release> draw_releases(const SynthesisOptions& options, const std::vector<SyntheticArtist>& artists) {
  std::vector<Release> releases;
  for (std::uint32_t i = 0; i < artists.size(); ++i) Career(options, artists[i], i).append(releases);
  return releases;
}

}  // namespace wrapfeed::catalog
