import { expect, test } from "vitest";
import type { Place } from "../../app/model";
import { told } from "../../stories/age";
import { started } from "../../stories/artists";
import { across, cells, step } from "../../stories/calendar";
import { cut } from "../../stories/card_canvas";
import { peak } from "../../stories/clock";
import { smooth, span, standing } from "../../stories/minutes";
import { between, distance } from "../../stories/town";
import { counted, dayAfter, dayOf, daysBetween, hourOf, lengthClass, monthAfter, percentOf, weekdayOf } from "../../stories/words";

test.each([
  [0, "less than an hour"],
  [59, "less than an hour"],
  [60, "1 hour"],
  [1440, "1 day"],
  [20_727, "14 days and 9 hours"],
  [1500, "1 day and 1 hour"],
])("%i minutes are %s", (minutes, words) => {
  expect(span(minutes)).toBe(words);
});

test("nobody is told to have heard more than everybody", () => {
  expect(standing(0)).toBe("");
  expect(standing(0.009)).toBe("");
  expect(standing(0.996)).toBe(", more than 99% of the listeners here");
  expect(standing(1)).toBe(", more than anybody else here");
});

test("a share says neither nothing nor all where it is not so", () => {
  expect([0, 0.001, 0.126, 0.999, 1].map(percentOf)).toEqual(["0%", "<1%", "13%", ">99%", "100%"]);
});

test("smoothing keeps what is level and the sum in the middle", () => {
  expect(smooth([2, 2, 2, 2])).toEqual([2, 2, 2, 2]);
  expect(smooth([0, 0, 0, 7, 0, 0, 0])).toEqual([7 / 4, 7 / 5, 7 / 6, 1, 7 / 6, 7 / 5, 7 / 4]);
});

test("days are counted over the change of the clocks and leap days", () => {
  expect(dayAfter("2025-03-29", 2)).toBe("2025-03-31");
  expect(dayAfter("2024-02-28", 1)).toBe("2024-02-29");
  expect(daysBetween("2025-01-01", "2025-11-15")).toBe(318);
  expect([dayOf("2025-05-01"), weekdayOf("2025-05-01"), hourOf(24)]).toEqual(["1 May", "Thursday", "00:00"]);
});

test("lists by month begin with the window", () => {
  expect([0, 10, 12].map((i) => monthAfter("2025-02-01", i))).toEqual([2, 12, 2]);
});

test("a calendar has every day in its month, its weekday and its week", () => {
  const days = Array.from({ length: 319 }, (_, i) => i);
  const all = cells({ first: "2025-01-01", minutes: days, streams: days });
  const at = (date: string) => all.find((c) => c.date === date);
  expect(at("2025-01-01")).toMatchObject({ month: 0, column: 2, row: 0 });  // a Wednesday
  expect(at("2025-01-06")).toMatchObject({ column: 0, row: 1 });
  expect(at("2025-02-01")).toMatchObject({ month: 1, column: 5, row: 0 });
  expect(at("2025-11-15")).toMatchObject({ month: 10, column: 5, row: 2, minutes: 318 });
  expect(new Set(all.map((c) => `${c.month} ${c.column} ${c.row}`)).size).toBe(319);
});

test("a day of less than a minute is a day of listening", () => {
  const all = cells({ first: "2025-01-01", minutes: [0, 0, 1, 100], streams: [0, 1, 1, 40] });
  expect(all.map((c) => step(c, 100))).toEqual([0, 1, 1, 5]);
});

test("months stand abreast as the place is shaped", () => {
  expect(across(1200, 120, 11)).toBeGreaterThan(8);
  expect(across(120, 1200, 11)).toBe(1);
});

test("a race begins when somebody runs", () => {
  const place = (month: number, streams: number): Place => ({ month, rank: 1, artist_id: "a", name: "A", streams });
  expect(started([place(1, 0), place(2, 3), place(3, 3)]).map((p) => p.month)).toEqual([2, 3]);
  expect(started([])).toEqual([]);
});

test("the first of equal hours is the hour", () => {
  expect(peak([1, 5, 5, 2])).toBe(1);
});

test("old releases that hardly anybody plays are left off, in between they stay", () => {
  const span = (first_year: number, share: number) => ({ first_year, share, peers_share: 0 });
  expect(told([span(1960, 0.001), span(1965, 0.2), span(1970, 0), span(1975, 0.3)]).map((s) => s.first_year)).toEqual([
    1965, 1970, 1975,
  ]);
});

test("the way from Berlin to Paris is 878 km, its middle lies between", () => {
  const [berlin, paris] = [
    { latitude: 52.52, longitude: 13.405 },
    { latitude: 48.8566, longitude: 2.3522 },
  ];
  expect(distance(berlin, paris)).toBeCloseTo(877.5, 0);
  expect(distance(berlin, between(berlin, paris, 0.5))).toBeCloseTo(distance(berlin, paris) / 2, 6);
  expect(between(berlin, berlin, 0.4)).toEqual(berlin);
});

test("long names are cut by letters, not by halves of them", () => {
  const width = (t: string) => [...t].length;
  expect(cut("short", 5, width)).toBe("short");
  expect(cut("longer than that", 8, width)).toBe("longer…");
  expect(cut("👩‍🎤👩‍🎤", 2, width)).not.toMatch(/[\uD800-\uDBFF]…/);
});

test("one is one and more are more", () => {
  expect([counted(1, "play"), counted(2000, "play")]).toEqual(["1 play", "2,000 plays"]);
});

test("a long title or a long word is set smaller", () => {
  expect(
    ["Brno", "Quiet Hours Club", "Sleepless Perfume came first", "Donaudampfschifffahrtsgesellschaft"].map(lengthClass),
  ).toEqual(["short", "long", "longer", "longest"]);
});
