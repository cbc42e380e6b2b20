#include "verification/country_zones.h"

#include <algorithm>
#include <sstream>

#include "base/file.h"

namespace wrapfeed::verification {
namespace {

constexpr std::string_view kTable = "/usr/share/zoneinfo/zone1970.tab";

}  // namespace

// Lines "codes TAB coordinates TAB zone [TAB comments]"; codes are separated by commas.
CountryZones::CountryZones() {
  std::istringstream lines(base::read_text(std::string(kTable)));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string codes, coordinates, zone, code;
    fields >> codes >> coordinates >> zone;
    for (std::istringstream each(codes); std::getline(each, code, ',');) {
      zones_[code].push_back(&base::Zone::find(zone));
    }
  }
}

bool CountryZones::has_offset(std::string_view country, int offset_minutes, base::Millis time) const {
  const auto found = zones_.find(country);
  if (found == zones_.end()) return true;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const base::Zone* zone) { return zone->offset_minutes(time) == offset_minutes; });
}

}  // namespace wrapfeed::verification
