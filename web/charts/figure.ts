// A chart as a figure: title, note, key, picture, source and the table behind it.
import { curve } from "./curve";
import { describe } from "./describe";
import { el, svg } from "./dom";
import { responsive } from "./responsive";
import { rank, type Chart, type Mark, type Role } from "./spec";
import { chartTable, disclosure } from "./table";

// The swatch beside a name: thin for the feed, broad for the real listeners, a block for bars.
export function swatch(role: Role, mark: Mark = "line", place = 0): SVGElement {
  const size = { width: 22, height: 12, viewBox: "0 0 22 12" };
  const box = svg("svg", { class: "swatch", ...size, "aria-hidden": "true" });
  if (role === "feed" && mark === "bar") {
    const block = { x: 5, y: 1, width: 12, height: 10, "fill-opacity": place ? 0.45 : 1 };
    box.append(svg("rect", { ...block, class: "feed-fill" }));
    return box;
  }
  const dash = place === 0 ? "none" : role === "real" ? "1 9" : "6 4";
  box.append(svg("line", { x1: 3, x2: 19, y1: 6, y2: 6, class: `${role}-line`, "stroke-dasharray": dash }));
  return box;
}

export function key(chart: Chart): HTMLElement {
  const items = chart.series.map((s) => el("li", {}, swatch(s.role, chart.mark, rank(chart, s)), s.name));
  return el("ul", { class: "key" }, ...items);
}

function source(chart: Chart): string {
  const beside = chart.series.some((s) => s.role === "real");
  return chart.source ? `${beside ? "Real" : "Source"}: ${chart.source}` : "";
}

export function figure(chart: Chart): HTMLElement {
  return el(
    "figure",
    { class: "chart", id: `chart-${chart.id}` },
    el(
      "figcaption",
      {},
      el("h3", {}, chart.title),
      chart.note ? el("p", { class: "note" }, chart.note) : null,
    ),
    el("div", { class: "above" }, el("span", { class: "axis" }, chart.y.label), key(chart)),
    responsive((width) => curve(chart, width), describe(chart)),
    el(
      "div",
      { class: "below" },
      el("p", { class: "source" }, source(chart)),
      disclosure("Table", `behind ${chart.title}`, chartTable(chart)),
    ),
  );
}
