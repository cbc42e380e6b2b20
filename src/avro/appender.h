#pragma once

#include <cstdint>
#include <string_view>

#include "avro/bytes.h"
#include "avro/primitives.h"

namespace wrapfeed::avro {

// Appends values to a record, asking for room each time: for rows so few that plain beats fast.
class Appender {
 public:
  explicit Appender(Bytes& out) : out_(out) {}

  void number(std::int64_t value) { out_.commit(put_long(out_.prepare(kRoom), value)); }
  void boolean(bool value) { out_.commit(put_boolean(out_.prepare(kRoom), value)); }
  template <typename Number>
  void real(Number value) {
    out_.commit(put_real(out_.prepare(kRoom), value));
  }
  template <typename Enum>
  void symbol(Enum value) {
    out_.commit(put_index(out_.prepare(kRoom), static_cast<unsigned>(value)));
  }
  void text(std::string_view value) { out_.commit(put_text(out_.prepare(kRoom + value.size()), value)); }
  void null() { number(0); }
  void branch(int index) { number(index); }

  // An array: one block of all items, then the empty block that ends it.
  template <typename Items, typename PutItem>
  void array(const Items& items, PutItem put_item) {
    if (!items.empty()) number(static_cast<std::int64_t>(items.size()));
    for (const auto& item : items) put_item(item);
    number(0);
  }

 private:
  static constexpr std::size_t kRoom = 32;  // the longest number and the slack behind it

  Bytes& out_;
};

}  // namespace wrapfeed::avro
