import { expect, test } from "vitest";
import { leaning, square, step, stepsOf } from "../../../population/ages";
import { codeWords, meanAxes, placeOf, within } from "../../../population/axes";
import { clubShares } from "../../../population/clubs";
import type { Personality, Population } from "../../../population/data";
import { soundTowns } from "../../../population/cities";
import { commonest, ownest } from "../../../population/personalities";

const kCodes = ["E", "F"].flatMap((a) =>
  ["N", "T"].flatMap((b) => ["V", "L"].flatMap((c) => ["U", "C"].map((d) => a + b + c + d))),
);

test("every type has a field of its own on the map", () => {
  const places = kCodes.map(placeOf).map(({ column, row }) => `${column} ${row}`);
  expect(new Set(places).size).toBe(16);
  expect(placeOf("FNLU")).toEqual({ column: 0, row: 0 });
  expect(placeOf("ETVC")).toEqual({ column: 3, row: 3 });
});

test("codes in words", () => {
  expect(codeWords("ENVU")).toEqual(["Exploring", "New", "Varied", "Unique"]);
  expect(codeWords("FTLC")).toEqual(["Familiar", "Timeless", "Loyal", "Common"]);
});

test("a person stands in the field by variety and uniqueness", () => {
  const axes = { exploration: 0.1, newness: 0.9, variety: 0.75, uniqueness: 0.5 };
  expect(within(axes)).toEqual({ x: 0.5, y: 1 });
  expect(within({ ...axes, variety: 0.25, uniqueness: 0.499 }).x).toBe(0.5);
});

function type(code: string, users: number, share: number, exploration: number): Personality {
  return {
    code,
    name: code,
    users,
    share,
    axes: users ? { exploration, variety: 0.5, newness: 0.5, uniqueness: 0.5 } : null,
  };
}

test("the mean of the axes weighs types by their users", () => {
  expect(meanAxes([type("ENVU", 3, 0.75, 0.9), type("FNVU", 1, 0.25, 0.1)])!.exploration).toBeCloseTo(0.7);
  expect(meanAxes([type("ENVU", 0, 0, 0)])).toBeNull();
});

test("the commonest type, and the one that the group has beyond everyone", () => {
  const group = [type("ENVU", 5, 0.5, 0.9), type("FNVU", 5, 0.5, 0.1)];
  const everyone = [type("ENVU", 9, 0.45, 0.9), type("FNVU", 4, 0.2, 0.1)];
  expect(commonest(group).code).toBe("ENVU");
  expect(ownest(group, everyone).code).toBe("FNVU");
});

const kPopulation = {
  eligible: 4,
  ages: [
    { age: 18, users: 2 },
    { age: 33, users: 3 },
  ],
  listening_ages: [
    { listening_age: 16, users: 1 },
    { listening_age: 41, users: 3 },
  ],
  age_pairs: [
    { age: 18, listening_age: 16, users: 1 },
    { age: 18, listening_age: 41, users: 1 },
    { age: 33, listening_age: 41, users: 2 },
  ],
  clubs: [{ name: "Quiet Hours Club", users: 3, roles: {} }],
} as unknown as Population;

test("ages are gathered in the steps that listening ages come in", () => {
  expect([14, 18, 19, 13, 33].map(step)).toEqual([16, 16, 21, 11, 31]);
  const steps = stepsOf(kPopulation);
  expect(steps).toEqual([16, 21, 26, 31, 36, 41]);
  const { ages, listening, pairs } = square(kPopulation, steps);
  expect(ages).toEqual([0.4, 0, 0, 0.6, 0, 0]);
  expect(listening).toEqual([0.25, 0, 0, 0, 0, 0.75]);
  expect(pairs).toContainEqual({ age: 31, listening: 41, users: 2, share: 0.5 });
});

test("leaning counts those who listen more than five years off their age", () => {
  expect(leaning(kPopulation)).toEqual({ older: 0.75, younger: 0 });
});

test("clubs are shares of those with a Wrapped", () => {
  expect(clubShares(kPopulation).get("Quiet Hours Club")).toBe(0.75);
});

test("Sound Towns stand by how many sound like them; others are none", () => {
  const city = (name: string, users: number, sound_town_of: number) => ({
    country: "DE",
    city: name,
    latitude: 0,
    longitude: 0,
    users,
    sound_town_of,
  });
  expect(soundTowns([city("A", 9, 0), city("B", 0, 2), city("C", 1, 5)]).map((c) => c.city)).toEqual(["C", "B"]);
});
