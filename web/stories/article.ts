// A story as it stands on the stage: words and picture.
import { el } from "../charts/dom";
import type { Story, Told } from "./story";
import { lengthClass } from "./words";

export function article(story: Story, told: Told): HTMLElement {
  const id = `story-${story.id}`;
  const text = told.headline.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
  return el(
    "article",
    {
      id,
      class: `story s-${story.id}${told.tables.length ? "" : " bare"}`,
      "aria-labelledby": `${id}-title`,
      tabindex: "-1",
    },
    el(
      "div",
      { class: "words" },
      el("p", { class: "kicker" }, told.kicker),
      el("h1", { id: `${id}-title`, class: lengthClass(text) }, ...told.headline),
      el("div", { class: "after" }, ...(told.words ?? [])),
    ),
    el("div", { class: "picture" }, told.picture),
  );
}
