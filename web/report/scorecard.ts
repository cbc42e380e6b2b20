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
    const allowed = limits(check);
    if (!allowed || typeof check.measured !== "number") return [];
    return [{ measured: check.measured, low: allowed[0], high: allowed[1], pass: check.pass }];
  });
}

function tolerance(check: { tolerance: unknown }): string {
  return typeof check.tolerance === "number" ? `±${number(check.tolerance)}` : figure(check.tolerance);
}

function checkTable(target: Target): HTMLElement {
  const rows = target.checks.map((check) => {
    const allowed = limits(check);
    return [
      check.name,
      figure(check.measured),
      figure(check.target),
      allowed ? `${number(allowed[0])} to ${number(allowed[1])}` : tolerance(check),
      badge(check.pass),
    ];
  });
  return table(`Checks of ${target.name}`, ["check", "measured", "target", "allowed", "verdict"], rows, [4]);
}

function cell(name: string, label: string, content: string): HTMLElement {
  return el("span", { class: `cell ${name}` }, el("span", { class: "label" }, label), content);
}

function row(target: Target): HTMLElement {
  const outside = target.checks.filter((c) => !c.pass).length;
  const shown = figures(target.checks.length ? target.checks : [target]);
  const about = `${shown.length - outside} of ${shown.length} checks inside their tolerance`;
  const summary = el(
    "summary",
    {},
    badge(target.pass),
    el("span", { class: "name" }, el("span", { class: "ordinal" }, String(target.id)), target.name),
    cell("measured", "measured", figure(target.measured)),
    cell("target", "target", figure(target.target)),
    cell("tolerance", "tolerance", tolerance(target)),
    shown.length ? strip(shown, about) : null,
  );
  const inside = el("div", { class: "inside" }, target.definition ? el("p", {}, target.definition) : null);
  if (target.checks.length) inside.append(checkTable(target));
  return el("li", { class: "row", "data-target": String(target.id) }, el("details", {}, summary, inside));
}

function heads(): HTMLElement {
  const names = ["", "target", "measured", "target", "tolerance", "every check in its tolerance"];
  return el("div", { class: "heads", "aria-hidden": "true" }, ...names.map((n) => el("span", {}, n)));
}

export function scorecard(report: Report): HTMLElement | null {
  if (report.targets.length === 0) return null;
  const words =
    "Each target names a statistic of real listening and how far a feed may lie from it. The row gives the check " +
    "nearest its limit; the strip shows them all: the ochre line is the real figure, the band what is allowed, a disc " +
    "a check inside and a diamond one outside. Open a row for its definition.";
  const title = `Scorecard: ${report.passed} of ${report.targets.length}`;
  const part = section("Scorecard", words, heads(), el("ol", { class: "targets" }, ...report.targets.map(row)));
  part.querySelector("h2")!.textContent = title;
  return part;
}
