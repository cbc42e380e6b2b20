// The top song and its life: a bar for each day on which it was played, like the groove of its own recording.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { table } from "../charts/table";
import { ground, monthTicks, picture } from "./picture";
import type { Story } from "./story";
import { counted, count, dayAfter, dayOf, daysBetween, figure, line, month, shortDayOf, weekdayOf } from "./words";

interface Beat {
  at: number;  // days since the first of the month in which it was played first
  streams: number;
}

const kLoud = 4;  // plays a day that fill the picture at least: a single play is no summit

interface Life {
  first: string;
  days: number;
  beats: Beat[];
  most: number;
}

function life(year: Year): Life {
  const { first: begin, minutes } = year.more.calendar;
  const first = `${year.wrapped.top_song!.first_play.slice(0, 8)}01`;
  const beats = (year.more.top_tracks[0]?.days ?? []).map((d) => ({
    at: daysBetween(first, d.date),
    streams: d.streams,
  }));
  const days = minutes.length - daysBetween(begin, first);
  return { first, days, beats, most: Math.max(kLoud, ...beats.map((b) => b.streams)) };
}

interface Note {
  at: number;
  y: number;
  text: string;
}

// The best day is named above the groove, the first day below: they never meet.
function notes(year: Year, { first, most }: Life): Note[] {
  const song = year.wrapped.top_song!;
  const best = `${shortDayOf(song.best_day)}: ${counted(song.best_day_streams, "play")}`;
  return [
    { at: daysBetween(first, song.best_day), y: most * 1.2, text: best },
    { at: daysBetween(first, song.first_play), y: -most * 1.2, text: `first play: ${shortDayOf(song.first_play)}` },
  ];
}

function groove(year: Year, width: number, height: number): Element {
  const all = life(year);
  const { first, days, most } = all;
  const best = daysBetween(first, year.wrapped.top_song!.best_day);
  const stroke = (b: Beat) => (b.at === best ? "var(--ink)" : "var(--accent)");
  const thick = Math.max(2, Math.min(9, (width / days) * 0.8));
  const firsts = Array.from({ length: days }, (_, at) => ({ at, date: dayAfter(first, at) })).filter((d) =>
    d.date.endsWith("-01"),
  );
  const { length } = monthTicks(width, firsts.length);
  const named = notes(year, all);
  const words = (anchor: "start" | "end") => {
    const own = named.filter((n) => n.at > days * 0.55 === (anchor === "end"));
    return Plot.text(own, {
      x: "at",
      y: "y",
      text: "text",
      textAnchor: anchor,
      dx: anchor === "start" ? 7 : -7,
      fontSize: 14,
      fontWeight: 600,
    });
  };
  return Plot.plot({
    ...ground(width, height),
    marginTop: 8,
    marginBottom: 30,
    marginLeft: 6,
    marginRight: 6,
    x: { domain: [0, days], axis: null },
    y: { domain: [-most * 1.3, most * 1.3], axis: null },
    marks: [
      Plot.ruleY([0], { stroke: "var(--hair)" }),
      Plot.ruleX(named, { x: "at", y1: 0, y2: (n: Note) => n.y * 1.06, stroke: "var(--ink)", strokeWidth: 1 }),
      Plot.ruleX(all.beats, {
        x: "at",
        y1: (b: Beat) => -b.streams,
        y2: "streams",
        stroke,
        strokeWidth: thick,
        strokeLinecap: "round",
      }),
      words("start"),
      words("end"),
      Plot.text(firsts, {
        x: "at",
        frameAnchor: "bottom",
        dy: 22,
        textAnchor: "start",
        text: (d: { date: string }) => month(Number(d.date.slice(5, 7))).slice(0, length),
      }),
    ],
  });
}

function spoken(year: Year): string {
  const song = year.wrapped.top_song!;
  return (
    `${song.name} day by day: played on ${counted(life(year).beats.length, "day")}, ` +
    `first on ${dayOf(song.first_play)}, ` +
    `most on ${dayOf(song.best_day)} with ${counted(song.best_day_streams, "play")}.`
  );
}

export const song: Story = {
  id: "song",
  name: "Top song",
  has: ({ wrapped }) => wrapped.top_song !== null,
  nothing: "No song was played to its thirtieth second.",
  tell(year) {
    const { wrapped, more } = year;
    const top = wrapped.top_song!;
    const track = wrapped.top_tracks[0]!;
    const hundredth = top.hundredth_play
      ? line("Its hundredth play came on ", figure("hundredth_play", dayOf(top.hundredth_play)), ".")
      : null;
    const best =
      top.best_day_streams > 1
        ? [
            "; most on ",
            weekdayOf(top.best_day),
            ", ",
            figure("best_day", dayOf(top.best_day)),
            ": ",
            figure("best_day_streams", top.best_day_streams),
            " times.",
          ]
        : ["."];
    const daily = (more.top_tracks[0]?.days ?? []).map((d) => [dayOf(d.date), count(d.streams)]);
    const five = wrapped.top_tracks.map((t) => [t.name, t.artist_name, count(t.streams), count(t.minutes)]);
    return {
      kicker: "Your song of the year",
      headline: [figure("top_song", top.name)],
      words: [
        line("by ", figure("top_song_artist", track.artist_name, "strong")),
        line(
          "You played it ",
          figure("top_song_streams", top.streams, "strong"),
          ` ${top.streams === 1 ? "time" : "times"}, first on `,
          figure("first_play", dayOf(top.first_play)),
          ...best,
        ),
        hundredth,
      ],
      picture: picture((w, h) => groove(year, w, h), spoken(year)),
      tables: [
        table("Your top songs", ["song", "artist", "plays", "minutes"], five, [1]),
        table(`${top.name}, day by day`, ["day", "plays"], daily),
      ],
    };
  },
};
