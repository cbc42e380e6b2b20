#pragma once

namespace wrapfeed::simulation {

// event_id = user * 2^24 + n: room for ten years of the heaviest listener; session_id = user * 2^20 + n.
inline constexpr int kEventBits = 24;
inline constexpr int kSessionBits = 20;

}  // namespace wrapfeed::simulation
