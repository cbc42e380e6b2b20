// The figures behind a chart, one row a value of x.
import { el } from "./dom";
import { number, percent } from "./format";
import { xValues, type Chart } from "./spec";

export type Cell = string | Node;

// The first cell of a row is its heading; columns after the first are figures unless `words` names them.
export function table(caption: string, head: string[], rows: Cell[][], words: number[] = []): HTMLElement {
  const side = (i: number): Record<string, string> => (i === 0 || words.includes(i) ? {} : { class: "figure" });
  const header = el("tr", {}, ...head.map((h, i) => el("th", { scope: "col", ...side(i) }, h)));
  const body = rows.map((row) =>
    el("tr", {}, ...row.map((c, i) => (i === 0 ? el("th", { scope: "row" }, c) : el("td", side(i), c)))),
  );
  const node = el("table", {}, el("caption", {}, caption), el("thead", {}, header), el("tbody", {}, ...body));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Table: ${caption}` }, node);
}

export function chartTable(chart: Chart): HTMLElement {
  const show = chart.y.format === "percent" ? percent : number;
  const maps = chart.series.map((s) => new Map(s.points.map((p) => [p[0], p.slice(1).map((v) => show(Number(v)))])));
  const rows = xValues(chart).map((x) => [
    typeof x === "number" ? number(x) : x,
    ...maps.map((m) => m.get(x)?.join(" to ") ?? "–"),
  ]);
  return table(`${chart.title}: ${chart.y.label}`, [chart.x.label, ...chart.series.map((s) => s.name)], rows);
}

export function disclosure(summary: string, about: string, content: Node): HTMLElement {
  const label = el("summary", {}, summary, el("span", { class: "unseen" }, ` ${about}`));
  return el("details", { class: "behind" }, label, content);
}
