// The features of 28-day windows: how far each distribution lies from the real one, worst first.
import { el } from "../charts/dom";
import { number, sentence } from "../charts/format";
import { quantiles } from "../charts/quantiles";
import { responsive } from "../charts/responsive";
import { swarm } from "../charts/swarm";
import { disclosure, table } from "../charts/table";
import type { Feature, Report, Windows } from "./data";
import { section } from "./section";

function behind(feature: Feature): HTMLElement {
  const rows = feature.percent.map((p, i) => [`${p}%`, number(feature.feed[i]!), number(feature.real[i]!)]);
  const deviations = [["sd between listeners", feature.between], ["sd within one", feature.within]] as const;
  for (const [name, pair] of deviations) {
    if (pair) rows.push([name, number(pair.feed), number(pair.real)]);
  }
  const head = ["percentile", "this feed", "real"];
  return disclosure("Table", `behind ${feature.label}`, table(feature.label, head, rows));
}

function describe(feature: Feature): string {
  const about = `Quantile curves of ${feature.label}. Distance ${number(feature.ks)}.`;
  const middle = feature.percent.indexOf(50);
  if (middle < 0) return about;
  const medians = [feature.feed[middle]!, feature.real[middle]!].map(number);
  return `${about} Median ${medians[0]} in this feed, ${medians[1]} in real windows.`;
}

function one(feature: Feature): HTMLElement {
  const { percent, feed, real } = feature;
  const title = el("h3", {}, sentence(feature.label));
  return el(
    "figure",
    { class: "chart tiny", "data-feature": feature.name },
    el("figcaption", {}, title, el("span", { class: "distance" }, number(feature.ks))),
    feature.volume ? el("p", { class: "aside" }, "volume, not in the mean") : null,
    responsive((width) => quantiles(percent, feed, real, width), describe(feature)),
    behind(feature),
  );
}

function overview(windows: Windows, sorted: Feature[]): HTMLElement {
  const distances = sorted.map((f) => ({ label: sentence(f.label), value: f.ks, hollow: f.volume }));
  const span = `from ${number(sorted.at(-1)!.ks)} to ${number(sorted[0]!.ks)}`;
  const about = `Distances of ${sorted.length} features, ${span}, mean ${number(windows.mean_ks)}.`;
  const axis = "Kolmogorov–Smirnov distance to the real windows";
  const draw = (width: number) => swarm(distances, windows.mean_ks, axis, width);
  return el("figure", { class: "chart wide" }, responsive(draw, about));
}

function correlationsText(spearman: Windows["spearman"]): string {
  if (typeof spearman?.mean_abs_difference !== "number") return "";
  const plain = number(spearman.mean_abs_difference);
  const means = spearman.listener_means_mean_abs_difference;
  const rest = typeof means === "number" ? `; between listeners' means, ${number(means)}.` : ".";
  return `Between features the rank correlations lie ${plain} from the real ones on average${rest}`;
}

function text(windows: Windows): string {
  const { windows: count, listeners } = windows;
  const size = count && listeners ? `${number(count)} windows of ${number(listeners)} listeners are measured.` : "";
  const what =
    "Twenty-eight days of one listener, described by its sessions, gaps, skips, repeats, rhythm and taste: each dot " +
    "is one feature, hollow where it only says how much somebody listens.";
  return [what, size, correlationsText(windows.spearman)].filter(Boolean).join(" ");
}

export function windows(report: Report): HTMLElement | null {
  const { windows } = report;
  if (!windows) return null;
  const sorted = [...windows.features].sort((a, b) => b.ks - a.ks);
  const reading = "The value at each percentile of the windows; the number is the distance, worst first.";
  return section(
    "A month of one listener",
    text(windows),
    overview(windows, sorted),
    el("p", { class: "aside" }, reading),
    el("div", { class: "tinies" }, ...sorted.map(one)),
  );
}
