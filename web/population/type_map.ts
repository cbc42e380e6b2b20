// The map of the sixteen personalities: a field each, as deep as it is full, a dot for each listener drawn.
import { el, svg } from "../charts/dom";
import { percentOf } from "../stories/words";
import { placeOf, within } from "./axes";
import { timesWords, times } from "./compare";
import type { Person, Personality, Scene } from "./data";

const kRoom = 100;  // units of a field's drawing
const kEdge = 7;

function at(v: number): number {
  return Math.round(kEdge + v * (kRoom - 2 * kEdge));
}

// Dots are lines of no length with round ends, which stay round in a field that is not square.
function people(all: Person[], size: number): SVGElement {
  const d = all
    .map(({ axes }) => within(axes))
    .map(({ x, y }) => `M${at(x)} ${at(y)}h0`)
    .join("");
  return svg(
    "svg",
    { viewBox: `0 0 ${kRoom} ${kRoom}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("path", { d, "stroke-width": size, "vector-effect": "non-scaling-stroke" }),
  );
}

// The line of the grid for a place of four: a gap parts the halves.
function track(place: number): number {
  return place + 1 + (place > 1 ? 1 : 0);
}

// Colour says the share: none is the sheet itself, the fullest field is full.
function depth(p: Personality, most: number): string {
  return `${Math.round((most > 0 ? p.share / most : 0) * 46)}%`;
}

function field(p: Personality, scene: Scene, most: number, chosen: boolean): HTMLElement {
  const { column, row } = placeOf(p.code);
  const twin = scene.filtered ? scene.everyone.personalities.find((e) => e.code === p.code)! : null;
  const own = scene.group.people.filter((person) => person.code === p.code);
  const size = scene.group.people.length > 120 ? 5 : 8;
  const button = el(
    "button",
    {
      type: "button",
      class: "field",
      "data-code": p.code,
      "aria-pressed": String(chosen),
      style: `--depth: ${depth(p, most)}; grid-area: ${track(row)} / ${track(column)}`,
    },
    people(own, size),
    el("span", { class: "name" }, p.name),
    el(
      "span",
      { class: "share" },
      percentOf(p.share),
      twin && twin.share > 0 && p.users > 0 ? el("small", {}, ` ${timesWords(times(p.share, twin.share))}`) : null,
      twin ? el("span", { class: "unseen" }, `, everyone ${percentOf(twin.share)}`) : null,
    ),
  );
  return button;
}

export function typeMap(scene: Scene, chosen: string, choose: (code: string) => void): HTMLElement {
  const most = Math.max(...scene.group.personalities.map((p) => p.share));
  const fields = scene.group.personalities.map((p) => field(p, scene, most, p.code === chosen));
  const grid = el("div", { class: "fields", role: "group", "aria-label": "The sixteen personalities" }, ...fields);
  grid.addEventListener("click", (event) => {
    const code = (event.target as Element).closest<HTMLElement>("[data-code]")?.dataset.code;
    if (code) choose(code);
  });
  const end = (side: string, words: string) => el("span", { class: `end ${side}`, "aria-hidden": "true" }, words);
  return el(
    "div",
    { class: "map" },
    end("west", "Familiar"),
    end("east", "Exploring"),
    end("north", "New"),
    end("south", "Timeless"),
    grid,
  );
}
