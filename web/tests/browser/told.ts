// What each story must show of one user's Wrapped: field -> text. Written apart from the page's own words, on purpose.

type Wrapped = Record<string, any>;
export type Shown = Record<string, string>;

const n = (value: number) => value.toLocaleString("en-US");
const day = (date: string) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
const region = (code: string) => new Intl.DisplayNames("en", { type: "region" }).of(code)!;
const percent = (share: number) => {
  const whole = Math.round(share * 100);
  return share > 0 && whole === 0 ? "<1%" : share < 1 && whole === 100 ? ">99%" : `${whole}%`;
};
const kWeekdays = ["", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

// The item of most minutes; the first of equal ones in the order of `by`.
function most(items: Wrapped[], by: string): Wrapped {
  return [...items].sort((a, b) => b.minutes - a.minutes || a[by] - b[by])[0]!;
}

function ranked(field: string, items: Wrapped[], name: string): Shown {
  return Object.fromEntries(
    items.flatMap((t, i) => [
      [`${field}.${i}.${name}`, t[name]],
      [`${field}.${i}.streams`, n(t.streams)],
    ]),
  );
}

function song(w: Wrapped): Shown {
  const top = w.top_song;
  return {
    top_song: top.name,
    top_song_artist: w.top_tracks[0].artist_name,
    top_song_streams: n(top.streams),
    first_play: day(top.first_play),
    ...(top.hundredth_play ? { hundredth_play: day(top.hundredth_play) } : {}),
    ...(top.best_day_streams > 1 ? { best_day: day(top.best_day), best_day_streams: n(top.best_day_streams) } : {}),
  };
}

function clock(w: Wrapped): Shown {
  const { hour, minutes } = most(w.hours, "hour");
  return {
    peak_hour: `${String(hour).padStart(2, "0")}:00`,
    peak_hour_minutes: n(minutes),
    peak_weekday: kWeekdays[most(w.weekdays, "weekday").weekday]!,
    ...(w.night.streams > 0 ? { night_share: percent(w.night.share) } : {}),
  };
}

function calendar(w: Wrapped): Shown {
  const run: Shown =
    w.longest_streak_days > 1
      ? { streak_first: day(w.longest_streak_first), streak_last: day(w.longest_streak_last) }
      : {};
  return {
    longest_streak_days: n(w.longest_streak_days),
    ...run,
    peak_day: day(w.peak_day.date),
    peak_day_minutes: n(w.peak_day.minutes),
    active_days: n(w.active_days),
  };
}

// Stories without anything to tell show nothing.
export const kTold: Record<string, (w: Wrapped) => Shown> = {
  minutes: (w) => ({
    minutes: n(w.minutes),
    streams: n(w.streams),
    different_tracks: n(w.different_tracks),
    different_artists: n(w.different_artists),
  }),
  song,
  artists: (w) => ({
    top_artist: w.top_artists[0].name,
    ...ranked("top_artists", w.top_artists, "name"),
    ...(w.top_artist_fan?.listeners > 1 ? { fan_rank: n(w.top_artist_fan.rank) } : {}),
  }),
  genres: (w) => ({
    top_genre: w.top_genre,
    ...ranked("top_genres", w.top_genres, "genre"),
    ...(w.different_genres > 1 ? { different_genres: n(w.different_genres) } : {}),
  }),
  clock,
  calendar,
  discoveries: (w) => ({
    new_tracks: n(w.discoveries.tracks),
    new_artists: n(w.discoveries.artists),
    ...(w.discoveries.new_releases > 0 ? { new_releases: n(w.discoveries.new_releases) } : {}),
  }),
  age: (w): Shown =>
    w.listening_age === null
      ? {}
      : {
          listening_age: String(w.listening_age),
          listening_age_from: `${w.listening_age_from}–${w.listening_age_from + 4}`,
        },
  personality: (w): Shown =>
    w.personality ? { personality: w.personality.name, personality_code: w.personality.code } : {},
  day: (w) =>
    Object.fromEntries(
      (w.audio_day as Wrapped[]).flatMap((p) => [
        [`audio_day.${p.part}.mood`, p.mood],
        [`audio_day.${p.part}.streams`, n(p.streams)],
      ]),
    ),
  town: (w): Shown =>
    w.sound_town
      ? {
          sound_town: w.sound_town.city,
          sound_town_country: region(w.sound_town.country),
          sound_town_artists: n(w.sound_town.artists),
          sound_town_share: percent(w.sound_town.share),
        }
      : {},
  club: (w): Shown => (w.club ? { club: w.club.name, club_role: w.club.role, character: w.character } : {}),
  card: () => ({}),
};

// The card is pixels; its text for those who do not see it says what they say.
export function cardText(w: Wrapped): string {
  const names = (items: Wrapped[]) => items.map((t) => t.name).join(", ") || "–";
  return (
    `The card: Minutes ${n(w.minutes)}; Top artists ${names(w.top_artists)}; Top songs ${names(w.top_tracks)}; ` +
    `Top genre ${w.top_genre ?? "–"}; Personality ${w.personality?.name ?? "–"}; Listening age ${w.listening_age ?? "–"}; ` +
    `Club ${w.club?.name ?? "–"}.`
  );
}
