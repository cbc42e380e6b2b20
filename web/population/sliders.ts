// Four axes, a mark each: where the group stands on average, and everybody as a ghost.
import { el } from "../charts/dom";
import type { Axes } from "../app/model";
import { kAxes } from "./axes";

function slider(low: string, high: string, value: number, ghost: number | null): HTMLElement {
  const mark = (kind: string, v: number) => el("i", { class: kind, style: `left: ${(v * 100).toFixed(1)}%` });
  return el(
    "li",
    {},
    el("span", {}, low),
    el("span", {}, high),
    el(
      "span",
      { class: "line", "aria-hidden": "true" },
      ghost === null ? null : mark("ghost", ghost),
      mark("mark", value),
    ),
    el(
      "span",
      { class: "unseen" },
      `: ${Math.round(value * 100)} of 100 towards ${high.toLowerCase()}` +
        (ghost === null ? "" : `, everyone ${Math.round(ghost * 100)}`),
    ),
  );
}

export function sliders(axes: Axes, ghost: Axes | null): HTMLElement {
  return el(
    "ul",
    { class: "sliders" },
    ...kAxes.map(({ name, low, high }) => slider(low, high, axes[name], ghost?.[name] ?? null)),
  );
}
