// The stage: shows one story at a time, with the bar of all of them above, and goes on by keys, touch, mouse or itself.
import { motionButton, moves, onMotion } from "../app/motion";
import { formatRoute } from "../app/router";
import type { Year } from "../app/model";
import { el } from "../charts/dom";
import { switchTheme } from "../charts/theme";
import { article } from "./article";
import { Autoplay } from "./autoplay";
import { figures } from "./figures";
import { iconButton, relabel } from "../app/icons";
import { keys } from "./keys";
import { nothing } from "./nothing";
import { scrollStop } from "./scrolling";
import type { Story, Told } from "./story";
import { touch } from "./touch";

export type Cause = "route" | "hand" | "clock";

export interface StageOptions {
  signal: AbortSignal;
  playing: boolean;
  leave(): void;
  shown(story: Story, by: Cause): void;
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
  private readonly scrolling: ResizeObserver;
  private at = -1;

  constructor(
    private readonly stories: Story[],
    private readonly year: Year,
    private readonly options: StageOptions,
  ) {
    this.bar = stories.map((s) => this.mark(s));
    this.root = this.build();
    this.autoplay = new Autoplay(this.root, () => this.turn(1, "clock"), options.signal);
    this.scrolling = scrollStop(options.signal);
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
    this.root.dataset.story = story.id;
    this.root.dataset.step = step;
    this.replace(article(story, told));
    this.sheet.close();  // it may be open when the browser goes back
    this.sheet.replaceChildren();
    this.mend(told);
    this.said.textContent = `Story ${place + 1} of ${this.stories.length}: ${told.kicker}`;
    this.options.shown(story, by);
    this.autoplay.again(place === this.stories.length - 1);
  }

  // Who was in the story before goes on from the new one, not from the page's start.
  private replace(story: HTMLElement): void {
    const focused = this.place.contains(document.activeElement);
    this.scrolling.disconnect();
    this.place.replaceChildren(story);
    this.scrolling.observe(story);
    if (focused) story.focus({ preventScroll: true });
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

  // Without motion nothing goes on by itself, unless one asks for it.
  private still(): void {
    if (moves()) return;
    this.autoplay.stop();
    this.showControls();
  }

  private showFigures(): void {
    if (this.table.ariaDisabled === "true" || this.sheet.open) return;
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
    this.backward.ariaDisabled = String(this.at === 0);  // `disabled` would take the focus from it
    this.forward.ariaDisabled = String(this.at === this.stories.length - 1);
    this.table.ariaDisabled = String(told.tables.length === 0);
  }

  private showControls(): void {
    const { playing } = this.autoplay;
    relabel(this.pause, playing ? "pause" : "play", playing ? "Pause" : "Play");
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
    onMotion(() => this.still(), signal);
    keys(
      this.place,
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
