// Everybody as a field of dots, the group lit: up to a thousand dots, each for as many users.
import { svg } from "../charts/dom";
import type { Scene } from "./data";

const kMost = 1000;
const kColumns = 50;
const kStep = 12;  // units of the drawing between two dots

// How many dots there are and how many of them are lit; a group of anybody lights at least one.
export function dots(users: number, of: number): { all: number; lit: number } {
  const all = Math.min(of, kMost);
  const lit = of > 0 ? Math.round((users / of) * all) : 0;
  return { all, lit: users > 0 ? Math.max(1, lit) : 0 };
}

// The bits of a number, well mixed.
function mixed(i: number): number {
  let h = Math.imul((i + 1) ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

// A fixed disorder: the same dots are lit first, whatever the group.
export function scattered(all: number): number[] {
  const order = Array.from({ length: all }, (_, i) => i);
  return order.sort((a, b) => mixed(a) - mixed(b));
}

function dot(place: number): string {
  const [x, y] = [(place % kColumns) * kStep + kStep / 2, Math.floor(place / kColumns) * kStep + kStep / 2];
  return `M${x} ${y}h0`;  // a line of no length with round ends
}

export function crowd({ group, everyone }: Scene): SVGElement {
  const { all, lit } = dots(group.users, everyone.users);
  const order = scattered(all);
  const view = `0 0 ${kColumns * kStep} ${Math.ceil(all / kColumns) * kStep}`;
  return svg(
    "svg",
    { class: "crowd", viewBox: view, "aria-hidden": "true" },
    svg("path", { class: "unlit", d: order.slice(lit).map(dot).join("") }),
    svg("path", { class: "lit", d: order.slice(0, lit).map(dot).join("") }),
  );
}
