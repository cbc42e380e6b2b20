// What all our charts share: type, margins, quiet axes. Colours are custom properties of charts.css, so that a chart
// follows the theme without being drawn again.
import * as Plot from "@observablehq/plot";
import { tick } from "./format";
import type { Chart } from "./spec";

export const kFeed = "var(--feed)";
export const kReal = "var(--real)";
export const kRule = "var(--rule)";
export const kMuted = "var(--muted)";

// The broad stroke of the real listeners lies under the thin one of the feed.
export const kRealWidth = 6;
export const kFeedWidth = 2;

export function frame(width: number, height: number): Plot.PlotOptions {
  return {
    width,
    height,
    marginTop: 12,
    marginRight: 16,
    marginBottom: 40,
    marginLeft: 46,
    style: { fontFamily: "inherit", fontSize: "12px", color: "var(--muted)", background: "none", overflow: "visible" },
  };
}

export function pictureHeight(width: number): number {
  return Math.round(Math.min(300, Math.max(210, width * 0.56)));
}

// 1, 2 and 5 times powers of ten where few decades are shown, else powers of ten, at most about `most` of them.
export function logTicks(low: number, high: number, most: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const inside = (v: number) => v >= low * 0.999 && v <= high * 1.001;
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = powers.flatMap((p) => steps.map((s) => Number(`${s}e${p}`))).filter(inside);
    if (ticks.length <= most && ticks.length > 1) return ticks;
  }
  const every = Math.ceil(powers.length / most);
  return powers.filter((_, i) => i % every === 0).map((p) => Number(`1e${p}`)).filter(inside);
}

export function extent(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

export const kXLabel = { labelAnchor: "center", labelArrow: "none", labelOffset: 36 } as const;

export interface Axis {
  scale: Plot.ScaleOptions;
  marks: Plot.Markish[];
}

type Ticks = number[] | number;

// Ticks are labelled by a text channel, since Plot leaves out labels of a logarithmic axis that it finds too many.
export function xTicks(ticks: Ticks, label: string | null, format: "percent" | "number"): Plot.Markish[] {
  const look = { ...kXLabel, label, tickSize: 4 };
  const text = (v: number) => tick(v, format);
  return [Array.isArray(ticks) ? Plot.axisX(ticks, { ...look, text }) : Plot.axisX({ ...look, text, ticks })];
}

export function yTicks(ticks: Ticks, format: "percent" | "number"): Plot.Markish[] {
  const look = { label: null, tickSize: 0 };
  const grid = { stroke: kRule, strokeOpacity: 1 };
  const text = (v: number) => tick(v, format);
  if (!Array.isArray(ticks)) return [Plot.gridY({ ...grid, ticks }), Plot.axisY({ ...look, text, ticks })];
  return [Plot.gridY(ticks, grid), Plot.axisY(ticks, { ...look, text })];
}

// What reaches up to a whole does not get an axis beyond it.
function ceiling(high: number, format: "percent" | "number"): number {
  return format === "percent" && high > 0.8 && high <= 1 ? 1 : high || 1;
}

export function yAxis(chart: Chart, values: number[], height: number): Axis {
  const { type, format } = chart.y;
  const [low, high] = extent(values);
  if (type === "log") {
    return { scale: { type: "log", axis: null }, marks: yTicks(logTicks(low, high, height / 36), format) };
  }
  const domain = [Math.min(0, low), ceiling(high, format)];
  return { scale: { type: "linear", domain, nice: 4, axis: null }, marks: yTicks(4, format) };
}

export function xAxis(chart: Chart, values: number[], width: number): Axis {
  const [low, high] = extent(values);
  const log = chart.x.type === "log";
  const ticks = chart.x.ticks ?? (log ? logTicks(low, high, width / 52) : Math.floor(width / 70));
  const scale = { type: log ? "log" : "linear", axis: null, domain: low === high ? undefined : [low, high] } as const;
  return { scale, marks: xTicks(ticks, chart.x.label, "number") };
}

// The box that names what stands under the pointer.
export const kTip = { fill: "var(--card)", stroke: kRule, lineHeight: 1.4, textPadding: 9, anchor: "bottom" } as const;
