// The report's data as the program writes it, read with care: what is absent stays empty, what is unknown is ignored,
// figures that are no numbers are left out.
import type { Chart, Point, Series } from "../charts/spec";

export interface Feed {
  version?: string;
  seed?: number | string;
  population?: string;
  users?: number;
  from?: string;
  to?: string;
  [more: string]: unknown;
}

export interface Check {
  name: string;
  measured: unknown;
  target: unknown;
  tolerance: unknown;
  low?: number;
  high?: number;
  judged?: boolean;  // false: shown beside the real figure, but no part of the verdict
  pass: boolean;
}

export interface Target extends Omit<Check, "low" | "high" | "judged"> {
  id: number;
  worst?: string;  // the check whose figures stand for the target
  definition: string;
  checks: Check[];
}

export interface Pair {
  feed: number;
  real: number;
}

export interface Feature {
  name: string;
  label: string;
  volume: boolean;
  ks: number;
  percent: number[];
  feed: number[];
  real: number[];
  between?: Pair;
  within?: Pair;
}

export interface Windows {
  listeners?: number;
  windows?: number;
  mean_ks: number;
  features: Feature[];
  spearman?: { mean_abs_difference?: number; listener_means_mean_abs_difference?: number };
}

export interface SpreadFigures {
  p10: number;
  p50: number;
  p90: number;
}

export interface Spread {
  name: string;
  label: string;
  unit: string;
  feed: SpreadFigures;
  real: SpreadFigures;
  within: boolean;
}

export interface Correlation extends Pair {
  one: string;
  other: string;
  within: boolean;
}

export interface Report {
  feed: Feed;
  charts: Chart[];
  judged: boolean;  // false: too little was played, and what follows is empty
  targets: Target[];
  passed: number;
  windows: Windows | null;
  spread: Spread[];
  correlations: Correlation[];
}

type Json = Record<string, unknown>;

function list<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value.filter((v) => v && typeof v === "object") as T[]) : [];
}

function object(value: unknown): Json {
  return value && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};
}

function numbers(...values: unknown[]): boolean {
  return values.every((v) => typeof v === "number" && Number.isFinite(v));
}

function readSeries(series: Series, category: boolean): Series {
  const points = (Array.isArray(series.points) ? series.points : []).filter(
    (p: Point) => Array.isArray(p) && p.length > 1 && (category || numbers(p[0])) && numbers(...p.slice(1)),
  );
  if (category) return { ...series, points: points.map(([x, ...y]) => [String(x), ...y] as Point) };
  return { ...series, points: points.sort((a, b) => Number(a[0]) - Number(b[0])) };
}

function readChart(chart: Chart): Chart {
  const category = chart.x?.type === "category";
  const series = list<Series>(chart.series).map((s) => readSeries(s, category));
  return { ...chart, section: chart.section ?? "Curves", series: series.filter((s) => s.points.length > 0) };
}

function readTarget(target: Target): Target {
  return { ...target, definition: target.definition ?? "", checks: list<Check>(target.checks) };
}

function readFeature(feature: Feature): boolean {
  const { percent, feed, real } = feature;
  const curves = [percent, feed, real];
  return curves.every((c) => Array.isArray(c) && c.length === percent.length && numbers(...c)) && numbers(feature.ks);
}

function readWindows(value: unknown): Windows | null {
  const windows = object(value) as unknown as Windows;
  const features = list<Feature>(windows.features).filter(readFeature);
  return features.length && numbers(windows.mean_ks) ? { ...windows, features } : null;
}

function readSpread(spread: Spread): boolean {
  return [spread.feed, spread.real].every((s) => s && numbers(s.p10, s.p50, s.p90));
}

// The text of the data element; null when the page holds no data.
export function readReport(text: string): Report | null {
  const json: unknown = JSON.parse(text);
  return json === null ? null : toReport(json);
}

export function toReport(json: unknown): Report {
  const { feed, charts, scorecard } = object(json);
  const judged = object(scorecard).judged !== false;
  const card = judged ? object(scorecard) : {};
  const targets = list<Target>(card.targets).map(readTarget);
  return {
    feed: object(feed),
    charts: list<Chart>(charts).map(readChart).filter((c) => c.series.length > 0),
    judged,
    targets,
    passed: targets.filter((t) => t.pass).length,
    windows: readWindows(card.windows),
    spread: list<Spread>(card.spread).filter(readSpread),
    correlations: list<Correlation>(card.correlations).filter((c) => numbers(c.feed, c.real)),
  };
}
