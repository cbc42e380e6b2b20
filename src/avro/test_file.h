#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "avro/bytes.h"
#include "avro/cursor.h"
#include "avro/decoder.h"
#include "avro/schema.h"

// What the tests of this module share: files that go away, and single records without a file around them.
namespace wrapfeed::avro {

class TestFile {
 public:
  TestFile() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    static int number = 0;
    path_ = std::filesystem::path(::testing::TempDir()) /
            fmt::format("{}.{}.{}.{}.avro", test->test_suite_name(), test->name(), ::getpid(), number++);
  }
  explicit TestFile(std::string_view bytes) : TestFile() { write(bytes); }
  ~TestFile() { std::filesystem::remove(path_); }
  TestFile(const TestFile&) = delete;
  TestFile& operator=(const TestFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(std::string_view bytes) const {
    std::filesystem::remove(path_);  // a file truncated and written again may be flushed to disk each time
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  std::string read() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

inline std::string hex(std::span<const std::byte> bytes) {
  std::string out;
  for (const std::byte byte : bytes) out += fmt::format("{:02x}", std::to_integer<int>(byte));
  return out;
}

inline Bytes from_hex(std::string_view text) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const std::byte byte{static_cast<unsigned char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16))};
    bytes.append({&byte, 1});
  }
  return bytes;
}

// A message of `function`'s Error; empty if it throws none.
template <typename Function>
std::string error_of(Function function) {
  try {
    function();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace wrapfeed::avro
