#pragma once

#include <functional>
#include <memory>

#include "cli/flags.h"

namespace wrapfeed::cli {

// One verb: its part of the command line, and what it does once that is parsed. Everything is validated before any
// work starts. run() returns the exit status.
struct Verb {
  CLI::App* command;
  std::shared_ptr<Flags> flags;
  std::function<int()> run;
};

Verb add_generate(CLI::App& program);
Verb add_catalog_import(CLI::App& catalog);
Verb add_catalog_synthesize(CLI::App& catalog);
Verb add_inspect(CLI::App& program);
Verb add_verify(CLI::App& program);
Verb add_wrapped(CLI::App& program);
Verb add_export_history(CLI::App& program);
Verb add_report(CLI::App& program);
Verb add_serve(CLI::App& program);

}  // namespace wrapfeed::cli
