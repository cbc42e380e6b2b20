// The genres as a river: each as broad as it was played, month by month.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { el } from "../charts/dom";
import { table } from "../charts/table";
import { ground, monthTicks, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, figure, line, month, monthAfter, percentOf, shortMonth } from "./words";

const kShown = 5;  // as many as `wrapped` has

function tint(place: number): string {
  return place === 0 ? "var(--accent)" : `color-mix(in srgb, var(--ink) ${[0, 100, 72, 50, 30][place]}%, var(--field))`;
}

interface Flow {
  place: number;
  month: number;
  streams: number;
}

function flows({ more }: Year): Flow[] {
  return more.genres
    .slice(0, kShown)
    .flatMap((g, place) => g.months.map((streams, i) => ({ place, month: i, streams })));
}

function river(year: Year, width: number, height: number): Element {
  const all = flows(year);
  const months = year.more.genres[0]!.months.length;
  const { length } = monthTicks(width, months);
  const names = Array.from({ length: months }, (_, i) => i);
  const end = (m: number) => (m === 0 ? "start" : m === months - 1 ? "end" : "middle");
  const named = (anchor: "start" | "middle" | "end") =>
    Plot.text(
      names.filter((m) => end(m) === anchor),
      {
        x: (m: number) => m,
        frameAnchor: "bottom",
        dy: 22,
        textAnchor: anchor,
        text: (m: number) => month(monthAfter(year.more.calendar.first, m)).slice(0, length),
      },
    );
  return Plot.plot({
    ...ground(width, height),
    marginBottom: 28,
    x: { domain: [0, months - 1], axis: null },
    y: { axis: null },
    marks: [
      Plot.areaY(
        all,
        Plot.stackY(
          { offset: "center", order: (f: Flow) => [0, -1, 1, -2, 2][f.place]! },
          {
            x: "month",
            y: "streams",
            z: "place",
            fill: (f: Flow) => tint(f.place),
            stroke: "var(--field)",
            strokeWidth: 1.5,
            curve: "monotone-x",
          },
        ),
      ),
      named("start"),
      named("middle"),
      named("end"),
    ],
  });
}

function ranking({ wrapped }: Year): HTMLElement {
  const items = wrapped.top_genres.map((g, i) =>
    el(
      "li",
      {},
      el("i", { style: `background:${tint(i)}`, "aria-hidden": "true" }),
      el("b", { "data-figure": `top_genres.${i}.genre` }, g.genre),
      el("span", {}, figure(`top_genres.${i}.streams`, g.streams)),
    ),
  );
  return el("ol", { class: "ranking" }, ...items);
}

function spoken(year: Year): string {
  const parts = year.more.genres.slice(0, kShown).map((g) => {
    const most = g.months.indexOf(Math.max(...g.months));
    return `${g.genre}, ${counted(g.streams, "play")}, most in ${month(monthAfter(year.more.calendar.first, most))}`;
  });
  return `Your top genres month by month. ${parts.join("; ")}.`;
}

function among(genres: number): (Node | string)[] {
  return genres > 1 ? [", of ", figure("different_genres", genres), " genres in all."] : ["."];
}

export const genres: Story = {
  id: "genres",
  name: "Genres",
  has: ({ wrapped, more }) => wrapped.top_genre !== null && more.genres.length > 0,
  nothing: "No genre was heard.",
  tell(year) {
    const { wrapped, more } = year;
    const share = wrapped.top_genres[0]!.streams / wrapped.streams;
    const months = more.genres[0]!.months.map((_, i) => monthAfter(more.calendar.first, i));
    return {
      kicker: "What it sounded like",
      headline: [figure("top_genre", wrapped.top_genre!), " ran through it all"],
      words: [
        line(`${percentOf(share)} of what you played`, ...among(wrapped.different_genres)),
        ranking(year),
      ],
      picture: picture((w, h) => river(year, w, h), spoken(year)),
      tables: [
        table(
          "Your top genres",
          ["genre", "plays", "minutes"],
          wrapped.top_genres.map((g) => [g.genre, count(g.streams), count(g.minutes)]),
        ),
        table(
          "Plays by month",
          ["genre", ...months.map(shortMonth)],
          more.genres.map((g) => [g.genre, ...g.months.map(count)]),
        ),
      ],
    };
  },
};
