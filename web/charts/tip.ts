// What stands at one x of a chart, in lines, for the box under the pointer.
import { number, percent } from "./format";
import type { Chart } from "./spec";

export function tipText(chart: Chart, x: number | string): string {
  const show = chart.y.format === "percent" ? percent : number;
  const lines = chart.series.flatMap((s) => {
    const point = s.points.find((p) => p[0] === x);
    return point ? [`${s.name}: ${point.slice(1).map((v) => show(Number(v))).join(" – ")}`] : [];
  });
  return [`${chart.x.label}: ${typeof x === "number" ? number(x) : x}`, ...lines].join("\n");
}
