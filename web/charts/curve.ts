// Lines, steps and bands over a numeric x: the real listeners as a broad stroke, the feed as a thin line upon it.
import * as Plot from "@observablehq/plot";
import { bars } from "./bars";
import { frame, kFeed, kFeedWidth, kMuted, kReal, kRealWidth, kTip, pictureHeight, xAxis, yAxis } from "./frame";
import { rank, xValues, type Chart, type Point, type Series } from "./spec";
import { tipText } from "./tip";

const kDashes = ["none", "7 5", "2 4"];

// Points a logarithmic axis can show.
function drawable(chart: Chart): Chart {
  const shown = (p: Point) =>
    (chart.x.type !== "log" || Number(p[0]) > 0) && (chart.y.type !== "log" || p.slice(1).every((v) => Number(v) > 0));
  return { ...chart, series: chart.series.map((s) => ({ ...s, points: s.points.filter(shown) })) };
}

// A step lasts until the next; the last one lasts as long as the one before it.
export function lastStep(points: Point[]): Point[] {
  const [before, last] = points.slice(-2);
  if (!before || !last) return points;
  return [...points, [2 * Number(last[0]) - Number(before[0]), last[1]]];
}

function extended(chart: Chart): Chart {
  if (chart.mark !== "step" || chart.x.type !== "linear") return chart;
  return { ...chart, series: chart.series.map((s) => ({ ...s, points: lastStep(s.points) })) };
}

function strokeOf(chart: Chart, series: Series) {
  const real = series.role === "real";
  return {
    stroke: real ? kReal : kFeed,
    strokeWidth: real ? kRealWidth : kFeedWidth,
    strokeLinecap: "round" as const,
    strokeLinejoin: "round" as const,
    strokeDasharray: real && rank(chart, series) > 0 ? "1 9" : kDashes[rank(chart, series) % kDashes.length],
  };
}

function lineMarks(chart: Chart, series: Series): Plot.Markish[] {
  const curve = chart.mark === "step" ? "step-after" : "linear";
  const line = Plot.line(series.points, { x: "0", y: "1", curve, ...strokeOf(chart, series) });
  if (series.points.length > 12 || series.role === "real" || chart.mark === "step") return [line];
  return [line, Plot.dot(series.points, { x: "0", y: "1", r: 3, fill: kFeed })];
}

function bandMarks(series: Series): Plot.Markish[] {
  const ends = { x: "0", y1: "1", y2: "2" };
  if (series.role === "real") return [Plot.areaY(series.points, { ...ends, fill: kReal, fillOpacity: 0.45 })];
  const edge = { x: "0", stroke: kFeed, strokeWidth: kFeedWidth };
  return [
    Plot.areaY(series.points, { ...ends, fill: kFeed, fillOpacity: 0.12 }),
    Plot.lineY(series.points, { ...edge, y: "1" }),
    Plot.lineY(series.points, { ...edge, y: "2" }),
  ];
}

function pointerMarks(chart: Chart): Plot.Markish[] {
  const rows = xValues(chart).map((x) => {
    const at = chart.series.flatMap((s) => s.points.filter((p) => p[0] === x).map((p) => p[p.length - 1] as number));
    return { x, y: Math.max(...at), title: tipText(chart, x) };
  });
  return [
    Plot.ruleX(rows, Plot.pointerX({ x: "x", stroke: kMuted, strokeWidth: 0.75 })),
    Plot.tip(rows, Plot.pointerX({ x: "x", y: "y", title: "title", ...kTip })),
  ];
}

// Points are arrays: Plot reads channel "0" as the first of each.
export function curve(given: Chart, width: number): Element {
  if (given.mark === "bar" || given.x.type === "category") return bars(given, width);
  const chart = extended(drawable(given));
  const height = pictureHeight(width);
  const points = chart.series.flatMap((s) => s.points);
  const isBand = (s: Series) => chart.mark === "band" && s.points.every((p) => p.length > 2);
  const ordered = [...chart.series].sort((a, b) => (a.role === b.role ? 0 : a.role === "real" ? -1 : 1));
  const x = xAxis(chart, points.map((p) => Number(p[0])), width);
  const y = yAxis(chart, points.flatMap((p) => p.slice(1).map(Number)), height);
  return Plot.plot({
    ...frame(width, height),
    x: x.scale,
    y: y.scale,
    marks: [
      ...y.marks,
      ...x.marks,
      ...ordered.flatMap((s) => (isBand(s) ? bandMarks(s) : lineMarks(chart, s))),
      ...pointerMarks(drawable(given)),
    ],
  });
}
