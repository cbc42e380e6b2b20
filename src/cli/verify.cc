#include "verification/verify.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "cli/numbers.h"
#include "cli/verbs.h"
#include "verification/answer_check.h"

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
  const std::string answers =
      verdict.answers > 0 ? fmt::format(", {} answers of Wrapped", grouped(verdict.answers)) : "";
  fmt::print("{}: {} files, {}{}, {}\n", feed, grouped(verdict.files), events, answers,
             total == 0 ? "no violation" : fmt::format("{} violation{}", grouped(total), total == 1 ? "" : "s"));
  return total == 0 ? 0 : kViolated;
}

// A pipeline's own answers against the answer key.
int verify_answers(const std::string& feed, const std::string& file) {
  const verification::AnswersVerdict verdict = verification::check_answers(feed, file);
  if (verdict.differences > 0)
    fmt::print("{:<26}{:>12}  {}\n{:>40}first: {}\n", "answers_differ", grouped(verdict.differences),
               "an answer is not the answer key's", "", verdict.first);
  fmt::print("{}: {} user{}, compared: {}\n", file, grouped(verdict.users), verdict.users == 1 ? "" : "s",
             fmt::join(verdict.stories, ", "));
  if (!verdict.absent.empty()) fmt::print("not in it: {}\n", fmt::join(verdict.absent, ", "));
  return verdict.differences == 0 ? 0 : kViolated;
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
  const auto answers = std::make_shared<std::string>();
  flags->text("--answers", *answers, "FILE",
              "hold these answers, one JSON object a line, against the feed's answer key instead");
  return {command, flags,
          [feed, answers] { return answers->empty() ? verify(*feed) : verify_answers(*feed, *answers); }};
}

}  // namespace wrapfeed::cli
