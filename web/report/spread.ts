// How much listeners differ: the middle 80 % and the median of each statistic, feed above real.
import { el } from "../charts/dom";
import { number, percent, sentence } from "../charts/format";
import { range } from "../charts/range";
import { responsive } from "../charts/responsive";
import { disclosure, table } from "../charts/table";
import type { Report, Spread, SpreadFigures } from "./data";
import { section } from "./section";
import { badge } from "./verdict";

const kShare = "share";  // the unit of parts of a whole, shown in percent

function shower(spread: Spread): (v: number) => string {
  return spread.unit === kShare ? percent : number;
}

function words(spread: Spread, s: SpreadFigures): string {
  const show = shower(spread);
  return `p10 ${show(s.p10)}, median ${show(s.p50)}, p90 ${show(s.p90)}`;
}

function one(spread: Spread): HTMLElement {
  const [feed, real] = [words(spread, spread.feed), words(spread, spread.real)];
  const about = `${sentence(spread.label)}. This feed: ${feed}. Real listeners: ${real}.`;
  const format = spread.unit === kShare ? "percent" : "number";
  const unit = spread.unit === kShare ? "" : spread.unit;
  return el(
    "figure",
    { class: "chart small", "data-spread": spread.name },
    el("figcaption", {}, el("h3", {}, sentence(spread.label))),
    el("div", { class: "above" }, badge(spread.within, ["within 20 %", "outside 20 %"]), el("span", {}, unit)),
    responsive((width) => range(spread.feed, spread.real, format, width), about),
  );
}

function figures(spreads: Spread[]): HTMLElement {
  const head = ["statistic", "feed p10", "median", "p90", "real p10", "median", "p90"];
  const rows = spreads.map((s) => {
    const three = ({ p10, p50, p90 }: SpreadFigures) => [p10, p50, p90].map(shower(s));
    return [sentence(s.label), ...three(s.feed), ...three(s.real)];
  });
  return disclosure("Table", "behind the spread between listeners", table("Spread between listeners", head, rows));
}

export function spread(report: Report): HTMLElement | null {
  const { spread } = report;
  if (spread.length === 0) return null;
  const within = spread.filter((s) => s.within).length;
  const text =
    "Averages can agree while everybody is the same person. Each bar spans the middle 80 % of listeners, from the " +
    "10th to the 90th percentile, with the median as a ring. " +
    `${within} of ${spread.length} statistics have all three within 20 % of the real ones.`;
  return section("Listeners differ", text, el("div", { class: "smalls" }, ...spread.map(one)), figures(spread));
}
