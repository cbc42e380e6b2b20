#include "cli/wrapped_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "cli/columns.h"
#include "cli/numbers.h"

namespace wrapfeed::cli {
namespace {

using insights::Answers;

constexpr std::size_t kLabel = 18;
constexpr std::size_t kName = 34;
constexpr std::string_view kStyleBold = "\x1b[1m", kStyleHead = "\x1b[1;35m", kStylePlain = "\x1b[0m";

class Card {
 public:
  Card(const Answers& answers, bool colours) : answers_(answers), colours_(colours) {}

  std::string draw() {
    title();
    if (answers_.at("streams") == 0) {
      text_ += "\n  Nothing was heard.\n";
      return text_;
    }
    tops();
    days();
    tastes();
    character();
    if (!has("axes")) text_ += "\n  Alone: without personality, listening age and whatever else compares users.\n";
    return text_;
  }

 private:
  std::string styled(std::string_view style, std::string_view text) const {
    return colours_ ? fmt::format("{}{}{}", style, text, kStylePlain) : std::string(text);
  }
  const Answers& at(const char* story) const { return answers_.at(story); }
  bool has(const char* story) const { return answers_.contains(story); }
  bool tells(const char* story) const { return has(story) && !at(story).is_null(); }
  static std::string words(const Answers& value) { return value.get<std::string>(); }
  static std::string count(const Answers& value) { return grouped(value.get<std::int64_t>()); }

  void section(std::string_view name) { text_ += fmt::format("\n {}\n", styled(kStyleHead, name)); }
  void line(std::string_view label, const std::string& value) {
    text_ += fmt::format("  {} {}\n", fit(label, kLabel), value);
  }

  void title() {
    text_ += styled(kStyleHead, fmt::format(" Wrapped {} of user {}", at("year").dump(), at("user_id").dump())) + "\n";
    text_ += fmt::format("\n  {} minutes, {} streams of {} tracks by {} artists in {} genres\n",
                         styled(kStyleBold, count(at("minutes"))), count(at("streams")), count(at("different_tracks")),
                         count(at("different_artists")), count(at("different_genres")));
    if (!at("eligible").get<bool>()) text_ += "  Too little for a Wrapped: it takes 30 tracks and 5 artists.\n";
  }

  void top(const char* story, std::string_view name, const char* what, const char* by) {
    if (at(story).empty()) return;
    section(name);
    int place = 0;
    for (const Answers& item : at(story)) {
      text_ += fmt::format("  {} {} {} {:>8}\n", ++place, fit(words(item.at(what)), kName),
                           fit(by == nullptr ? "" : words(item.at(by)), 22), count(item.at("streams")));
    }
  }

  void tops() {
    top("top_tracks", "Top tracks", "name", "artist_name");
    top("top_artists", "Top artists", "name", nullptr);
    top("top_albums", "Top albums", "album_name", "artist_name");
    top("top_genres", "Top genres", "genre", nullptr);
  }

  void days() {
    section("Days");
    const Answers &song = at("top_song"), &peak = at("peak_day");
    line("biggest day", fmt::format("{}, {} minutes", words(peak.at("date")), count(peak.at("minutes"))));
    line("longest streak", fmt::format("{} days, {} to {}", at("longest_streak_days").dump(),
                                       words(at("longest_streak_first")), words(at("longest_streak_last"))));
    line("the top song", fmt::format("first on {}, most on {} ({} times)", words(song.at("first_play")),
                                     words(song.at("best_day")), count(song.at("best_day_streams"))));
    if (!song.at("hundredth_play").is_null()) line("", "the hundredth time on " + words(song.at("hundredth_play")));
    if (tells("top_artist_fan")) fan(at("top_artist_fan"));
    line("at night", fmt::format("{:.1f} % of the streams", 100 * at("night").at("share").get<double>()));
    bars("months", "month", 1, 12);
    bars("hours", "hour", 0, 23);
  }

  void fan(const Answers& fan) {
    line("a fan", fmt::format("{} of {} listeners of {}", count(fan.at("rank")), count(fan.at("listeners")),
                              words(fan.at("name"))));
  }

  // One column a month or hour, in eighths of a line, the highest full.
  void bars(const char* story, const char* key, int first, int last) {
    static constexpr std::string_view kEighths[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::vector<std::int64_t> streams(static_cast<std::size_t>(last - first + 1));
    for (const Answers& item : at(story))
      streams[item.at(key).get<std::size_t>() - static_cast<std::size_t>(first)] = item.at("streams");
    const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(streams.begin(), streams.end()));
    std::string drawn;
    for (const std::int64_t n : streams) drawn += kEighths[static_cast<std::size_t>((n * 8 + most - 1) / most)];
    line(fmt::format("{} {} to {}", story, first, last), drawn);
  }

  void tastes() {
    section("Tastes");
    const Answers &new_ones = at("discoveries"), &library = at("library");
    line("discovered",
         fmt::format("{} tracks, {} artists", count(new_ones.at("tracks")), count(new_ones.at("artists"))));
    line("skipped", fmt::format("{:.0f} % of the plays", 100 * at("skips").at("share").get<double>()));
    line("library",
         fmt::format("{} likes, {} playlists made", count(library.at("likes")), count(library.at("playlists_made"))));
    std::string moods;
    for (const Answers& part : at("audio_day"))
      moods += fmt::format("{}{} {}", moods.empty() ? "" : ", ", words(part.at("part")), words(part.at("mood")));
    line("audio day", moods);
    if (tells("listening_age")) line("listening age", at("listening_age").dump());
    if (tells("sound_town")) sound_town(at("sound_town"));
  }

  void sound_town(const Answers& town) {
    line("sound town", fmt::format("{}, {}", words(town.at("city")), words(town.at("country"))));
  }

  void character() {
    if (!tells("personality")) return;
    section("Character");
    line("personality", styled(kStyleBold, fmt::format("{} ({})", words(at("personality").at("name")),
                                                       words(at("personality").at("code")))));
    line("this year's", words(at("character")));
    line("club", fmt::format("{}, {}", words(at("club").at("name")), words(at("club").at("role"))));
  }

  const Answers& answers_;
  bool colours_;
  std::string text_;
};

constexpr const char* kLine = "{:>8} {:>9} {:>8} {:>6} {} {} {}\n";
constexpr std::size_t kArtist = 24, kTrack = 32, kPersonality = 14;

// The name of the first item, if there is one.
std::string first_name(const Answers& top) { return top.empty() ? "" : top.front().at("name").get<std::string>(); }

}  // namespace

std::string wrapped_card(const Answers& answers, bool colours) { return Card(answers, colours).draw(); }

std::string wrapped_heading(bool colours) {
  const std::string heading = fmt::format(kLine, "user", "minutes", "streams", "streak", fit("top artist", kArtist),
                                          fit("top track", kTrack), "personality");
  return colours ? fmt::format("{}{}{}", kStyleBold, heading, kStylePlain) : heading;
}

std::string wrapped_line(const Answers& answers) {
  const auto whole = [&](const char* field) { return grouped(answers.at(field).get<std::int64_t>()); };
  const Answers& personality = answers.at("personality");
  const std::string name = personality.is_null() ? "-" : personality.at("name").get<std::string>();
  return fmt::format(kLine, answers.at("user_id").dump(), whole("minutes"), whole("streams"),
                     whole("longest_streak_days"), fit(first_name(answers.at("top_artists")), kArtist),
                     fit(first_name(answers.at("top_tracks")), kTrack), fit(name, kPersonality));
}

}  // namespace wrapfeed::cli
