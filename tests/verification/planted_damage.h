#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "events/event.h"
#include "feed/manifest.h"
#include "simulation/truth.h"
#include "verification/verify.h"

// Each kind of damage is planted into a small feed, and verify must find it by name. Damage to rows comes with a
// manifest that fits the damaged files, so that nothing but the rows gives it away.
namespace wrapfeed {

using Events = std::vector<events::Event>;

inline constexpr base::Days kFrom = 20'089;
inline constexpr base::Days kTo = kFrom + 90;
inline constexpr std::int64_t kUsers = 6;

const catalog::Catalog& small_catalog();

template <typename Row>
struct OfUser {
  std::int64_t user;
  Row row;
};

// The rows of the small feed and of its truth, as the simulation makes them.
struct SimulatedRows {
  SimulatedRows();

  std::deque<std::string> names;  // the events' playlist names live here
  Events events;
  std::vector<OfUser<simulation::SessionTruth>> sessions;
  std::vector<OfUser<simulation::StreamTruth>> streams;

 private:
  void add_truth(std::int64_t user, const simulation::SessionTrace& trace, std::size_t first_event);
};

class PlantedDamage : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  void generate(feed::Layout layout = feed::Layout::User);
  // Writes the feed with its rows changed, and a manifest that says so.
  void plant(const std::function<void(Events&)>& change);
  void change_manifest(const std::function<void(feed::Manifest&)>& change) const;

  void expect_found(verification::Kind kind) const;
  void expect_only(verification::Kind kind) const;  // the damage and nothing else

  std::filesystem::path feed_;
  bool truth_ = false;  // generate() with one
};

events::Event& first_of(Events& events, events::EventType type, std::size_t after = 0);
std::size_t index_of(const Events& events, const events::Event& event);
bool is_ending(const events::Event& event);

}  // namespace wrapfeed
