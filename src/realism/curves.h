#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "realism/history.h"

namespace wrapfeed::realism {

// The curves of the page that single numbers do not give, over the listeners added.
class Curves {
 public:
  static constexpr std::size_t kSeconds = 180;       // of the survival curve
  static constexpr std::size_t kSessionPlaces = 30;  // of skips by place
  static constexpr double kDiscoveryPlaces[] = {10,   20,   50,     100,    200,    500,    1000,  2000,
                                                3000, 5000, 10'000, 15'000, 20'000, 30'000, 50'000};
  static constexpr std::int32_t kRepeatEdges[] = {1,   2,   3,   5,   8,   13,   21,   34,   55,   89,
                                                  144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10'946};
  static constexpr std::size_t kRanks[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

  void add(const History& history);

  using Hours = std::array<double, 24>;
  Hours weekday_hours() const;    // share of the plays of Monday to Friday that end in an hour; mean over listeners
  Hours weekend_hours() const;    // likewise
  Hours session_starts() const;   // share of sessions that start in an hour; mean over listeners
  Hours session_minutes() const;  // median minutes of those, pooled
  std::vector<double> survival() const;        // share of plays heard for at least 0, 1, 2 ... s; mean over listeners
  std::vector<double> skips_by_place() const;  // share of skips at the first, second ... play of a session; pooled
  // Different tracks among the first kDiscoveryPlaces plays: median over the listeners who have that many, unknown
  // where under a fifth do.
  std::vector<double> discovery() const;
  std::vector<double> repeat_density() const;  // between the edges, a play; mean over listeners
  std::vector<double> track_shares() const;    // of the top kRanks tracks; median over listeners with 5,000 plays
  std::vector<double> artist_shares() const;

 private:
  void add_rhythm(const History& history);
  void add_skips(const History& history);
  void add_discovery(const History& history);
  void add_popularity(const History& history);
  Hours over_listeners(Hours sums, double listeners) const;

  double listeners_ = 0;
  Hours weekday_hours_{}, weekend_hours_{}, session_starts_{};
  double weekday_listeners_ = 0, weekend_listeners_ = 0;
  std::array<std::vector<double>, 24> session_minutes_;
  std::array<double, kSeconds + 1> survival_{};
  std::array<double, kSessionPlaces> place_plays_{}, place_skips_{};
  std::array<std::vector<double>, std::size(kDiscoveryPlaces)> discovery_;
  std::array<double, std::size(kRepeatEdges) - 1> repeat_density_{};
  double repeat_listeners_ = 0;
  std::array<std::vector<double>, std::size(kRanks)> track_shares_, artist_shares_;
};

}  // namespace wrapfeed::realism
