// Which feed this is, how big it is, and the verdict in one sentence.
import { clock } from "../charts/clock";
import { el } from "../charts/dom";
import { big, day, number } from "../charts/format";
import { swatch } from "../charts/figure";
import type { Chart } from "../charts/spec";
import type { Feed, Report } from "./data";

// How many: what one is called, and what more are.
const kFigures: [string, string, string][] = [
  ["users", "listener", "listeners"],
  ["events", "event", "events"],
  ["streams", "stream", "streams"],
  ["sessions", "session", "sessions"],
  ["minutes", "minute heard", "minutes heard"],
  ["tracks", "track", "tracks"],
  ["artists", "artist", "artists"],
];

function days(feed: Feed): number {
  return Math.round((Date.parse(String(feed.to)) - Date.parse(String(feed.from))) / 86_400_000) + 1;
}

export function headline(feed: Feed): string {
  const listeners = typeof feed.users === "number" ? feed.users.toLocaleString("en-US") : "Some";
  const one = feed.users === 1;
  const span = days(feed);
  const length = Number.isFinite(span) ? `, ${span === 1 ? "one day" : `${span.toLocaleString("en-US")} days`}` : "";
  return `${listeners} ${one ? "listener" : "listeners"}${length}`;
}

export function verdict(report: Report): string {
  if (!report.judged) return "Too few plays to judge: only its charts are shown.";
  const parts: string[] = [];
  if (report.targets.length) parts.push(`${report.passed} of ${report.targets.length} targets pass.`);
  if (report.windows) {
    parts.push(
      `Over 28-day windows of single listeners its distributions lie ${number(report.windows.mean_ks)} from the real ` +
        "ones (mean Kolmogorov–Smirnov distance; 0 is the same, 1 is apart).",
    );
  }
  return parts.join(" ");
}

function bigNumbers(feed: Feed): HTMLElement {
  const entries = kFigures.flatMap(([name, one, more]) => {
    const value = feed[name];
    if (typeof value !== "number") return [];
    const [digits, word] = big(value);
    const amount = el("dd", {}, digits, word ? el("small", {}, ` ${word}`) : null);
    return [el("div", {}, el("dt", {}, value === 1 ? one : more), amount)];
  });
  return el("dl", { class: "numbers" }, ...entries);
}

function facts(feed: Feed): string {
  const span = feed.from && feed.to ? `${day(feed.from)} to ${day(feed.to)}` : "";
  const seed = feed.seed === undefined ? "" : `seed ${feed.seed}`;
  return [span, feed.population ? `${feed.population} population` : "", seed].filter(Boolean).join(" · ");
}

// The 24 shares of the first chart over the hours of a day, by role.
function hours(charts: Chart[], role: "feed" | "real"): number[] | null {
  const whole = (c: Chart) => c.series.some((s) => s.role === role && s.points.length === 24);
  const chart = charts.find((c) => /hour/i.test(c.x.label) && c.y.format === "percent" && c.mark === "bar" && whole(c));
  const series = chart?.series.find((s) => s.role === role && s.points.length === 24);
  return series ? series.points.map((p) => p[1]) : null;
}

function dial(charts: Chart[]): HTMLElement | null {
  const [feed, real] = [hours(charts, "feed"), hours(charts, "real")];
  if (!feed || !real) return null;
  const caption = el("figcaption", {}, "A day of listening: the share of plays in each local hour");
  return el("figure", { class: "dial" }, clock(feed, real), caption);
}

function reading(): HTMLElement {
  return el(
    "ul",
    { class: "key reading" },
    el("li", {}, swatch("feed"), "this feed"),
    el("li", {}, swatch("real"), "real listeners"),
  );
}

export function masthead(report: Report): HTMLElement {
  const { feed } = report;
  const words = el(
    "div",
    { class: "words" },
    el("p", { class: "eyebrow" }, `wrapfeed${feed.version ? ` ${feed.version}` : ""} · listening report`),
    el("h1", {}, headline(feed)),
    el("p", { class: "facts" }, facts(feed)),
    el("p", { class: "lede" }, verdict(report)),
    reading(),
  );
  return el("header", { class: "masthead" }, words, dial(report.charts), bigNumbers(feed));
}
