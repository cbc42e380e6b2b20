#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wrapfeed::simulation {

// Values by number, 0 to 2^32 - 2: a hash table by open addressing that only grows until it is cleared, emptied often
// and kept small.
template <typename Value>
class NumberTable {
 public:
  struct Entry {
    std::uint32_t key = kEmpty;
    Value value{};
  };

  void clear() {
    entries_.assign(kInitial, Entry{});
    used_ = 0;
  }
  // The number's entry, or one of another key and no value.
  const Entry& find(std::uint32_t number) const noexcept { return entries_[place_of(number)]; }
  // Gives a number that has none this value; false if it has one.
  bool insert(std::uint32_t number, Value value) {
    if (kRoom * (used_ + 1) > entries_.size()) [[unlikely]]
      grow();
    Entry& entry = entries_[place_of(number)];
    if (entry.key == number) return false;
    entry = {number, value};
    ++used_;
    return true;
  }

 private:
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  static constexpr std::size_t kInitial = 16384;
  static constexpr std::size_t kRoom = 4;  // entries for each value: most are found where they are looked for first

  // Where the number's entry is, or would be.
  std::size_t place_of(std::uint32_t number) const noexcept {
    const std::size_t mask = entries_.size() - 1;
    std::size_t i = (number * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(entries_.size()));
    while (entries_[i].key != number && entries_[i].key != kEmpty) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<Entry> old(2 * entries_.size());
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.key != kEmpty) entries_[place_of(entry.key)] = entry;
    }
  }

  std::vector<Entry> entries_ = std::vector<Entry>(kInitial);
  std::size_t used_ = 0;
};

}  // namespace wrapfeed::simulation
