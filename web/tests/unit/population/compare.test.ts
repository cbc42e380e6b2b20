import { expect, test } from "vitest";
import { median, peak, shares, smooth, times, timesWords } from "../../../population/compare";
import { dots, scattered } from "../../../population/crowd";

test("shares add up to one, and nothing is shared as nothing", () => {
  expect(shares([1, 3])).toEqual([0.25, 0.75]);
  expect(shares([0, 0])).toEqual([0, 0]);
});

test("how many times as much is unknown where elsewhere has nothing", () => {
  expect(times(0.2, 0.1)).toBeCloseTo(2);
  expect(times(0.2, 0)).toBeNull();
  expect([timesWords(2.34), timesWords(12.4), timesWords(null)]).toEqual(["2.3×", "12×", ""]);
});

test("the median is the value in the middle of those counted", () => {
  expect(
    median([
      { value: 40, users: 1 },
      { value: 20, users: 3 },
      { value: 30, users: 1 },
    ]),
  ).toBe(20);
  expect(
    median([
      { value: 20, users: 1 },
      { value: 30, users: 1 },
    ]),
  ).toBe(20);
  expect(median([])).toBeNull();
  expect(median([{ value: 20, users: 0 }])).toBeNull();
});

test("a smoothed line has shorter windows at its ends", () => {
  expect(smooth([0, 3, 6, 9], 3)).toEqual([1.5, 3, 6, 7.5]);
});

test("the peak is the first of the highest", () => {
  expect(peak([1, 5, 5])).toBe(1);
});

test("the crowd lights its share, and at least one of a group of anybody", () => {
  expect(dots(1000, 1000)).toEqual({ all: 1000, lit: 1000 });
  expect(dots(250, 500)).toEqual({ all: 500, lit: 250 });
  expect(dots(3, 100_000)).toEqual({ all: 1000, lit: 1 });
  expect(dots(0, 1000)).toEqual({ all: 1000, lit: 0 });
  expect(dots(0, 0)).toEqual({ all: 0, lit: 0 });
});

test("dots are lit in disorder, each once", () => {
  const order = scattered(1000);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
  const early = order.slice(0, 200).map((i) => Math.floor(i / 250));
  for (const quarter of [0, 1, 2, 3]) expect(early.filter((q) => q === quarter).length).toBeGreaterThan(30);
});
