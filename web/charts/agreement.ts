// Pairs of figures against each other: the real one to the right, the feed's upward; on the diagonal they agree.
import * as Plot from "@observablehq/plot";
import { number, tick } from "./format";
import { extent, frame, kFeed, kReal, kRule } from "./frame";

export interface Pair {
  label: string;
  feed: number;
  real: number;
  within: boolean;
}

export function agreement(pairs: Pair[], tolerance: number, width: number): Element {
  const [low, high] = extent(pairs.flatMap((p) => [p.feed, p.real]));
  const domain = [low - 0.08, high + 0.08];
  const axis = { domain, ticks: 6, tickFormat: (v: number) => tick(v, "number"), labelArrow: "none" as const };
  const corridor = domain.map((v) => ({ v, low: v - tolerance, high: v + tolerance }));
  const title = (p: Pair) => `${p.label}\nthis feed: ${number(p.feed)}\nreal listeners: ${number(p.real)}`;
  const common = { x: "real", y: "feed", fill: kFeed };
  return Plot.plot({
    ...frame(width, Math.min(width, 460)),
    clip: true,
    x: { ...axis, label: "real listeners", labelAnchor: "center", labelOffset: 36 },
    y: { ...axis, label: null, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: kRule, strokeOpacity: 1, ticks: 6 }),
      Plot.areaY(corridor, { x: "v", y1: "low", y2: "high", fill: kReal, fillOpacity: 0.22, clip: true }),
      Plot.line(domain.map((v) => [v, v]), { stroke: kReal, strokeWidth: 2, clip: true }),
      Plot.dot(pairs.filter((p) => p.within), { ...common, r: 4.5, stroke: "var(--card)", strokeWidth: 1 }),
      Plot.dot(pairs.filter((p) => !p.within), { ...common, fill: "var(--fail)", symbol: "diamond", r: 6, stroke: "var(--card)", strokeWidth: 1 }),
      Plot.tip(pairs, Plot.pointer({ x: "real", y: "feed", title, fill: "var(--card)", stroke: kRule })),
    ],
  });
}
