// What was new: songs upward, artists downward, month by month.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { table } from "../charts/table";
import { ground, monthTicks, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, figure, line, month, monthAfter } from "./words";

interface Found {
  month: number;
  tracks: number;
  artists: number;
}

function found({ more }: Year): Found[] {
  return more.discoveries.tracks.map((tracks, i) => ({
    month: monthAfter(more.calendar.first, i),
    tracks,
    artists: more.discoveries.artists[i] ?? 0,
  }));
}

function fountain(year: Year, width: number, height: number): Element {
  const all = found(year);
  const [up, down] = [Math.max(1, ...all.map((m) => m.tracks)), Math.max(1, ...all.map((m) => m.artists))];
  const { length } = monthTicks(width, all.length);
  const middle = 30;  // px for the names of the months between the two
  const gap = ((up + down) * middle) / Math.max(60, height - middle - 48);
  const rx = Math.min(10, width / all.length / 4);
  const size = width / all.length > 40 ? 14 : 11;
  return Plot.plot({
    ...ground(width, height),
    marginTop: 24,
    marginBottom: 24,
    x: { type: "band", domain: all.map((m) => m.month), axis: null, padding: 0.16 },
    y: { domain: [-down - gap / 2, up + gap / 2], axis: null },
    marks: [
      Plot.rect(all, { x: "month", y1: gap / 2, y2: (m: Found) => gap / 2 + m.tracks, fill: "var(--ink)", ry: rx, rx }),
      Plot.rect(all, {
        x: "month",
        y1: -gap / 2,
        y2: (m: Found) => -gap / 2 - m.artists,
        fill: "var(--accent)",
        ry: rx,
        rx,
      }),
      Plot.text(all, { x: "month", y: 0, text: (m: Found) => month(m.month).slice(0, length) }),
      Plot.text(all, {
        x: "month",
        y: (m: Found) => gap / 2 + m.tracks,
        dy: -11,
        text: (m: Found) => count(m.tracks),
        fontSize: size,
        fontWeight: 600,
      }),
      Plot.text(all, {
        x: "month",
        y: (m: Found) => -gap / 2 - m.artists,
        dy: 12,
        text: (m: Found) => count(m.artists),
        fontSize: size,
        fontWeight: 600,
      }),
    ],
  });
}

function spoken(year: Year): string {
  const all = found(year);
  const most = all.reduce((a, b) => (b.tracks > a.tracks ? b : a));
  const amounts = `${counted(most.tracks, "song")} and ${counted(most.artists, "artist")}`;
  return `New songs upward and new artists downward, by month; most in ${month(most.month)}: ${amounts}.`;
}

function fresh(releases: number): HTMLElement | null {
  if (releases === 0) return null;
  const [were, them] = releases === 1 ? ["was", "it"] : ["were", "them"];
  const words = ` of the songs ${were} at most 60 days old when you found ${them}.`;
  return line(figure("new_releases", releases, "strong"), words);
}

export const discoveries: Story = {
  id: "discoveries",
  name: "Discoveries",
  has: ({ wrapped }) => wrapped.discoveries.tracks > 0,
  nothing: "Nothing new this year: you know what you like.",
  tell(year) {
    const { tracks, artists, new_releases } = year.wrapped.discoveries;
    return {
      kicker: "New to your ears",
      headline: [figure("new_tracks", tracks), tracks === 1 ? " new song" : " new songs"],
      words: [
        line(
          "and ",
          figure("new_artists", artists, "strong"),
          artists === 1 ? " artist that you had not played before." : " artists that you had not played before.",
        ),
        fresh(new_releases),
      ],
      picture: picture((w, h) => fountain(year, w, h), spoken(year)),
      tables: [
        table(
          "Discoveries by month",
          ["month", "songs", "artists"],
          found(year).map((m) => [month(m.month), count(m.tracks), count(m.artists)]),
        ),
      ],
    };
  },
};
