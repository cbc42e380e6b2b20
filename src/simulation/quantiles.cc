#include "simulation/quantiles.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::simulation {

Quantiles<1024> powers_of_exponential(double power) {
  Quantiles<1024> powers;
  powers.fill([&](double p) {
    const double waiting = -random::log(std::max(1 - p, 1.0 / 4096));
    return waiting > 0 ? kPowerUnit * random::pow(waiting, power) : 0;
  });
  return powers;
}

}  // namespace wrapfeed::simulation
