// One feature's distribution as a quantile curve, small: the value at each percentile, feed upon real.
import * as Plot from "@observablehq/plot";
import { tick } from "./format";
import { extent, frame, kFeed, kReal, kRule } from "./frame";

export function quantiles(percent: number[], feed: number[], real: number[], width: number): Element {
  const pairs = (values: number[]) => values.map((v, i) => [percent[i]!, v]);
  const y = extent([...feed, ...real]);
  const mark = (values: number[], stroke: string, strokeWidth: number) =>
    Plot.line(pairs(values), { stroke, strokeWidth, strokeLinecap: "round", strokeLinejoin: "round" });
  return Plot.plot({
    ...frame(width, 118),
    marginTop: 8,
    marginRight: 6,
    marginLeft: 34,
    marginBottom: 22,
    x: { domain: [0, 100], ticks: [0, 50, 100], tickFormat: (v: number) => `${v}%`, label: null, tickSize: 3 },
    y: { domain: y[0] === y[1] ? [y[0] - 1, y[1] + 1] : y, ticks: 3, nice: 3, tickFormat: (v: number) => tick(v, "number"), label: null, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: kRule, strokeOpacity: 1, ticks: 3 }),
      mark(real, kReal, 5),
      mark(feed, kFeed, 1.75),
    ],
  });
}
