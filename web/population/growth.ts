// How a leader's streams grew over the year, and how they stand beside everyone's.
import { month } from "../stories/words";
import { ratio, times, total } from "./compare";
import type { Leader, Scene } from "./data";

export const kQuarter = 3;  // months

// How the last three whole months compare with the first three: 0.5 is half as much again. The window's last month is
// left out, as it may be a part of one. Null where there was nothing before. Only for a scene that `grows`.
export function growth(months: number[]): number | null {
  const before = total(months.slice(0, kQuarter));
  return before > 0 ? total(months.slice(-1 - kQuarter, -1)) / before - 1 : null;
}

// The two periods in words: "August to October against January to March"; nothing where the feed has not both.
export function growthPeriods({ grows, months }: Scene): string {
  if (!grows) return "";
  const span = (part: number[]) => `${month(part[0]!)} to ${month(part.at(-1)!)}`;
  return `${span(months.slice(-1 - kQuarter, -1))} against ${span(months.slice(0, kQuarter))}`;
}

export function growthWords(value: number | null): string {
  if (value === null) return "new";
  const percent = Math.round(value * 100);
  if (percent > 900) return `${Math.round(value + 1)}×`;
  return percent > 0 ? `+${percent}%` : percent < 0 ? `−${-percent}%` : "±0%";
}

// A leader's growth in words; nothing where the feed has not both quarters.
export function rise({ grows }: Scene, { months }: Leader): string {
  return grows ? growthWords(growth(months)) : "";
}

// How many times as large a part of the group's streams as of everyone's.
export function lift({ group, everyone }: Scene, leader: Leader): number | null {
  if (leader.everyone_streams === undefined) return null;
  return times(ratio(leader.streams, group.streams), ratio(leader.everyone_streams, everyone.streams));
}
