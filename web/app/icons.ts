// The signs on the stage's buttons.
import { el, svg } from "../charts/dom";

const kPaths = {
  pause: "M8 5v14M16 5v14",
  play: "M8 5l11 7-11 7z",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
  motion: "M3 12c3-7 6-7 9 0s6 7 9 0",
  still: "M3 12c3-7 6-7 9 0s6 7 9 0M4 21L20 3",
  theme: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
} as const;

export type Icon = keyof typeof kPaths;

export function icon(name: Icon): SVGElement {
  const box = { viewBox: "0 0 24 24", width: 22, height: 22, class: `icon icon-${name}`, "aria-hidden": "true" };
  return svg("svg", box, svg("path", { d: kPaths[name] }));
}

// A round button; `label` is read out and shown on hover.
export function iconButton(name: Icon, label: string, act: () => void): HTMLButtonElement {
  const button = el("button", { type: "button", class: "tool", "aria-label": label, title: label }, icon(name));
  button.addEventListener("click", act);
  return button;
}

export function relabel(button: HTMLButtonElement, name: Icon, label: string): void {
  button.replaceChildren(icon(name));
  button.setAttribute("aria-label", label);
  button.title = label;
}
