#include "users/trips.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "random/distributions.h"
#include "random/draws.h"
#include "random/math.h"
#include "users/holidays.h"

namespace wrapfeed::users {
namespace {

using random::Draws;
using random::Purpose;

constexpr double kRateSpread = 0.9;     // sigma of the log
constexpr double kOtherZones = 1.2;     // trips a year if everybody else lived there
constexpr double kLengthMedian = 6;     // days
constexpr double kLengthSpread = 0.65;  // sigma of the log
constexpr double kShortest = 2, kLongest = 21;

// Trips abroad a year, by Region; one in twenty then falls out, as the traveller is away already.
constexpr std::array<double, 7> kAbroad = {1.16, 0.30, 0.55, 0.66, 0.86, 0.28, 0.76};

// Beginnings by month, in the north.
constexpr std::array<double, 12> kMonths = {4.0, 4.2, 5.0, 5.9, 6.7, 7.1, 7.2, 9.3, 7.7, 6.4, 4.3, 4.4};
constexpr double kBusiestMonth = 9.3;
constexpr double kBeforeHoliday = 1.6;
constexpr double kSouth = -15;  // degrees: from here on the year is turned by six months

double start_weight(const TravelMap::Origin& origin, base::Days day) {
  const std::size_t month = base::civil_from_days(day).month - 1;
  const double weight = kMonths[(month + (origin.centre->latitude < kSouth ? 6 : 0)) % 12] / kBusiestMonth;
  const Holidays& holidays = Holidays::instance();
  for (base::Days ahead = 0; ahead <= 3; ++ahead) {
    if (holidays.is_holiday(origin.country, day + ahead)) return weight;
  }
  return weight / kBeforeHoliday;
}

// A day of the year by these weights: drawn evenly, taken with a chance that goes by its weight.
base::Days draw_start(const TravelMap::Origin& origin, base::Days begin, base::Days end, Draws& draws) {
  for (;;) {
    const base::Days day = begin + static_cast<base::Days>(draws.below(static_cast<std::uint32_t>(end - begin)));
    if (draws.chance(start_weight(origin, day))) return day;
  }
}

base::Days draw_length(Draws& draws) {
  const double days = kLengthMedian * random::exp(kLengthSpread * random::normal(draws));
  return static_cast<base::Days>(std::floor(std::clamp(days + 0.5, kShortest, kLongest)));
}

Place place_at(std::uint32_t number) {
  const Geography& geography = Geography::instance();
  const City& city = geography.cities()[number];
  return {geography.country_of(city).code, city.zone, &city};
}

// Whether there is a day at home between them.
bool apart(const Trip& a, const Trip& b) { return a.last + 1 < b.first || b.last + 1 < a.first; }

constexpr Trip kNoTrip = {std::numeric_limits<base::Days>::min(), std::numeric_limits<base::Days>::min(), {}};

}  // namespace

void Itinerary::begin(std::uint64_t seed, std::int64_t user, events::Country country, const base::Zone* zone) {
  origin_ = &TravelMap::instance().origin(country, zone);
  seed_ = seed;
  user_ = static_cast<std::uint64_t>(user);
  year_begin_ = year_end_ = 0;
  Draws draws(seed_, Purpose::UserTrips, user_, 0);
  const double spread = random::lognormal(draws, -kRateSpread * kRateSpread / 2, kRateSpread);  // mean 1
  abroad_ = kAbroad[static_cast<std::size_t>(origin_->region)] * spread;
  at_home_ = kOtherZones * origin_->other_zones * spread;
}

void Itinerary::Year::insert(const Trip& trip) {
  if (count == kMost) return;
  std::size_t place = count++;
  for (; place > 0 && trips[place - 1].first > trip.first; --place) trips[place] = trips[place - 1];
  trips[place] = trip;
}

// The year by itself: a trip that meets an earlier drawn one does not take place.
void Itinerary::draw(int year, Year& drawn) const {
  drawn.count = 0;
  const base::Days begin = base::days_from_civil(year, 1, 1);
  const base::Days end = base::days_from_civil(year + 1, 1, 1);
  Draws draws(seed_, Purpose::UserTrips, user_, static_cast<std::uint32_t>(year));
  const std::uint32_t count = random::poisson(draws, abroad_ + at_home_);
  for (std::uint32_t i = 0; i < count && i < kMost; ++i) {
    const bool domestic = draws.chance(at_home_ / (abroad_ + at_home_));
    const std::uint64_t where = draws.word64();
    const base::Days first = draw_start(*origin_, begin, end, draws);
    const Trip trip{first, first + draw_length(draws) - 1,
                    place_at((domestic ? origin_->at_home : origin_->abroad).pick(where))};
    const bool fits = std::all_of(drawn.trips.begin(), drawn.trips.begin() + static_cast<std::ptrdiff_t>(drawn.count),
                                  [&](const Trip& other) { return apart(trip, other); });
    if (fits) drawn.insert(trip);
  }
}

// Trips of January give way to one that the year before has begun. That one starts in December, so no year further
// back can have cancelled it.
void Itinerary::load(int year) {
  draw(year - 1, year_);
  carried_ = year_.count > 0 ? year_.trips[year_.count - 1] : kNoTrip;
  draw(year, year_);
  const auto begin = year_.trips.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(year_.count);
  year_.count = static_cast<std::size_t>(
      std::remove_if(begin, end, [this](const Trip& trip) { return !apart(carried_, trip); }) - begin);
  year_begin_ = base::days_from_civil(year, 1, 1);
  year_end_ = base::days_from_civil(year + 1, 1, 1);
}

const Place* Itinerary::away_on(base::Days home_day) {
  CHECK(origin_ != nullptr);
  if (home_day < year_begin_ || home_day >= year_end_) load(base::civil_from_days(home_day).year);
  if (home_day <= carried_.last) return &carried_.place;
  for (std::size_t i = 0; i < year_.count; ++i) {
    const Trip& trip = year_.trips[i];
    if (home_day < trip.first) return nullptr;
    if (home_day <= trip.last) return &trip.place;
  }
  return nullptr;
}

std::span<const Trip> Itinerary::trips_of(int year) {
  CHECK(origin_ != nullptr);
  if (base::days_from_civil(year, 1, 1) != year_begin_ || year_begin_ == year_end_) load(year);
  return std::span(year_.trips).first(year_.count);
}

}  // namespace wrapfeed::users
