#include "verification/event_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"
#include "verification/event_row.h"
#include "verification/files.h"

namespace wrapfeed::verification {
namespace {

Window window_of(const feed::FeedOptions& options) {
  return {options.only_from * base::kDay, options.only_to * base::kDay, options.only_users_begin,
          options.only_users_end, options.only_from > options.from};
}

// The date in the path of a day's file; nothing in layout user.
std::optional<base::Days> date_of(const feed::FileEntry& file) {
  constexpr std::string_view kKey = "event_date=";
  const std::size_t at = file.path.find(kKey);
  if (at == std::string::npos) return std::nullopt;
  return base::parse_date("event_date", std::string_view(file.path).substr(at + kKey.size(), 10));
}

}  // namespace

EventCheck::EventCheck(const std::filesystem::path& feed, const feed::Manifest& manifest, const KnownTables& tables,
                       Verdict& verdict)
    : feed_(feed), manifest_(manifest), tables_(tables), window_(window_of(manifest.options)), verdict_(verdict) {
  if (manifest.truth.empty()) return;
  discography_.emplace(feed, manifest, tables);
  truth_users_.resize(static_cast<std::size_t>(window_.end_user - window_.first_user));
}

void EventCheck::run() {
  std::map<std::string, std::vector<const feed::FileEntry*>> parts;  // by file name
  const auto name_of = [](const feed::FileEntry& file) { return std::filesystem::path(file.path).filename().string(); };
  for (const feed::FileEntry& file : manifest_.tables.at("event").files) parts[name_of(file)].push_back(&file);
  for (const auto& [table, entry] : manifest_.truth) {
    for (const feed::FileEntry& file : entry.files) parts[name_of(file)];  // a part may have no event
  }
  for (const auto& [name, files] : parts) check_part(name, files);
  check_ranges(event_ids_, Kind::EventIdShared);
  check_ranges(session_ids_, Kind::SessionIdShared);
  check_truth_users();
}

void EventCheck::check_part(const std::string& name, const std::vector<const feed::FileEntry*>& files) {
  TruthByUser truth = read_truth(feed_, manifest_, name, verdict_.findings);
  note_truth_users(truth);
  Users users;
  for (const feed::FileEntry* file : files) {
    if (std::filesystem::exists(feed_ / file->path)) check_file(*file, users, truth);
  }
  if (discography_) {  // users who heard nothing: then the truth should know of nothing
    while (!truth.empty()) users.emplace(truth.begin()->first, make_user(truth.begin()->first, truth));
  }
  for (const auto& [id, user] : users) {
    user.events.finish(verdict_.findings);
    if (user.truth) user.truth->finish(verdict_.findings);
    event_ids_.emplace_back(user.events.event_ids(), id);
    session_ids_.emplace_back(user.events.session_ids(), id);
  }
}

void EventCheck::check_file(const feed::FileEntry& file, Users& users, TruthByUser& truth) {
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
      check_event(event, users, truth);
      before = event;
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

void EventCheck::check_event(const EventRow& event, Users& users, TruthByUser& truth) {
  auto user = users.find(event.user_id);
  if (user == users.end()) user = users.emplace(event.user_id, make_user(event.user_id, truth)).first;
  user->second.events.check(event, verdict_.findings);
  if (user->second.truth) user->second.truth->check(event, verdict_.findings);
  ++verdict_.events;
}

// Takes the user's rows out of the truth.
EventCheck::User EventCheck::make_user(std::int64_t id, TruthByUser& truth) const {
  User user{UserChecker(id, tables_, window_), std::nullopt};
  if (!discography_) return user;
  auto rows = truth.extract(id);
  user.truth.emplace(id, rows ? std::move(rows.mapped()) : UserTruth{}, tables_, *discography_, window_);
  return user;
}

void EventCheck::check_order(const feed::FileEntry& file, const std::optional<EventRow>& before,
                             const EventRow& event) {
  if (!before) return;
  const bool by_user = manifest_.options.layout == feed::Layout::User;
  const bool in_order = by_user ? before->user_id <= event.user_id : before->event_time <= event.event_time;
  if (!in_order) verdict_.findings.add(Kind::RowsOutOfOrder, fmt::format("{}: event_id {}", file.path, event.event_id));
}

void EventCheck::note_truth_users(const TruthByUser& truth) {
  for (const auto& [id, user] : truth) {
    const bool inside = id >= window_.first_user && id < window_.end_user;
    const auto place = static_cast<std::size_t>(id - window_.first_user);
    for (std::int64_t row = 0; row < user.rows; ++row) {
      if (!inside || truth_users_[place]) {
        verdict_.findings.add(Kind::TruthOfNothing, fmt::format("user {}", id));
      } else {
        truth_users_[place] = true;
      }
    }
  }
}

void EventCheck::check_truth_users() {
  for (std::size_t i = 0; i < truth_users_.size(); ++i) {
    if (truth_users_[i]) continue;
    verdict_.findings.add(Kind::TruthMissing,
                          fmt::format("user {}", window_.first_user + static_cast<std::int64_t>(i)));
  }
}

void EventCheck::check_ranges(Ranges& ranges, Kind kind) {
  std::erase_if(ranges, [](const auto& range) { return range.first.last < 0; });  // of users without events
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first.first < b.first.first; });
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i].first.first > ranges[i - 1].first.last) continue;
    verdict_.findings.add(kind, fmt::format("users {} and {}", ranges[i - 1].second, ranges[i].second));
  }
}

}  // namespace wrapfeed::verification
