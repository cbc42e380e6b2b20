#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

// CLI11 is a heavy header: only the sources that split a command line see it.
namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace wrapfeed::cli {

// A new verb below `parent`; the example ends its --help.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      const std::string& example);

// The flags of one verb. CLI11 splits the command line and prints the help; the values are parsed here, from the
// command line or the --config file alike, so that every wrong one is answered with the flag, the value and what the
// flag takes. Targets must outlive it; they hold the defaults before.
class Flags {
 public:
  explicit Flags(CLI::App& command) : command_(command) {}

  void number(const std::string& flag, std::int64_t& target, std::int64_t low, std::int64_t high,
              const std::string& help, bool show_default = true);
  void number(const std::string& flag, std::uint32_t& target, std::uint32_t low, std::uint32_t high,
              const std::string& help);
  void number(const std::string& flag, std::uint64_t& target, const std::string& help);  // any of 64 bits
  void date(const std::string& flag, base::Days& target, const std::string& help, bool show_default = true);
  void text(const std::string& flag, std::string& target, const std::string& placeholder, const std::string& help);
  void choice(const std::string& flag, std::initializer_list<std::string_view> names, std::string_view default_name,
              const std::string& help, std::function<void(std::string_view)> set);
  void toggle(const std::string& flag, bool& target, const std::string& help);
  void config();  // --config FILE: TOML whose keys are the flags' names; the command line wins

  // Anything else: `parse` returns false for a value that it does not take.
  struct Shape {
    std::string placeholder;   // in the help: "A:B"
    std::string takes;         // in the error: "A:B, user_ids A to B-1"
    std::string default_text;  // in the help; empty: none
    bool required = false;
  };
  void add(const std::string& flag, const Shape& shape, const std::string& help,
           std::function<bool(const std::string&)> parse);

  // To be called when CLI11 has parsed the command line; sets the targets. UsageError for a wrong value.
  void apply();

  bool given(std::string_view flag) const;         // on the command line or in the config file; after apply()
  std::string takes(std::string_view flag) const;  // "a whole number from 1 to 10"

 private:
  struct Flag {
    CLI::Option* option;
    std::string name;
    std::string takes;
    std::function<bool(const std::string&)> parse;
    bool given = false;
  };
  void set(Flag& flag, const std::string& value) const;
  void apply_config(const std::string& path);
  Flag* find(std::string_view name);

  CLI::App& command_;
  std::vector<Flag> flags_;
  CLI::Option* config_ = nullptr;
};

}  // namespace wrapfeed::cli
