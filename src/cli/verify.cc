#include "verification/verify.h"

#include <fmt/format.h>

#include <memory>

#include "cli/numbers.h"
#include "cli/verbs.h"

namespace wrapfeed::cli {

namespace {

constexpr int kViolated = 3;

void print_findings(const verification::Findings& findings) {
  for (std::size_t i = 0; i < verification::kKinds; ++i) {
    const auto kind = static_cast<verification::Kind>(i);
    if (findings.count(kind) == 0) continue;
    fmt::print("{:<26}{:>12}  {}\n{:>40}first: {}\n", verification::name_of(kind), grouped(findings.count(kind)),
               verification::meaning_of(kind), "", findings.first(kind));
  }
}

int verify(const std::string& feed) {
  const verification::Verdict verdict = verification::verify(feed);
  print_findings(verdict.findings);
  const std::int64_t total = verdict.findings.total();
  if (!verdict.rows_checked) fmt::print("rows not checked: they are only in a feed of --format avro\n");
  fmt::print("{}: {} files, {} events, {}\n", feed, grouped(verdict.files), grouped(verdict.events),
             total == 0 ? "no violation" : fmt::format("{} violation{}", grouped(total), total == 1 ? "" : "s"));
  return total == 0 ? 0 : kViolated;
}

}  // namespace

Verb add_verify(CLI::App& program) {
  CLI::App* command =
      program.add_subcommand("verify", "Checks a feed: checksums, invariants, references between tables");
  command->footer("Exit status 3 when something is violated.\nExample: wrapfeed verify feed");
  const auto flags = std::make_shared<Flags>(*command);
  const auto feed = std::make_shared<std::string>();
  command->add_option("feed", *feed, "The feed's folder")->required()->type_name("FEED");
  return {command, flags, [feed] { return verify(*feed); }};
}

}  // namespace wrapfeed::cli
