// Seven ridges one behind the other, each day as high as its hours are full.
import * as Plot from "@observablehq/plot";
import { percent } from "../charts/format";
import { hourOf, kWeekdays } from "../stories/words";
import { svg } from "../charts/dom";
import { ground, kBox, kField, kGhost, kGroup, kHair, kInk } from "./ink";

const kOverlap = 1.7;  // how many rows the highest peak is tall
const kFade = "ridge-fade";
const kFoot = "color-mix(in srgb, var(--accent) 62%, var(--field))";

interface Point {
  x: number;
  y: number;
}

// Hours stand in their middle; the edges of a day lie between its neighbours, so that the week runs through.
export function ridge(week: number[][], day: number): Point[] {
  const at = (i: number) => week.flat()[(i + 168) % 168]!;
  const hours = Array.from({ length: 24 }, (_, h) => ({ x: h + 0.5, y: at(day * 24 + h) }));
  const edge = (i: number) => (at(i - 1) + at(i)) / 2;
  return [{ x: 0, y: edge(day * 24) }, ...hours, { x: 24, y: edge(day * 24 + 24) }];
}

function tips(group: number[][], ghost: number[][] | null, y: (day: number, v: number) => number) {
  return group.flatMap((hours, day) =>
    hours.map((share, hour) => {
      const everyone = ghost ? `\neveryone ${percent(ghost[day]![hour]!)}` : "";
      const title = `${kWeekdays[day]}, ${hourOf(hour)}\n${percent(share)} of the week${everyone}`;
      return { x: hour + 0.5, y: y(day, share), title };
    }),
  );
}

// A ridge fades into the sheet at its foot, and covers what lies behind.
function fade(): SVGElement {
  const stop = (offset: string, color: string) => svg("stop", { offset, style: `stop-color: ${color}` });
  return svg(
    "defs",
    {},
    svg("linearGradient", { id: kFade, x1: 0, x2: 0, y1: 0, y2: 1 }, stop("0", kFoot), stop("1", kField)),
  );
}

export function ridges(group: number[][], ghost: number[][] | null, width: number): Element {
  const names = width < 520 ? 3 : 9;
  const row = width < 520 ? 42 : 58;
  const most = Math.max(...group.flat(), ...(ghost?.flat() ?? []), 1e-9);
  const y = (day: number, share: number) => 6 - day + (share / most) * kOverlap;
  const line = (week: number[][], day: number) => ridge(week, day).map((p) => ({ x: p.x, y: y(day, p.y) }));
  const curve = { x: "x", curve: "monotone-x" } as const;
  const days = kWeekdays.flatMap((_, day) => [
    Plot.areaY(line(group, day), { ...curve, y1: 6 - day, y2: "y", fill: `url(#${kFade})` }),
    Plot.lineY(line(group, day), { ...curve, y: "y", stroke: kGroup, strokeWidth: 2 }),
    Plot.ruleY([6 - day], { stroke: kHair }),
    ghost ? Plot.lineY(line(ghost, day), { ...curve, y: "y", ...kGhost }) : null,
  ]);
  const label = (day: number) => kWeekdays[day]!.slice(0, names);
  const flat = group.flat();
  const top = flat.indexOf(Math.max(...flat));
  const picture = Plot.plot({
    ...ground(width, row * (7 + kOverlap - 1) + 40),
    marginTop: 8,
    marginLeft: width < 520 ? 34 : 84,
    x: { domain: [0, 24], axis: null },
    y: { domain: [0, 6 + kOverlap], axis: null },
    marks: [
      Plot.ruleX([0, 6, 12, 18, 24], { stroke: kHair }),
      ...days,
      Plot.dot([top], {
        x: (i: number) => (i % 24) + 0.5,
        y: (i: number) => y(Math.floor(i / 24), flat[i]!),
        r: 5,
        fill: kInk,
        stroke: kField,
        strokeWidth: 2,
      }),
      Plot.text(kWeekdays, {
        x: 0,
        y: (_, i) => 6 - i,
        text: (_, i) => label(i),
        textAnchor: "end",
        dx: -10,
        dy: -7,
        fill: kInk,
      }),
      Plot.axisX(width < 520 ? [0, 6, 12, 18, 24] : [0, 3, 6, 9, 12, 15, 18, 21, 24], {
        tickSize: 0,
        label: null,
        tickFormat: (h: number) => (h === 24 ? "24:00" : hourOf(h)),
      }),
      Plot.tip(tips(group, ghost, y), Plot.pointer({ x: "x", y: "y", title: "title", ...kBox, anchor: "bottom" })),
    ],
  });
  picture.prepend(fade());
  return picture;
}
