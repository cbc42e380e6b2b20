// Reads the data out of the page and builds the report around it.
import "@fontsource/instrument-serif/latin-400.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "../charts/charts.css";
import "./page.css";
import { el } from "../charts/dom";
import { correlations } from "./correlations";
import { curves } from "./curves";
import { readReport, type Report } from "./data";
import { headline, masthead } from "./masthead";
import { scorecard } from "./scorecard";
import { spread } from "./spread";
import { themeToggle } from "../charts/theme";
import { windows } from "./windows";

function message(title: string, ...words: (Node | string)[]): HTMLElement {
  return el("main", { id: "content", class: "empty" }, el("h1", {}, title), el("p", {}, ...words));
}

function contents(parts: HTMLElement[]): HTMLElement {
  const links = parts.map((part) => {
    const title = part.querySelector("h2")!.textContent!.replace(/:.*/, "");
    return el("li", {}, el("a", { href: `#${part.id}` }, title));
  });
  return el("nav", { "aria-label": "Parts of this report" }, el("ul", {}, ...links));
}

function bar(...content: HTMLElement[]): HTMLElement {
  return el("div", { class: "bar" }, ...content, themeToggle());
}

function page(report: Report): HTMLElement[] {
  const closing = [spread(report), windows(report), correlations(report)];
  const parts = [scorecard(report), ...curves(report.charts), ...closing].filter((p) => p !== null);
  const words = "Measured on the feed's own files. Real figures are aggregates; each chart names their source.";
  const footer = el("footer", {}, el("p", {}, words));
  return [bar(contents(parts)), el("main", { id: "content" }, masthead(report), ...parts), footer];
}

async function dataText(): Promise<string> {
  const text = document.getElementById("report-data")?.textContent ?? "null";
  if (!import.meta.env.DEV || text.trim() !== "null") return text;
  return JSON.stringify((await import("./fixture.json")).default);
}

function build(text: string): HTMLElement[] {
  try {
    const report = readReport(text);
    if (report) {
      document.title = `${headline(report.feed)} · wrapfeed report`;
      return page(report);
    }
  } catch (error) {
    return [bar(), message("This report cannot be read", `Its data are damaged: ${String(error)}`)];
  }
  const command = el("code", {}, "wrapfeed report FEED");
  const words = ["This page shows what a feed's listening looks like. ", command, " writes it with its figures."];
  return [bar(), message("No data in this page", ...words)];
}

document.body.append(...build(await dataText()));
// On paper the definitions and checks stand open.
addEventListener("beforeprint", () => {
  for (const row of document.querySelectorAll(".targets details")) row.setAttribute("open", "");
});
