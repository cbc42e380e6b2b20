#include "simulation/listening.h"

#include <algorithm>

#include "random/math.h"
#include "simulation/quantiles.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::uint32_t kSkipLimit = 30 * base::kSecond;
constexpr base::Millis kLongestIdle = 1750 * base::kSecond;

// Idle times over a minute: 60 exp(2.97 U^0.878) s.
const Quantiles<256, std::uint32_t, 1> kLongIdle = [] {
  Quantiles<256, std::uint32_t, 1> filled;
  filled.fill([](double p) {
    const double seconds = 60 * random::exp(p == 0 ? 0 : 2.97 * random::pow(p, 0.878));
    return std::min<double>(kLongestIdle, seconds * base::kSecond);
  });
  return filled;
}();

// Idle times by how many of the week's shares a word lies below, but for those over a minute.
constexpr struct {
  std::uint32_t from;
  std::uint32_t span;
} kIdleTimes[] = {{kGapless, 0}, {base::kSecond, 2 * base::kSecond}, {5 * base::kSecond, 55 * base::kSecond}, {0, 0}};
constexpr unsigned kLong = 3;

// Both of an idle time's kinds are computed and one is taken: which one cannot be guessed.
std::uint32_t idle_time(const Week& week, std::uint32_t word) {
  const std::uint32_t time = low_half(word);
  const unsigned length = week.idle_long.hit(word) + week.idle_medium.hit(word) + week.idle_short.hit(word);
  const std::uint32_t times[] = {kIdleTimes[length].from + scaled(time, kIdleTimes[length].span),
                                 static_cast<std::uint32_t>(kLongIdle.at(time))};
  return times[length == kLong];
}

// First plays, the next four, later ones.
constexpr std::size_t familiarity(std::uint32_t plays_before) { return (plays_before > 0) + (plays_before > 4); }

// The first track of a session, the next two, to the ninth, to the nineteenth, later.
constexpr std::size_t stage(std::size_t place) { return (place > 0) + (place > 2) + (place > 8) + (place > 18); }

bool skips(Threshold threshold, std::uint32_t factor, std::uint32_t word) {
  return word < (std::uint64_t{threshold.bits()} * factor) >> 16;
}

}  // namespace

Mood::Mood(const Model& model) {
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    for (std::size_t place = 0; place < kPlaces; ++place) {
      const double factor = model.skip_by_familiarity[i] * model.skip_by_place[stage(place)];
      factors_[i][place] = static_cast<std::uint32_t>(0x10000 * factor);
    }
  }
}

// All four outcomes are computed and one is taken: which one cannot be guessed.
Hearing Mood::hear(const Week& week, PlayWords words, const Play& play) {
  browsing_ ^= week.change_browsing[browsing_].hit(low_half(words[kWhichTrack]));
  const std::uint32_t factor = factors_[familiarity(play.plays_before)][std::min<std::size_t>(play.place, kPlaces - 1)];
  const std::uint32_t duration = play.duration_ms;
  const std::uint32_t late = duration / 50 * 49;  // 98 %
  const std::uint32_t nearly = week.nearly_done.hit(low_half(words[kSkip]));
  const std::uint32_t later = week.leave_later.hit(low_half(words[kSkip])) & (late > kSkipLimit);
  const std::uint32_t skipped = skips(week.skip[browsing_], factor, words[kSkip]);
  const std::uint32_t outcome = std::max({nearly, 2 * later, 3 * skipped});
  const std::uint32_t word = words[kHeard];
  const std::uint32_t heard[] = {duration, duration - 1 - scaled(word, duration / 50),
                                 kSkipLimit + scaled(word, late - kSkipLimit),
                                 std::min(week.skip_times->at(word), std::min(duration, kSkipLimit) - 1)};
  return {idle_time(week, words[kIdle]), std::max<std::uint32_t>(heard[outcome], 1), static_cast<Outcome>(outcome)};
}

}  // namespace wrapfeed::simulation
