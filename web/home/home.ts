// The start: what this feed is, and a way in.
import { el } from "../charts/dom";
import { big, day } from "../charts/format";
import { searchBox } from "../app/search";
import { surprise } from "../app/shell";
import type { FeedFacts } from "../app/model";
import type { View } from "../app/view";
import "./home.css";

function figure(value: number | undefined, words: string): HTMLElement | null {
  if (value === undefined) return null;
  const [digits, word] = big(value);
  return el("div", {}, el("dt", {}, words), el("dd", {}, digits, word ? el("small", {}, ` ${word}`) : null));
}

function facts(feed: FeedFacts): HTMLElement {
  return el("dl", { class: "facts" },
    figure(feed.users, feed.users === 1 ? "listener" : "listeners"),
    figure(feed.events, "events"),
    figure(feed.artists, "artists"));
}

export const home: View = {
  name: "",
  label: "",
  async render(root, { api, go, signal, title }) {
    const feed = await api.feed(signal);
    title("");
    root.append(
      el("div", { class: "poster" },
        el("p", { class: "eyebrow" }, `The year ${feed.year}, ${day(feed.window.first)} to ${day(feed.window.last)}`),
        el("h1", {}, "Every listener ", el("em", {}, "has a story")),
        el("p", { class: "lede" }, "Open one and read its year."),
        el("div", { class: "entrance" }, searchBox(api, go, "Find a listener by name or number"),
          surprise(api, "Surprise me", "chip strong"))),
      facts(feed));
  },
};
