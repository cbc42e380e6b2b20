#include <gtest/gtest.h>

#include <map>
#include <string>

#include "avro/tables.h"
#include "events/event.h"
#include "events/track.h"
#include "events/user.h"

namespace wrapfeed::avro {
namespace {

// Every enumerator by its symbol, in the order of the header: the symbols' indices are the values.
const Schema& enum_of(const Schema& record, std::string_view field) {
  for (const Schema::Field& candidate : record.fields) {
    if (candidate.name == field) return candidate.schema->without_null();
  }
  ADD_FAILURE() << field;
  return record;
}

template <typename Enum>
void expect_symbols(const Schema& schema, const std::map<Enum, std::string>& expected) {
  ASSERT_EQ(schema.symbols.size(), expected.size());
  for (const auto& [value, symbol] : expected) EXPECT_EQ(schema.symbols.at(static_cast<std::size_t>(value)), symbol);
}

TEST(Enums, OfEventsAreInOrder) {
  using enum events::EventType;
  const Schema& event = *event_table().schema;
  expect_symbols<events::EventType>(enum_of(event, "event_type"), {{Unknown, "unknown"},
                                                                   {Play, "play"},
                                                                   {Pause, "pause"},
                                                                   {Resume, "resume"},
                                                                   {Seek, "seek"},
                                                                   {Skip, "skip"},
                                                                   {Complete, "complete"},
                                                                   {Stop, "stop"},
                                                                   {Like, "like"},
                                                                   {Unlike, "unlike"},
                                                                   {PlaylistCreate, "playlist_create"},
                                                                   {PlaylistAdd, "playlist_add"},
                                                                   {PlaylistRemove, "playlist_remove"},
                                                                   {Follow, "follow"},
                                                                   {Unfollow, "unfollow"}});
  using Reason = events::Reason;
  expect_symbols<Reason>(enum_of(event, "reason"), {{Reason::Unknown, "unknown"},
                                                    {Reason::Trackdone, "trackdone"},
                                                    {Reason::Fwdbtn, "fwdbtn"},
                                                    {Reason::Backbtn, "backbtn"},
                                                    {Reason::Clickrow, "clickrow"},
                                                    {Reason::Playbtn, "playbtn"},
                                                    {Reason::Appload, "appload"},
                                                    {Reason::Remote, "remote"},
                                                    {Reason::Endplay, "endplay"},
                                                    {Reason::Logout, "logout"},
                                                    {Reason::Trackerror, "trackerror"},
                                                    {Reason::UnexpectedExit, "unexpected_exit"}});
  using Source = events::Source;
  expect_symbols<Source>(enum_of(event, "source"), {{Source::Unknown, "unknown"},
                                                    {Source::LikedSongs, "liked_songs"},
                                                    {Source::Playlist, "playlist"},
                                                    {Source::Album, "album"},
                                                    {Source::Artist, "artist"},
                                                    {Source::Search, "search"},
                                                    {Source::Radio, "radio"},
                                                    {Source::Editorial, "editorial"},
                                                    {Source::Personalised, "personalised"},
                                                    {Source::Charts, "charts"}});
}

TEST(Enums, OfDimensionsAreInOrder) {
  using Platform = events::Platform;
  const std::map<Platform, std::string> platforms{
      {Platform::Unknown, "unknown"}, {Platform::Android, "android"},
      {Platform::Ios, "ios"},         {Platform::Windows, "windows"},
      {Platform::Osx, "osx"},         {Platform::Linux, "linux"},
      {Platform::Cast, "cast"},       {Platform::WebPlayer, "web_player"},
  };
  const Schema& user = *user_table().schema;
  expect_symbols(enum_of(*event_table().schema, "platform"), platforms);
  expect_symbols(enum_of(enum_of(user, "habits"), "main_platform"), platforms);
  using Gender = events::Gender;
  expect_symbols<Gender>(enum_of(user, "gender"), {{Gender::Unknown, "unknown"},
                                                   {Gender::Female, "female"},
                                                   {Gender::Male, "male"},
                                                   {Gender::Nonbinary, "nonbinary"}});
  using Plan = events::Plan;
  expect_symbols<Plan>(enum_of(user, "plan"), {{Plan::Unknown, "unknown"},
                                               {Plan::Free, "free"},
                                               {Plan::Premium, "premium"},
                                               {Plan::Student, "student"},
                                               {Plan::Family, "family"},
                                               {Plan::Duo, "duo"}});
  using Precision = events::DatePrecision;
  expect_symbols<Precision>(enum_of(*track_table().schema, "release_date_precision"), {{Precision::Unknown, "unknown"},
                                                                                       {Precision::Day, "day"},
                                                                                       {Precision::Month, "month"},
                                                                                       {Precision::Year, "year"}});
}

}  // namespace
}  // namespace wrapfeed::avro
