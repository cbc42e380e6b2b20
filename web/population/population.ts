// The view "population": everybody, or those whom the filters leave beside everybody. Filters stand in the address.
import { formatRoute, type Route } from "../app/router";
import { empty, failed } from "../app/states";
import type { Context, View } from "../app/view";
import { el } from "../charts/dom";
import { onceDrawn } from "../charts/responsive";
import type { FeedFacts } from "../app/model";
import "../stories/palette.css";
import { Populations, type Scene } from "./data";
import { filterBar } from "./filter_bar";
import { groupWords, isFiltered, readFilters, writeFilters, type Choices, type Filters } from "./filters";
import { heard } from "./heard";
import { jump, jumps } from "./jumps";
import { masthead } from "./masthead";
import "./population.css";
import { sections } from "./sections";

function nobody(clear: () => void): HTMLElement {
  const button = el("button", { type: "button", class: "chip strong" }, "Show everyone");
  button.addEventListener("click", clear);
  const state = empty("Nobody like that", "No listener of this feed fits all the filters.");
  state.append(el("p", { class: "ways" }, button));
  return state;
}

// A new content never makes the page shorter before it is drawn, so that one stays where one was reading.
function replace(place: HTMLElement, ...content: Node[]): void {
  place.style.minHeight = `${place.offsetHeight}px`;
  place.replaceChildren(...content);
  onceDrawn(() => (place.style.minHeight = ""));
}

export const population: View = {
  name: "population",
  label: "Population",
  async render(root, context) {
    const { api, signal } = context;
    const [choices, facts] = await Promise.all([api.get<Choices>("filters", {}, signal), api.feed(signal)]);
    const page = new Page(root, context, choices, facts);
    await page.first();
    return (route) => page.take(route);
  },
};

class Page {
  private readonly populations;
  private readonly bar;
  private readonly place = el("div", { class: "shown" });
  private route: Route;
  private turn = 0;  // of the last question: an answer to an older one is dropped
  private shown = "";  // the filters of what stands there

  constructor(
    root: HTMLElement,
    private readonly context: Context,
    private readonly choices: Choices,
    private readonly facts: FeedFacts,
  ) {
    this.route = context.route;
    this.populations = new Populations(context.api, context.signal);
    this.bar = filterBar(choices, (filters) => this.go(filters));
    root.append(this.bar.root, this.place);
    this.followHeader(root);
  }

  // The bar sticks below the page's header, however high that is.
  private followHeader(root: HTMLElement): void {
    const header = document.querySelector<HTMLElement>(".site");
    if (!header) return;
    const watch = new ResizeObserver(() => root.style.setProperty("--below-header", `${header.offsetHeight}px`));
    watch.observe(header);
    this.context.signal.addEventListener("abort", () => watch.disconnect());
  }

  // Errors of the first answer are the frame's to show, unless a filter is to blame.
  async first(): Promise<void> {
    await this.populations.of({});
    await this.load();
    onceDrawn(() => jump(this.place, this.route));
  }

  take(route: Route): boolean {
    this.route = route;
    if (this.shown === JSON.stringify(readFilters(route.query))) jump(this.place, route);
    else void this.load();
    return true;
  }

  private go(filters: Filters): void {
    this.context.go(formatRoute("population", [], writeFilters(this.route.query, filters)), true);
  }

  private async load(): Promise<void> {
    const filters = readFilters(this.route.query);
    const turn = ++this.turn;
    this.shown = "";
    this.bar.set(filters);
    this.place.setAttribute("aria-busy", "true");
    try {
      const [everyone, group] = await Promise.all([this.populations.of({}), this.populations.of(filters)]);
      if (turn === this.turn)
        this.show({ group, everyone, filtered: isFiltered(filters), ...heard(this.facts) }, filters);
    } catch (error) {
      if (this.context.signal.aborted || turn !== this.turn) return;
      this.bar.unsay();
      replace(
        this.place,
        failed(error, () => void this.load()),
      );
    }
    if (turn === this.turn) this.place.removeAttribute("aria-busy");
  }

  private show(scene: Scene, filters: Filters): void {
    const title = groupWords(scene.group.users, filters, this.choices);
    this.context.title(scene.filtered ? title : "Population");
    this.bar.say(scene.group.users, scene.everyone.users);
    this.shown = JSON.stringify(filters);
    if (scene.group.users === 0)
      return replace(
        this.place,
        nobody(() => this.go({})),
      );
    const leaves = sections(scene);
    replace(this.place, masthead(scene, title, jumps(leaves, this.route)), ...leaves);
  }
}
