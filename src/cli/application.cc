#include "cli/application.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/usage_error.h"
#include "cli/verbs.h"
#include "feed/manifest.h"

namespace wrapfeed::cli {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

int report(int status, std::string_view what) {
  std::fputs(fmt::format("wrapfeed: {}\n", what).c_str(), stderr);  // a closed standard error is no further failure
  return status;
}

struct Program {
  CLI::App app{"Makes the data feed of a music streaming service out of a seed.", "wrapfeed"};
  std::vector<Verb> verbs;

  Program() {
    app.set_version_flag("--version", fmt::format("wrapfeed {}", feed::product_version()));
    app.require_subcommand(1);
    app.footer("Example: wrapfeed generate --users 100 --out feed");
    verbs.push_back(add_generate(app));
    CLI::App* catalog = app.add_subcommand("catalog", "Makes a catalog folder of tracks and artists");
    catalog->require_subcommand(1);
    catalog->footer("Example: wrapfeed catalog synthesize --tracks 10000 --artists 2000 --out catalog");
    verbs.push_back(add_catalog_import(*catalog));
    verbs.push_back(add_catalog_synthesize(*catalog));
    verbs.push_back(add_inspect(app));
    verbs.push_back(add_verify(app));
    verbs.push_back(add_wrapped(app));
    verbs.push_back(add_report(app));
    verbs.push_back(add_serve(app));
    verbs.push_back(add_export_history(app));
  }

  const Verb* chosen() const {
    const auto found =
        std::find_if(verbs.begin(), verbs.end(), [](const Verb& verb) { return verb.command->parsed(); });
    return found == verbs.end() ? nullptr : &*found;
  }
};

// "generate" or "catalog import"; "wrapfeed" before any verb.
std::string name_of(const CLI::App& command) {
  if (command.get_parent() == nullptr) return command.get_name();
  const std::string parent = name_of(*command.get_parent());
  return parent == "wrapfeed" ? command.get_name() : parent + " " + command.get_name();
}

const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? app : innermost(*parsed.back());
}

std::string missing_verb(const CLI::App& command, const std::vector<std::string>& arguments) {
  std::vector<std::string> names;
  for (const CLI::App* verb : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(verb->get_name());
  const std::string wanted = command.get_parent() == nullptr ? "a verb" : "a verb after \"" + name_of(command) + "\"";
  const std::size_t position = command.get_parent() == nullptr ? 0 : 1;
  const std::string got = position < arguments.size() ? ", not \"" + arguments[position] + "\"" : "";
  return fmt::format("takes {} out of {}{}; see --help", wanted, fmt::join(names, ", "), got);
}

// Of what the command line has too much: an unknown flag rather than the value that was meant for it.
std::string first_extra(const CLI::App& app) {
  const std::vector<std::string> extras = app.remaining(true);
  const auto flag =
      std::find_if(extras.begin(), extras.end(), [](const auto& extra) { return extra.starts_with('-'); });
  return flag != extras.end() ? *flag : extras.front();
}

// CLI11's complaint in our words: which flag, and what it takes.
std::string explain(const Program& program, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const CLI::App& command = innermost(program.app);
  const std::string text = error.what();
  const Verb* const verb = program.chosen();
  const std::string flag = text.substr(0, text.find_first_of(": "));
  if (error.get_name() == "RequiredError" && text.starts_with("A subcommand")) return missing_verb(command, arguments);
  if (error.get_name() == "RequiredError" && verb != nullptr)
    return fmt::format("{}: {} is missing: takes {}", name_of(command), flag, verb->flags->takes(flag));
  if (error.get_name() == "ArgumentMismatch" && verb != nullptr)
    return fmt::format("{}: {} has no value: takes {}", name_of(command), flag, verb->flags->takes(flag));
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return fmt::format("{}: takes no {}; see --help", name_of(command), first_extra(program.app));
  return fmt::format("{}: {}; see --help", name_of(command), text);
}

int parse_and_run(Program& program, int argc, const char* const* argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    program.app.parse(argc, argv);
  } catch (const CLI::Success& help_or_version) {
    return program.app.exit(help_or_version);
  } catch (const CLI::ParseError& error) {
    return report(kWrongUsage, explain(program, error, arguments));
  }
  const Verb& verb = *program.chosen();
  try {
    verb.flags->apply();
    return verb.run();
  } catch (const UsageError& error) {
    return report(kWrongUsage, fmt::format("{}: {}", name_of(*verb.command), error.what()));
  } catch (const base::Error& error) {
    return report(kFailed, fmt::format("{}: {}", name_of(*verb.command), error.what()));
  }
}

}  // namespace

int run(int argc, const char* const* argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file size limit shows as a failing write, which is reported like a full disk
  try {
    Program program;
    const int status = parse_and_run(program, argc, argv);
    if (std::fflush(stdout) != 0) return report(kFailed, fmt::format("standard output: {}", std::strerror(errno)));
    return status;
  } catch (const std::bad_alloc&) {
    return report(kFailed, "out of memory");
  } catch (const std::exception& error) {
    return report(kFailed, error.what());
  }
}

}  // namespace wrapfeed::cli
