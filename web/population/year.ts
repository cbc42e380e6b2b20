// The year day by day: what a listener heard on average, smoothed over a week.
import * as Plot from "@observablehq/plot";
import { number } from "../charts/format";
import { table } from "../charts/table";
import { dayAfter, dayOf, kMonths, shortDayOf } from "../stories/words";
import { peak, ratio, smooth } from "./compare";
import type { Population, Scene } from "./data";
import { ground, kBox, kField, kGhost, kGroup, kHair, kInk, kTint } from "./ink";
import { key } from "./key";
import { leaf, plate } from "./leaf";

const kWeek = 7;
const kDay = 86_400_000;  // ms

export interface DayPoint {
  day: string;
  minutes: number;  // of one listener, on average
}

export function daily({ days, listeners }: Population): DayPoint[] {
  return days.minutes.map((m, i) => ({ day: dayAfter(days.first, i), minutes: ratio(m, listeners) }));
}

export function smoothed(points: DayPoint[]): DayPoint[] {
  const values = smooth(
    points.map((p) => p.minutes),
    kWeek,
  );
  return points.map((p, i) => ({ day: p.day, minutes: values[i]! }));
}

const when = (p: DayPoint) => Date.parse(p.day);
const noon = (p: DayPoint) => when(p) + kDay / 2;
const height = (p: DayPoint) => p.minutes;

function monthMarks(points: DayPoint[], width: number): Plot.Markish[] {
  const firsts = points.filter((p) => p.day.endsWith("-01"));
  const name = (p: DayPoint) => kMonths[Number(p.day.slice(5, 7)) - 1]!.slice(0, width < 520 ? 1 : 3);
  return [
    Plot.ruleX(firsts, { x: when, stroke: kHair }),
    Plot.text(firsts, { x: when, frameAnchor: "bottom", text: name, textAnchor: "start", dx: 4, dy: 20 }),
  ];
}

function tips(line: DayPoint[], ghost: DayPoint[] | null) {
  return line.map((p, i) => ({
    ...p,
    title:
      `week around ${shortDayOf(p.day)}\n${number(p.minutes)} minutes a day` +
      (ghost ? `\neveryone ${number(ghost[i]!.minutes)}` : ""),
  }));
}

function biggest(points: DayPoint[]): Plot.Markish[] {
  const best = points[peak(points.map(height))]!;
  const end = noon(best) > noon(points[Math.floor(points.length * 0.8)]!);
  return [
    Plot.text([best], {
      x: noon,
      y: height,
      text: (p: DayPoint) => shortDayOf(p.day),
      dy: -8,
      dx: end ? 4 : -4,
      textAnchor: end ? "end" : "start",
      fill: kInk,
      fontSize: 13,
      stroke: kField,
      strokeWidth: 4,
    }),
  ];
}

export function skyline(group: DayPoint[], everyone: DayPoint[] | null, width: number): Element {
  const [line, ghost] = [smoothed(group), everyone ? smoothed(everyone) : null];
  return Plot.plot({
    ...ground(width, width < 520 ? 220 : 280),
    marginLeft: 34,
    x: { axis: null, domain: [when(line[0]!), when(line.at(-1)!) + kDay] },
    y: { axis: null, nice: 4 },
    marks: [
      Plot.gridY({ ticks: 4, stroke: kHair, strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, label: null }),
      ...monthMarks(group, width),
      Plot.rectY(group, { x1: when, x2: (p) => when(p) + kDay, y: height, fill: kTint, inset: width < 520 ? 0 : 0.3 }),
      Plot.lineY(line, { x: noon, y: height, stroke: kGroup, strokeWidth: 2.5 }),
      ...biggest(group),
      ghost ? Plot.lineY(ghost, { x: noon, y: height, ...kGhost }) : null,
      Plot.ruleY([0], { stroke: kInk }),
      Plot.tip(tips(line, ghost), Plot.pointerX({ x: noon, y: height, title: "title", ...kBox, anchor: "bottom" })),
    ],
  });
}

function figures(group: DayPoint[], population: Population): HTMLElement {
  const { minutes, streams, listeners } = population.days;
  const rows = group.map((p, i) => [
    p.day,
    number(minutes[i]!),
    number(streams[i]!),
    number(listeners[i]!),
    p.minutes.toFixed(1),
  ]);
  return table("listening by day", ["day", "minutes", "streams", "listeners", "minutes each"], rows);
}

export function year(scene: Scene): HTMLElement {
  const group = daily(scene.group);
  const best = peak(group.map(height));
  const awake = peak(scene.group.days.listeners);
  const headline = `The biggest day was ${dayOf(group[best]!.day)}.`;
  const words =
    `${number(scene.group.days.minutes[best]!)} minutes were heard on it. ` +
    `Most listeners came on ${dayOf(group[awake]!.day)}: ` +
    `${number(scene.group.days.listeners[awake]!)} of ${number(scene.group.listeners)}. ` +
    "A bar is what a listener heard that day, the line its mean over seven days.";
  const ghost = scene.filtered ? daily(scene.everyone) : null;
  return leaf(
    "year",
    "calendar",
    "The year",
    [headline],
    [words],
    plate({
      unit: "minutes a day, of one listener",
      key: key(scene),
      describe: `A line of the minutes a listener heard each day. ${headline} ${words}`,
      draw: (width) => skyline(group, ghost, width),
      table: figures(group, scene.group),
    }),
  );
}
