// How old listeners are and how old they listen: the pairs in the middle, either age on its own edge.
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { count, percentOf } from "../stories/words";
import { ageSquare } from "./age_square";
import { median, ratio, total } from "./compare";
import type { Population, Scene } from "./data";
import { key } from "./key";
import { leaf, plate } from "./leaf";

export const kStep = 5;  // years: listening ages come in steps of five, 16, 21, 26 ...
const kFirst = 16;

// The step that an age lies nearest to: 14 to 18 is 16.
export function step(age: number): number {
  return kFirst + Math.round((age - kFirst) / kStep) * kStep;
}

export interface Square {
  steps: number[];
  ages: number[];  // shares by step
  listening: number[];
  pairs: { age: number; listening: number; users: number; share: number }[];
}

function gathered<T>(all: T[], at: (t: T) => string | number, users: (t: T) => number): Map<string | number, number> {
  const sums = new Map<string | number, number>();
  for (const t of all) sums.set(at(t), (sums.get(at(t)) ?? 0) + users(t));
  return sums;
}

export function stepsOf(...all: Population[]): number[] {
  const values = all.flatMap((p) => [
    ...p.ages.map((a) => step(a.age)),
    ...p.listening_ages.map((a) => step(a.listening_age)),
  ]);
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: (high - low) / kStep + 1 }, (_, i) => low + i * kStep);
}

export function square({ ages, listening_ages, age_pairs }: Population, steps: number[]): Square {
  const part = (sums: Map<string | number, number>) => {
    const whole = total([...sums.values()]);
    return steps.map((s) => ratio(sums.get(s) ?? 0, whole));
  };
  const pairs = gathered(
    age_pairs,
    (p) => `${step(p.age)} ${step(p.listening_age)}`,
    (p) => p.users,
  );
  const whole = total([...pairs.values()]);
  return {
    steps,
    ages: part(
      gathered(
        ages,
        (a) => step(a.age),
        (a) => a.users,
      ),
    ),
    listening: part(
      gathered(
        listening_ages,
        (a) => step(a.listening_age),
        (a) => a.users,
      ),
    ),
    pairs: [...pairs].map(([at, users]) => {
      const [age, listening] = String(at).split(" ").map(Number);
      return { age: age!, listening: listening!, users, share: ratio(users, whole) };
    }),
  };
}

// The parts who listen older and younger than they are, by more than a step.
export function leaning(p: Population): { older: number; younger: number } {
  const whole = total(p.age_pairs.map((a) => a.users));
  const part = (test: (off: number) => boolean) =>
    ratio(total(p.age_pairs.filter((a) => test(a.listening_age - a.age)).map((a) => a.users)), whole);
  return { older: part((off) => off > kStep), younger: part((off) => off < -kStep) };
}

function figures(group: Square, ghost: Square | null): HTMLElement {
  const rows = group.steps.map((s, i) => [
    `about ${s}`,
    percent(group.ages[i]!),
    percent(group.listening[i]!),
    ...(ghost ? [percent(ghost.ages[i]!), percent(ghost.listening[i]!)] : []),
  ]);
  const more = ghost ? ["everyone: of that age", "everyone: listening"] : [];
  return table("ages and listening ages", ["years", "of that age", "of that listening age", ...more], rows);
}

export function ages(scene: Scene): HTMLElement {
  const { group, everyone, filtered } = scene;
  const steps = stepsOf(everyone);
  const [own, ghost] = [square(group, steps), filtered ? square(everyone, steps) : null];
  const age = median(group.ages.map((a) => ({ value: a.age, users: a.users })));
  const heard = median(group.listening_ages.map((a) => ({ value: a.listening_age, users: a.users })));
  const { older, younger } = leaning(group);
  const headline =
    heard === null ? "Nobody here has a listening age." : `The median age is ${age}, the median listening age ${heard}.`;
  const words =
    heard === null
      ? "A listening age takes enough listening for a Wrapped."
      : `${percentOf(older)} listen more than five years older than they are, ` +
        `${percentOf(younger)} more than five years younger. ` +
        "On the diagonal somebody over-plays the music of their own youth.";
  const describe =
    `A square of age across and listening age upward, with bars of either age at its edges. ${headline} ${words} ` +
    `The fullest place: ${fullest(own)}`;
  return leaf(
    "ages",
    "age",
    "Ages",
    [headline],
    [words],
    plate({
      key: key(scene),
      look: "square",
      describe,
      draw: (width) => ageSquare(own, ghost, width),
      table: figures(own, ghost),
    }),
  );
}

function fullest({ pairs }: Square): string {
  if (pairs.length === 0) return "none.";
  const most = pairs.reduce((a, b) => (b.users > a.users ? b : a));
  return `age about ${most.age}, listening age about ${most.listening}, ${count(most.users)} listeners.`;
}
