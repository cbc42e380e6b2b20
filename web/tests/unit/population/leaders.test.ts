import { expect, test } from "vitest";
import { ranks } from "../../../population/bump";
import type { Leader, Scene } from "../../../population/data";
import { growth, growthPeriods, growthWords, lift, rise } from "../../../population/growth";

test("ranks are those of each month, then the place in the list", () => {
  expect(
    ranks([
      [5, 1],
      [3, 4],
      [3, 0],
    ]),
  ).toEqual([
    [1, 2, 1],
    [2, 1, 2],
    [3, 3, 3],
  ]);
});

test("growth compares the last three whole months with the first three", () => {
  expect(growth([1, 1, 1, 9, 9, 9, 9, 2, 2, 2, 50])).toBeCloseTo(1);
  expect(growth([0, 0, 0, 1, 2, 2, 2])).toBeNull();
});

test("the periods of growth have names", () => {
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  expect(growthPeriods({ grows: true, months } as Scene)).toBe("August to October against January to March");
  expect(growthPeriods({ grows: false, months } as Scene)).toBe("");
});

test("a feed that has not both quarters tells no growth", () => {
  const leader = { months: [0, 0, 0, 9, 9, 9, 0, 0, 0, 0, 0] } as unknown as Leader;
  expect(rise({ grows: true } as Scene, leader)).toBe("new");
  expect(rise({ grows: false } as Scene, leader)).toBe("");
});

test("growth in words", () => {
  expect([0.25, -0.5, 0.001, 20, null].map(growthWords)).toEqual(["+25%", "−50%", "±0%", "21×", "new"]);
});

test("an artist's share of a group is set against everyone's", () => {
  const leader: Leader = { name: "A", genre: "pop", streams: 20, months: [], everyone_streams: 100 };
  const scene = { group: { streams: 100 }, everyone: { streams: 1000 } } as Scene;
  expect(lift(scene, leader)).toBeCloseTo(2);
  expect(lift(scene, { ...leader, everyone_streams: undefined })).toBeNull();
});
