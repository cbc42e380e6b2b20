#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace wrapfeed::avro {

// XXH3-128 of a stream of bytes, as the manifest shows it: 32 hex digits, the high half first (xxhsum -H2 prints the
// same). One thread at a time.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void update(std::span<const std::byte> bytes);
  std::string hex() const;  // of all bytes so far; more may follow

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wrapfeed::avro
