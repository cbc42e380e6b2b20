// The start: what this feed is, a way in by name or by chance, and a shelf of listeners.
import { searchBox } from "../app/search";
import { surprise } from "../app/shell";
import type { FeedFacts, Found } from "../app/model";
import { formatRoute } from "../app/router";
import type { View } from "../app/view";
import { el } from "../charts/dom";
import { day } from "../charts/format";
import { personalityGlyph } from "../stories/glyph";
import { count, counted, dayOf } from "../stories/words";
import "./home.css";

const kSleeves = 6;
const kAsked = 24;  // to find so many who have stories

function facts(feed: FeedFacts): string {
  return (
    `Here are ${counted(feed.users, "simulated listener")} and ${counted(feed.events, "event")}, ` +
    `looked back on from ${dayOf(feed.window.first)} to ${day(feed.window.last)}.`
  );
}

function hero(feed: FeedFacts, search: HTMLElement, chance: HTMLElement): HTMLElement {
  return el(
    "div",
    { class: "hero" },
    el("h1", {}, "Every listener ", el("em", {}, "has a story")),
    el(
      "div",
      { class: "entrance" },
      el("p", { class: "lede" }, `A year of listening, told one person at a time. ${facts(feed)}`),
      el("div", { class: "ways" }, search, chance),
    ),
  );
}

// A listener as a record sleeve in one of the papers of the stories.
function sleeve(user: Found, place: number): HTMLElement {
  return el(
    "li",
    {},
    el(
      "a",
      { class: "sleeve", href: formatRoute("users", [user.user_id]), "data-paper": String(place % kSleeves) },
      personalityGlyph(user.personality?.code ?? "FTLC"),
      el("b", {}, user.name),
      el("span", {}, user.personality?.name ?? "", el("br"), `${count(user.minutes)} minutes`),
    ),
  );
}

function shelf(users: Found[]): HTMLElement | null {
  const shown = users.filter((u) => u.eligible).slice(0, kSleeves);
  if (shown.length === 0) return null;
  return el("section", { class: "shelf", "aria-label": "Some listeners" }, el("ul", {}, ...shown.map(sleeve)));
}

function doors(): HTMLElement {
  const door = (view: string, title: string, words: string) =>
    el("a", { href: formatRoute(view) }, el("b", {}, title), el("span", {}, words));
  return el(
    "nav",
    { class: "doors", "aria-label": "More" },
    door("population", "All of them together", "Rhythm, tops, personalities, cities of the whole service"),
    door("realism", "How real is it?", "The feed beside people who published their histories"),
  );
}

export const home: View = {
  name: "",
  label: "",
  async render(root, { api, go, signal, title }) {
    const [feed, users] = await Promise.all([api.feed(signal), api.search("", kAsked, signal)]);
    title("");
    const search = searchBox(api, go, "Find a listener by name or number");
    const parts = [hero(feed, search, surprise(api, "Surprise me", "chip strong")), shelf(users), doors()];
    root.append(...parts.filter((p) => p !== null));
  },
};
