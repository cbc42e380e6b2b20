// What a view shows when it has nothing to show: loading, empty, an error, a server that still counts.
import { el, svg } from "../charts/dom";
import { sentence } from "../charts/format";
import { ApiError } from "./api";
import type { Progress } from "./model";

type Words = (Node | string)[];

// A record; its rim is the part of the work that is done.
function record(): SVGElement {
  const rings = [26, 40, 54, 68, 82].map((r) => svg("circle", { r, class: "groove" }));
  const rim = svg("circle", {
    r: 96,
    class: "rim",
    pathLength: 100,
    transform: "rotate(-90)",
    "stroke-dasharray": "0 100",
  });
  return svg(
    "svg",
    { class: "record", viewBox: "-100 -100 200 200", "aria-hidden": "true" },
    svg("circle", { r: 96, class: "groove" }),
    ...rings,
    svg("circle", { r: 9, class: "hole" }),
    rim,
  );
}

function state(kind: string, title: string, ...content: (Node | string | null)[]): HTMLElement {
  return el("div", { class: `state ${kind}` }, el("div", {}, el("h1", {}, title), ...content), record());
}

export function loading(what = "Loading"): HTMLElement {
  const dots = el("span", { class: "pulse", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el("div", { class: "state waiting", role: "status" }, dots, el("p", {}, what));
}

export function empty(title: string, ...words: Words): HTMLElement {
  return state("empty", title, el("p", {}, ...words));
}

function reason(error: unknown): [string, string] {
  if (error instanceof ApiError && error.status === 404) return ["Not in this feed", `${sentence(error.message)}.`];
  if (error instanceof ApiError) return ["That did not work", error.message];
  if (error instanceof TypeError)
    return ["Nobody answers", "The server cannot be reached. Is “wrapfeed serve” still running?"];
  return ["That did not work", String(error)];
}

export function failed(error: unknown, again: () => void): HTMLElement {
  const [title, words] = reason(error);
  const button = el("button", { type: "button", class: "chip strong" }, "Try again");
  button.addEventListener("click", again);
  const home = el("a", { class: "chip", href: "#/" }, "Back to the start");
  const root = state("failed", title, el("p", {}, words), el("p", { class: "ways" }, button, home));
  root.setAttribute("role", "alert");
  return root;
}

// The whole screen while the feed is counted; `show` moves the bar.
export function preparing(): { root: HTMLElement; show(progress: Progress): void } {
  const bar = el("progress", { max: "1", value: "0", "aria-label": "How much of the feed is counted" });
  const stage = el("p", { role: "status" });
  const root = state("preparing", "Counting a year of listening", bar, stage);
  const show = ({ share, state: where, step, error }: Progress) => {
    bar.value = share;
    root.querySelector(".rim")!.setAttribute("stroke-dasharray", `${share * 100} 100`);
    const waits = { missing: "waiting for the feed to be whole", failed: "the feed cannot be counted" };
    const words = where === "missing" || where === "failed" ? waits[where] : (step ?? "reading the feed");
    stage.textContent = error
      ? `${sentence(words)}: ${error}`
      : `${sentence(words)} – ${Math.round(share * 100)}%`;
  };
  return { root, show };
}
