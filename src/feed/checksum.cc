#include "feed/checksum.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <span>
#include <system_error>
#include <vector>

#include "avro/digest.h"
#include "base/error.h"

namespace wrapfeed::feed {

namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void fail_to_read(const std::filesystem::path& path) {
  base::fail("{}: cannot be read: {}", path.string(), std::generic_category().message(errno));
}

}  // namespace

FileDigest digest_file(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) fail_to_read(path);
  std::vector<std::byte> buffer(1 << 20);
  avro::Digest digest;
  std::int64_t bytes = 0;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    digest.update(std::span(buffer).first(size));
    bytes += static_cast<std::int64_t>(size);
  }
  if (std::ferror(file.get())) fail_to_read(path);
  return {bytes, digest.hex()};
}

}  // namespace wrapfeed::feed
