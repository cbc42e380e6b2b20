// The listening clock: a dial of 24 hours, and the seven days of the week under it.
import * as Plot from "@observablehq/plot";
import type { Year } from "../app/model";
import { el, svg } from "../charts/dom";
import { polar, wedge } from "../charts/polar";
import { table } from "../charts/table";
import { ground, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, figure, hourOf, kWeekdays, line, percentOf } from "./words";

const kInner = 74;
const kOuter = 190;

function hours({ wrapped }: Year): number[] {
  const of = new Map(wrapped.hours.map((h) => [h.hour, h.minutes]));
  return Array.from({ length: 24 }, (_, h) => of.get(h) ?? 0);
}

function weekdays({ wrapped }: Year): number[] {
  const of = new Map(wrapped.weekdays.map((d) => [d.weekday, d.minutes]));
  return Array.from({ length: 7 }, (_, d) => of.get(d + 1) ?? 0);
}

// The place of the largest; the first of equal ones.
export function peak(values: number[]): number {
  return values.indexOf(Math.max(...values));
}

function label(hour: number, size: number): SVGElement {
  const [x, y] = polar(kOuter + size * 1.3, hour);
  return svg(
    "text",
    { x, y: y + size * 0.35, "text-anchor": "middle", "font-size": size },
    String(hour).padStart(2, "0"),
  );
}

function dial(year: Year, width: number, height: number): Element {
  const all = hours(year);
  const [most, best] = [Math.max(1, ...all), peak(all)];
  const radius = (v: number) => kInner + (v / most) * (kOuter - kInner);
  const size = (2 * kOuter * 12) / Math.min(width, height) + 3;  // of the type, so that it stays about 13 px
  const half = kOuter + size * 2;
  const box = svg("svg", { viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`, width: "100%", height: "100%" });
  for (const r of [kOuter, (kInner + kOuter) / 2])
    box.append(
      svg("circle", { r, fill: "none", stroke: "var(--hair)", "stroke-dasharray": "1 6", "stroke-linecap": "round" }),
    );
  box.append(svg("circle", { r: kInner - 4, fill: "none", stroke: "var(--ink)", "stroke-width": 1.5 }));
  all.forEach((v, h) => {
    const fill = h === best ? "var(--accent)" : "var(--ink)";
    if (v > 0) box.append(svg("path", { d: wedge(kInner, radius(v), h + 0.07, h + 0.93), fill }));
  });
  box.append(...Array.from({ length: 8 }, (_, i) => label(i * 3, size)));
  box.append(svg("text", { y: 13, "text-anchor": "middle", class: "hub-hour" }, hourOf(best)));
  return box;
}

function week(year: Year, width: number, height: number): Element {
  const all = weekdays(year).map((minutes, d) => ({ d, minutes }));
  const best = peak(all.map((d) => d.minutes));
  return Plot.plot({
    ...ground(width, height),
    marginTop: 22,
    marginBottom: 24,
    x: { type: "band", domain: [0, 1, 2, 3, 4, 5, 6], axis: null, padding: 0.14 },
    y: { axis: null, domain: [0, Math.max(1, ...all.map((d) => d.minutes))] },
    marks: [
      Plot.barY(all, { x: "d", y: "minutes", fill: (d) => (d.d === best ? "var(--accent)" : "var(--ink)"), rx: 3 }),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
      Plot.text(all, { x: "d", y: 0, dy: 14, text: (d) => kWeekdays[d.d]!.slice(0, 3) }),
      Plot.text(all, { x: "d", y: "minutes", dy: -10, fontSize: width < 380 ? 11 : 13, text: (d) => count(d.minutes) }),
    ],
  });
}

function spoken(year: Year): string {
  const all = hours(year);
  return (
    `A 24-hour dial of minutes listened: most at ${hourOf(peak(all))}, ${counted(Math.max(...all), "minute")}; ` +
    `${all.filter((v) => v === 0).length} hours of the day stay silent.`
  );
}

function spokenWeek(year: Year): string {
  const all = weekdays(year);
  return `Minutes by weekday: ${all.map((v, d) => `${kWeekdays[d]} ${count(v)}`).join(", ")}.`;
}

export const clock: Story = {
  id: "clock",
  name: "Clock",
  has: ({ wrapped }) => wrapped.hours.length > 0,
  nothing: "The clock has not struck yet.",
  tell(year) {
    const { wrapped } = year;
    const byHour = hours(year);
    const [hour, weekday] = [peak(byHour), peak(weekdays(year))];
    const night =
      wrapped.night && wrapped.night.streams > 0
        ? line(figure("night_share", percentOf(wrapped.night.share)), " of your plays came after midnight, before six.")
        : null;
    return {
      kicker: "Your day as a dial",
      headline: [figure("peak_hour", hourOf(hour)), " is your hour"],
      words: [
        line(
          figure("peak_hour_minutes", byHour[hour]!, "strong"),
          ` minutes fell between ${hourOf(hour)} and ${hourOf(hour + 1)}. `,
          figure("peak_weekday", `${kWeekdays[weekday]!}s`),
          " were loudest.",
        ),
        night,
      ],
      picture: el(
        "div",
        { class: "dial-week" },
        picture((w, h) => dial(year, w, h), spoken(year)),
        picture((w, h) => week(year, w, h), spokenWeek(year)),
      ),
      tables: [
        table(
          "Minutes by hour",
          ["hour", "minutes"],
          byHour.map((v, h) => [hourOf(h), count(v)]),
        ),
        table(
          "Minutes by weekday",
          ["weekday", "minutes"],
          weekdays(year).map((v, d) => [kWeekdays[d]!, count(v)]),
        ),
      ],
    };
  },
};
