#include "users/genre_fit.h"

#include <gtest/gtest.h>

#include "catalog/embedded_table.h"
#include "catalog/genres.h"
#include "users/data_text.h"
#include "users/geography.h"
#include "users/kinship.h"

namespace wrapfeed::users {
namespace {

TEST(GenreFit, RowsNameKnownGenres) {
  for (const auto& fields : catalog::embedded_rows(k_genre_fit_csv)) {
    EXPECT_NE(catalog::find_genre(fields[0]), nullptr) << fields[0];
  }
}

TEST(GenreFit, EveryKnownGenreCanBeLikedByEverybody) {
  for (const catalog::Genre& genre : catalog::known_genres()) {
    const GenreFit fit = genre_fit(genre.name);
    for (const double factor : fit.cohorts) EXPECT_GT(factor, 0) << genre.name;
    for (const double factor : fit.countries) EXPECT_GT(factor, 0) << genre.name;
    EXPECT_TRUE(fit.countries.empty() || fit.countries.size() == Geography::instance().countries().size());
  }
}

TEST(GenreFit, SingleCountriesComeBeforeTheirRegion) {
  const auto countries = Geography::instance().countries();
  const GenreFit fit = genre_fit("salsa");
  for (std::size_t i = 0; i < countries.size(); ++i) {
    const std::string_view code(countries[i].code.data(), 2);
    if (code == "BR") {
      EXPECT_EQ(fit.countries[i], 0.3);
    }
    if (code == "CO") {
      EXPECT_EQ(fit.countries[i], 7);
    }
    if (code == "GT") {
      EXPECT_EQ(fit.countries[i], 3.5);
    }
    if (code == "DE") {
      EXPECT_EQ(fit.countries[i], 0.3);
    }
  }
}

TEST(GenreFit, UnknownGenresFitEverybody) {
  const GenreFit fit = genre_fit("somebody's own");
  for (const double factor : fit.cohorts) EXPECT_EQ(factor, 1);
  EXPECT_TRUE(fit.countries.empty());
}

TEST(Cohort, BeginsWithItsYear) {
  EXPECT_EQ(cohort_of(1940), 0u);
  EXPECT_EQ(cohort_of(1969), 0u);
  EXPECT_EQ(cohort_of(1970), 1u);
  EXPECT_EQ(cohort_of(1994), 2u);
  EXPECT_EQ(cohort_of(2005), 4u);
}

TEST(Kinship, IsMutual) {
  for (std::uint8_t one = 0; one <= kNoFamily; ++one) {
    for (std::uint8_t other = 0; other <= kNoFamily; ++other) {
      EXPECT_EQ(kinship(one)[other], kinship(other)[one]);
    }
  }
  const auto jazz = static_cast<std::uint8_t>(catalog::Family::Jazz);
  EXPECT_EQ(kinship(jazz)[jazz], 4);
  EXPECT_EQ(kinship(kNoFamily)[kNoFamily], 1);
}

}  // namespace
}  // namespace wrapfeed::users
