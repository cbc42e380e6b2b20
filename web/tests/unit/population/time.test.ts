import { expect, test } from "vitest";
import type { Population } from "../../../population/data";
import { binShares, cut } from "../../../population/minutes";
import { busiest, nightShare, weekendShare, weekShares } from "../../../population/rhythm";
import { ridge } from "../../../population/ridges";
import { daily, smoothed } from "../../../population/year";

// Seven days of nothing but what is said.
function clock(...minutes: [day: number, hour: number, minutes: number][]): number[][] {
  const week = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const [day, hour, value] of minutes) week[day]![hour] = value;
  return week;
}

test("the week in shares, its weekend, its nights and its busiest hour", () => {
  const week = clock([0, 8, 10], [5, 23, 20], [6, 12, 10]);
  expect(weekShares(week)[5]![23]).toBe(0.5);
  expect(weekendShare(week)).toBe(0.75);
  expect(nightShare(week)).toBe(0.5);
  expect(busiest(week)).toEqual({ day: 5, hour: 23 });
});

test("a ridge runs through midnight, from Sunday into Monday, too", () => {
  const week = clock([6, 23, 2], [0, 0, 4]);
  expect(ridge(week, 0)[0]).toEqual({ x: 0, y: 3 });
  expect(ridge(week, 6).at(-1)).toEqual({ x: 24, y: 3 });
  expect(ridge(week, 0)).toHaveLength(26);
});

test("a day's minutes are those of one listener, on its date", () => {
  const population = { listeners: 2, days: { first: "2025-02-27", minutes: [10, 20, 30] } } as unknown as Population;
  expect(daily(population)).toEqual([
    { day: "2025-02-27", minutes: 5 },
    { day: "2025-02-28", minutes: 10 },
    { day: "2025-03-01", minutes: 15 },
  ]);
  expect(smoothed(daily(population))[1]!.minutes).toBe(10);
  expect(daily({ ...population, listeners: 0 })[0]!.minutes).toBe(0);
});

test("the histogram ends where the last of those shown ends", () => {
  const bins = (...users: number[]) =>
    binShares({ bins: users.map((n, i) => ({ from: i, to: i + 1, users: n })) } as Population["listening"]);
  expect(bins(1, 3, 0)[1]!.share).toBe(0.75);
  expect(cut(bins(1, 0, 0, 0), bins(1, 1, 1, 0))).toBe(3);
  expect(cut(bins(0, 0))).toBe(1);
});
