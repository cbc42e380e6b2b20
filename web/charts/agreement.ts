// Pairs of figures against each other: the real one to the right, the feed's upward; on the diagonal they agree.
import * as Plot from "@observablehq/plot";
import { number } from "./format";
import { extent, frame, kFeed, kReal, kTip, xTicks, yTicks } from "./frame";

export interface Pair {
  label: string;
  feed: number;
  real: number;
  within: boolean;
}

export function agreement(pairs: Pair[], tolerance: number, width: number): Element {
  const [low, high] = extent(pairs.flatMap((p) => [p.feed, p.real]));
  const domain = [low - 0.08, high + 0.08];
  const corridor = domain.map((v) => ({ v, low: v - tolerance, high: v + tolerance }));
  const title = (p: Pair) => `${p.label}\nthis feed: ${number(p.feed)}\nreal listeners: ${number(p.real)}`;
  const at = { x: "real", y: "feed", stroke: "var(--card)", strokeWidth: 1 };
  return Plot.plot({
    ...frame(width, Math.min(width, 520)),
    x: { domain, axis: null },
    y: { domain, axis: null },
    marks: [
      ...yTicks(6, "number"),
      ...xTicks(6, "real listeners", "number"),
      Plot.areaY(corridor, { x: "v", y1: "low", y2: "high", fill: kReal, fillOpacity: 0.22, clip: true }),
      Plot.line(domain.map((v) => [v, v]), { stroke: kReal, strokeWidth: 2, clip: true }),
      Plot.dot(pairs.filter((p) => p.within), { ...at, fill: kFeed, r: 5 }),
      Plot.dot(pairs.filter((p) => !p.within), { ...at, fill: "var(--fail)", symbol: "diamond2", r: 6 }),
      Plot.tip(pairs, Plot.pointer({ x: "real", y: "feed", title, ...kTip })),
    ],
  });
}
