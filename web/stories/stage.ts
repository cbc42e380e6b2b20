// The stage: shows one story at a time, with the bar of all of them above, and goes on by keys, touch, mouse or itself.
import { motionButton, moves } from "../app/motion";
import { formatRoute } from "../app/router";
import type { Year } from "../app/model";
import { el, svg } from "../charts/dom";
import { switchTheme } from "../charts/theme";
import { Autoplay } from "./autoplay";
import { figures } from "./figures";
import { iconButton, relabel } from "../app/icons";
import { keys } from "./keys";
import type { Story, Told } from "./story";
import { touch } from "./touch";
import { lengthClass } from "./words";

export type Cause = "route" | "hand" | "clock";

export interface StageOptions {
  signal: AbortSignal;
  playing: boolean;
  leave(): void;
  shown(story: Story, by: Cause): void;
}

// An empty groove where a picture would be.
function blank(): SVGElement {
  const rings = [40, 70, 100, 130, 160, 190].map((r) =>
    svg("circle", { r, fill: "none", stroke: "var(--hair)", "stroke-width": r === 40 ? 3 : 1.5 }),
  );
  return svg("svg", { class: "blank", viewBox: "-200 -200 400 400", "aria-hidden": "true" }, ...rings);
}

function nothing(story: Story): Told {
  return { kicker: story.name, headline: [story.nothing], picture: el("div", { class: "drawing" }, blank()), tables: [] };
}

export class Stage {
  readonly root: HTMLElement;
  private readonly place = el("div", { class: "place" });
  private readonly said = el("p", { class: "unseen", role: "status" });
  private readonly bar: HTMLElement[];
  private readonly autoplay: Autoplay;
  private readonly sheet = figures();
  private readonly pause = iconButton("pause", "Pause", () => this.toggle());
  private readonly backward = iconButton("back", "Previous story", () => this.turn(-1));
  private readonly forward = iconButton("on", "Next story", () => this.turn(1));
  private readonly table = iconButton("table", "The figures behind this story", () => this.showFigures());
  private at = -1;

  constructor(
    private readonly stories: Story[],
    private readonly year: Year,
    private readonly options: StageOptions,
  ) {
    this.bar = stories.map((s) => this.mark(s));
    this.root = this.build();
    this.autoplay = new Autoplay(this.root, () => this.turn(1, "clock"), options.signal);
    if (options.playing && moves()) this.autoplay.start();
    this.sheet.addEventListener("close", () => this.autoplay.hold(false));
    this.listen();
    this.showControls();
  }

  show(place: number, by: Cause): void {
    if (place === this.at) return;
    const step = place < this.at ? "backward" : "forward";
    this.at = place;
    const story = this.stories[place]!;
    const told = story.has(this.year) ? story.tell(this.year) : nothing(story);
    const article = this.article(story, told);
    this.root.dataset.story = story.id;
    this.root.dataset.step = step;
    this.place.replaceChildren(article);
    this.sheet.replaceChildren();
    this.mend(told);
    this.said.textContent = `Story ${place + 1} of ${this.stories.length}: ${told.kicker}`;
    this.options.shown(story, by);
    this.autoplay.again(place === this.stories.length - 1);
  }

  private turn(by: number, cause: Cause = "hand"): void {
    const place = this.at + by;
    if (place < 0) return;
    if (place < this.stories.length) this.show(place, cause);
    else this.autoplay.stop();
    this.showControls();
  }

  private toggle(): void {
    this.autoplay.toggle();
    this.showControls();
  }

  private showFigures(): void {
    if (this.table.disabled || this.sheet.open) return;
    this.autoplay.hold(true);
    this.sheet.fill(this.stories[this.at]!.tell(this.year));
    this.sheet.showModal();
  }

  private mark(story: Story): HTMLElement {
    const { user_id } = this.year.wrapped;
    const link = el(
      "a",
      { href: formatRoute("users", [user_id, story.id]), title: story.name },
      el("i"),
      el("span", { class: "unseen" }, story.name),
    );
    return el("li", {}, link);
  }

  // The bar and the buttons say where we are.
  private mend(told: Told): void {
    this.bar.forEach((item, i) => {
      item.className = i < this.at ? "past" : i === this.at ? "now" : "";
      if (i === this.at) item.firstElementChild!.setAttribute("aria-current", "step");
      else item.firstElementChild!.removeAttribute("aria-current");
    });
    this.backward.disabled = this.at === 0;
    this.forward.disabled = this.at === this.stories.length - 1;
    this.table.disabled = told.tables.length === 0;
  }

  private showControls(): void {
    const { playing } = this.autoplay;
    relabel(this.pause, playing ? "pause" : "play", playing ? "Pause" : "Play");
  }

  private article(story: Story, told: Told): HTMLElement {
    const id = `story-${story.id}`;
    const text = told.headline.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    return el(
      "article",
      {
        id,
        class: `story s-${story.id}${told.tables.length ? "" : " bare"}`,
        "aria-labelledby": `${id}-title`,
        tabindex: "-1",
      },
      el(
        "div",
        { class: "words" },
        el("p", { class: "kicker" }, told.kicker),
        el("h1", { id: `${id}-title`, class: lengthClass(text) }, ...told.headline),
        el("div", { class: "after" }, ...(told.words ?? [])),
      ),
      el("div", { class: "picture" }, told.picture),
    );
  }

  private build(): HTMLElement {
    const { profile, wrapped } = this.year;
    const who = el("p", { class: "who" }, el("b", {}, profile.name), el("span", {}, String(wrapped.year)));
    const theme = iconButton("theme", "Switch between light and dark", switchTheme);
    const close = iconButton("close", "Close the stories", () => this.options.leave());
    return el(
      "section",
      { class: "stage", "aria-label": `${profile.name}’s ${wrapped.year}` },
      el(
        "header",
        { class: "rail" },
        el("nav", { "aria-label": "Stories" }, el("ol", {}, ...this.bar)),
        el(
          "div",
          { class: "row" },
          who,
          el("div", { class: "tools" }, this.pause, this.table, motionButton(this.options.signal), theme, close),
        ),
      ),
      this.place,
      el("div", { class: "turns" }, this.backward, this.forward),
      this.said,
      this.sheet,
    );
  }

  private listen(): void {
    const { signal } = this.options;
    const last = this.stories.length - 1;
    keys(
      {
        back: () => this.turn(-1),
        on: () => this.turn(1),
        first: () => this.show(0, "hand"),
        last: () => this.show(last, "hand"),
        pause: () => this.toggle(),
        figures: () => this.showFigures(),
        leave: () => this.options.leave(),
      },
      signal,
    );
    touch(
      this.place,
      { back: () => this.turn(-1), on: () => this.turn(1), hold: (held) => this.autoplay.hold(held) },
      signal,
    );
  }
}
