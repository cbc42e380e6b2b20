#include "simulation/listening.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

constexpr Threshold kNearlyDone(0.23);  // of the plays to the end: up to 2 % short
constexpr base::Millis kSkipLimit = 30 * base::kSecond;
constexpr base::Millis kLongestIdle = 1750 * base::kSecond;

enum Word { kState, kSkip, kSkipTime, kLeave, kLeaveTime, kEnd, kIdleClass, kIdleTime };

// Idle times over a minute: 60 exp(2.97 U^0.878) s.
const Quantiles<256>& long_idle() {
  static const Quantiles<256> table = [] {
    Quantiles<256> filled;
    filled.fill([](double p) {
      const double seconds = 60 * random::exp(p == 0 ? 0 : 2.97 * random::pow(p, 0.878));
      return std::min<double>(kLongestIdle, seconds * base::kSecond);
    });
    return filled;
  }();
  return table;
}

base::Millis idle_time(const Week& week, const ListenWords& words) {
  const std::uint32_t word = words[kIdleClass];
  const std::uint32_t time = words[kIdleTime];
  if (week.idle_long.hit(word)) return long_idle().at(time);
  if (week.idle_medium.hit(word)) return 5 * base::kSecond + scaled(time, 55 * base::kSecond);
  if (week.idle_short.hit(word)) return base::kSecond + scaled(time, 2 * base::kSecond);
  return kGapless;
}

}  // namespace

Hearing Mood::hear(const Week& week, const ListenWords& words, std::uint32_t duration_ms) {
  browsing_ = browsing_ ? !week.out_of_browsing.hit(words[kState]) : week.into_browsing.hit(words[kState]);
  Hearing hearing;
  hearing.idle_ms = idle_time(week, words);
  const base::Millis duration = duration_ms;
  if ((browsing_ ? week.skip_browsing : week.skip_leaning).hit(words[kSkip])) {
    hearing.outcome = Outcome::Skipped;
    hearing.heard_ms = std::min(week.skip_ms.at(words[kSkipTime]), std::min(duration, kSkipLimit) - 1);
  } else if (week.leave_later.hit(words[kLeave]) && duration * 98 / 100 > kSkipLimit) {
    hearing.outcome = Outcome::LeftLater;
    hearing.heard_ms =
        kSkipLimit + scaled(words[kLeaveTime], static_cast<std::uint32_t>(duration * 98 / 100 - kSkipLimit));
  } else if (kNearlyDone.hit(words[kEnd])) {
    hearing.outcome = Outcome::NearlyDone;
    hearing.heard_ms = duration - 1 - scaled(words[kLeaveTime], duration_ms / 50);
  } else {
    hearing.heard_ms = duration;
  }
  hearing.heard_ms = std::max<base::Millis>(hearing.heard_ms, 1);
  return hearing;
}

}  // namespace wrapfeed::simulation
