#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace wrapfeed::avro {

// A growable run of bytes for encoders: unlike std::vector it never fills with zeros, and a writer may take a raw
// pointer to room ahead (prepare), write, and tell how far it got (commit).
class Bytes {
 public:
  Bytes() = default;
  Bytes(Bytes&& other) noexcept { swap(other); }
  Bytes(const Bytes& other) { append(other); }
  Bytes& operator=(Bytes other) noexcept {
    swap(other);
    return *this;
  }

  std::byte* data() { return data_.get(); }
  const std::byte* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  std::byte* begin() { return data(); }
  std::byte* end() { return data() + size_; }
  const std::byte* begin() const { return data(); }
  const std::byte* end() const { return data() + size_; }
  std::byte& operator[](std::size_t index) { return data_[index]; }
  const std::byte& operator[](std::size_t index) const { return data_[index]; }

  void clear() { size_ = 0; }
  // Bytes beyond the old size have no particular value.
  void resize(std::size_t size) {
    reserve(size);
    size_ = size;
  }
  void reserve(std::size_t capacity) {
    if (capacity > capacity_) grow(capacity);
  }
  void append(std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    std::byte* at = prepare(bytes.size());
    std::memcpy(at, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  // Room for `room` more bytes behind the last; the pointer is good until the next call that may grow.
  std::byte* prepare(std::size_t room) {
    if (capacity_ - size_ < room) [[unlikely]]
      grow(size_ + room);
    return data() + size_;
  }
  void commit(const std::byte* end) { size_ = static_cast<std::size_t>(end - data()); }

  void swap(Bytes& other) noexcept {
    data_.swap(other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  struct Free {
    void operator()(std::byte* data) const { std::free(data); }
  };

  void grow(std::size_t needed) {
    const std::size_t capacity = needed > 2 * capacity_ ? needed : 2 * capacity_;
    auto* data = static_cast<std::byte*>(std::realloc(data_.get(), capacity));
    if (data == nullptr) throw std::bad_alloc();
    static_cast<void>(data_.release());
    data_.reset(data);
    capacity_ = capacity;
  }

  std::unique_ptr<std::byte[], Free> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace wrapfeed::avro
