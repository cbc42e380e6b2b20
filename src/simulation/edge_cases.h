#pragma once

#include <cstdint>
#include <string_view>

#include "catalog/catalog.h"
#include "simulation/edge_script.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// Users made of boundary cases, one case each: what a pipeline gets wrong while all its averages are right. They come
// after the ordinary users, and their listening falls into the year of the feed's last day.
inline constexpr int kEdgeCases = 17;

// "thirty_seconds", ...: the label in truth/user; docs/answer_key.md tells of each.
std::string_view edge_case_name(int number);

// The user of that case: the profile is that of an ordinary user of the same user_id, changed where the case needs it.
ScriptedUser edge_case(int number, users::Profile profile, const catalog::Catalog& catalog, base::Days from,
                       base::Days to);

}  // namespace wrapfeed::simulation
