// What is drawn how: the group full, everybody as a ghost. Only where there are both.
import { el, svg } from "../charts/dom";
import type { Scene } from "./data";

function swatch(kind: "group" | "ghost"): SVGElement {
  const shape =
    kind === "group"
      ? svg("rect", { x: 3, y: 2, width: 16, height: 8, rx: 2, class: "group-fill" })
      : svg("line", { x1: 2, x2: 20, y1: 6, y2: 6, class: "ghost-line" });
  return svg("svg", { class: "swatch", width: 22, height: 12, viewBox: "0 0 22 12", "aria-hidden": "true" }, shape);
}

export function key(scene: Scene): HTMLElement | null {
  if (!scene.filtered) return null;
  return el(
    "ul",
    { class: "key" },
    el("li", {}, swatch("group"), "this group"),
    el("li", {}, swatch("ghost"), "everyone"),
  );
}
