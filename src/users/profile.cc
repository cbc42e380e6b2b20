#include "users/profile.h"

#include <algorithm>
#include <span>

#include "base/check.h"
#include "random/draws.h"
#include "users/age_effect.h"
#include "users/demography.h"
#include "users/geography.h"
#include "users/names.h"
#include "users/platforms.h"
#include "users/taste.h"
#include "users/username.h"

namespace wrapfeed::users {
namespace {

using random::Draws;
using random::Purpose;

std::uint16_t draw_culture(const Country& country, Draws& draws) {
  double left = draws.uniform();
  for (const CultureShare& culture : country.cultures) {
    if (left < culture.share) return culture.culture;
    left -= culture.share;
  }
  return country.cultures.front().culture;
}

// The first `count` genres of a taste, their weights scaled to sum to 1.
std::vector<events::GenreWeight> preferred(std::span<const Taste> taste, std::span<const std::string> genres) {
  double total = 0;
  for (const Taste& entry : taste) total += entry.weight;
  std::vector<events::GenreWeight> weights;
  for (const Taste& entry : taste) weights.push_back({genres[entry.genre], entry.weight / total});
  return weights;
}

events::Platform main_platform(const std::array<double, 8>& shares) {
  return static_cast<events::Platform>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

void draw_person(const Country& country, Draws draws, events::User& row) {
  row.gender = draw_gender(draws);
  const PersonName name = NameBook::instance().draw(draw_culture(country, draws), row.gender, draws);
  row.username = draw_username(name, row.user_id, draws);
  row.name = name.full;
}

void place(const City& city, const Country& country, events::User& row) {
  row.country = country.code;
  row.city = city.name;
  row.latitude = city.latitude;
  row.longitude = city.longitude;
  row.time_zone = city.zone->name();
}

}  // namespace

struct Population::Tables {
  PopulationOptions options;
  std::span<const std::string> genres;  // of the catalog
  TasteModel taste;
  const Geography& geography;
};

Population::Population(const catalog::Catalog& catalog, const PopulationOptions& options)
    : tables_(new Tables{options, catalog.genres(), TasteModel(catalog), Geography::instance()}) {}

Population::~Population() = default;

Profile Population::profile(std::int64_t user) const {
  CHECK(user >= 0);
  const auto& [options, genres, taste, geography] = *tables_;
  const auto draws = [&](Purpose purpose) { return Draws(options.seed, purpose, static_cast<std::uint64_t>(user)); };

  Profile profile;
  events::User& row = profile.row;
  row.user_id = user;
  const City& city = geography.pick_city(draws(Purpose::UserCountry).word64());
  const Country& country = geography.country_of(city);
  place(city, country, row);
  profile.zone = city.zone;
  draw_person(country, draws(Purpose::UserName), row);

  Draws birth = draws(Purpose::UserAge);
  row.birth_date = draw_birth_date(options.from, birth);
  const int age = age_on(options.from, row.birth_date);
  Draws plan = draws(Purpose::UserPlan);
  row.plan = draw_plan(country.region, age, plan);
  Draws registration = draws(Purpose::UserRegistration);
  row.registered_at = draw_registration(options.from, row.birth_date, *city.zone, registration);

  Draws tastes = draws(Purpose::UserTaste);
  TasteModel::Choice choice = taste.draw(city.country, base::civil_from_days(row.birth_date).year, tastes);
  row.preferred_genres = preferred(std::span(choice.taste).first(choice.preferred), genres);
  row.favorite_genre = row.preferred_genres.front().genre;
  profile.taste = std::move(choice.taste);

  Draws platforms = draws(Purpose::UserPlatforms);
  profile.platforms = draw_platforms(country.ios_share, age, platforms);
  profile.traits = traits_of(options.seed, user, options.population);
  double& skip = profile.traits.scores[static_cast<std::size_t>(Trait::Skip)];
  skip = aged_skip_score(skip, age);
  row.habits = habits_of(profile.traits);
  row.habits.main_platform = main_platform(profile.platforms);
  return profile;
}

}  // namespace wrapfeed::users
