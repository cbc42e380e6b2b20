#include "cli/flags.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <limits>
#include <sstream>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "cli/usage_error.h"

namespace wrapfeed::cli {

namespace {

template <typename Number>
bool parse_number(const std::string& text, Number low, Number high, Number& target) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end || value < low || value > high) return false;
  target = value;
  return true;
}

template <typename Number>
void add_number(Flags& flags, const std::string& flag, Number& target, Number low, Number high, const std::string& help,
                bool show_default = true) {
  const std::string default_text = show_default ? std::to_string(target) : "";
  flags.add(flag, {"N", fmt::format("a whole number from {} to {}", low, high), default_text}, help,
            [&target, low, high](const std::string& text) { return parse_number(text, low, high, target); });
}

}  // namespace

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      const std::string& example) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->footer("Example: " + example);
  return command;
}

void Flags::add(const std::string& flag, const Shape& shape, const std::string& help,
                std::function<bool(const std::string&)> parse) {
  CLI::Option* option = command_.add_option(
      flag, [](const CLI::results_t&) { return true; }, help);
  option->required(shape.required);
  option->type_name(shape.placeholder)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  if (!shape.default_text.empty()) option->default_str(shape.default_text);
  flags_.push_back({option, flag, shape.takes, std::move(parse)});
}

void Flags::number(const std::string& flag, std::int64_t& target, std::int64_t low, std::int64_t high,
                   const std::string& help, bool show_default) {
  add_number(*this, flag, target, low, high, help, show_default);
}

void Flags::number(const std::string& flag, std::uint32_t& target, std::uint32_t low, std::uint32_t high,
                   const std::string& help) {
  add_number(*this, flag, target, low, high, help);
}

void Flags::number(const std::string& flag, std::uint64_t& target, const std::string& help) {
  add_number(*this, flag, target, std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max(), help);
}

void Flags::date(const std::string& flag, base::Days& target, const std::string& help, bool show_default) {
  const std::string default_text = show_default ? base::format_date(target) : "";
  add(flag, {"DATE", "a date from 1900 to 2199 such as 2025-01-31", default_text}, help,
      [&target](const std::string& text) {
        try {
          target = base::parse_date("date", text);
          return true;
        } catch (const base::Error&) {
          return false;
        }
      });
}

void Flags::text(const std::string& flag, std::string& target, const std::string& placeholder,
                 const std::string& help) {
  add(flag, {placeholder, "a " + placeholder, target}, help, [&target](const std::string& text) {
    target = text;
    return !text.empty();
  });
}

void Flags::choice(const std::string& flag, std::initializer_list<std::string_view> names,
                   std::string_view default_name, const std::string& help, std::function<void(std::string_view)> set) {
  const std::vector<std::string_view> all(names);
  add(flag,
      {fmt::format("{}", fmt::join(all, "|")), fmt::format("one of {}", fmt::join(all, ", ")),
       std::string(default_name)},
      help, [all, set = std::move(set)](const std::string& text) {
        if (std::find(all.begin(), all.end(), text) == all.end()) return false;
        set(text);
        return true;
      });
}

void Flags::toggle(const std::string& flag, bool& target, const std::string& help) {
  CLI::Option* option = command_.add_flag(flag, help);
  flags_.push_back({option, flag, "true or false", [&target](const std::string& text) {
                      target = text == "true";
                      return text == "true" || text == "false";
                    }});
}

void Flags::config() {
  config_ = command_.add_option(
      "--config", [](const CLI::results_t&) { return true; },
      "TOML file of flags by their names, such as users = 10; the command line wins");
  config_->type_name("FILE");
}

void Flags::set(Flag& flag, const std::string& value) const {
  if (!flag.parse(value)) fail_usage("{} \"{}\": takes {}", flag.name, value, flag.takes);
  flag.given = true;
}

void Flags::apply() {
  for (Flag& flag : flags_) {
    if (flag.option->count() > 0) set(flag, flag.option->results().back());
  }
  if (config_ != nullptr && config_->count() > 0) apply_config(config_->results().back());
}

void Flags::apply_config(const std::string& path) {
  std::istringstream text(base::read_text(path));
  for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(text)) {
    Flag* const flag = item.parents.empty() ? find("--" + item.name) : nullptr;
    if (flag == nullptr)
      fail_usage("--config {}: \"{}\" is no flag of {}, see --help", path, item.fullname(), command_.get_name());
    if (flag->given && flag->option->count() > 0) continue;  // the command line wins
    if (item.inputs.size() != 1) fail_usage("--config {}: {} takes {}", path, item.name, flag->takes);
    set(*flag, item.inputs.front());
  }
}

Flags::Flag* Flags::find(std::string_view name) {
  const auto found = std::find_if(flags_.begin(), flags_.end(), [&](const Flag& flag) { return flag.name == name; });
  return found == flags_.end() ? nullptr : &*found;
}

bool Flags::given(std::string_view flag) const {
  return std::any_of(flags_.begin(), flags_.end(), [&](const Flag& one) { return one.name == flag && one.given; });
}

std::string Flags::takes(std::string_view flag) const {
  for (const Flag& one : flags_)
    if (one.name == flag) return one.takes;
  return "a value";
}

}  // namespace wrapfeed::cli
