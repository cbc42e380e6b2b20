#pragma once

#include <string>

#include "cli/flags.h"
#include "cli/progress.h"
#include "pipeline/generate.h"

namespace wrapfeed::cli {

// What the command line of `generate` says, with its defaults.
struct GenerateRequest {
  GenerateRequest();

  pipeline::GenerateOptions options;
  std::string out = "feed";
  bool force = false;
  bool resume = false;
  bool quiet = false;
  ProgressMode progress = ProgressMode::Auto;
};

// Declares the flags; finish() fills in what follows from others and validates, once they are applied.
void add_generate_flags(Flags& flags, GenerateRequest& request);
void finish(const Flags& flags, GenerateRequest& request);  // UsageError for flags that do not fit together

}  // namespace wrapfeed::cli
