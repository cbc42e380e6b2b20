#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wrapfeed::verification {

// What can be wrong with a feed. The names are what `wrapfeed verify` prints.
enum class Kind : std::uint8_t {
  // files
  MissingFile,
  UnlistedFile,
  SizeDiffers,
  ChecksumDiffers,
  RecordCountDiffers,
  DigestDiffers,
  EventTimesDiffer,
  Unreadable,
  // tables
  DuplicateId,
  UserMissing,
  UnknownUser,
  UnknownTrack,
  UnknownArtist,
  // one event
  OutsideWindow,
  IngestNotAfterEvent,
  UtcOffsetWrong,
  FieldMissing,
  BeforeRegistration,
  BeforeRelease,
  // order
  RowsOutOfOrder,
  WrongPartition,
  EventIdNotRising,
  EventIdShared,
  TimeNotRising,
  SessionIdShared,
  SessionResumed,
  // streams
  StreamWithoutPlay,
  StreamNotEnded,
  EventAfterEnd,
  StreamMixed,
  EndingWithoutReason,
  PauseResumeOutOfTurn,
  PositionImpossible,
  MsPlayedDiffers,
  CompleteBeforeTheEnd,
  // library
  PlaylistUnknown,
  PlaylistTwice,
  NotOnPlaylist,
  UnlikeOfUnliked,
  LikeOfLiked,
  UnfollowOfUnfollowed,
  // truth
  TruthMissing,
  TruthOfNothing,
  TruthDiffers,
  LocalTimeWrong,
  NotTheSameTrack,
  NotTheSameArtist,
  NotNextOnAlbum,
  DistanceWrong,
  NotInCollection,
  NotNew,
  WrappedDiffers,
  Last = WrappedDiffers,
};
inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::Last) + 1;

std::string_view name_of(Kind kind);     // "ms_played_differs"
std::string_view meaning_of(Kind kind);  // one sentence

// Violations counted by kind, with the first place of each.
class Findings {
 public:
  void add(Kind kind, std::string where) {
    Finding& finding = findings_[static_cast<std::size_t>(kind)];
    if (finding.count++ == 0) finding.first = std::move(where);
  }
  std::int64_t count(Kind kind) const { return findings_[static_cast<std::size_t>(kind)].count; }
  const std::string& first(Kind kind) const { return findings_[static_cast<std::size_t>(kind)].first; }
  std::int64_t total() const;
  void merge(const Findings& other);

 private:
  struct Finding {
    std::int64_t count = 0;
    std::string first;
  };
  std::array<Finding, kKinds> findings_;
};

}  // namespace wrapfeed::verification
