// The targets: one row each, opening to its definition and every check behind it.
import { strip, type Figure } from "../charts/deviation";
import { el } from "../charts/dom";
import { figure, number } from "../charts/format";
import { table } from "../charts/table";
import type { Check, Report, Target } from "./data";
import { section } from "./section";
import { badge } from "./verdict";

function limits(check: Check): [number, number] | null {
  if (typeof check.low === "number" && typeof check.high === "number") return [check.low, check.high];
  const { target, tolerance } = check;
  return typeof target === "number" && typeof tolerance === "number" ? [target - tolerance, target + tolerance] : null;
}

function figures(checks: Check[]): Figure[] {
  return checks.flatMap((check) => {
    const { measured, target, pass } = check;
    const allowed = limits(check);
    if (!allowed || typeof measured !== "number" || typeof target !== "number") return [];
    return [{ measured, target, low: allowed[0], high: allowed[1], pass }];
  });
}

function tolerance(check: { tolerance: unknown }): string {
  return typeof check.tolerance === "number" ? `±${number(check.tolerance)}` : figure(check.tolerance);
}

function judged(target: Target): Check[] {
  return target.checks.filter((c) => c.judged !== false);
}

function checkRow(check: Check): (string | Node)[] {
  const allowed = limits(check);
  const judged = check.judged !== false;
  return [
    check.name,
    figure(check.measured),
    figure(check.target),
    allowed ? `${number(allowed[0])} to ${number(allowed[1])}` : tolerance(check),
    judged ? badge(check.pass) : "not judged",
  ];
}

function checkTable(target: Target): HTMLElement {
  const head = ["check", "measured", "target", "allowed", "verdict"];
  return table(`Checks of ${target.name}`, head, target.checks.map(checkRow), [4]);
}

function cell(name: string, label: string, content: string): HTMLElement {
  return el("span", { class: `cell ${name}` }, el("span", { class: "label" }, label), content);
}

function name(target: Target): HTMLElement {
  const check = judged(target).length > 1 ? (target.worst ?? "") : "";
  const words = el("span", {}, target.name, check ? " " : null, check ? el("small", {}, check) : null);
  return el("span", { class: "name" }, el("span", { class: "ordinal" }, String(target.id)), words);
}

function row(target: Target): HTMLElement {
  const shown = figures(target.checks.length ? judged(target) : [target]);
  const inside = shown.filter((f) => f.pass).length;
  const summary = el(
    "summary",
    {},
    badge(target.pass),
    name(target),
    cell("measured", "measured", figure(target.measured)),
    cell("target", "target", figure(target.target)),
    cell("tolerance", "tolerance", tolerance(target)),
    shown.length ? strip(shown, `${inside} of ${shown.length} checks inside their tolerance`) : null,
  );
  const content = el("div", { class: "inside" }, target.definition ? el("p", {}, target.definition) : null);
  if (target.checks.length) content.append(checkTable(target));
  return el("li", { class: "row", "data-target": String(target.id) }, el("details", {}, summary, content));
}

function heads(): HTMLElement {
  const names = ["", "target", "measured", "target", "tolerance", "all checks, ±2 tolerances"];
  return el("div", { class: "heads", "aria-hidden": "true" }, ...names.map((n) => el("span", {}, n)));
}

export function scorecard(report: Report): HTMLElement | null {
  if (report.targets.length === 0) return null;
  const words =
    "Each target names a statistic of real listening and how far a feed may lie from it. The row gives its worst " +
    "check; the strip shows them all: the ochre line is the real figure, the band what is allowed, a disc a check " +
    "inside and a diamond one outside. Open a row for its definition.";
  const part = section("Scorecard", words, heads(), el("ol", { class: "targets" }, ...report.targets.map(row)));
  part.querySelector("h2")!.append(`: ${report.passed} of ${report.targets.length}`);
  return part;
}
