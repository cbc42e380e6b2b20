// What all our charts share: type, margins, quiet axes. Colours are custom properties of charts.css, so that a chart
// follows the theme without being drawn again.
import type { PlotOptions, ScaleOptions } from "@observablehq/plot";
import { tick } from "./format";
import type { Chart } from "./spec";

export const kFeed = "var(--feed)";
export const kReal = "var(--real)";
export const kRule = "var(--rule)";
export const kMuted = "var(--muted)";

// The broad stroke of the real listeners lies under the thin one of the feed.
export const kRealWidth = 6;
export const kFeedWidth = 1.75;

export function frame(width: number, height: number): PlotOptions {
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

export function yScale(chart: Chart, values: number[], height: number): ScaleOptions {
  const { type, format } = chart.y;
  const common = { label: null, tickFormat: (v: number) => tick(v, format), grid: false, tickSize: 0 };
  const [low, high] = extent(values);
  if (type === "log") return { ...common, type: "log", ticks: logTicks(low, high, height / 36) };
  return { ...common, type: "linear", domain: [Math.min(0, low), high || 1], nice: 4, ticks: 4 };
}

export function xScale(chart: Chart, values: number[], width: number): ScaleOptions {
  const common = { label: chart.x.label, labelAnchor: "center", labelArrow: "none", labelOffset: 36 } as const;
  const [low, high] = extent(values);
  const ticks = chart.x.ticks ?? (chart.x.type === "log" ? logTicks(low, high, width / 52) : Math.floor(width / 70));
  const tickFormat = (v: number) => tick(v, "number");
  const type = chart.x.type === "log" ? "log" : "linear";
  return { ...common, type, ticks, tickFormat, tickSize: 4, domain: low === high ? undefined : [low, high] };
}
