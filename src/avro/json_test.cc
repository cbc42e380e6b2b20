#include "avro/json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace wrapfeed::avro {
namespace {

Cell integer(std::int64_t value) {
  Cell cell;
  cell.kind = Cell::Kind::Integer;
  cell.integer = value;
  return cell;
}

Cell real(double value) {
  Cell cell;
  cell.kind = Cell::Kind::Real;
  cell.real = value;
  return cell;
}

Cell text(std::string_view value) {
  Cell cell;
  cell.kind = Cell::Kind::Text;
  cell.text = value;
  return cell;
}

std::string print(std::string_view type, const Cell& cell) {
  const std::string json =
      fmt::format(R"({{"type": "record", "name": "R", "fields": [{{"name": "f", "type": {}}}]}})", type);
  const std::string line = to_json(Row{cell}, *parse_schema(json, "x"));
  EXPECT_EQ(line.substr(0, 5), R"({"f":)");
  return line.substr(5, line.size() - 6);
}

TEST(Json, LogicalTypesAreReadable) {
  const std::string instant = R"(["null", {"type": "long", "logicalType": "timestamp-millis"}])";
  EXPECT_EQ(print(instant, integer(1'740'787'199'999)), "\"2025-02-28T23:59:59.999Z\"");
  EXPECT_EQ(print(instant, integer(-1)), "\"1969-12-31T23:59:59.999Z\"");
  EXPECT_EQ(print(instant, integer(253'402'300'799'999)), "\"9999-12-31T23:59:59.999Z\"");
  EXPECT_EQ(print(instant, integer(253'402'300'800'000)), "253402300800000");
  EXPECT_EQ(print(instant, integer(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
  EXPECT_EQ(print(instant, Cell()), "null");
  const std::string local = R"({"type": "long", "logicalType": "local-timestamp-millis"})";
  EXPECT_EQ(print(local, integer(-1)), "\"1969-12-31T23:59:59.999\"");
  const std::string date = R"({"type": "int", "logicalType": "date"})";
  EXPECT_EQ(print(date, integer(20'147)), "\"2025-02-28\"");
  EXPECT_EQ(print(date, integer(-719'528)), "\"0000-01-01\"");
  EXPECT_EQ(print(date, integer(2'932'896)), "\"9999-12-31\"");
  EXPECT_EQ(print(date, integer(2'932'897)), "2932897");
}

TEST(Json, RealsKeepTheirValueInFewDigits) {
  EXPECT_EQ(print("\"float\"", real(0.1F)), "0.1");
  EXPECT_EQ(print("\"double\"", real(0.1)), "0.1");
  EXPECT_EQ(print("\"double\"", real(0.1F)), "0.10000000149011612");
  EXPECT_EQ(print("\"double\"", real(std::nan(""))), "\"NaN\"");
  EXPECT_EQ(print("\"double\"", real(-HUGE_VAL)), "\"-Infinity\"");
}

TEST(Json, TextIsEscaped) {
  EXPECT_EQ(print("\"string\"", text("a\"\\\n\x01é😀")), "\"a\\\"\\\\\\u000a\\u0001é😀\"");
  EXPECT_EQ(print("\"string\"", text("\xC3(\xED\xA0\x80\xF5")), "\"\uFFFD(\uFFFD\uFFFD\uFFFD\uFFFD\"");
  EXPECT_EQ(print("\"string\"", text("\xE2\x82")), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(print("\"bytes\"", text("A\xFF")), "\"A\\u00ff\"");
}

TEST(Json, UnionsPrintTheirBranch) {
  EXPECT_EQ(print(R"(["null", {"type": "int", "logicalType": "date"}, "string"])", integer(0)), "\"1970-01-01\"");
  EXPECT_EQ(print(R"(["null", {"type": "int", "logicalType": "date"}, "string"])", text("x")), "\"x\"");
}

TEST(Json, ARecordWithoutFieldsIsEmpty) {
  EXPECT_EQ(to_json(Row{}, *parse_schema(R"({"type": "record", "name": "R", "fields": []})", "x")), "{}");
}

}  // namespace
}  // namespace wrapfeed::avro
