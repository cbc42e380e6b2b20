// The page around the views: header, navigation, the place where a view stands, and who stands there.
import { el } from "../charts/dom";
import { startTheme, switchTheme } from "../charts/theme";
import { Preparing, type Api } from "./api";
import { errand } from "./errand";
import { iconButton } from "./icons";
import { motionButton } from "./motion";
import { formatRoute, parseRoute, type Route } from "./router";
import { searchBox } from "./search";
import { empty, failed, loading, preparing } from "./states";
import type { Update, View } from "./view";

const kPoll = 700;  // ms between two looks at how far the counting is

function go(hash: string, replace = false): void {
  if (replace) history.replaceState(null, "", hash);
  else if (location.hash !== hash) history.pushState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function surprise(api: Api, words: string, look: string): HTMLElement {
  const button = el("button", { type: "button", class: look }, words);
  errand(button, async () => {
    try {
      const user = await api.random();
      if (user) go(formatRoute("users", [user.user_id]));
      else button.textContent = "Nobody is here";
    } catch {
      button.textContent = "No answer – again?";
    }
  });
  return button;
}

function header(api: Api, views: View[]): { root: HTMLElement; mark(view: string): void } {
  const links = views
    .filter((v) => v.label)
    .map((v) => el("a", { href: formatRoute(v.name), "data-view": v.name }, v.label));
  const mark = (view: string) => {
    for (const link of links) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  const root = el(
    "header",
    { class: "site" },
    el("a", { class: "wordmark", href: "#/" }, "wrapfeed"),
    el("nav", { "aria-label": "Views" }, ...links),
    searchBox(api, go),
    el(
      "div",
      { class: "switches" },
      surprise(api, "Surprise me", "chip"),
      motionButton(),
      iconButton("theme", "Switch between light and dark", switchTheme),
    ),
  );
  return { root, mark };
}

// Resolves once the server has counted; shows how far it is until then, or why it cannot: another feed may come.
async function ready(api: Api, place: HTMLElement, signal: AbortSignal): Promise<void> {
  let screen: ReturnType<typeof preparing> | undefined;
  for (;;) {
    const progress = await api.status(signal);
    if (progress.state === "ready") return;
    if (!screen) place.replaceChildren((screen = preparing()).root);
    screen.show(progress);
    await new Promise((done) => setTimeout(done, kPoll));
    signal.throwIfAborted();
  }
}

export class Shell {
  private readonly main = el("main", { id: "content", tabindex: "-1" });
  private readonly head;
  private arrived = false;  // whether anything has stood in main
  private standing?: { view: View; update: Update | void; leave: AbortController };

  constructor(
    private readonly api: Api,
    private readonly views: View[],
  ) {
    this.head = header(api, views);
  }

  start(): void {
    startTheme();
    document.querySelector(".skip")!.addEventListener("click", (event) => {
      event.preventDefault();  // the hash is the router's
      this.main.focus();
    });
    document.body.append(this.head.root, this.main);
    addEventListener("hashchange", () => void this.show(parseRoute(location.hash)));
    void this.show(parseRoute(location.hash));
  }

  private async show(route: Route): Promise<void> {
    const view = this.views.find((v) => v.name === route.view);
    if (view && this.standing?.view === view && this.standing.update?.(route)) return;
    this.standing?.leave.abort();
    this.head.mark(route.view);
    document.body.classList.toggle("immersive", view?.immersive ?? false);
    document.body.dataset.view = route.view || "home";
    this.standing = undefined;
    if (!view) return this.place(empty("No such page", "The address names nothing here. ", home()));
    const leave = new AbortController();
    this.standing = { view, update: undefined, leave };
    await this.mount(view, route, leave);
  }

  private async mount(view: View, route: Route, leave: AbortController): Promise<void> {
    const { signal } = leave;
    const root = el("div", { class: `view ${view.name || "home"}` });
    this.main.replaceChildren(loading());
    scrollTo(0, 0);
    const title = (text: string) => (document.title = text ? `${text} · wrapfeed` : "wrapfeed");
    title(view.label);
    try {
      await ready(this.api, this.main, signal);
      this.main.replaceChildren(loading());
      const update = await view.render(root, { api: this.api, route, signal, go, title });
      signal.throwIfAborted();
      this.place(root);
      this.standing = { view, update, leave };
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Preparing) return this.mount(view, route, leave);
      this.place(failed(error, () => void this.mount(view, route, leave)));
    }
  }

  // Who had the focus in what is gone or hidden goes on from the content; a page that was just opened begins at its start.
  private place(content: HTMLElement): void {
    this.main.replaceChildren(content);
    const lost = document.activeElement === document.body || !document.activeElement?.checkVisibility();
    if (this.arrived && lost) this.main.focus({ preventScroll: true });
    this.arrived = true;
  }
}

function home(): HTMLElement {
  return el("a", { href: "#/" }, "To the start");
}
