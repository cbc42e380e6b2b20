#pragma once

#include <array>

#include "verification/key_row.h"
#include "verification/standing.h"

namespace wrapfeed::verification {

// Who an eligible user is among the twelve characters of sql/wrapped/character.sql. Every row to add(), then finish().
class Characters {
 public:
  static constexpr std::size_t kCharacters = 12;

  void add(const Json& row);
  void finish();
  Json of(const Json& row) const;  // null for others

 private:
  std::array<Standing, kCharacters> all_;
};

}  // namespace wrapfeed::verification
