#pragma once

#include <array>

#include "random/draws.h"

namespace wrapfeed::users {

// Shares of a user's sessions by events::Platform, sum 1. One platform, the user's main one, has 72-96 % of them, one
// to three others the rest. Everybody has a phone. Over all users: Android 61, iOS 18, Windows 10 %.
// `ios_share`: of the country's phones. Younger people use phones more than computers, and iOS a little more.
std::array<double, 8> draw_platforms(double ios_share, int age, random::Draws& draws);

}  // namespace wrapfeed::users
