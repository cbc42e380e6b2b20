// Pass or fail, by word and by shape, never by colour alone.
import { el, svg } from "../charts/dom";

export function badge(pass: boolean, words: [string, string] = ["pass", "fail"]): HTMLElement {
  const box = svg("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" });
  box.append(
    pass ? svg("circle", { cx: 9, cy: 9, r: 8 }) : svg("path", { d: "M9 0.5L17.5 9L9 17.5L0.5 9Z" }),
    svg("path", { class: "sign", d: pass ? "M5.2 9.4L8 12.1L12.9 6.3" : "M6.4 6.4L11.6 11.6M11.6 6.4L6.4 11.6" }),
  );
  return el("span", { class: `badge ${pass ? "pass" : "fail"}` }, box, pass ? words[0] : words[1]);
}
