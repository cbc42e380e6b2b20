#pragma once

#include <cstddef>
#include <cstdint>

namespace wrapfeed::random {

inline constexpr std::size_t kSobolDimensions = 19;

// Coordinate `dimension` of point `index` of Sobol's sequence, as a fraction of 2^32: any 2^k points that follow each
// other from a multiple of 2^k on fill the cube evenly, in every dimension and nearly so in every two.
// Direction numbers of Joe and Kuo 2008 (new-joe-kuo-6); held to SciPy's.
std::uint32_t sobol(std::uint32_t index, std::size_t dimension) noexcept;

// The coordinate, scrambled: halves, quarters, eighths ... of the axis change places by the key, so that what is even
// stays even (Owen 1995, by the hash of Laine and Karras as Burley 2020 gives it). Each key is another random shift.
std::uint32_t owen_scrambled(std::uint32_t coordinate, std::uint32_t key) noexcept;

}  // namespace wrapfeed::random
