// A report's parts in order, for every page that shows them.
import { el } from "../charts/dom";
import { correlations } from "./correlations";
import { curves } from "./curves";
import type { Report } from "./data";
import "./parts.css";
import { scorecard } from "./scorecard";
import { spread } from "./spread";
import { windows } from "./windows";

export function parts(report: Report): HTMLElement[] {
  const closing = [spread(report), windows(report), correlations(report)];
  return [scorecard(report), ...curves(report.charts), ...closing].filter((p) => p !== null);
}

// Links to the parts; `href` makes the address of one from its id.
export function contents(parts: HTMLElement[], href: (id: string) => string): HTMLElement {
  const links = parts.map((part) => {
    const title = part.querySelector("h2")!.textContent!.replace(/:.*/, "");
    return el("li", {}, el("a", { href: href(part.id) }, title));
  });
  return el("nav", { "aria-label": "Parts of this report" }, el("ul", {}, ...links));
}

// On paper the definitions and checks stand open.
export function unfoldForPrint(): void {
  for (const row of document.querySelectorAll(".report .targets details")) row.setAttribute("open", "");
}
