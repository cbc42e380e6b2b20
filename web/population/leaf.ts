// A section of the population: a coloured sheet with a sentence on it and pictures, in the colours of the stories.
import { el } from "../charts/dom";
import { responsive } from "../charts/responsive";
import { disclosure } from "../charts/table";

type Words = (Node | string | null)[];

// `story` names the sheet's colours in stories/palette.css; the id is where a reader can be sent.
export function leaf(
  id: string,
  story: string,
  topic: string,
  headline: Words,
  words: Words,
  ...content: Node[]
): HTMLElement {
  const opening = el(
    "header",
    { class: "opening" },
    el("p", { class: "topic" }, topic),
    el("h2", { id: `${id}-title` }, ...headline),
    ...words.map((w) => el("p", {}, w)),
  );
  return el(
    "section",
    { class: "leaf", id, "data-story": story, "aria-labelledby": `${id}-title` },
    opening,
    el("div", { class: "body" }, ...content),
  );
}

export interface Plate {
  unit?: string;  // what the picture counts
  look?: string;  // a class of population.css
  key?: HTMLElement | null;
  describe: string;  // the picture in words
  draw(width: number): Element;
  table: HTMLElement;
}

// A picture with what stands around it: title, key, the table behind.
export function plate({ unit, look = "", key, describe, draw, table }: Plate): HTMLElement {
  const above = el("div", { class: "above" }, el("span", {}, unit ?? ""), key ?? null);
  return el(
    "figure",
    { class: `plate ${look}`.trim() },
    unit || key ? above : null,
    responsive(draw, describe),
    behind(table),
  );
}

export function behind(table: HTMLElement): HTMLElement {
  const about = table.querySelector("caption")?.textContent ?? "";
  return disclosure("Table", `behind ${about}`, table);
}
