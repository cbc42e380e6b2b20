// A part of the page: a heading that can be linked to, a few words, the content.
import { el } from "../charts/dom";

export function slug(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

export function section(title: string, words: string, ...content: Node[]): HTMLElement {
  const id = slug(title);
  return el(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    el("header", { class: "opening" }, el("h2", { id: `${id}-title` }, title), words ? el("p", {}, words) : null),
    ...content,
  );
}
