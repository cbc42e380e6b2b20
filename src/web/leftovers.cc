#include "web/leftovers.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratch = ".scratch";

int open_folder(const fs::path& path) { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

void remove_beside(const fs::path& partial) {
  std::error_code ignored;
  fs::remove(partial.string() + ".wal", ignored);  // DuckDB's
  fs::remove_all(scratch_of(partial), ignored);
}

void clear_unless_locked(const fs::path& scratch) {
  const int descriptor = open_folder(scratch);
  if (descriptor < 0) return;
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    const std::string name = scratch.string();
    const fs::path partial = name.substr(0, name.size() - kScratch.size());
    std::error_code ignored;
    fs::remove(partial, ignored);
    remove_beside(partial);
  }
  ::close(descriptor);
}

}  // namespace

fs::path scratch_of(const fs::path& partial) { return partial.string() + std::string(kScratch); }

Leftovers::Leftovers(const fs::path& partial) : partial_(partial) {
  std::error_code error;
  fs::create_directory(scratch_of(partial), error);
  if (error) base::fail("cannot create {}: {}", scratch_of(partial).string(), error.message());
  scratch_ = open_folder(scratch_of(partial));
  ::flock(scratch_, LOCK_EX | LOCK_NB);  // where that is not to be had, others cannot have it either
}

Leftovers::~Leftovers() {
  remove_beside(partial_);
  ::close(scratch_);
}

void clear_leftovers(const fs::path& file) {
  const std::string begin = fmt::format(".{}.", file.filename().string());  // base::partial_path()
  const std::string end = fmt::format(".partial{}", kScratch);
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(file.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(begin) && name.ends_with(end)) found.push_back(entry.path());
  }
  for (const fs::path& scratch : found) clear_unless_locked(scratch);
}

}  // namespace wrapfeed::web
