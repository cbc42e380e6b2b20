// How the traits of a listener go together: rank correlations over listeners, feed against real.
import { agreement } from "../charts/agreement";
import { el } from "../charts/dom";
import { number } from "../charts/format";
import { responsive } from "../charts/responsive";
import { table } from "../charts/table";
import type { Correlation, Report } from "./data";
import { section } from "./section";
import { badge } from "./verdict";

const kTolerance = 0.1;

function pairName(c: Correlation): string {
  return `${c.one} and ${c.other}`;
}

function off(c: Correlation): number {
  return Math.abs(c.feed - c.real);
}

function rows(correlations: Correlation[]): (string | Node)[][] {
  const sorted = [...correlations].sort((a, b) => off(b) - off(a));
  const verdict = (c: Correlation) => badge(c.within, ["within", "outside"]);
  return sorted.map((c) => [pairName(c), number(c.feed), number(c.real), verdict(c)]);
}

export function correlations(report: Report): HTMLElement | null {
  const { correlations } = report;
  if (correlations.length === 0) return null;
  const within = correlations.filter((c) => c.within).length;
  const text =
    "Who discovers much repeats little; who listens at weekends listens at night. Each dot is a pair of traits, its " +
    "rank correlation among real listeners to the right and in this feed upward. " +
    `${within} of ${correlations.length} lie in the corridor of ±${kTolerance} around the diagonal.`;
  const pairs = correlations.map((c) => ({ label: pairName(c), ...c }));
  const about =
    `Scatter of ${pairs.length} rank correlations, this feed against real listeners; ` +
    `${within} lie within ${kTolerance}.`;
  const head = ["pair of traits", "feed", "real", "verdict"];
  const picture = el(
    "figure",
    { class: "chart" },
    el("div", { class: "above" }, el("span", { class: "axis" }, "this feed")),
    responsive((width) => agreement(pairs, kTolerance, width), about),
  );
  const list = table("Rank correlations, the furthest apart first", head, rows(correlations), [3]);
  return section("Traits go together", text, el("div", { class: "beside" }, picture, list));
}
