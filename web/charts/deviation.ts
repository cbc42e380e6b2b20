// Measured figures on one strip: the tolerance is the band in the middle, the target its centre line. A figure inside
// is a disc, one outside a diamond; one far outside stands at the edge.
import { svg } from "./dom";

export interface Figure {
  measured: number;
  target: number;
  low: number;
  high: number;
  pass: boolean;
}

const kWidth = 160;
const kHeight = 22;
const kReach = 2;  // tolerances shown on either side of the target

// Where a figure stands in tolerances from its target: -1 and 1 are the limits, which may lie unequally far away.
export function deviation(figure: Figure): number {
  const off = figure.measured - figure.target;
  if (off === 0) return 0;
  const room = off > 0 ? figure.high - figure.target : figure.target - figure.low;
  return room > 0 ? Math.max(-kReach, Math.min(kReach, off / room)) : Math.sign(off) * kReach;
}

function place(at: number): number {
  return kWidth / 2 + (at / kReach) * (kWidth / 2 - 8);
}

function dot(figure: Figure): SVGElement {
  const x = place(deviation(figure));
  const y = kHeight / 2;
  if (figure.pass) return svg("circle", { cx: x, cy: y, r: 4, class: "inside" });
  return svg("path", { d: `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z`, class: "outside" });
}

export function strip(figures: Figure[], label: string): SVGElement {
  const box = svg("svg", { class: "strip", viewBox: `0 0 ${kWidth} ${kHeight}`, role: "img", "aria-label": label });
  const [left, right] = [place(-1), place(1)];
  box.append(
    svg("line", { x1: 2, x2: kWidth - 2, y1: kHeight / 2, y2: kHeight / 2, class: "track" }),
    svg("rect", { x: left, y: 4, width: right - left, height: kHeight - 8, rx: 7, class: "allowed" }),
    svg("line", { x1: kWidth / 2, x2: kWidth / 2, y1: 4, y2: kHeight - 4, class: "centre" }),
    ...figures.filter((f) => f.pass).map(dot),
    ...figures.filter((f) => !f.pass).map(dot),
  );
  return box;
}
