#pragma once

#include <array>
#include <cstdint>

namespace wrapfeed::simulation {

// The last 8,192 tracks a listener played, in order, by their slots in the repertoire: what repeats are copied from.
class History {
 public:
  static constexpr std::uint32_t kCapacity = 8192;

  void clear() noexcept { count_ = 0; }
  void push(std::uint32_t slot) noexcept { slots_[count_++ % kCapacity] = slot; }
  // How many tracks can be looked back at.
  std::uint32_t length() const noexcept { return count_ < kCapacity ? count_ : kCapacity; }
  // All plays so far; the place of the play to come.
  std::uint32_t count() const noexcept { return count_; }
  // The track `distance` plays back, 0 = the last one; distance < length().
  std::uint32_t back(std::uint32_t distance) const noexcept { return slots_[(count_ - 1 - distance) % kCapacity]; }
  // The track at a place counted from the first play, still remembered.
  std::uint32_t at(std::uint32_t place) const noexcept { return slots_[place % kCapacity]; }
  bool remembers(std::uint32_t place) const noexcept { return place < count_ && count_ - place <= kCapacity; }

 private:
  std::uint32_t count_ = 0;
  std::array<std::uint32_t, kCapacity> slots_{};
};

}  // namespace wrapfeed::simulation
