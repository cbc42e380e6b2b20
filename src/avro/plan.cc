#include "avro/plan.h"

#include <algorithm>

#include "avro/default_cell.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

using Op = Plan::Op;
using Type = Schema::Type;

std::string_view unqualified(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool is_named(Type type) { return type == Type::Record || type == Type::Enum || type == Type::Fixed; }

bool is_text(Type type) { return type == Type::String || type == Type::Bytes; }

bool has_name(const Schema& reader, std::string_view writer_name) {
  const auto equals = [=](std::string_view name) { return unqualified(name) == unqualified(writer_name); };
  return equals(reader.name) || std::any_of(reader.aliases.begin(), reader.aliases.end(), equals);
}

bool is_promotable(Type writer, Type reader) {
  if (is_text(writer) && is_text(reader)) return true;
  const bool numbers = writer >= Type::Int && writer <= Type::Double && reader >= Type::Int && reader <= Type::Double;
  return numbers && writer < reader;
}

// The branch of the reader's union for a writer's type, or null: one of the same name, else of the same type, else one
// that it can be promoted to.
const Schema* find_branch(const Schema& writer, const Schema& reader_union) {
  const auto first = [&](auto fits) -> const Schema* {
    for (const SchemaPointer& branch : reader_union.branches) {
      if (fits(*branch)) return branch.get();
    }
    return nullptr;
  };
  const Schema* found = nullptr;
  if (is_named(writer.type)) {
    found = first([&](const Schema& branch) { return branch.type == writer.type && has_name(branch, writer.name); });
  }
  if (found == nullptr) found = first([&](const Schema& branch) { return branch.type == writer.type; });
  if (found == nullptr) found = first([&](const Schema& branch) { return is_promotable(writer.type, branch.type); });
  return found;
}

std::uint32_t branch_index(const Schema& branch, const Schema& in_union) {
  const auto is_it = [&](const SchemaPointer& candidate) { return candidate.get() == &branch; };
  const auto found = std::find_if(in_union.branches.begin(), in_union.branches.end(), is_it);
  return static_cast<std::uint32_t>(found - in_union.branches.begin());
}

std::string describe(const Schema& schema) {
  if (schema.name.empty()) return std::string(type_name(schema.type));
  return fmt::format("{} {}", type_name(schema.type), schema.name);
}

class Resolver {
 public:
  explicit Resolver(std::deque<std::string>& texts) : texts_(texts) {}

  Plan resolve(const Schema& writer, const Schema& reader) {
    if (writer.type == Type::Union) return resolve_union(writer, reader);
    if (reader.type == Type::Union) {
      const Schema* branch = find_branch(writer, reader);
      if (branch == nullptr) fail(writer, reader);
      Plan plan = resolve(writer, *branch);
      plan.branch = branch_index(*branch, reader);
      return plan;
    }
    switch (reader.type) {
      case Type::Record:
        return resolve_record(writer, reader);
      case Type::Enum:
        return resolve_enum(writer, reader);
      case Type::Array:
      case Type::Map:
        return resolve_items(writer, reader);
      case Type::Fixed:
        return resolve_fixed(writer, reader);
      default:
        return resolve_primitive(writer, reader);
    }
  }

 private:
  [[noreturn]] static void fail(const Schema& writer, const Schema& reader) {
    base::fail("the file's {} cannot be read as {}", describe(writer), describe(reader));
  }

  static bool fits(const Schema& writer, const Schema& reader) {
    if (reader.type == Type::Union) return find_branch(writer, reader) != nullptr;
    return writer.type == reader.type || is_promotable(writer.type, reader.type);
  }

  // A branch that the reader cannot take matters only if it occurs.
  Plan resolve_union(const Schema& writer, const Schema& reader) {
    Plan plan;
    plan.op = Op::Union;
    bool any = false;
    for (const SchemaPointer& branch : writer.branches) {
      if (fits(*branch, reader)) {
        plan.parts.push_back(resolve(*branch, reader));
        any = true;
      } else {
        plan.parts.push_back(refusal(*branch, reader));
      }
    }
    if (!any) fail(writer, reader);
    plan.min_size = plan.parts[0].min_size;
    for (const Plan& part : plan.parts) plan.min_size = std::min(plan.min_size, part.min_size);
    ++plan.min_size;
    return plan;
  }

  static Plan refusal(const Schema& branch, const Schema& reader) {
    Plan plan;
    plan.op = Op::Refuse;
    plan.reason = fmt::format("a value of type {} cannot be read as {}", describe(branch), describe(reader));
    return plan;
  }

  Plan resolve_record(const Schema& writer, const Schema& reader) {
    if (writer.type != Type::Record) fail(writer, reader);
    Plan plan;
    plan.op = Op::Record;
    plan.cells = static_cast<std::uint32_t>(reader.fields.size());
    plan.targets.assign(writer.fields.size(), Plan::kSkipped);
    for (std::uint32_t cell = 0; cell < plan.cells; ++cell) match_field(writer, reader, cell, plan);
    for (std::size_t i = 0; i < writer.fields.size(); ++i) {
      const Schema& field = *writer.fields[i].schema;
      const bool skipped = plan.targets[i] == Plan::kSkipped;
      plan.parts.push_back(
          located(writer.fields[i].name, field, skipped ? field : *reader.fields[plan.targets[i]].schema));
      plan.min_size += plan.parts.back().min_size;
    }
    return plan;
  }

  Plan located(std::string_view field, const Schema& writer, const Schema& reader) {
    try {
      return resolve(writer, reader);
    } catch (const base::Error& error) {
      base::fail("field {}: {}", field, error.what());
    }
  }

  // Points the writer's field of that name, or of an alias, at the cell, or gives the cell its default.
  void match_field(const Schema& writer, const Schema& reader, std::uint32_t cell, Plan& plan) {
    const Schema::Field& wanted = reader.fields[cell];
    if (const std::size_t found = find_field(writer, wanted); found < writer.fields.size()) {
      if (plan.targets[found] != Plan::kSkipped) {
        base::fail("the file's field {} is wanted twice, as {} and as {}", writer.fields[found].name,
                   reader.fields[plan.targets[found]].name, wanted.name);
      }
      plan.targets[found] = cell;
    } else if (wanted.default_json) {
      plan.defaults.emplace_back(cell, default_cell(*wanted.default_json, *wanted.schema, texts_));
    } else {
      base::fail("the file has no field {}, which has no default", wanted.name);
    }
  }

  static std::size_t find_field(const Schema& writer, const Schema::Field& wanted) {
    const auto index_of = [&](std::string_view name) {
      const auto same = [=](const Schema::Field& field) { return field.name == name; };
      const auto found = std::find_if(writer.fields.begin(), writer.fields.end(), same);
      return static_cast<std::size_t>(found - writer.fields.begin());
    };
    std::size_t found = index_of(wanted.name);
    for (const std::string& alias : wanted.aliases) {
      if (found == writer.fields.size()) found = index_of(alias);
    }
    return found;
  }

  static Plan resolve_enum(const Schema& writer, const Schema& reader) {
    if (writer.type != Type::Enum) fail(writer, reader);
    Plan plan;
    plan.op = Op::Enum;
    plan.min_size = 1;
    const auto& symbols = reader.symbols;
    for (const std::string& symbol : writer.symbols) {
      auto found = std::find(symbols.begin(), symbols.end(), symbol);
      if (found == symbols.end()) found = std::find(symbols.begin(), symbols.end(), reader.default_symbol);
      if (found == symbols.end()) {
        plan.symbols.emplace_back();
      } else {
        plan.symbols.push_back({*found, found - symbols.begin()});
      }
    }
    return plan;
  }

  Plan resolve_items(const Schema& writer, const Schema& reader) {
    if (writer.type != reader.type) fail(writer, reader);
    Plan plan;
    plan.op = writer.type == Type::Array ? Op::Array : Op::Map;
    plan.min_size = 1;
    plan.parts.push_back(located("items", *writer.branches[0], *reader.branches[0]));
    return plan;
  }

  static Plan resolve_fixed(const Schema& writer, const Schema& reader) {
    if (writer.type != Type::Fixed || writer.fixed_size != reader.fixed_size) fail(writer, reader);
    Plan plan;
    plan.op = Op::Fixed;
    plan.fixed_size = plan.min_size = writer.fixed_size;
    return plan;
  }

  static Plan resolve_primitive(const Schema& writer, const Schema& reader) {
    if (writer.type != reader.type && !is_promotable(writer.type, reader.type)) fail(writer, reader);
    const bool to_real = reader.type == Type::Float || reader.type == Type::Double;
    Plan plan;
    plan.single = reader.type == Type::Float;
    switch (writer.type) {
      case Type::Null:
        return plan;
      case Type::Boolean:
        return sized(plan, Op::Boolean, 1);
      case Type::Int:
        return sized(plan, to_real ? Op::IntToReal : Op::Int, 1);
      case Type::Long:
        return sized(plan, to_real ? Op::LongToReal : Op::Long, 1);
      case Type::Float:
        return sized(plan, Op::Float, sizeof(float));
      case Type::Double:
        return sized(plan, Op::Double, sizeof(double));
      default:
        return sized(plan, Op::Text, 1);
    }
  }

  static Plan sized(Plan plan, Op op, std::size_t min_size) {
    plan.op = op;
    plan.min_size = min_size;
    return plan;
  }

  std::deque<std::string>& texts_;
};

void expect_record(const Schema& schema) {
  if (schema.type != Type::Record) base::fail("the schema is of type {}, not a record", type_name(schema.type));
}

}  // namespace

Resolution::Resolution(SchemaPointer writer, SchemaPointer reader)
    : writer_(std::move(writer)), reader_(std::move(reader)) {
  expect_record(*writer_);
  expect_record(*reader_);
  plan_ = Resolver(texts_).resolve(*writer_, *reader_);
}

}  // namespace wrapfeed::avro
