#pragma once

#include "base/time.h"
#include "events/event.h"

namespace wrapfeed::users {

// Log factor on a listener's listening that day: less in the summer holidays (-6 %), more from October to Christmas
// (+4 %), half a year later south of the equator, a third of it in the tropics. Mean 0 over a year, between -0.08 and
// 0.06. A stated assumption: no service publishes its volume by season; that it is small is what The Economist found
// for weather in streaming data of 2016 (10 C colder: +0.1 %).
double seasonal_level(double latitude, base::Days local_date) noexcept;  // degrees north

// Share of free choices that go to songs of the season: rises from 0 in mid November, in the week before Christmas Eve
// to the country's share (0.13 in the United States), on the Eve to 1.25 of it, and falls to 0 after 26 December or,
// where Epiphany ends the season, 6 January; 13 days later where Christmas is 7 January; 0 where it is not kept.
// Sources of data/christmas.csv: US 13-14.3 % of on-demand audio streams in the peak weeks of 2020 and 2023 (Luminate);
// one song in six in Sweden and Norway, one in 150 in Brazil over December 2016, France and Spain under 5 % (Spotify's
// data in The Economist, 2017). The other countries' shares are judgements between these.
double festive_share(events::Country country, base::Days local_date) noexcept;

}  // namespace wrapfeed::users
