// One feature's distribution as a quantile curve, small: the value at each percentile, feed upon real.
import * as Plot from "@observablehq/plot";
import { extent, frame, kFeed, kFeedWidth, kReal, yTicks } from "./frame";

export function quantiles(percent: number[], feed: number[], real: number[], width: number): Element {
  const pairs = (values: number[]) => values.map((v, i) => [percent[i]!, v]);
  const y = extent([...feed, ...real]);
  const mark = (values: number[], stroke: string, strokeWidth: number) =>
    Plot.line(pairs(values), { stroke, strokeWidth, strokeLinecap: "round", strokeLinejoin: "round" });
  return Plot.plot({
    ...frame(width, 118),
    marginTop: 8,
    marginRight: 14,
    marginLeft: 34,
    marginBottom: 22,
    x: { domain: [0, 100], ticks: [0, 50, 100], tickFormat: (v: number) => `${v}%`, label: null, tickSize: 3 },
    y: { domain: y[0] === y[1] ? [y[0] - 1, y[1] + 1] : y, axis: null },
    marks: [...yTicks(3, "number"), mark(real, kReal, 5), mark(feed, kFeed, kFeedWidth)],
  });
}
