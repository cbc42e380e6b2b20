// How much is heard: listeners by minutes, everybody's steps as a ghost upon the bars.
import * as Plot from "@observablehq/plot";
import { number, percent, tick } from "../charts/format";
import { table } from "../charts/table";
import { count } from "../stories/words";
import { shares } from "./compare";
import type { Listening, Scene } from "./data";
import { ground, kBox, kField, kGhost, kGroup, kHair, kInk } from "./ink";
import { key } from "./key";
import { leaf, plate } from "./leaf";

interface Bin {
  from: number;
  to: number;
  share: number;  // of the listeners
}

export function binShares({ bins }: Listening): Bin[] {
  const parts = shares(bins.map((b) => b.users));
  return bins.map(({ from, to }, i) => ({ from, to, share: parts[i]! }));
}

// The last bin that both show, so that an empty tail is not drawn.
export function cut(...all: Bin[][]): number {
  return Math.max(1, ...all.map((bins) => bins.findLastIndex((b) => b.share > 0) + 1));
}

function outline(bins: Bin[]): [number, number][] {
  return bins.flatMap(
    (b) =>
      [
        [b.from, b.share],
        [b.to, b.share],
      ] as [number, number][],
  );
}

function tips(group: Bin[], ghost: Bin[] | null) {
  return group.map((b, i) => ({
    x: (b.from + b.to) / 2,
    y: Math.max(b.share, ghost?.[i]?.share ?? 0),
    title:
      `${number(b.from)} to ${number(b.to)} minutes\n${percent(b.share)} of listeners` +
      (ghost ? `\neveryone ${percent(ghost[i]!.share)}` : ""),
  }));
}

// The middle half of the listeners under the axis, the one in the middle as a stroke through the bars.
function middle({ p25, p75, median }: Listening): Plot.Markish[] {
  if (p25 === null || p75 === null || median === null) return [];
  return [
    Plot.ruleX([median], { stroke: kInk, strokeWidth: 2 }),
    Plot.text([median], {
      x: (m: number) => m,
      frameAnchor: "top",
      text: () => `half hear more than ${count(median)}`,
      textAnchor: "start",
      dx: 7,
      dy: -2,
      fill: kInk,
      stroke: kField,
      strokeWidth: 4,
      fontSize: 13,
    }),
  ];
}

export function histogram(listening: Listening, everyone: Listening | null, width: number): Element {
  const [all, allGhost] = [binShares(listening), everyone ? binShares(everyone) : null];
  const end = cut(all, allGhost ?? []);
  const [group, ghost] = [all.slice(0, end), allGhost?.slice(0, end) ?? null];
  return Plot.plot({
    ...ground(width, width < 520 ? 240 : 320),
    marginTop: 24,
    marginLeft: 34,
    x: { domain: [0, group.at(-1)!.to], axis: null },
    y: { axis: null, nice: 4 },
    marks: [
      Plot.axisY({ ticks: 4, label: null, tickSize: 0, tickFormat: (v: number) => tick(v, "percent") }),
      Plot.gridY({ ticks: 4, stroke: kHair, strokeOpacity: 1 }),
      Plot.rectY(group, { x1: "from", x2: "to", y: "share", fill: kGroup, insetLeft: 1, insetRight: 1 }),
      ghost ? Plot.line(outline(ghost), { ...kGhost }) : null,
      ...middle(listening),
      Plot.ruleY([0], { stroke: kInk }),
      Plot.axisX({
        ticks: Math.floor(width / 90),
        tickSize: 0,
        label: null,
        tickFormat: (v: number) => tick(v, "number"),
      }),
      Plot.tip(tips(group, ghost), Plot.pointerX({ x: "x", y: "y", title: "title", ...kBox, anchor: "bottom" })),
    ],
  });
}

function figures({ group, everyone, filtered }: Scene): HTMLElement {
  const ghost = binShares(everyone.listening);
  const rows = binShares(group.listening).map((b, i) => [
    `${number(b.from)} to ${number(b.to)}`,
    count(group.listening.bins[i]!.users),
    percent(b.share),
    ...(filtered ? [percent(ghost[i]!.share)] : []),
  ]);
  return table(
    "listeners by minutes heard",
    ["minutes", "listeners", "share", ...(filtered ? ["everyone"] : [])],
    rows,
  );
}

function daily(minutes: number | null, days: number): string {
  return minutes === null || days === 0 ? "–" : count(Math.round(minutes / days));
}

export function minutes(scene: Scene): HTMLElement {
  const { group, everyone, filtered, days } = scene;
  const { p5, median, p95 } = group.listening;
  const words =
    `That is ${daily(median, days)} minutes a day. ` +
    `One in twenty hears less than ${p5 === null ? "–" : count(p5)} minutes, ` +
    `one in twenty more than ${p95 === null ? "–" : count(p95)}.`;
  const beside =
    filtered && everyone.listening.median !== null ? ` Everyone: ${count(everyone.listening.median)}.` : "";
  const headline = `The listener in the middle heard ${median === null ? "nothing" : `${count(median)} minutes`}.`;
  return leaf(
    "minutes",
    "minutes",
    "How much",
    [headline],
    [words + beside],
    plate({
      unit: "share of listeners, by minutes in the year",
      key: key(scene),
      describe: `Bars: listeners by minutes heard. ${headline} ${words}${beside}`,
      draw: (width) => histogram(group.listening, filtered ? everyone.listening : null, width),
      table: figures(scene),
    }),
  );
}
