#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "random/draws.h"
#include "users/names.h"

namespace wrapfeed::users {

// The letters a-z that a name is typed with: "Łukasz" -> "lukasz", "Thu_Hà" -> "thuha", "O'Brien" -> "obrien".
std::string plain_letters(std::string_view name);

// A number that no other user has and that looks random: user numbers change places with others of as many digits
// (those under 10,000 among themselves). A bijection of 0 ... 2^63-1, whatever the seed.
std::uint64_t handle_number(std::int64_t user);

// A name as people choose them ("ana.silva4821", "vinyl_ana731"), in a-z, 0-9, '.' and '_'. It ends with
// handle_number(user) and has no digit before it, so two users never have the same one.
std::string draw_username(const PersonName& name, std::int64_t user, random::Draws& draws);

}  // namespace wrapfeed::users
