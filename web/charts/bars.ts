// Bars for the feed, a broad tick across each for the real listeners. Bars lie down where their names need room.
import * as Plot from "@observablehq/plot";
import { tick } from "./format";
import { frame, kFeed, kReal, kRule, kTip, kXLabel, pictureHeight, xTicks, yAxis } from "./frame";
import { rank, xValues, type Chart, type Point, type Series } from "./spec";
import { tipText } from "./tip";

const kLetter = 6.6;  // px, the mean width of a letter at 12 px
const kTickWidth = 5;

function longest(names: (number | string)[]): number {
  return Math.max(...names.map((n) => String(n).length)) * kLetter;
}

function values(chart: Chart): number[] {
  return chart.series.flatMap((s) => s.points.map((p) => p[1]));
}

function feedFirst(chart: Chart): Series[] {
  return [...chart.series].sort((a, b) => (a.role === b.role ? 0 : a.role === "feed" ? -1 : 1));
}

function fill(chart: Chart, series: Series) {
  return { fill: kFeed, fillOpacity: rank(chart, series) > 0 ? 0.45 : 1 };
}

// The end of the longest bar or tick at each name, where the tip points to.
function tips(chart: Chart): { name: number | string; end: number; title: string }[] {
  const at = (name: number | string, p: Point) => p[0] === name;
  return xValues(chart).map((name) => {
    const ends = chart.series.flatMap((s) => s.points.filter((p) => at(name, p)).map((p) => p[1]));
    return { name, end: Math.max(...ends), title: tipText(chart, name) };
  });
}

function standing(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const height = pictureHeight(width);
  const y = yAxis(chart, values(chart), height);
  const mark = (s: Series) =>
    s.role === "feed"
      ? Plot.barY(s.points, { x: "0", y: "1", ...fill(chart, s) })
      : Plot.tickY(s.points, { x: "0", y: "1", stroke: kReal, strokeWidth: kTickWidth, inset: -2 });
  const label = (name: number | string) => (typeof name === "number" ? tick(name, "number") : name);
  return Plot.plot({
    ...frame(width, height),
    x: { type: "band", domain: names, axis: null, padding: names.length > 12 ? 0.25 : 0.45 },
    y: y.scale,
    marks: [
      ...y.marks,
      Plot.axisX(chart.x.ticks ?? names, { ...kXLabel, label: chart.x.label, text: label, tickSize: 0 }),
      ...feedFirst(chart).map(mark),
      Plot.tip(tips(chart), Plot.pointerX({ x: "name", y: "end", title: "title", ...kTip })),
    ],
  });
}

function lying(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const scale = yAxis(chart, values(chart), 200).scale;
  const mark = (s: Series) =>
    s.role === "feed"
      ? Plot.barX(s.points, { y: "0", x: "1", ...fill(chart, s) })
      : Plot.tickX(s.points, { y: "0", x: "1", stroke: kReal, strokeWidth: kTickWidth, inset: -2 });
  return Plot.plot({
    ...frame(width, names.length * 28 + 52),
    marginLeft: Math.min(width * 0.4, longest(names) + 12),
    y: { type: "band", domain: names, label: null, tickSize: 0, padding: 0.35 },
    x: scale,
    marks: [
      Plot.gridX({ stroke: kRule, strokeOpacity: 1, ticks: 4 }),
      ...xTicks(4, chart.y.label, chart.y.format),
      ...feedFirst(chart).map(mark),
      Plot.tip(tips(chart), Plot.pointerY({ y: "name", x: "end", title: "title", ...kTip, anchor: "left" })),
    ],
  });
}

export function bars(chart: Chart, width: number): Element {
  const names = xValues(chart);
  const crowded = chart.x.type === "category" && (longest(names) + 8) * names.length > width - 62;
  return crowded ? lying(chart, width) : standing(chart, width);
}
