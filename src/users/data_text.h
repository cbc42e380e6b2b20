#pragma once

#include <string_view>
#include <vector>

namespace wrapfeed::users {

// The tables under data/, compiled into the program as they stand.
extern const std::string_view k_countries_csv;
extern const std::string_view k_cities_csv;
extern const std::string_view k_genre_fit_csv;
extern const std::string_view k_names_txt;
extern const std::string_view k_holidays_csv;
extern const std::string_view k_feasts_csv;
extern const std::string_view k_christmas_csv;

// "BR:22 PT:3": keys and their numbers, as countries.csv and genre_fit.csv have them. CHECKs the form, as our own data.
struct KeyNumber {
  std::string_view key;
  double value;
};
std::vector<KeyNumber> key_numbers(std::string_view text);

}  // namespace wrapfeed::users
