// What a chart is, whoever draws it: the contract between the program that measures and the pages that show.

export type Role = "feed" | "real";
export type Mark = "line" | "bar" | "step" | "band";
export type AxisType = "linear" | "log" | "category";

// [x, y] for lines, steps and bars; [x, low, high] for bands.
export type Point = [number | string, number, number?];

export interface Series {
  name: string;
  role: Role;
  points: Point[];
}

export interface Chart {
  id: string;
  section: string;
  title: string;
  note?: string;
  source?: string;
  mark: Mark;
  x: { label: string; type: AxisType; ticks?: number[] };
  y: { label: string; type: "linear" | "log"; format: "percent" | "number" };
  series: Series[];
}

// The values of x over all series, each once: categories in the order they appear, numbers ascending.
export function xValues(chart: Chart): (number | string)[] {
  const values = [...new Set(chart.series.flatMap((s) => s.points.map((p) => p[0])))];
  return chart.x.type === "category" ? values : values.sort((a, b) => Number(a) - Number(b));
}

// How many series of the same role stand before this one; the first is drawn plain, the others dashed.
export function rank(chart: Chart, series: Series): number {
  return chart.series.filter((s) => s.role === series.role).indexOf(series);
}
