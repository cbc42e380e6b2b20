// The features of 28-day windows: how far each distribution lies from the real one, worst first.
import { el } from "../charts/dom";
import { number } from "../charts/format";
import { quantiles } from "../charts/quantiles";
import { responsive } from "../charts/responsive";
import { swarm } from "../charts/swarm";
import { disclosure, table } from "../charts/table";
import type { Feature, Report, Windows } from "./data";
import { section } from "./section";

function behind(feature: Feature): HTMLElement {
  const rows = feature.percent.map((p, i) => [`${p}%`, number(feature.feed[i]!), number(feature.real[i]!)]);
  for (const [name, pair] of [["sd between listeners", feature.between], ["sd within", feature.within]] as const) {
    if (pair) rows.push([name, number(pair.feed), number(pair.real)]);
  }
  const head = ["percentile", "this feed", "real"];
  return disclosure("Table", `behind ${feature.label}`, table(feature.label, head, rows));
}

function one(feature: Feature): HTMLElement {
  const middle = feature.percent.indexOf(50);
  const medians =
    middle < 0 ? "" : ` Median ${number(feature.feed[middle]!)} in this feed, ${number(feature.real[middle]!)} in real windows.`;
  const about = `Quantile curves of ${feature.label}. Distance ${number(feature.ks)}.${medians}`;
  const { percent, feed, real } = feature;
  return el(
    "figure",
    { class: "chart tiny", "data-feature": feature.name },
    el("figcaption", {}, el("h3", {}, feature.label), el("span", { class: "distance" }, number(feature.ks))),
    feature.volume ? el("p", { class: "aside" }, "volume, not in the mean") : null,
    responsive((width) => quantiles(percent, feed, real, width), about),
    behind(feature),
  );
}

function overview(windows: Windows, sorted: Feature[]): HTMLElement {
  const distances = sorted.map((f) => ({ label: f.label, value: f.ks, hollow: f.volume }));
  const about = `Distances of ${sorted.length} features, from ${number(sorted.at(-1)!.ks)} to ${number(sorted[0]!.ks)}, mean ${number(windows.mean_ks)}.`;
  const draw = (width: number) => swarm(distances, windows.mean_ks, "Kolmogorov–Smirnov distance to the real windows", width);
  return el("figure", { class: "chart wide" }, responsive(draw, about));
}

function text(windows: Windows): string {
  const { spearman } = windows;
  const size = windows.windows && windows.listeners
    ? `${number(windows.windows)} windows of ${number(windows.listeners)} listeners are measured. `
    : "";
  const parts = [
    "Twenty-eight days of one listener, described by its sessions, gaps, skips, repeats, rhythm and taste: each dot is " +
      `one feature, hollow where it only says how much somebody listens. ${size}`,
  ];
  if (typeof spearman?.mean_abs_difference === "number") {
    parts.push(`Between features the rank correlations lie ${number(spearman.mean_abs_difference)} from the real ones on average`);
    const means = spearman.listener_means_mean_abs_difference;
    parts.push(typeof means === "number" ? `; between listeners' means, ${number(means)}.` : ".");
  }
  return parts.join("");
}

export function windows(report: Report): HTMLElement | null {
  const { windows } = report;
  if (!windows) return null;
  const sorted = [...windows.features].sort((a, b) => b.ks - a.ks);
  const curves = el("div", { class: "tinies" }, ...sorted.map(one));
  const reading = el("p", { class: "aside" }, "Value at each percentile of the windows; the number is the distance, worst first.");
  return section("A month of one listener", text(windows), overview(windows, sorted), reading, curves);
}
