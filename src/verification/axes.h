#pragma once

#include <map>
#include <string>

#include "verification/key_row.h"
#include "verification/standing.h"

namespace wrapfeed::verification {

// The axes and the Listening Personality: where an eligible user stands among all eligible ones. Every row to add(),
// then finish().
class Axes {
 public:
  void add(const Json& row);
  void finish();
  void complete(Json& row) const;

 private:
  std::map<std::string, Standing> all_;  // by axis
};

}  // namespace wrapfeed::verification
