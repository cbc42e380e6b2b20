// Age across, listening age upward, a disc for each pair; bars of either on the edges.
import * as Plot from "@observablehq/plot";
import { percent } from "../charts/format";
import { counted } from "../stories/words";
import type { Square } from "./ages";
import { ground, kBox, kField, kGhost, kGroup, kHair, kInk } from "./ink";

const kEdge = 0.22;  // the height of the bars on an edge, of the square's side
const kHalf = 2.5;  // years

interface Bar {
  from: number;
  to: number;
  high: number;
}

function bars(steps: number[], values: number[], base: number, most: number, room: number): Bar[] {
  return steps.map((s, i) => ({ from: s - kHalf, to: s + kHalf, high: base + (values[i]! / most) * room }));
}

function outline(all: Bar[], upright: boolean): [number, number][] {
  const line = all.flatMap(
    (b) =>
      [
        [b.from, b.high],
        [b.to, b.high],
      ] as [number, number][],
  );
  return upright ? line : line.map(([a, b]) => [b, a]);
}

// Bars above the square for the ages, beside it for the listening ages, each with its ghost.
function edges(own: Square, ghost: Square | null, end: number, room: number): Plot.Markish[] {
  const base = end + room * 0.12;
  const most = Math.max(...own.ages, ...own.listening, ...(ghost ? [...ghost.ages, ...ghost.listening] : []), 1e-9);
  const [above, beside] = [own.ages, own.listening].map((v) => bars(own.steps, v, base, most, room));
  const look = { fill: kGroup, inset: 0.75 };
  return [
    Plot.rect(above!, { x1: "from", x2: "to", y1: () => base, y2: "high", ...look }),
    Plot.rect(beside!, { y1: "from", y2: "to", x1: () => base, x2: "high", ...look }),
    ghost ? Plot.line(outline(bars(own.steps, ghost.ages, base, most, room), true), { ...kGhost }) : null,
    ghost ? Plot.line(outline(bars(own.steps, ghost.listening, base, most, room), false), { ...kGhost }) : null,
  ];
}

export function ageSquare(own: Square, ghost: Square | null, width: number): Element {
  const [start, end] = [own.steps[0]! - kHalf, own.steps.at(-1)! + kHalf];
  const room = (end - start) * kEdge;
  const most = Math.max(4, ...own.pairs.map((p) => p.users));
  const small = width < 520;
  const side = Math.min(width, 640);
  const ticks = [10, 20, 30, 40, 50, 60, 70, 80, 90].filter((v, i) => v > start && v < end && (!small || i % 2 === 1));
  const disc = (side * (1 - kEdge)) / own.steps.length / 2;
  const title = (p: Square["pairs"][number]) =>
    `age about ${p.age}, listening age about ${p.listening}\n${counted(p.users, "listener")}, ${percent(p.share)}`;
  const domain = [start, end + room * 1.16];
  return Plot.plot({
    ...ground(side, side),
    marginTop: 4,
    marginLeft: 46,
    marginBottom: 40,
    marginRight: 4,
    x: { domain, axis: null },
    y: { domain, axis: null },
    r: { range: [0, disc], domain: [0, most] },
    marks: [
      Plot.rect([0], { x1: start, x2: end, y1: start, y2: end, stroke: kHair }),
      Plot.line(
        [
          [start, start],
          [end, end],
        ],
        { stroke: kInk, strokeOpacity: 0.5 },
      ),
      Plot.dot(own.pairs, {
        x: "age",
        y: "listening",
        r: "users",
        fill: kInk,
        fillOpacity: 0.85,
        stroke: kField,
        strokeWidth: 0.5,
      }),
      ...edges(own, ghost, end, room),
      Plot.axisX(ticks, { tickSize: 0, label: null }),
      Plot.axisY(ticks, { tickSize: 0, label: null }),
      Plot.text(["age"], { x: (start + end) / 2, frameAnchor: "bottom", text: (d) => d, dy: 36, fill: kInk }),
      Plot.text(["listening age"], {
        frameAnchor: "left",
        y: (start + end) / 2,
        text: (d) => d,
        rotate: -90,
        dx: -36,
        fill: kInk,
      }),
      Plot.tip(own.pairs, Plot.pointer({ x: "age", y: "listening", title, ...kBox })),
    ],
  });
}
