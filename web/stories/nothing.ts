// What stands in the place of a story that has nothing to tell: an empty groove where a picture would be.
import { el, svg } from "../charts/dom";
import type { Story, Told } from "./story";

function blank(): SVGElement {
  const rings = [40, 70, 100, 130, 160, 190].map((r) =>
    svg("circle", { r, fill: "none", stroke: "var(--hair)", "stroke-width": r === 40 ? 3 : 1.5 }),
  );
  return svg("svg", { class: "blank", viewBox: "-200 -200 400 400", "aria-hidden": "true" }, ...rings);
}

export function nothing(story: Story): Told {
  return { kicker: story.name, headline: [story.nothing], picture: el("div", { class: "drawing" }, blank()), tables: [] };
}
