#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/zone.h"

namespace wrapfeed::verification {

// Which UTC offsets a country's clocks show, by the time zone data's own table (zone1970.tab). Built once; immutable.
class CountryZones {
 public:
  CountryZones();
  // Whether somewhere in the country clocks showed that offset then; true for a country the table does not have.
  bool has_offset(std::string_view country, int offset_minutes, base::Millis time) const;

 private:
  std::map<std::string, std::vector<const base::Zone*>, std::less<>> zones_;  // by ISO 3166 alpha-2 code
};

}  // namespace wrapfeed::verification
