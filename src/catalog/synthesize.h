#pragma once

#include <cstdint>

#include "base/time.h"
#include "catalog/catalog.h"

namespace wrapfeed::catalog {

// The synthetic catalog depends on these alone.
struct SynthesisOptions {
  std::uint64_t seed = 1;
  std::uint32_t tracks = 100'000;   // 1 ... 50,000,000
  std::uint32_t artists = 20'000;   // 1 ... tracks
  base::Days releases_to = 20'818;  // last release day: 2026-12-31
  std::uint32_t clusters = 3;       // of audio_features_type

  void validate() const;  // Error naming the field, its value and what is allowed
};

Catalog synthesize(const SynthesisOptions& options);

}  // namespace wrapfeed::catalog
