// A chart in words, for those who do not see it.
import { number, percent } from "./format";
import { xValues, type Chart, type Series } from "./spec";

const kKinds = { line: "Line chart", step: "Step chart", bar: "Bar chart", band: "Band chart" };

function shower(chart: Chart): (v: number) => string {
  return chart.y.format === "percent" ? percent : number;
}

function at(x: number | string): string {
  return typeof x === "number" ? number(x) : x;
}

function describeSeries(chart: Chart, series: Series): string {
  const show = shower(chart);
  const by = (better: (a: number, b: number) => boolean) =>
    series.points.reduce((best, p) => (better(p[1], best[1]) ? p : best));
  const low = by((a, b) => a < b);
  const high = by((a, b) => a > b);
  return `${series.name}: lowest ${show(low[1])} at ${at(low[0])}, highest ${show(high[1])} at ${at(high[0])}.`;
}

// The widest gap between the first series of each role where both have a value.
function describeGap(chart: Chart): string {
  const [feed, real] = (["feed", "real"] as const).map((role) => chart.series.find((s) => s.role === role));
  if (!feed || !real) return "";
  const there = new Map(real.points.map((p) => [p[0], p[1]]));
  const gaps = feed.points.flatMap((p) => (there.has(p[0]) ? [{ x: p[0], gap: p[1] - there.get(p[0])! }] : []));
  if (gaps.length === 0) return "";
  const worst = gaps.reduce((a, b) => (Math.abs(b.gap) > Math.abs(a.gap) ? b : a));
  return `They differ most at ${at(worst.x)}, by ${shower(chart)(worst.gap)}.`;
}

export function describe(chart: Chart): string {
  const axes = `${chart.y.label} by ${chart.x.label}, ${xValues(chart).length} values.`;
  const parts = [`${kKinds[chart.mark]}: ${chart.title}.`, axes];
  for (const series of chart.series) parts.push(describeSeries(chart, series));
  return [...parts, describeGap(chart)].filter(Boolean).join(" ");
}
