// The measured curves, by section in the order the program gives them.
import { el } from "../charts/dom";
import { figure } from "../charts/figure";
import type { Chart } from "../charts/spec";
import { section } from "./section";

export function curves(charts: Chart[]): HTMLElement[] {
  const names = [...new Set(charts.map((c) => c.section))];
  return names.map((name) => {
    const own = charts.filter((c) => c.section === name);
    return section(name, "", el("div", { class: "curves" }, ...own.map(figure)));
  });
}
