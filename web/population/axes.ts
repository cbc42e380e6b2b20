// The four axes of a personality: their names, the letters of a code, where somebody stands.
import type { Axes } from "../app/model";
import type { Personality } from "./data";

export interface Axis {
  name: keyof Axes;
  low: string;  // the name of the lower end, by its letter
  high: string;
}

// In the order of a code's letters.
export const kAxes: Axis[] = [
  { name: "exploration", low: "Familiar", high: "Exploring" },
  { name: "newness", low: "Timeless", high: "New" },
  { name: "variety", low: "Loyal", high: "Varied" },
  { name: "uniqueness", low: "Common", high: "Unique" },
];

// The words of a code: "ENVU" is Exploring, New, Varied, Unique.
export function codeWords(code: string): string[] {
  return kAxes.map((axis, i) => (axis.high[0] === code[i] ? axis.high : axis.low));
}

// The mean of the eligible from the means of the sixteen; null with nobody.
export function meanAxes(personalities: Personality[]): Axes | null {
  const all = personalities.filter((p) => p.axes && p.users > 0);
  const users = all.reduce((sum, p) => sum + p.users, 0);
  if (users === 0) return null;
  const mean = (name: keyof Axes) => all.reduce((sum, p) => sum + p.axes![name] * p.users, 0) / users;
  return {
    exploration: mean("exploration"),
    variety: mean("variety"),
    newness: mean("newness"),
    uniqueness: mean("uniqueness"),
  };
}

export interface Place {
  column: number;  // 0 to 3 from the left: familiar or exploring, in each loyal, then varied
  row: number;  // 0 to 3 from the top: new or timeless, in each unique, then common
}

export function placeOf(code: string): Place {
  const [explores, isNew, varied, unique] = kAxes.map((axis, i) => axis.high[0] === code[i]);
  return { column: (explores ? 2 : 0) + (varied ? 1 : 0), row: (isNew ? 0 : 2) + (unique ? 0 : 1) };
}

// Where a person stands within the field of their type, 0 to 1 from its left and top: by variety and uniqueness, of
// which a type has one half each.
export function within(axes: Axes): { x: number; y: number } {
  const half = (v: number) => (v >= 0.5 ? v - 0.5 : v) * 2;
  return { x: half(axes.variety), y: 1 - half(axes.uniqueness) };
}
