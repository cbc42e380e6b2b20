#include "simulation/edge_cases.h"

#include <array>
#include <optional>
#include <unordered_map>

#include "base/time.h"

namespace wrapfeed::simulation {
namespace {

using base::kHour;
using base::kMinute;
using base::kSecond;

constexpr base::Millis kListened = kMinute;

void thirty_seconds(EdgeScript& script) {
  script.fill(32, 6);
  for (int i = 0; i < 3; ++i) {
    script.play(script.track(0, 0), script.at(3, 10, 12 + i), 29'999);
    script.play(script.track(1, 0), script.at(3, 11, 12 + i), 30'000);
    script.play(script.track(2, 0), script.at(3, 12, 12 + i), 30'001);
  }
}

void midnight(EdgeScript& script) {
  script.fill(32, 6);
  script.play(script.track(0, 0), script.at(6, 2, 0, 1), 2 * kMinute);  // began the day before
  script.play(script.track(0, 1), script.at(6, 9, 0) - 1, kListened);   // the last millisecond of 8 June
  script.play(script.track(0, 2), script.at(6, 16, 0), kListened);      // the first of 16 June
  script.play(script.track(0, 3), script.at(6, 23, 6) - 1, kListened);  // still night
  script.play(script.track(0, 4), script.at(6, 24, 6), kListened);      // no longer
}

// In Los Angeles, whose year begins eight hours after that of UTC.
void year_begin(EdgeScript& script) {
  script.move({'U', 'S'}, "Los Angeles");
  script.fill(32, 6);
  script.play(script.track(0, 0), script.at(1, 1, 0) - kHour, kListened);        // of the year before
  script.play(script.track(0, 1), script.at(1, 1, 0) - 3 * kMinute, kListened);  // too
  script.play(script.track(0, 2), script.at(1, 1, 0, 1), 2 * kMinute);           // began in it
}

// The last stream that belongs to the window, one that ends as it closes, and one after it.
void window_end(EdgeScript& script) {
  script.fill(32, 6);
  script.play(script.track(0, 0), script.at(11, 15, 23, 58), kListened);
  script.play(script.track(1, 0), script.at(11, 16, 0), kListened);
  script.play(script.track(2, 0), script.at(11, 16, 20), kListened);
}

void clock_change(EdgeScript& script) {
  script.fill(32, 6);
  const auto last_sunday = [&](unsigned month) {
    base::Days day = base::days_from_civil(script.year(), month, 31);
    while (base::weekday(day) != 6) --day;
    return day * base::kDay + kHour;  // 01:00 UTC, when Berlin's clocks change
  };
  script.play(script.track(0, 0), last_sunday(3) + kMinute, 2 * kMinute);                   // from 01:59 to 03:01
  script.play(script.track(0, 1), last_sunday(10) + kMinute, 2 * kMinute);                  // from 02:59 to 02:01
  script.play(script.track(0, 2), last_sunday(10) + 22 * kHour + 30 * kMinute, kListened);  // 23:30 by winter time
}

// Two tracks of one name, by different artists where there are such.
void same_name(EdgeScript& script) {
  script.fill(32, 6);
  const catalog::Catalog& catalog = script.catalog();
  std::unordered_map<std::string_view, std::uint32_t> names;
  for (std::uint32_t track = 0; track < catalog.track_count(); ++track) {
    const events::Track row = catalog.track(track);
    if (row.duration_ms < kListened || row.release_date > base::days_from_civil(script.year(), 3, 1)) continue;
    const auto [first, added] = names.emplace(row.name, track);
    if (added || catalog.track_row(first->second).artist == catalog.track_row(track).artist) continue;
    script.listen(first->second, 4, 7, 3);
    script.listen(track, 4, 8, 4);
    return;
  }
}

// A track of two artists: the first has the credit.
void two_artists(EdgeScript& script) {
  script.fill(32, 6);
  const catalog::Catalog& catalog = script.catalog();
  for (std::uint32_t track = 0; track < catalog.track_count(); ++track) {
    const events::Track row = catalog.track(track);
    if (row.artist_ids.size() < 2 || row.duration_ms < kListened) continue;
    if (row.release_date > base::days_from_civil(script.year(), 3, 1)) continue;
    script.listen(track, 4, 7, 9);
    return;
  }
}

void ties(EdgeScript& script) {
  script.fill(32, 6);
  for (std::size_t i = 0; i < 4; ++i) script.listen(script.track(i, 7), 4, 7 + static_cast<unsigned>(i), 5);
  script.listen(script.track(4, 7), 4, 12, 4, kListened);
  script.listen(script.track(5, 7), 4, 13, 4, kListened + 1);
}

// With the one of fill(), a hundred streams of one track, the last on a day of its own, and 99 of another.
void hundredth_play(EdgeScript& script) {
  script.fill(32, 6);
  for (unsigned day = 1; day <= 9; ++day) {
    script.listen(script.track(0, 0), 5, day, 10);
    script.listen(script.track(1, 0), 5, 10 + day, 10);
  }
  script.listen(script.track(0, 0), 5, 20, 8);
  script.listen(script.track(1, 0), 5, 21, 8);
  script.listen(script.track(0, 0), 5, 22);
}

void private_session(EdgeScript& script) {
  script.fill(32, 6);
  for (int i = 0; i < 6; ++i)
    script.play(script.track(0, 7), script.at(3, 10, 12, 5 * i), kListened, EdgeScript::Session::Private);
}

// Offline before the window's end, received after it.
void late_arrival(EdgeScript& script) {
  script.fill(32, 6);
  for (int i = 0; i < 6; ++i)
    script.play(script.track(0, 7), script.at(11, 14, 12, 5 * i), kListened, EdgeScript::Session::Offline);
}

// Two runs of five days; days of nine streams and of ten, the nine of older music.
void quiet_days(EdgeScript& script) {
  script.fill(20, 5);
  for (unsigned day = 20; day <= 24; ++day) {
    script.listen(script.track(0, 0), 3, day);
    script.listen(script.track(5, day - 20), 7, day);
  }
  script.listen(script.track(4, 0), 8, 1, 9);
  script.listen(script.track(4, 1), 8, 3, 10);
  script.listen(script.track(3, 1), 8, 5, 10);
}

// Of one album exactly half of the tracks, of another one more than half.
void half_album(EdgeScript& script) {
  script.fill(32, 6);
  const catalog::Catalog& catalog = script.catalog();
  unsigned albums = 0;
  for (std::uint32_t track = 0; track < catalog.track_count() && albums < 2; ++track) {
    const catalog::TrackRow& row = catalog.track_row(track);
    const std::uint32_t tracks = row.album_left + 1U;
    const bool whole = catalog.album_first(track) == track && tracks >= 4 && tracks <= 10 && tracks % 2 == 0;
    if (!whole || row.release_day > base::days_from_civil(script.year(), 3, 1)) continue;
    bool long_enough = true;
    for (std::uint32_t i = 0; i < tracks; ++i) long_enough &= catalog.track_row(track + i).duration_ms >= kListened;
    if (!long_enough) continue;
    for (std::uint32_t i = 0; i < tracks / 2 + albums; ++i) script.listen(track + i, 4, 7 + albums, 3);
    ++albums;
  }
}

// First heard on the 60th day after its release, and on the 61st.
void new_release(EdgeScript& script) {
  script.fill(32, 6);
  const catalog::Catalog& catalog = script.catalog();
  const base::Days first = base::days_from_civil(script.year(), 1, 10), last = first + 200;
  base::Days after = 60;
  for (std::uint32_t track = 0; track < catalog.track_count() && after <= 61; ++track) {
    const catalog::TrackRow& row = catalog.track_row(track);
    if (row.release_day < first || row.release_day > last || row.duration_ms < kListened) continue;
    const base::Civil day = base::civil_from_days(row.release_day + after++);
    script.listen(track, day.month, day.day);
  }
}

struct Case {
  std::string_view name;
  void (*write)(EdgeScript&);
};
constexpr Case kCases[] = {
    {"thirty_seconds", thirty_seconds},
    {"midnight", midnight},
    {"year_begin", year_begin},
    {"window_end", window_end},
    {"clock_change", clock_change},
    {"same_name", same_name},
    {"two_artists", two_artists},
    {"ties", ties},
    {"one_track_short", [](EdgeScript& script) { script.fill(29, 5); }},
    {"just_eligible", [](EdgeScript& script) { script.fill(30, 5); }},
    {"one_artist_short", [](EdgeScript& script) { script.fill(30, 4); }},
    {"private_session", private_session},
    {"late_arrival", late_arrival},
    {"hundredth_play", hundredth_play},
    {"quiet_days", quiet_days},
    {"half_album", half_album},
    {"new_release", new_release},
};
static_assert(std::size(kCases) == kEdgeCases);

}  // namespace

std::string_view edge_case_name(int number) { return kCases[number].name; }

ScriptedUser edge_case(int number, users::Profile profile, const catalog::Catalog& catalog, base::Days from,
                       base::Days to) {
  EdgeScript script(std::move(profile), catalog, from, base::civil_from_days(to - 1).year);
  kCases[number].write(script);
  return script.write();
}

}  // namespace wrapfeed::simulation
