// The spread over listeners: a bar from the 10th to the 90th percentile with the median on it, the feed above the real.
import * as Plot from "@observablehq/plot";
import { extent, frame, kFeed, kReal, kRule, xTicks } from "./frame";

export interface Spread {
  p10: number;
  p50: number;
  p90: number;
}

function domain(values: number[]): [number, number] {
  const [low, high] = extent(values);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function bar(spread: Spread, row: string, color: string, width: number): Plot.Markish[] {
  const at = [{ ...spread, row }];
  return [
    Plot.ruleY(at, { x1: "p10", x2: "p90", y: "row", stroke: color, strokeWidth: width, strokeLinecap: "round" }),
    Plot.dot(at, { x: "p50", y: "row", r: 5, fill: "var(--card)", stroke: color, strokeWidth: 2.5 }),
  ];
}

export function range(feed: Spread, real: Spread, format: "percent" | "number", width: number): Element {
  const ticks = Math.min(4, Math.floor(width / 64));
  return Plot.plot({
    ...frame(width, 82),
    marginLeft: 38,
    marginBottom: 22,
    x: { domain: domain([feed, real].flatMap((s) => [s.p10, s.p50, s.p90])), axis: null },
    y: { type: "point", domain: ["feed", "real"], label: null, tickSize: 0, padding: 0.6 },
    marks: [
      Plot.gridX({ stroke: kRule, strokeOpacity: 1, ticks }),
      ...xTicks(ticks, null, format),
      ...bar(real, "real", kReal, 6),
      ...bar(feed, "feed", kFeed, 2.5),
    ],
  });
}
