// How much listeners differ: the middle 80 % and the median of each statistic, feed above real.
import { el } from "../charts/dom";
import { number } from "../charts/format";
import { range } from "../charts/range";
import { responsive } from "../charts/responsive";
import { disclosure, table } from "../charts/table";
import type { Report, Spread, SpreadFigures } from "./data";
import { section } from "./section";
import { badge } from "./verdict";

function words(s: SpreadFigures): string {
  return `p10 ${number(s.p10)}, median ${number(s.p50)}, p90 ${number(s.p90)}`;
}

function one(spread: Spread): HTMLElement {
  const about = `${spread.label}. This feed: ${words(spread.feed)}. Real listeners: ${words(spread.real)}.`;
  return el(
    "figure",
    { class: "chart small" },
    el("figcaption", {}, el("h3", {}, spread.label), badge(spread.within, ["within 20%", "outside 20%"])),
    el("div", { class: "above" }, el("span", { class: "axis" }, spread.unit)),
    responsive((width) => range(spread.feed, spread.real, width), about),
  );
}

function figures(spreads: Spread[]): HTMLElement {
  const head = ["statistic", "feed p10", "median", "p90", "real p10", "median", "p90"];
  const three = (s: SpreadFigures) => [s.p10, s.p50, s.p90].map(number);
  const rows = spreads.map((s) => [s.unit ? `${s.label} (${s.unit})` : s.label, ...three(s.feed), ...three(s.real)]);
  return disclosure("Table", "behind the spread between listeners", table("Spread between listeners", head, rows));
}

export function spread(report: Report): HTMLElement | null {
  const { spread } = report;
  if (spread.length === 0) return null;
  const within = spread.filter((s) => s.within).length;
  const text =
    "Averages can agree while everybody is the same person. Each bar spans the middle 80% of listeners, from the 10th " +
    `to the 90th percentile, with the median as a ring. ${within} of ${spread.length} lie within 20% of the real ones.`;
  return section("Listeners differ", text, el("div", { class: "smalls" }, ...spread.map(one)), figures(spread));
}
