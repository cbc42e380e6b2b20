#include "avro/schema.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

using Json = nlohmann::ordered_json;
using Type = Schema::Type;

// Deeper JSON is no schema of anyone's; the limit keeps the recursion over it (and over its rows) off the stack's end.
constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxFixed = 1 << 20;

// In the order of Schema::Type.
constexpr std::string_view kTypeNames[] = {"null",   "boolean", "int",  "long",  "float", "double", "bytes",
                                           "string", "record",  "enum", "array", "map",   "union",  "fixed"};

std::optional<Type> primitive_type(std::string_view name) {
  const auto* end = kTypeNames + static_cast<int>(Type::String) + 1;
  const auto* found = std::find(kTypeNames, end, name);
  if (found == end) return std::nullopt;
  return static_cast<Type>(found - kTypeNames);
}

bool is_name(std::string_view name) {
  const auto starts = [](char c) { return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto follows = [&](char c) { return starts(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && starts(name[0]) && std::all_of(name.begin(), name.end(), follows);
}

class Parser {
 public:
  explicit Parser(std::string_view where) : where_(where) {}

  SchemaPointer parse(std::string_view text) { return parse_type(parse_json(text), ""); }

 private:
  template <typename... Args>
  [[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) const {
    base::fail("{}: schema: {}", where_, fmt::format(format, std::forward<Args>(args)...));
  }

  Json parse_json(std::string_view text) const {
    const auto watch_depth = [this](int depth, Json::parse_event_t, const Json&) {
      if (depth > kMaxDepth) fail("nested more than {} deep", kMaxDepth);
      return true;
    };
    try {
      return Json::parse(text.begin(), text.end(), watch_depth);
    } catch (const Json::exception& error) {
      fail("not valid JSON ({})", error.what());
    }
  }

  SchemaPointer parse_type(const Json& json, const std::string& space) {
    if (json.is_string()) return parse_reference(json.get<std::string>(), space);
    if (json.is_array()) return parse_union(json, space);
    if (json.is_object()) return parse_object(json, space);
    fail("a type is {}, allowed are a name, an object or a list", json.type_name());
  }

  SchemaPointer parse_reference(const std::string& name, const std::string& space) const {
    if (const std::optional<Type> type = primitive_type(name)) return make_primitive(*type);
    const std::string full = name.find('.') == std::string::npos && !space.empty() ? space + "." + name : name;
    auto found = named_.find(full);
    if (found == named_.end()) found = named_.find(name);
    if (found == named_.end()) fail("type \"{}\" is not known here", name);
    if (found->second == nullptr) fail("record \"{}\" contains itself, which is not supported", name);
    return found->second;
  }

  static SchemaPointer make_primitive(Type type) {
    auto schema = std::make_shared<Schema>();
    schema->type = type;
    return schema;
  }

  SchemaPointer parse_union(const Json& json, const std::string& space) {
    auto schema = std::make_shared<Schema>();
    schema->type = Type::Union;
    for (const Json& branch : json) {
      schema->branches.push_back(parse_type(branch, space));
      if (schema->branches.back()->type == Type::Union) fail("a union stands directly in a union");
    }
    if (schema->branches.empty()) fail("a union has no branch");
    measure(*schema);
    return schema;
  }

  SchemaPointer parse_object(const Json& json, const std::string& space) {
    const Json& type = member(json, "type", "a type");
    if (!type.is_string()) return parse_type(type, space);
    const auto name = type.get<std::string>();
    if (name == "record" || name == "error") return parse_record(json, space);
    if (name == "enum") return parse_enum(json, space);
    if (name == "fixed") return parse_fixed(json, space);
    if (name == "array") return parse_container(json, Type::Array, "items", space);
    if (name == "map") return parse_container(json, Type::Map, "values", space);
    SchemaPointer plain = parse_reference(name, space);
    const std::string logical = known_logical_type(json, plain->type);
    if (logical.empty()) return plain;
    auto schema = std::make_shared<Schema>(*plain);
    schema->logical_type = logical;
    return schema;
  }

  // The specification: a logical type that is unknown, or on the wrong type, is ignored.
  static std::string known_logical_type(const Json& json, Type type) {
    const auto found = json.find("logicalType");
    if (found == json.end() || !found->is_string()) return "";
    const auto name = found->get<std::string>();
    const bool instant = name == "timestamp-millis" || name == "local-timestamp-millis";
    const bool known = (instant && type == Type::Long) || (name == "date" && type == Type::Int);
    return known ? name : "";
  }

  SchemaPointer parse_record(const Json& json, const std::string& space) {
    std::string inner = space;
    auto schema = std::make_shared<Schema>(named_schema(json, Type::Record, inner));
    const Json& fields = member(json, "fields", schema->name);
    if (!fields.is_array()) fail("\"fields\" of {} is not a list", schema->name);
    for (const Json& field : fields) add_field(field, inner, *schema);
    measure(*schema);
    named_[schema->name] = schema;
    return schema;
  }

  void add_field(const Json& json, const std::string& space, Schema& record) {
    Schema::Field field;
    field.name = text_member(json, "name", "a field of " + record.name);
    if (!is_name(field.name)) fail("field name \"{}\" of {} is not valid", field.name, record.name);
    const auto same_name = [&](const Schema::Field& other) { return other.name == field.name; };
    if (std::any_of(record.fields.begin(), record.fields.end(), same_name)) {
      fail("field {} of {} is there twice", field.name, record.name);
    }
    field.doc = optional_text(json, "doc");
    field.aliases = texts(json, "aliases");
    field.schema = parse_type(member(json, "type", field.name), space);
    if (const auto value = json.find("default"); value != json.end()) field.default_json = value->dump();
    record.fields.push_back(std::move(field));
  }

  SchemaPointer parse_enum(const Json& json, const std::string& space) {
    std::string inner = space;
    auto schema = std::make_shared<Schema>(named_schema(json, Type::Enum, inner));
    schema->symbols = texts(json, "symbols");
    schema->default_symbol = optional_text(json, "default");
    if (schema->symbols.empty()) fail("enum {} has no symbols", schema->name);
    const auto& symbols = schema->symbols;
    if (!schema->default_symbol.empty() &&
        std::find(symbols.begin(), symbols.end(), schema->default_symbol) == symbols.end()) {
      fail("default \"{}\" of enum {} is none of its symbols", schema->default_symbol, schema->name);
    }
    named_[schema->name] = schema;
    return schema;
  }

  SchemaPointer parse_fixed(const Json& json, const std::string& space) {
    std::string inner = space;
    auto schema = std::make_shared<Schema>(named_schema(json, Type::Fixed, inner));
    const Json& size = member(json, "size", schema->name);
    if (!size.is_number_unsigned() || size.get<std::uint64_t>() > kMaxFixed) {
      fail("size of fixed {} is not a number from 0 to {}", schema->name, kMaxFixed);
    }
    schema->fixed_size = size.get<std::size_t>();
    named_[schema->name] = schema;
    return schema;
  }

  SchemaPointer parse_container(const Json& json, Type type, const char* items, const std::string& space) {
    auto schema = std::make_shared<Schema>();
    schema->type = type;
    schema->branches.push_back(parse_type(member(json, items, kTypeNames[static_cast<int>(type)]), space));
    measure(*schema);
    return schema;
  }

  // The head that record, enum and fixed share. `space` is the namespace around it and becomes its own. The name is
  // taken at once, but without a node until the type is complete.
  Schema named_schema(const Json& json, Type type, std::string& space) {
    Schema schema;
    schema.type = type;
    schema.name = text_member(json, "name", kTypeNames[static_cast<int>(type)]);
    const std::size_t dot = schema.name.rfind('.');
    if (dot != std::string::npos) {
      space = schema.name.substr(0, dot);
    } else if (json.contains("namespace")) {
      space = text_member(json, "namespace", schema.name);
    }
    if (!is_name(std::string_view(schema.name).substr(dot == std::string::npos ? 0 : dot + 1))) {
      fail("name \"{}\" is not valid", schema.name);
    }
    if (dot == std::string::npos && !space.empty()) schema.name = space + "." + schema.name;
    if (!named_.emplace(schema.name, nullptr).second) fail("type {} is defined twice", schema.name);
    schema.doc = optional_text(json, "doc");
    schema.aliases = texts(json, "aliases");
    return schema;
  }

  // Depth and number of types from those of the parts, which are complete.
  void measure(Schema& schema) const {
    const auto add = [&schema](const Schema& part) {
      schema.depth = std::max(schema.depth, part.depth + 1);
      schema.types += part.types;
    };
    for (const SchemaPointer& branch : schema.branches) add(*branch);
    for (const Schema::Field& field : schema.fields) add(*field.schema);
    if (schema.depth > Schema::kMaxDepth) fail("types nest more than {} deep", Schema::kMaxDepth);
    if (schema.types > Schema::kMaxTypes) fail("more than {} types", Schema::kMaxTypes);
  }

  const Json& member(const Json& json, const char* key, std::string_view of) const {
    if (!json.is_object()) fail("{} is not an object", of);
    const auto found = json.find(key);
    if (found == json.end()) fail("{} has no \"{}\"", of, key);
    return *found;
  }

  std::string text_member(const Json& json, const char* key, std::string_view of) const {
    const Json& value = member(json, key, of);
    if (!value.is_string()) fail("\"{}\" of {} is not a string", key, of);
    return value.get<std::string>();
  }

  static std::string optional_text(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  std::vector<std::string> texts(const Json& json, const char* key) const {
    std::vector<std::string> list;
    const auto found = json.find(key);
    if (found == json.end()) return list;
    for (const Json& item : *found) {
      if (!item.is_string()) fail("\"{}\" holds something that is not a string", key);
      list.push_back(item.get<std::string>());
    }
    return list;
  }

  std::string_view where_;
  std::map<std::string, SchemaPointer> named_;  // null while the type's own definition is being read
};

}  // namespace

const Schema& Schema::without_null() const {
  if (type != Type::Union || branches.size() != 2) return *this;
  if (branches[0]->type == Type::Null) return *branches[1];
  if (branches[1]->type == Type::Null) return *branches[0];
  return *this;
}

std::size_t Schema::place_of(std::string_view field) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == field; });
  CHECK(found != fields.end());
  return static_cast<std::size_t>(found - fields.begin());
}

SchemaPointer parse_schema(std::string_view json, std::string_view where) { return Parser(where).parse(json); }

std::string_view type_name(Schema::Type type) { return kTypeNames[static_cast<int>(type)]; }

}  // namespace wrapfeed::avro
