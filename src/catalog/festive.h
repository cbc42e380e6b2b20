#pragma once

#include <string_view>

namespace wrapfeed::catalog {

// Whether a title or album name (UTF-8) is one of a song of Christmas: has a Christmas word, as a whole word, in
// whatever case: "Jingle Bell Rock", "Petit papa noël", "Weihnachtslied". Words that mean something else as often are
// known in phrases alone, so "Santa Monica", "Julia" and "Silent" are none. A list of some 60, no more than a guess at
// a song's meaning.
bool is_festive(std::string_view name) noexcept;

}  // namespace wrapfeed::catalog
