#include "verification/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"
#include "feed/manifest.h"
#include "verification/event_row.h"
#include "verification/files.h"
#include "verification/tables.h"
#include "verification/user_checker.h"

namespace wrapfeed::verification {
namespace {

Window window_of(const feed::FeedOptions& options) {
  return {options.only_from * base::kDay, options.only_to * base::kDay, options.only_users_begin,
          options.only_users_end, options.only_from > options.from};
}

// Reads the event files, part by part: the files of one part number (one in layout user, one a day in layout day) hold
// the same users, in the order of time.
class EventCheck {
 public:
  EventCheck(const std::filesystem::path& feed, const feed::Manifest& manifest, const KnownTables& tables,
             Verdict& verdict)
      : feed_(feed), manifest_(manifest), tables_(tables), window_(window_of(manifest.options)), verdict_(verdict) {}

  void run() {
    std::map<std::string, std::vector<const feed::FileEntry*>> parts;  // by file name
    for (const feed::FileEntry& file : manifest_.tables.at("event").files) {
      parts[std::filesystem::path(file.path).filename()].push_back(&file);
    }
    for (const auto& [name, files] : parts) check_part(files);
    check_ranges(event_ids_, Kind::EventIdShared);
    check_ranges(session_ids_, Kind::SessionIdShared);
  }

 private:
  using Users = std::map<std::int64_t, UserChecker>;

  void check_part(const std::vector<const feed::FileEntry*>& files) {
    Users users;
    for (const feed::FileEntry* file : files) {
      if (std::filesystem::exists(feed_ / file->path)) check_file(*file, users);
    }
    for (const auto& [id, user] : users) {
      user.finish(verdict_.findings);
      event_ids_.emplace_back(user.event_ids(), id);
      session_ids_.emplace_back(user.session_ids(), id);
    }
  }

  void check_file(const feed::FileEntry& file, Users& users) {
    std::optional<base::Millis> first, last;
    try {
      avro::ContainerReader reader(feed_ / file.path, avro::event_table().schema);
      const EventColumns columns(*reader.schema());
      avro::Row row;
      std::optional<EventRow> before;
      const std::optional<base::Days> date = date_of(file);
      while (reader.next(row)) {
        const EventRow event = columns.read(row);
        check_order(file, before, event);
        if (date && base::day_of(event.event_time) != *date) {
          verdict_.findings.add(Kind::WrongPartition, fmt::format("{}: event_id {}", file.path, event.event_id));
        }
        first = std::min(first.value_or(event.event_time), event.event_time);
        last = std::max(last.value_or(event.event_time), event.event_time);
        users.try_emplace(event.user_id, event.user_id, tables_, window_).first->second.check(event, verdict_.findings);
        before = event;
        ++verdict_.events;
      }
      check_summary(file, reader.summary(), verdict_.findings);
    } catch (const base::Error& error) {
      verdict_.findings.add(Kind::Unreadable, error.what());
      return;
    }
    if (first != file.min_event_time || last != file.max_event_time) {
      verdict_.findings.add(Kind::EventTimesDiffer, file.path);
    }
  }

  // The date in the path of a day's file; nothing in layout user.
  static std::optional<base::Days> date_of(const feed::FileEntry& file) {
    constexpr std::string_view kKey = "event_date=";
    const std::size_t at = file.path.find(kKey);
    if (at == std::string::npos) return std::nullopt;
    return base::parse_date("event_date", std::string_view(file.path).substr(at + kKey.size(), 10));
  }

  void check_order(const feed::FileEntry& file, const std::optional<EventRow>& before, const EventRow& event) {
    if (!before) return;
    const bool by_user = manifest_.options.layout == feed::Layout::User;
    const bool in_order = by_user ? before->user_id <= event.user_id : before->event_time <= event.event_time;
    if (!in_order)
      verdict_.findings.add(Kind::RowsOutOfOrder, fmt::format("{}: event_id {}", file.path, event.event_id));
  }

  using Ranges = std::vector<std::pair<UserChecker::Range, std::int64_t>>;
  void check_ranges(Ranges& ranges, Kind kind) {
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first.first < b.first.first; });
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      if (ranges[i].first.first > ranges[i - 1].first.last) continue;
      verdict_.findings.add(kind, fmt::format("users {} and {}", ranges[i - 1].second, ranges[i].second));
    }
  }

  const std::filesystem::path& feed_;
  const feed::Manifest& manifest_;
  const KnownTables& tables_;
  const Window window_;
  Verdict& verdict_;
  Ranges event_ids_;
  Ranges session_ids_;
};

}  // namespace

Verdict verify(const std::filesystem::path& feed) {
  const feed::Manifest manifest = feed::read_manifest(feed);
  Verdict verdict;
  verdict.files = check_files(feed, manifest, verdict.findings);
  if (manifest.options.format != feed::Format::Avro) {
    verdict.rows_checked = false;
    return verdict;
  }
  const KnownTables tables(feed, manifest, verdict.findings);
  if (manifest.tables.contains("event")) EventCheck(feed, manifest, tables, verdict).run();
  return verdict;
}

}  // namespace wrapfeed::verification
