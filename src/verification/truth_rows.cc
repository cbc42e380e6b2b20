#include "verification/truth_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"
#include "verification/files.h"

namespace wrapfeed::verification {
namespace {

struct CauseClaim {
  std::string_view cause;
  Claim claim;
};
constexpr CauseClaim kClaims[] = {
    {"resumed", Claim::SameTrack},     {"restarted", Claim::SameTrack},
    {"looped", Claim::SameTrack},      {"album_run", Claim::NextOnAlbum},
    {"artist_run", Claim::SameArtist}, {"passage", Claim::FromHistory},
    {"repeat", Claim::FromHistory},    {"collection", Claim::FromCollection},
    {"known_artist", Claim::NewTrack}, {"release", Claim::NewTrack},
    {"viral", Claim::NewTrack},        {"seasonal", Claim::Nothing},
    {"discovery", Claim::NewTrack},
};

// One claim for each symbol of the schema.
std::vector<Claim> claims_by_symbol(const avro::Schema& causes) {
  std::vector<Claim> claims;
  for (const std::string& symbol : causes.symbols) {
    const auto found =
        std::find_if(std::begin(kClaims), std::end(kClaims), [&](const auto& known) { return known.cause == symbol; });
    claims.push_back(found == std::end(kClaims) ? Claim::Nothing : found->claim);
  }
  return claims;
}

// The rows of one truth table, read into what is known of their users.
class Reader {
 public:
  Reader(const std::filesystem::path& feed, const feed::Manifest& manifest, const std::string& part, Findings& findings)
      : feed_(feed), manifest_(manifest), part_(part), findings_(findings) {}

  void read_users(TruthByUser& truth) {
    const avro::Schema& schema = *avro::truth_user_table().schema;
    const std::size_t user = schema.place_of("user_id");
    each_row("user", avro::truth_user_table(), [&](const avro::Row& row) { ++truth[row[user].integer].rows; });
  }

  void read_sessions(TruthByUser& truth) {
    const avro::Schema& schema = *avro::truth_session_table().schema;
    const std::size_t id = schema.place_of("session_id");
    const std::size_t user = schema.place_of("user_id");
    const std::size_t begin = schema.place_of("local_begin");
    each_row("session", avro::truth_session_table(), [&](const avro::Row& row) {
      std::vector<TruthSession>& sessions = truth[row[user].integer].sessions;
      const bool rises = sessions.empty() || sessions.back().session_id < row[id].integer;
      if (!rises) out_of_order("session", row[id].integer);
      sessions.push_back({row[id].integer, row[begin].integer});
    });
  }

  void read_streams(TruthByUser& truth) {
    const avro::Schema& schema = *avro::truth_stream_table().schema;
    const std::size_t id = schema.place_of("stream_id");
    const std::size_t session = schema.place_of("session_id");
    const std::size_t user = schema.place_of("user_id");
    const std::size_t cause = schema.place_of("cause");
    const std::size_t distance = schema.place_of("distance");
    const std::size_t plays_before = schema.place_of("plays_before");
    const std::size_t place = schema.place_of("place");
    const std::size_t start = schema.place_of("local_start");
    const std::vector<Claim> claims = claims_by_symbol(*schema.fields[cause].schema);
    const auto small = [](const avro::Cell& cell) { return static_cast<std::int32_t>(cell.integer); };
    each_row("stream", avro::truth_stream_table(), [&](const avro::Row& row) {
      std::vector<TruthStream>& streams = truth[row[user].integer].streams;
      const bool rises = streams.empty() || streams.back().stream_id < row[id].integer;
      if (!rises) out_of_order("stream", row[id].integer);
      streams.push_back({.stream_id = row[id].integer,
                         .session_id = row[session].integer,
                         .local_start = row[start].integer,
                         .distance = row[distance].is_null() ? TruthStream::kNoDistance : small(row[distance]),
                         .plays_before = small(row[plays_before]),
                         .place = small(row[place]),
                         .claim = claims[static_cast<std::size_t>(row[cause].integer)]});
    });
  }

 private:
  void out_of_order(std::string_view table, std::int64_t id) {
    findings_.add(Kind::RowsOutOfOrder, fmt::format("truth/{}/{}: {}_id {}", table, part_, table, id));
  }

  template <typename Use>
  void each_row(const std::string& name, const avro::Table& table, Use use) {
    const auto found = manifest_.truth.find(name);
    if (found == manifest_.truth.end()) return;
    for (const feed::FileEntry& file : found->second.files) {
      if (std::filesystem::path(file.path).filename() != part_ || !std::filesystem::exists(feed_ / file.path)) continue;
      try {
        avro::ContainerReader reader(feed_ / file.path, table.schema);
        avro::Row row;
        while (reader.next(row)) use(row);
        check_summary(file, reader.summary(), findings_);
      } catch (const base::Error& error) {
        findings_.add(Kind::Unreadable, error.what());
      }
    }
  }

  const std::filesystem::path& feed_;
  const feed::Manifest& manifest_;
  const std::string& part_;
  Findings& findings_;
};

}  // namespace

TruthByUser read_truth(const std::filesystem::path& feed, const feed::Manifest& manifest, const std::string& part,
                       Findings& findings) {
  TruthByUser truth;
  Reader reader(feed, manifest, part, findings);
  reader.read_users(truth);
  reader.read_sessions(truth);
  reader.read_streams(truth);
  return truth;
}

}  // namespace wrapfeed::verification
