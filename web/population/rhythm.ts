// The week as seven ridges of twenty-four hours, everybody's as a ghost upon them.
import { hourOf, kWeekdays, percentOf } from "../stories/words";
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { ratio, shares, total } from "./compare";
import type { Population, Scene } from "./data";
import { key } from "./key";
import { ridges } from "./ridges";
import { leaf, plate } from "./leaf";

const kNight = [22, 23, 0, 1, 2, 3, 4];

// 7 lists of 24 parts of the week's minutes.
export function weekShares(clock: number[][]): number[][] {
  const flat = shares(clock.flat());
  return clock.map((_, day) => flat.slice(day * 24, day * 24 + 24));
}

export function weekendShare(clock: number[][]): number {
  return ratio(total(clock.slice(5).flat()), total(clock.flat()));
}

export function nightShare(clock: number[][]): number {
  return ratio(total(clock.flatMap((day) => kNight.map((h) => day[h]!))), total(clock.flat()));
}

export function busiest(clock: number[][]): { day: number; hour: number } {
  const flat = clock.flat();
  const at = flat.indexOf(Math.max(...flat));
  return { day: Math.floor(at / 24), hour: at % 24 };
}

function compared(scene: Scene, measure: (p: Population) => number, what: string): string {
  const ghost = scene.filtered ? ` (everyone ${percentOf(measure(scene.everyone))})` : "";
  return `${percentOf(measure(scene.group))}${ghost} ${what}`;
}

function figures(scene: Scene): HTMLElement {
  const week = weekShares(scene.group.clock);
  const rows = Array.from({ length: 24 }, (_, h) => [hourOf(h), ...week.map((day) => percent(day[h]!))]);
  return table("minutes by hour and weekday, parts of the week", ["hour", ...kWeekdays], rows);
}

export function rhythm(scene: Scene): HTMLElement {
  const { day, hour } = busiest(scene.group.clock);
  const when = `${kWeekdays[day]}, ${hourOf(hour)}`;
  const words =
    `${compared(scene, (p) => weekendShare(p.clock), "falls on the weekend")}, ` +
    `${compared(scene, (p) => nightShare(p.clock), "between 22:00 and 5:00")}.`;
  const picture = "Seven ridges, Monday to Sunday, of the minutes in each local hour.";
  const describe = `${picture} The highest is ${when}. ${words}`;
  const [group, ghost] = [weekShares(scene.group.clock), scene.filtered ? weekShares(scene.everyone.clock) : null];
  return leaf(
    "rhythm",
    "clock",
    "The week",
    ["The busiest hour is ", `${when}.`],
    [words],
    plate({
      unit: "minutes, by local hour",
      key: key(scene),
      describe,
      draw: (width) => ridges(group, ghost, width),
      table: figures(scene),
    }),
  );
}
