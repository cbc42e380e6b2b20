// Reads the data out of the page and builds the report around it.
import "@fontsource/instrument-serif/latin-400.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "../charts/charts.css";
import "./page.css";
import { el } from "../charts/dom";
import { themeToggle } from "../charts/theme";
import { readReport, type Report } from "./data";
import { headline, masthead } from "./masthead";
import { contents, parts, unfoldForPrint } from "./parts";

function message(title: string, ...words: (Node | string)[]): HTMLElement {
  return el("main", { id: "content", class: "report empty" }, el("h1", {}, title), el("p", {}, ...words));
}

function bar(...content: HTMLElement[]): HTMLElement {
  return el("div", { class: "bar" }, ...content, themeToggle());
}

function page(report: Report): HTMLElement[] {
  const shown = parts(report);
  const words = "Measured on the feed's own files. Real figures are aggregates; each chart names their source.";
  const footer = el("footer", {}, el("p", {}, words));
  const main = el("main", { id: "content", class: "report" }, masthead(report), ...shown);
  return [bar(contents(shown, (id) => `#${id}`)), main, footer];
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
addEventListener("beforeprint", unfoldForPrint);
