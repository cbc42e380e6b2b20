// The measured curves, by section in the order the program gives them.
import { el } from "../charts/dom";
import { figure } from "../charts/figure";
import type { Chart } from "../charts/spec";
import { section } from "./section";

// Two abreast or three, so that rows come out full.
function abreast(count: number): string {
  return count > 2 && count !== 4 ? "three" : "two";
}

export function curves(charts: Chart[]): HTMLElement[] {
  const names = [...new Set(charts.map((c) => c.section))];
  return names.map((name) => {
    const own = charts.filter((c) => c.section === name);
    return section(name, "", el("div", { class: `curves ${abreast(own.length)}` }, ...own.map(figure)));
  });
}
