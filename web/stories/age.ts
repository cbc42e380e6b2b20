// The listening age: the five years of release that are over-played most, beside those of people of one's own age.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { table } from "../charts/table";
import { ground, picture } from "./picture";
import type { Story } from "./story";
import { counted, figure, line, percentOf } from "./words";

type Span = Year["more"]["listening_age"]["spans"][number];

function years(first: number): string {
  return `${first}–${first + 4}`;
}

// Spans that hardly anybody plays are left off the old end.
export function told(spans: Span[]): Span[] {
  const begin = spans.findIndex((s) => Math.max(s.share, s.peers_share) >= 0.01);
  return begin < 0 ? spans : spans.slice(begin);
}

function strata(year: Year, width: number, height: number): Element {
  const spans = told(year.more.listening_age.spans);
  const chosen = year.wrapped.listening_age_from;
  const step = width / spans.length;
  const every = step > 44 ? 1 : step > 22 ? 2 : 3;
  const rx = Math.min(8, step / 5);
  const at = spans.findIndex((s) => s.first_year === chosen);
  const named = spans.filter((_, i) => (i - at) % every === 0);
  const best = spans.filter((s) => s.first_year === chosen);
  return Plot.plot({
    ...ground(width, height),
    marginTop: 30,
    marginBottom: 28,
    x: { type: "band", domain: spans.map((s) => s.first_year), axis: null, padding: 0.14 },
    y: { domain: [0, Math.max(0.01, ...spans.flatMap((s) => [s.share, s.peers_share]))], axis: null },
    marks: [
      Plot.rect(spans, {
        x: "first_year",
        y1: 0,
        y2: "share",
        rx,
        ry: rx,
        fill: (s: Span) =>
          s.first_year === chosen ? "var(--accent)" : "color-mix(in srgb, var(--ink) 72%, var(--field))",
      }),
      Plot.tickY(spans, {
        x: "first_year",
        y: "peers_share",
        stroke: "var(--field)",
        strokeWidth: 7,
        insetLeft: -3,
        insetRight: -3,
      }),
      Plot.tickY(spans, {
        x: "first_year",
        y: "peers_share",
        stroke: "var(--ink)",
        strokeWidth: 3,
        insetLeft: -3,
        insetRight: -3,
      }),
      Plot.text(named, {
        x: "first_year",
        frameAnchor: "bottom",
        dy: 20,
        text: (s: Span) => (every === 1 ? String(s.first_year) : `’${String(s.first_year).slice(2)}`),
      }),
      Plot.text(best, {
        x: "first_year",
        y: (s: Span) => Math.max(s.share, s.peers_share),
        dy: -14,
        text: (s: Span) => percentOf(s.share),
        fontSize: 15,
        fontWeight: 700,
      }),
    ],
  });
}

function spoken(year: Year): string {
  const from = year.wrapped.listening_age_from!;
  const best = year.more.listening_age.spans.find((s) => s.first_year === from);
  const shares = best
    ? `: ${percentOf(best.share)} of your plays against ${percentOf(best.peers_share)} of theirs`
    : "";
  return (
    "Plays by five years of release, yours as columns, people of your age as lines. " +
    `You over-play ${years(from)} most${shares}.`
  );
}

function besides(apart: number, own: number): string {
  if (apart === 0) return "Just as old as you are.";
  return `At ${own} you are ${counted(Math.abs(apart), "year")} ${apart > 0 ? "younger" : "older"} than your ears.`;
}

export const age: Story = {
  id: "age",
  name: "Listening age",
  has: ({ wrapped }) => wrapped.listening_age !== null && wrapped.listening_age_from !== null,
  nothing: "Ageless: there was too little to tell your listening age.",
  tell(year) {
    const { wrapped, more, profile } = year;
    const from = wrapped.listening_age_from!;
    const real = besides(wrapped.listening_age! - profile.age, profile.age);
    const rows = more.listening_age.spans.map((s) => [
      years(s.first_year),
      percentOf(s.share),
      percentOf(s.peers_share),
    ]);
    return {
      kicker: "Your listening age",
      headline: [figure("listening_age", String(wrapped.listening_age!), "strong")],
      words: [
        line(
          "More than others of your age you play music from ",
          figure("listening_age_from", years(from), "strong"),
          `. Whoever was sixteen when that began is ${wrapped.listening_age} now.`,
        ),
        line(real),
        line("Columns: your plays by year of release. Lines: those of people your age."),
      ],
      picture: picture((w, h) => strata(year, w, h), spoken(year)),
      tables: [table("Plays by five years of release", ["released", "you", "people of your age"], rows)],
    };
  },
};
