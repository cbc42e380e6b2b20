// The year as a calendar: each day as deep as it was loud, the longest streak outlined, the biggest day in the other ink.
import * as Plot from "@observablehq/plot";
import type { More, Year } from "../app/model";
import { el } from "../charts/dom";
import { table } from "../charts/table";
import { ground, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, dayAfter, dayOf, figure, line, month, shortMonth, weekdayOf } from "./words";

const kBlock = { wide: 7.9, high: 7.9 };  // cells that a month takes: 7 by 6, its name above, air around

const kKinds: Record<string, string> = {
  biggest: "Biggest day",
  discovery: "Most discoveries",
  top_artist: "Most of your top artist",
  top_genre: "Most of your top genre",
  nostalgic: "Most nostalgic",
  unusual: "Most unusual",
  birthday: "Your birthday",
  new_year: "New Year’s Day",
};

export interface Cell {
  date: string;
  minutes: number;  // whole ones: none on a day of a single short stream
  streams: number;
  month: number;  // from 0, of the window
  column: number;  // 0 for Monday
  row: number;  // week of the month
}

// The days as cells of their months' blocks.
export function cells({ first, minutes, streams }: More["calendar"]): Cell[] {
  let [block, row] = [0, 0];
  return minutes.map((m, i) => {
    const date = dayAfter(first, i);
    const column = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    if (date.endsWith("-01") && i > 0) [block, row] = [block + 1, 0];
    else if (column === 0 && i > 0) row++;
    return { date, minutes: m, streams: streams[i]!, month: block, column, row };
  });
}

// How many blocks beside each other make the cells largest.
export function across(width: number, height: number, blocks: number): number {
  const size = (n: number) => Math.min(width / (n * kBlock.wide - 0.9), height / (Math.ceil(blocks / n) * kBlock.high));
  return Array.from({ length: blocks }, (_, i) => i + 1).reduce((best, n) => (size(n) > size(best) ? n : best), 1);
}

// Any day with a stream has a depth.
export function step({ minutes, streams }: Cell, most: number): number {
  return streams === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(minutes / most) * 5));
}

function depth(step: number): string {
  if (step === 0) return "color-mix(in srgb, var(--ink) 10%, var(--field))";
  return `color-mix(in srgb, var(--accent) ${[0, 30, 45, 62, 80, 100][step]}%, var(--field))`;
}

function sheet(year: Year, width: number, height: number): Element {
  const { wrapped, more } = year;
  const all = cells(more.calendar);
  const blocks = all.at(-1)!.month + 1;
  const n = across(width, height, blocks);
  const size = Math.min(width / (n * kBlock.wide - 0.9), height / (Math.ceil(blocks / n) * kBlock.high));
  const pitch = n > 1 ? (width - 7 * size) / (n - 1) : 0;  // from one month to the next beside it
  const head = height - Math.ceil(blocks / n) * kBlock.high * size;  // the sheet stands on the ground
  const left = (c: Cell) => (c.month % n) * pitch;
  const above = (c: Cell) => head + Math.floor(c.month / n) * kBlock.high * size;
  const x = (c: Cell) => left(c) + c.column * size;
  const y = (c: Cell) => above(c) + (1.4 + c.row) * size;
  const gap = Math.max(1, size * 0.07);
  const box = { x1: x, x2: (c: Cell) => x(c) + size, y1: y, y2: (c: Cell) => y(c) + size, inset: gap, rx: size * 0.22 };
  const most = Math.max(1, ...all.map((c) => c.minutes));
  const { longest_streak_first: from, longest_streak_last: to, peak_day } = wrapped;
  const streak = from && to ? all.filter((c) => c.date >= from && c.date <= to) : [];
  const biggest = all.filter((c) => c.date === peak_day?.date);
  const names = all.filter((c, i) => i === 0 || c.date.endsWith("-01"));
  return Plot.plot({
    ...ground(width, height),
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      Plot.rect(all, { ...box, fill: (c: Cell) => depth(step(c, most)) }),
      Plot.rect(streak, { ...box, fill: "none", stroke: "var(--ink)", strokeWidth: Math.max(1.25, size * 0.08) }),
      Plot.rect(biggest, { ...box, fill: "var(--ink)" }),
      Plot.dot(biggest, {
        x: (c: Cell) => x(c) + size / 2,
        y: (c: Cell) => y(c) + size / 2,
        r: size * 0.2,
        fill: "var(--field)",
        symbol: "star",
      }),
      Plot.text(names, {
        x: left,
        y: (c: Cell) => above(c) + 0.65 * size,
        textAnchor: "start",
        fontSize: Math.max(11, Math.min(15, size * 0.62)),
        text: (c: Cell) => shortMonth(Number(c.date.slice(5, 7))),
      }),
    ],
  });
}

function spoken({ wrapped }: Year): string {
  const streak = wrapped.longest_streak_first
    ? ` The longest streak runs from ${dayOf(wrapped.longest_streak_first)} to ${dayOf(wrapped.longest_streak_last!)}.`
    : "";
  const peak = wrapped.peak_day
    ? ` The biggest day is ${dayOf(wrapped.peak_day.date)} with ${counted(wrapped.peak_day.minutes, "minute")}.`
    : "";
  return `A calendar of the year with ${counted(wrapped.active_days, "day")} of listening.${streak}${peak}`;
}

function key(): HTMLElement {
  return el(
    "ul",
    { class: "day-key" },
    el("li", {}, el("i", { class: "streak" }), "longest streak"),
    el("li", {}, el("i", { class: "peak" }), "biggest day"),
  );
}

function monthly(year: Year): string[][] {
  const all = cells(year.more.calendar);
  return [...new Set(all.map((c) => c.month))].map((m) => {
    const own = all.filter((c) => c.month === m);
    const heard = own.filter((c) => c.streams > 0);
    const best = [...heard].sort((a, b) => b.minutes - a.minutes)[0];
    return [
      month(Number(own[0]!.date.slice(5, 7))),
      count(heard.length),
      best ? `${dayOf(best.date)}, ${counted(best.minutes, "minute")}` : "–",
    ];
  });
}

export const calendar: Story = {
  id: "calendar",
  name: "Streak",
  has: ({ wrapped }) => wrapped.active_days > 0,
  nothing: "No day of the year was a day of music.",
  tell(year) {
    const { wrapped } = year;
    const { longest_streak_days: days, longest_streak_first: from, longest_streak_last: to, peak_day } = wrapped;
    const run =
      from && to && days > 1
        ? line(
            "From ",
            figure("streak_first", dayOf(from)),
            " to ",
            figure("streak_last", dayOf(to)),
            " you did not miss one.",
          )
        : null;
    const archive = wrapped.archive.map((a) => [
      kKinds[a.kind] ?? a.kind,
      `${weekdayOf(a.date)}, ${dayOf(a.date)}`,
      count(a.minutes),
      count(a.streams),
    ]);
    return {
      kicker: "Your longest streak",
      headline: [figure("longest_streak_days", days), days === 1 ? " day" : " days in a row"],
      words: [
        run,
        peak_day &&
          line(
            "Your biggest day was ",
            weekdayOf(peak_day.date),
            ", ",
            figure("peak_day", dayOf(peak_day.date)),
            ": ",
            figure("peak_day_minutes", peak_day.minutes, "strong"),
            ` minutes. There was music on `,
            figure("active_days", wrapped.active_days),
            " days.",
          ),
        key(),
      ],
      picture: picture((w, h) => sheet(year, w, h), spoken(year)),
      tables: [
        table("Days to remember", ["what for", "day", "minutes", "plays"], archive, [1]),
        table("Days of listening by month", ["month", "days", "biggest"], monthly(year), [2]),
      ],
    };
  },
};
