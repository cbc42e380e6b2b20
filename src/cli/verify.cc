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
  const std::string events = verdict.rows_checked ? grouped(verdict.events) + " events"
                                                  : "rows not checked (that takes a feed of --format avro)";
  fmt::print("{}: {} files, {}, {}\n", feed, grouped(verdict.files), events,
             total == 0 ? "no violation" : fmt::format("{} violation{}", grouped(total), total == 1 ? "" : "s"));
  return total == 0 ? 0 : kViolated;
}

}  // namespace

Verb add_verify(CLI::App& program) {
  CLI::App* command = add_command(
      program, "verify", "Checks a feed: checksums, invariants, references; status 3 when something is violated",
      "wrapfeed verify feed");
  const auto flags = std::make_shared<Flags>(*command);
  const auto feed = std::make_shared<std::string>();
  flags->add("FEED", {"", "a feed folder", "", true}, "The feed's folder", [feed](const std::string& text) {
    *feed = text;
    return !text.empty();
  });
  return {command, flags, [feed] { return verify(*feed); }};
}

}  // namespace wrapfeed::cli
