#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "base/time.h"
#include "base/zone.h"
#include "users/travel_map.h"

namespace wrapfeed::users {

struct Place {
  events::Country country;
  const base::Zone* zone;
  const City* city;
};

struct Trip {
  base::Days first;  // whole days of the home calendar, both included
  base::Days last;
  Place place;
};

// A user's trips abroad and to other time zones of the own country, a function of (seed, user, year, home) alone: any
// day of any year can be asked for. At least a day at home lies between two trips.
//   Number: Poisson with a lognormal rate of the user (sigma 0.9). Mean trips abroad a year 0.7 over all users: 1.1 in
// Europe, as of the United Kingdom's residents (ONS 2018: 71.7 million visits; all EU residents 0.8, Eurostat 2017: 1.3
// billion trips of 447 million people, 27 % abroad), 0.3 to 0.8 elsewhere, an assumption. To the own country's other
// time zones: 1.2 times the share of its people who live there, an assumption.
//   Begin: by month as visits abroad of UK residents (ONS 2018: July, August, September 7.2, 9.3, 7.7 of 71.7 million;
// the other months by judgement), half a year later in the south; 1.6 times likelier within three days before a public
// holiday. Length: lognormal, median 6 days, sigma 0.65, from 2 to 21 (EU residents: 5.1 nights over all trips, those
// abroad longer). One thread at a time; no heap.
class Itinerary {
 public:
  // `zone` is that of a city of `country`, as Profile has them.
  void begin(std::uint64_t seed, std::int64_t user, events::Country country, const base::Zone* zone);

  // Where the user is on that day of the home calendar; nullptr is at home. Valid until the next call.
  const Place* away_on(base::Days home_day);
  // The trips that begin in `year`, in order. Valid until the next call.
  std::span<const Trip> trips_of(int year);

  static constexpr std::size_t kMost = 16;  // trips begun in a year

 private:
  struct Year {
    std::array<Trip, kMost> trips;
    std::size_t count = 0;
    void insert(const Trip& trip);
  };
  void load(int year);
  void draw(int year, Year& drawn) const;

  const TravelMap::Origin* origin_ = nullptr;
  std::uint64_t seed_ = 0;
  std::uint64_t user_ = 0;
  double abroad_ = 0;          // trips a year
  double at_home_ = 0;         // likewise, to other zones
  base::Days year_begin_ = 0;  // the days that `year_` knows of
  base::Days year_end_ = 0;
  Year year_;
  Trip carried_{};  // of the year before, into this one; ends before it if there is none
};

}  // namespace wrapfeed::users
