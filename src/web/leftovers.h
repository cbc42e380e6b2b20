#pragma once

#include <filesystem>

namespace wrapfeed::web {

// What memory does not hold while a file is made goes to this folder beside it: to the disk that the results go to.
std::filesystem::path scratch_of(const std::filesystem::path& partial);

// What stands beside a partial file while it is made, and is of no use once that has ended, however it did: makes the
// folder for scratch, and locks it for as long as this process lives. Error if it cannot be made.
class Leftovers {
 public:
  explicit Leftovers(const std::filesystem::path& partial);
  ~Leftovers();  // removes it all
  Leftovers(const Leftovers&) = delete;
  Leftovers& operator=(const Leftovers&) = delete;

 private:
  const std::filesystem::path partial_;
  int scratch_;  // descriptor
};

// Removes the partial files of `file`, and what is beside them, whose process was killed: nobody locks their scratch.
// What cannot be removed stays.
void clear_leftovers(const std::filesystem::path& file);

}  // namespace wrapfeed::web
