// Bars for the feed, a broad tick across each for the real listeners. Bars lie down where their names need room.
import * as Plot from "@observablehq/plot";
import { tipText } from "./curve";
import { tick } from "./format";
import { frame, kFeed, kReal, kRule, yScale } from "./frame";
import { rank, xValues, type Chart, type Series } from "./spec";

const kLetter = 6.6;  // px, the mean width of a letter at 12 px

function longest(names: (number | string)[]): number {
  return Math.max(...names.map((n) => String(n).length)) * kLetter;
}

function ordered(chart: Chart): Series[] {
  return [...chart.series].sort((a, b) => (a.role === b.role ? 0 : a.role === "feed" ? -1 : 1));
}

function standing(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const height = Math.round(Math.min(300, Math.max(210, width * 0.56)));
  const y = yScale(chart, chart.series.flatMap((s) => s.points.map((p) => p[1])), height);
  const mark = (s: Series) =>
    s.role === "feed"
      ? Plot.barY(s.points, { x: "0", y: "1", fill: kFeed, fillOpacity: rank(chart, s) ? 0.45 : 0.85, insetLeft: 1, insetRight: 1 })
      : Plot.tickY(s.points, { x: "0", y: "1", stroke: kReal, strokeWidth: 5 });
  return Plot.plot({
    ...frame(width, height),
    x: {
      type: "band", domain: names, label: chart.x.label, labelAnchor: "center", labelArrow: "none", labelOffset: 36,
      ticks: (chart.x.ticks ?? undefined) as number[] | undefined, tickSize: 0, padding: 0.12,
      tickFormat: (v: number | string) => (typeof v === "number" ? tick(v, "number") : v),
    },
    y,
    marks: [
      Plot.gridY({ stroke: kRule, strokeOpacity: 1, ticks: y.ticks }),
      ...ordered(chart).map(mark),
      Plot.tip(names, Plot.pointerX({ x: (n: string) => n, y: (n: string) => top(chart, n), title: (n: string) => tipText(chart, n), fill: "var(--card)", stroke: kRule })),
    ],
  });
}

function top(chart: Chart, name: number | string): number {
  return Math.max(...chart.series.flatMap((s) => s.points.filter((p) => p[0] === name).map((p) => p[1])));
}

function lying(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const values = yScale(chart, chart.series.flatMap((s) => s.points.map((p) => p[1])), 200);
  const mark = (s: Series) =>
    s.role === "feed"
      ? Plot.barX(s.points, { y: "0", x: "1", fill: kFeed, fillOpacity: rank(chart, s) ? 0.45 : 0.85, insetTop: 2, insetBottom: 2 })
      : Plot.tickX(s.points, { y: "0", x: "1", stroke: kReal, strokeWidth: 5 });
  return Plot.plot({
    ...frame(width, names.length * 28 + 52),
    marginLeft: Math.min(width * 0.4, longest(names) + 12),
    y: { type: "band", domain: names, label: null, tickSize: 0, padding: 0.12 },
    x: { ...values, label: chart.y.label, labelAnchor: "center", labelArrow: "none", labelOffset: 36, ticks: 4 },
    marks: [
      Plot.gridX({ stroke: kRule, strokeOpacity: 1, ticks: 4 }),
      ...ordered(chart).map(mark),
      Plot.tip(names, Plot.pointerY({ y: (n: string) => n, x: (n: string) => top(chart, n), title: (n: string) => tipText(chart, n), fill: "var(--card)", stroke: kRule })),
    ],
  });
}

export function bars(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const crowded = chart.x.type === "category" && (longest(names) + 8) * names.length > width - 62;
  return crowded ? lying(chart, width) : standing(chart, width);
}
