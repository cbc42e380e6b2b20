#include "pipeline/encode_answers.h"

#include "avro/appender.h"

namespace wrapfeed::pipeline {
namespace {

using answers::Answers;
using answers::Tally;

// Eligible for a Wrapped from so many on.
constexpr std::int64_t kFewestTracks = 30;
constexpr std::int64_t kFewestArtists = 5;

class Encoder {
 public:
  Encoder(const Answers& answers, const catalog::Catalog& catalog, avro::Bytes& bytes)
      : of_(answers), catalog_(catalog), out_(bytes) {}

  void encode() {
    out_.number(of_.user_id);
    out_.number(of_.year);
    out_.boolean(of_.different_tracks >= kFewestTracks && of_.different_artists >= kFewestArtists);
    minutes(of_.heard);
    out_.number(of_.heard.streams);
    out_.number(of_.different_tracks);
    out_.number(of_.different_artists);
    out_.number(of_.different_genres);
    put_tops();
    put_top_song();
    put_tallies(of_.months, 1);
    put_tallies(of_.weekdays, 1);
    put_tallies(of_.hours, 0);
    put_share(of_.heard.streams > 0, {}, of_.night_streams, of_.heard.streams);
    put_discoveries();
    put_days();
    put_share(of_.plays > 0, of_.plays, of_.skips, of_.plays);
    put_library();
    put_spans(of_.decades);
    put_spans(of_.release_spans);
    put_moods();
    put_sprint();
    put_archive();
    put_inputs();
  }

 private:
  void minutes(const Tally& heard) { out_.number(heard.ms_played / base::kMinute); }
  void put(const Tally& heard) {
    out_.number(heard.streams);
    minutes(heard);
  }
  void artist(std::uint32_t number) {
    const events::Artist artist = catalog_.artist(number);
    out_.text(events::text(artist.artist_id));
    out_.text(artist.name);
  }
  bool some(bool there) {
    out_.number(there ? 1 : 0);  // the branch of ["null", T]
    return there;
  }

  void put_tops() {
    out_.array(of_.top_tracks, [&](const answers::TrackTally& top) {
      const events::Track track = catalog_.track(top.track);
      out_.text(events::text(track.track_id));
      out_.text(track.name);
      out_.text(track.artist_name);
      put(top.heard);
    });
    out_.array(of_.top_artists, [&](const answers::ArtistTally& top) {
      artist(top.artist);
      put(top.heard);
    });
    out_.array(of_.top_albums, [&](const answers::AlbumTally& top) {
      out_.text(catalog_.track(top.first_track).album_name);
      artist(catalog_.track_row(top.first_track).artist);
      out_.number(top.heard.streams);
      out_.number(top.tracks_streamed);
      out_.number(top.tracks);
      out_.real(top.score);
    });
    if (some(!of_.top_genres.empty())) out_.text(of_.top_genres.front().genre);
    out_.array(of_.top_genres, [&](const answers::GenreTally& top) {
      out_.text(top.genre);
      put(top.heard);
    });
  }

  void put_top_song() {
    if (!some(of_.top_song.has_value())) return;
    const answers::TopSong& song = *of_.top_song;
    const events::Track track = catalog_.track(song.track);
    out_.text(events::text(track.track_id));
    out_.text(track.name);
    out_.number(song.streams);
    out_.number(song.first_play);
    if (some(song.hundredth_play.has_value())) out_.number(*song.hundredth_play);
    out_.number(song.best_day);
    out_.number(song.best_day_streams);
  }

  // Those with a stream, numbered from `first`.
  template <std::size_t kSize>
  void put_tallies(const std::array<Tally, kSize>& tallies, std::int64_t first) {
    std::vector<std::size_t> heard;
    for (std::size_t i = 0; i < kSize; ++i) {
      if (tallies[i].streams > 0) heard.push_back(i);
    }
    out_.array(heard, [&](std::size_t i) {
      out_.number(first + static_cast<std::int64_t>(i));
      put(tallies[i]);
    });
  }

  void put_share(bool there, std::optional<std::int64_t> before, std::int64_t part, std::int64_t whole) {
    if (!some(there)) return;
    if (before) out_.number(*before);
    out_.number(part);
    out_.real(static_cast<double>(part) / static_cast<double>(whole));
  }

  void put_discoveries() {
    out_.number(of_.discoveries.tracks);
    out_.number(of_.discoveries.artists);
    out_.number(of_.discoveries.new_releases);
  }

  void put_days() {
    const answers::Streak& streak = of_.longest_streak;
    out_.number(streak.days);
    if (some(streak.days > 0)) out_.number(streak.first);
    if (some(streak.days > 0)) out_.number(streak.last);
    out_.number(of_.active_days);
    if (!some(of_.peak_day.has_value())) return;
    out_.number(of_.peak_day->day);
    minutes(of_.peak_day->heard);
    out_.number(of_.peak_day->heard.streams);
  }

  void put_library() {
    out_.number(of_.library.likes);
    out_.number(of_.library.playlists_made);
    out_.number(of_.library.playlist_additions);
    out_.number(of_.library.follows);
  }

  void put_spans(const std::vector<answers::SpanTally>& spans) {
    out_.array(spans, [&](const answers::SpanTally& span) {
      out_.number(span.first_year);
      out_.number(span.streams);
    });
  }

  void put_moods() {
    const auto put_mood = [&](const answers::MoodTally& mood) {
      out_.text(mood.mood);
      out_.number(mood.streams);
    };
    out_.array(of_.audio_day, [&](const answers::PartMood& part) {
      out_.text(part.part);
      put_mood(part.most);
    });
    out_.array(of_.moods, put_mood);
  }

  void put_sprint() {
    out_.array(of_.sprint, [&](const answers::SprintPlace& place) {
      out_.number(place.month);
      out_.number(place.rank);
      artist(place.artist);
      out_.number(place.streams);
    });
  }

  void put_archive() {
    out_.array(of_.archive, [&](const answers::KindOfDay& kind) {
      out_.text(kind.kind);
      out_.number(kind.day.day);
      put(kind.day.heard);
    });
  }

  void put_inputs() {
    if (some(of_.heard.streams > 0)) {
      out_.number(of_.artist_weeks);
      out_.number(of_.track_days);
      out_.number(of_.popularity);
    }
    out_.number(of_.inputs.birth_year);
    out_.text({of_.inputs.country.data(), of_.inputs.country.size()});
    out_.text(of_.inputs.city);
    out_.number(of_.inputs.own_plays);
    out_.number(of_.inputs.program_plays);
    out_.number(of_.inputs.album_plays);
    out_.number(of_.inputs.release_days);
    out_.array(of_.inputs.listened, [&](const answers::ArtistTally& listened) {
      out_.text(events::text(catalog_.artist_ids()[listened.artist]));
      out_.number(listened.heard.streams);
      out_.number(listened.heard.ms_played);
    });
  }

  const Answers& of_;
  const catalog::Catalog& catalog_;
  avro::Appender out_;
};

}  // namespace

void encode_answers(const Answers& answers, const catalog::Catalog& catalog, avro::Bytes& out) {
  Encoder(answers, catalog, out).encode();
}

}  // namespace wrapfeed::pipeline
