#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/file.h"
#include "feed/manifest.h"

namespace wrapfeed::feed {

// How a run takes the folder that it is to fill.
enum class Start : std::uint8_t {
  New,      // it must be missing or empty
  Replace,  // a former feed in it goes
  Resume,   // goes on with an unfinished feed of the same options, or begins; nobody else may be writing to it
  Share,    // likewise, while others may be writing to it
};

// Of one table, over all of its files.
struct TableTotal {
  std::int64_t records = 0;
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};
using Totals = std::map<std::string, TableTotal>;  // a truth table's name is "truth/stream"
void add_files(const FilesByTable& files, Totals& totals);

// How many parts of the work each table has.
using PartCounts = std::map<std::string, std::uint32_t>;

// A feed on its way, made by one run or by several, in processes and on machines of their own, some of them killed at
// any moment. What holds it together are files in ".unfinished": run.json says what is being made, so that no run goes
// on with another feed; a record for each finished part says what stands in its files. They go when the manifest is
// there. A run that ends early leaves what is finished. finished() and record() from any thread, the rest from one.
class FeedFolder {
 public:
  // Begins the feed that `head` describes, or goes on with it. Error, and nothing changed, if the folder holds
  // something else: another feed, naming the first option that differs, or what is no feed at all.
  FeedFolder(std::filesystem::path path, Manifest head, Start start);

  // The manifest is there: nothing is left to do.
  bool is_whole() const;

  // The entries of a finished part, whose files were read again and are as they were written; none if it is to be made.
  std::optional<FilesByTable> finished(std::string_view table, std::uint32_t part) const;
  // A part is made: puts its files into place, on disk, and then its record.
  void record(std::string_view table, std::uint32_t part, std::span<base::PendingFile> pending,
              const FilesByTable& files) const;
  std::int64_t finished_parts(const PartCounts& parts) const;  // by their records

  // When all parts are finished, by whomever: the marks of a whole feed, the manifest last. None if one is not. Several
  // runs may do it at once: they write the same bytes.
  std::optional<Totals> close(const PartCounts& parts) const;

  // What the manifest says.
  Totals totals() const;

 private:
  void begin() const;
  void go_on(Start start) const;
  void tidy() const;
  std::optional<Totals> add_up(const PartCounts& parts) const;
  void write_closing_files(const PartCounts& parts, const Totals& totals) const;

  std::filesystem::path path_;
  Manifest head_;  // without tables
};

// The refusals of the constructor that need no options, without touching anything: for before long work.
void check_feed_folder(const std::filesystem::path& path, Start start);

// If a feed is being made there: what to say of it. Empty if not.
std::string describe_unfinished(const std::filesystem::path& path);

}  // namespace wrapfeed::feed
