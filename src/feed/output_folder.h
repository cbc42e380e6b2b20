#pragma once

#include <filesystem>

namespace wrapfeed::feed {

// The folder of a catalog that is being made. It is new, or empty, or emptied of a former catalog by `force`; whatever
// stands in it afterwards came from this run, and goes again unless keep() says that all of it is there.
class OutputFolder {
 public:
  // Error if it exists and is not empty (without force), if what is in it is not ours (with force), or if it cannot be
  // made.
  OutputFolder(std::filesystem::path path, bool force);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::filesystem::path path_;
  bool existed_ = false;
  bool kept_ = false;
};

// The same refusals without touching anything, so that a verb can give them before its long work.
void check_output_folder(const std::filesystem::path& path, bool force);

}  // namespace wrapfeed::feed
