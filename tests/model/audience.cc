#include "audience.h"

namespace wrapfeed::model {
namespace {

realism::Play play_of(const events::Event& event, const catalog::Catalog& catalog) {
  const std::int64_t minute = event.event_time / base::kMinute;
  const catalog::TrackRow& track = catalog.track_row(event.track);
  return {.end = minute * 60,
          .local_end = (minute + event.utc_offset_minutes) * 60,
          .ms_played = event.ms_played,
          .track = static_cast<std::int32_t>(event.track),
          .artist = static_cast<std::int32_t>(track.artist),
          .length_ms = static_cast<std::int32_t>(track.duration_ms)};
}

}  // namespace

realism::Sample listen(const Audience& audience, const Service& service, const simulation::Model& model) {
  realism::Sample sample(audience.days, service.catalog.track_count(), service.catalog.artist_count());
  const base::Millis end = (kFrom + audience.days) * base::kDay;
  realism::Listener listener;
  const auto finish = [&](std::int64_t next_user) {
    if (!listener.plays.empty()) sample.add(listener);
    listener.plays.clear();
    listener.user_id = next_user;
  };
  each_session(audience, service, model,
               [&](const users::Profile& profile, const std::vector<events::Event>& session, const auto&) {
                 if (profile.row.user_id != listener.user_id) finish(profile.row.user_id);
                 for (const events::Event& event : session) {
                   const bool ended = event.ms_played != events::Event::kNoMillis;
                   if (ended && event.event_time < end) listener.plays.push_back(play_of(event, service.catalog));
                 }
               });
  finish(0);
  sample.finish();
  return sample;
}

}  // namespace wrapfeed::model
