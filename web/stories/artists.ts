// The five top artists as a race: their places at the end of each month, the winner in the second ink.
import * as Plot from "@observablehq/plot";
import type { Place, Year } from "../app/model";
import { el } from "../charts/dom";
import { table } from "../charts/table";
import { ground, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, figure, line, month, ordinal, shortMonth } from "./words";

interface Lane {
  month: number;
  rank: number;
  artist: number;  // place of the artist at the end, from 0
}

// A month before anybody of the five was played has no order yet.
export function started(sprint: Place[]): Place[] {
  const begun = sprint.filter((p) => p.streams > 0).map((p) => p.month);
  return sprint.filter((p) => p.month >= Math.min(...begun));
}

function lanes({ wrapped }: Year): Lane[] {
  const order = new Map(wrapped.top_artists.map((a, i) => [a.artist_id, i]));
  return started(wrapped.sprint).flatMap((p) => {
    const artist = order.get(p.artist_id);
    return artist === undefined ? [] : [{ month: p.month, rank: p.rank, artist }];
  });
}

function ink(artist: number): string {
  return artist === 0
    ? "var(--accent)"
    : `color-mix(in srgb, var(--ink) ${[0, 92, 72, 56, 44][artist]}%, var(--field))`;
}

function race(year: Year, width: number, height: number): Element {
  const all = lanes(year);
  const months = [...new Set(all.map((l) => l.month))];
  const racers = year.wrapped.top_artists.length;
  const row = height / racers;
  const letters = width / months.length > 36 ? 3 : 1;
  const every = width / months.length < 18 ? 2 : 1;  // the last month is always named
  const named = months.filter((_, i) => (months.length - 1 - i) % every === 0);
  const thick = Math.min(10, Math.max(4, row / 9));
  // Drawn from the last to the first, so that the winner runs on top.
  const order = [...all].sort((a, b) => b.artist - a.artist || a.month - b.month);
  const look = { x: "month", y: "rank", stroke: (l: Lane) => ink(l.artist) };
  const ends = order.filter((l) => l.month === months.at(-1));
  return Plot.plot({
    ...ground(width, height),
    marginLeft: thick + 4,
    marginRight: thick + 14,
    x: { domain: [Math.min(months[0]!, months.at(-1)! - 1), months.at(-1)!], axis: null },
    y: { domain: [0.5, racers + 0.5], reverse: true, axis: null },
    marks: [
      Plot.ruleX(months, { stroke: "var(--hair)", strokeDasharray: "1 5" }),
      Plot.line(order, {
        ...look,
        z: "artist",
        curve: "bump-x",
        strokeWidth: (l: Lane) => (l.artist === 0 ? thick * 1.5 : thick),
        strokeLinecap: "round",
      }),
      Plot.dot(ends, {
        x: "month",
        y: "rank",
        r: thick * 1.25,
        fill: (l: Lane) => ink(l.artist),
        stroke: "var(--field)",
        strokeWidth: 3,
      }),
      Plot.text(named, {
        x: (m: number) => m,
        frameAnchor: "bottom",
        dy: 20,
        text: (m: number) => shortMonth(m).slice(0, letters),
      }),
    ],
  });
}

function names({ wrapped }: Year): HTMLElement {
  const items = wrapped.top_artists.map((a, i) =>
    el(
      "li",
      {},
      el("b", { "data-figure": `top_artists.${i}.name` }, a.name),
      el("span", {}, figure(`top_artists.${i}.streams`, a.streams), a.streams === 1 ? " play" : " plays"),
    ),
  );
  return el("ol", { class: "racers" }, ...items);
}

function spoken(year: Year): string {
  const { top_artists } = year.wrapped;
  const months = [...new Set(lanes(year).map((l) => l.month))];
  if (months.length === 0) return "A race of artists that never began.";
  const places = top_artists.map((a, i) => `${a.name} ${ordinal(i + 1)}`).join(", ");
  return `The race of your top artists from ${month(months[0]!)} to ${month(months.at(-1)!)}; at the end ${places}.`;
}

// Who led at first, if it was not the winner.
function overtaken({ wrapped }: Year): HTMLElement | null {
  const [winner] = wrapped.top_artists;
  const first = started(wrapped.sprint).find((p) => p.rank === 1);
  if (!winner || !first || first.artist_id === winner.artist_id) return null;
  const months = [...new Set(wrapped.sprint.map((p) => p.month))].sort((a, b) => b - a);
  const led = (m: number) =>
    wrapped.sprint.some((p) => p.month === m && p.rank === 1 && p.artist_id === winner.artist_id);
  const since = months
    .slice(
      0,
      months.findIndex((m) => !led(m)),
    )
    .at(-1);
  return line(
    `${first.name} led in ${month(first.month)}`,
    since ? `; ${winner.name} has been ahead since ${month(since)}.` : ".",
  );
}

export const artists: Story = {
  id: "artists",
  name: "Top artists",
  has: ({ wrapped }) => wrapped.top_artists.length > 0,
  nothing: "Nobody took part in the race.",
  tell(year) {
    const { wrapped } = year;
    const winner = wrapped.top_artists[0]!;
    const fan = wrapped.top_artist_fan;
    const months = [...new Set(started(wrapped.sprint).map((p) => p.month))];
    const at = (id: string, m: number) => wrapped.sprint.find((p) => p.artist_id === id && p.month === m);
    const rows = wrapped.top_artists.map((a) => [
      a.name,
      ...months.map((m) => count(at(a.artist_id, m)?.streams ?? 0)),
    ]);
    const five = wrapped.top_artists.map((a) => [a.name, count(a.streams), count(a.minutes)]);
    return {
      kicker: "The race to the top",
      headline: [figure("top_artist", winner.name), " came first"],
      words: [
        overtaken(year),
        fan && fan.listeners > 1
          ? line("Of their ", counted(fan.listeners, "listener"), " you are number ", figure("fan_rank", fan.rank), ".")
          : null,
      ],
      picture: el(
        "div",
        { class: "race" },
        picture((w, h) => race(year, w, h), spoken(year)),
        names(year),
      ),
      tables: [
        table("Your top artists", ["artist", "plays", "minutes"], five),
        table("Plays from January to the end of each month", ["artist", ...months.map(shortMonth)], rows),
      ],
    };
  },
};
