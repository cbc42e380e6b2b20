#include "simulation/model.h"

namespace wrapfeed::simulation {

const Model& model_of(events::Population population) {
  static const Model heavy{.traits = users::trait_laws(events::Population::Heavy)};
  static const Model typical{.traits = users::trait_laws(events::Population::Typical)};
  return population == events::Population::Heavy ? heavy : typical;
}

}  // namespace wrapfeed::simulation
