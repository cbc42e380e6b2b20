// The minutes of the year, over the mountains that its days make.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { table } from "../charts/table";
import { countUp } from "./count_up";
import { ground, monthTicks, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, dayAfter, dayOf, daysBetween, figure, line, month } from "./words";

// The mean over a week around each day: what a mountain is made of.
export function smooth(values: number[], reach = 3): number[] {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - reach), i + reach + 1);
    return near.reduce((sum, v) => sum + v, 0) / near.length;
  });
}

// 20,727 minutes -> "14 days and 9 hours"
export function span(minutes: number): string {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days === 0) return hours === 0 ? "less than an hour" : counted(hours, "hour");
  return hours === 0 ? counted(days, "day") : `${counted(days, "day")} and ${counted(hours, "hour")}`;
}

// What the share of listeners with less comes to, in words.
export function standing(share: number): string {
  if (share >= 1) return ", more than anybody else here";
  const percent = Math.floor(share * 100);
  return percent === 0 ? "" : `, more than ${percent}% of the listeners here`;
}

function monthStarts(first: string, days: number): { at: number; month: number }[] {
  const all = Array.from({ length: days }, (_, i) => ({ at: i, date: dayAfter(first, i) }));
  return all.filter((d) => d.date.endsWith("-01")).map((d) => ({ at: d.at, month: Number(d.date.slice(5, 7)) }));
}

function mountains(year: Year, width: number, height: number): Element {
  const { first, minutes } = year.more.calendar;
  const slope = smooth(smooth(minutes)).map((v, i) => ({ at: i, v }));
  const starts = monthStarts(first, minutes.length);
  const { length } = monthTicks(width, starts.length);
  const text = (m: { month: number }) => month(m.month).slice(0, length);
  const top = Math.max(...slope.map((p) => p.v), 1);
  const peak = year.wrapped.peak_day;
  const found = peak ? slope[daysBetween(first, peak.date)] : undefined;
  const room = (7 / width) * (minutes.length - 1);  // the mark of the day stays on the sheet
  const at = found && { ...found, at: Math.max(room, Math.min(found.at, minutes.length - 1 - room)) };
  const share = at ? at.at / minutes.length : 0;
  const side = { textAnchor: share > 0.5 ? "end" : "start", dx: share > 0.5 ? -7 : 7 } as const;
  const words = peak ? `${dayOf(peak.date)}: ${counted(peak.minutes, "minute")}` : "";
  return Plot.plot({
    ...ground(width, height),
    marginTop: 46,
    marginBottom: 28,
    x: { domain: [0, minutes.length - 1], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.areaY(slope, { x: "at", y: "v", curve: "monotone-x", fill: "var(--accent)" }),
      Plot.ruleX(starts, { x: "at", stroke: "var(--field)", strokeOpacity: 0.45, strokeWidth: 1 }),
      Plot.text(starts, { x: "at", y: 0, dy: 16, dx: length > 1 ? 5 : 2, textAnchor: "start", text }),
      at && Plot.ruleX([at], { x: "at", y1: top, y2: "v", insetTop: -28, stroke: "var(--ink)" }),
      at && Plot.dot([at], { x: "at", y: "v", r: 5, fill: "var(--ink)", stroke: "var(--field)", strokeWidth: 2 }),
      at && Plot.text([at], { x: "at", y: top, dy: -22, text: () => words, ...side, fontSize: 14, fontWeight: 600 }),
    ],
  });
}

function spoken({ wrapped, more }: Year): string {
  const most = wrapped.peak_day
    ? ` Most on ${dayOf(wrapped.peak_day.date)}: ${count(wrapped.peak_day.minutes)} minutes.`
    : "";
  return `Minutes a day over ${more.calendar.minutes.length} days, smoothed over a week.${most}`;
}

export const minutes: Story = {
  id: "minutes",
  name: "Minutes",
  has: ({ wrapped }) => wrapped.streams > 0,
  nothing: "A silent year: nothing was played that counts.",
  tell(year) {
    const { wrapped, more, profile } = year;
    const rows = wrapped.months.map((m) => [month(m.month), count(m.minutes), count(m.streams)]);
    const than = standing(more.standing.minutes);
    return {
      kicker: `${profile.name}, this was your ${wrapped.year}`,
      headline: [countUp(figure("minutes", wrapped.minutes, "strong"), wrapped.minutes), " minutes"],
      words: [
        line(
          `That is ${span(wrapped.minutes)} of music${than}: `,
          figure("streams", wrapped.streams),
          " plays of ",
          figure("different_tracks", wrapped.different_tracks),
          " songs by ",
          figure("different_artists", wrapped.different_artists),
          " artists.",
        ),
      ],
      picture: picture((w, h) => mountains(year, w, h), spoken(year)),
      tables: [table("Listening by month", ["month", "minutes", "plays"], rows)],
    };
  },
};
