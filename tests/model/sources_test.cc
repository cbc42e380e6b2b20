#include <gtest/gtest.h>

#include <array>

#include "audience.h"
#include "catalog/synthesize.h"

namespace wrapfeed::model {
namespace {

using events::Source;

// Shares of plays by where they came from.
struct Shares {
  std::array<double, 10> of{};
  double operator[](Source source) const { return of[static_cast<std::size_t>(source)]; }
};

Shares measure_shares() {
  const Service service(catalog::synthesize({.tracks = 30'000, .artists = 6'000}));
  Shares shares;
  double plays = 0;
  each_session({.users = 150, .days = 84}, service, simulation::model_of(events::Population::Heavy),
               [&](const users::Profile&, const std::vector<events::Event>& session, const auto&) {
                 for (const events::Event& event : session) {
                   if (event.type != events::EventType::Play) continue;
                   ++plays;
                   ++shares.of.at(static_cast<std::size_t>(event.source));
                 }
               });
  for (double& share : shares.of) share /= plays;
  return shares;
}

// The Music Streaming Sessions Dataset 2019 (Spotify): shares of plays by context.
TEST(Sources, HaveTheSharesOfRealSessions) {
  const Shares shares = measure_shares();
  EXPECT_NEAR(shares[Source::LikedSongs] + shares[Source::Playlist], .403, .08) << "collection";
  EXPECT_NEAR(shares[Source::Album] + shares[Source::Artist] + shares[Source::Search], .228, .08) << "catalogue";
  EXPECT_NEAR(shares[Source::Editorial], .213, .08) << "editorial";
  EXPECT_NEAR(shares[Source::Radio], .125, .08) << "radio";
  EXPECT_NEAR(shares[Source::Personalised], .016, .015) << "personalised";
  EXPECT_NEAR(shares[Source::Charts], .015, .015) << "charts";
}

}  // namespace
}  // namespace wrapfeed::model
