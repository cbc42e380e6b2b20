// What a view shows when it has nothing to show: loading, empty, an error, a server that still counts.
import { el } from "../charts/dom";
import { ApiError } from "./api";
import type { Progress } from "./model";

type Words = (Node | string)[];

function state(kind: string, title: string, ...content: (Node | string | null)[]): HTMLElement {
  return el("div", { class: `state ${kind}` }, el("h1", {}, title), ...content);
}

export function loading(what = "Loading"): HTMLElement {
  const dots = el("span", { class: "pulse", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el("div", { class: "state waiting", role: "status" }, dots, el("p", {}, what));
}

export function empty(title: string, ...words: Words): HTMLElement {
  return state("empty", title, el("p", {}, ...words));
}

function reason(error: unknown): [string, string] {
  if (error instanceof ApiError && error.status === 404) return ["Not in this feed", error.message];
  if (error instanceof ApiError) return ["That did not work", error.message];
  if (error instanceof TypeError) return ["Nobody answers", "The server cannot be reached. Is “wrapfeed serve” still running?"];
  return ["That did not work", String(error)];
}

export function failed(error: unknown, again: () => void): HTMLElement {
  const [title, words] = reason(error);
  const button = el("button", { type: "button", class: "chip strong" }, "Try again");
  button.addEventListener("click", again);
  const home = el("a", { class: "chip", href: "#/" }, "Back to the start");
  return el("div", { class: "state failed", role: "alert" }, el("h1", {}, title), el("p", {}, words),
    el("p", { class: "ways" }, button, home));
}

// The whole screen while the feed is counted; `show` moves the bar.
export function preparing(): { root: HTMLElement; show(progress: Progress): void } {
  const bar = el("progress", { max: "1", value: "0", "aria-label": "How much of the feed is counted" });
  const stage = el("p", { role: "status" });
  const root = state("preparing", "Counting a year of listening", bar, stage);
  const show = ({ share, state: where, step }: Progress) => {
    bar.value = share;
    const words = where === "missing" ? "waiting for the feed to be whole" : (step ?? "reading the feed");
    stage.textContent = `${words.charAt(0).toUpperCase()}${words.slice(1)} – ${Math.round(share * 100)}%`;
  };
  return { root, show };
}
