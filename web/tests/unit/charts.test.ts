import { expect, test } from "vitest";
import { lastStep } from "../../charts/curve";
import { describe } from "../../charts/describe";
import { deviation } from "../../charts/deviation";
import { logTicks } from "../../charts/frame";
import { rank, xValues, type Chart } from "../../charts/spec";
import { tipText } from "../../charts/tip";

const kChart: Chart = {
  id: "hours",
  section: "Rhythm",
  title: "The hours of a day",
  mark: "line",
  x: { label: "local hour", type: "linear" },
  y: { label: "share of plays", type: "linear", format: "percent" },
  series: [
    { name: "this feed", role: "feed", points: [[0, 0.02], [12, 0.07], [2, 0.01]] },
    { name: "real listeners", role: "real", points: [[0, 0.025], [12, 0.05]] },
    { name: "this feed, weekend", role: "feed", points: [[6, 0.03]] },
  ],
};

test("x values are in order, each once", () => {
  expect(xValues(kChart)).toEqual([0, 2, 6, 12]);
  const named: Chart = {
    ...kChart,
    x: { label: "reason", type: "category" },
    series: [{ name: "this feed", role: "feed", points: [["b", 1], ["a", 2], ["b", 3]] }],
  };
  expect(xValues(named)).toEqual(["b", "a"]);
});

test("series are ranked among those of their role", () => {
  expect(kChart.series.map((s) => rank(kChart, s))).toEqual([0, 0, 1]);
});

test("a chart in words names its extremes and the widest gap", () => {
  const words = describe(kChart);
  expect(words).toContain("Line chart: The hours of a day.");
  expect(words).toContain("share of plays by local hour, 4 values.");
  expect(words).toContain("this feed: lowest 1% at 2, highest 7% at 12.");
  expect(words).toContain("They differ most at 12, by 2%.");
});

test("a chart without a real series says nothing of a gap", () => {
  expect(describe({ ...kChart, series: kChart.series.slice(0, 1) })).not.toContain("differ");
});

test("the tip names what stands at one place", () => {
  expect(tipText(kChart, 12)).toBe("local hour: 12\nthis feed: 7%\nreal listeners: 5%");
  expect(tipText(kChart, 6)).toBe("local hour: 6\nthis feed, weekend: 3%");
});

test("deviation is measured in tolerances and stays on the strip", () => {
  const allowed = { target: 0.2, low: 0.1, high: 0.3, pass: true };
  expect(deviation({ ...allowed, measured: 0.2 })).toBeCloseTo(0);
  expect(deviation({ ...allowed, measured: 0.3 })).toBeCloseTo(1);
  expect(deviation({ ...allowed, measured: 0.05 })).toBeCloseTo(-1.5);
  expect(deviation({ ...allowed, measured: 99 })).toBe(2);
  const distance = { target: 0, low: 0, high: 0.1, pass: true };
  expect(deviation({ ...distance, measured: 0.05 })).toBeCloseTo(0.5);
  expect(deviation({ ...distance, measured: 0 })).toBe(0);
  expect(deviation({ ...distance, measured: -0.01 })).toBe(-2);
});

test("the last step is as wide as the one before it", () => {
  expect(lastStep([[0, 1], [3, 2]])).toEqual([[0, 1], [3, 2], [6, 2]]);
  expect(lastStep([[0, 1]])).toEqual([[0, 1]]);
});

test("logarithmic ticks thin out with the room there is", () => {
  expect(logTicks(1, 100, 10)).toEqual([1, 2, 5, 10, 20, 50, 100]);
  expect(logTicks(1, 100, 6)).toEqual([1, 3, 10, 30, 100]);
  expect(logTicks(1, 100, 4)).toEqual([1, 10, 100]);
  expect(logTicks(1e-6, 1e6, 5).length).toBeLessThanOrEqual(5);
  expect(logTicks(0.4, 7, 10)).toEqual([0.5, 1, 2, 5]);
});
