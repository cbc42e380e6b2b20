// The search box: a combobox over listeners by name, user name or id. Enter opens the first, arrows pick another.
import { el } from "../charts/dom";
import type { Api } from "./api";
import type { Found } from "./model";
import { formatRoute } from "./router";

const kPatience = 120;  // ms after the last key before the server is asked
const kShown = 8;

let boxes = 0;

function option(user: Found, id: string): HTMLElement {
  const where = [user.city, user.country].filter(Boolean).join(", ");
  return el(
    "li",
    { id, role: "option", "aria-selected": "false", "data-user": String(user.user_id) },
    el("b", {}, user.name),
    el("span", {}, `#${user.user_id}${where ? ` · ${where}` : ""}`),
  );
}

class SearchBox {
  readonly root: HTMLElement;
  private readonly id = `search-${++boxes}`;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly none = el("p", { class: "none", hidden: "" });
  private readonly said = el("p", { class: "unseen", role: "status" });
  private asked = new AbortController();
  private timer = 0;
  private chosen = -1;

  constructor(
    private readonly api: Api,
    private readonly go: (hash: string) => void,
    label: string,
  ) {
    this.input = el("input", {
      type: "search",
      id: this.id,
      placeholder: "Name or number",
      autocomplete: "off",
      spellcheck: "false",
      role: "combobox",
      "aria-label": label,
      "aria-expanded": "false",
      "aria-controls": `${this.id}-list`,
      "aria-autocomplete": "list",
    });
    this.list = el("ul", { id: `${this.id}-list`, role: "listbox", "aria-label": "Listeners found", hidden: "" });
    this.root = el("div", { class: "search" }, this.input, this.list, this.none, this.said);
    this.listen();
  }

  private listen(): void {
    this.input.addEventListener("input", () => this.askSoon());
    this.input.addEventListener("keydown", (event) => void this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());  // the box keeps the focus
    this.list.addEventListener("click", (event) => {
      this.open((event.target as Element).closest<HTMLElement>("[data-user]")?.dataset.user);
    });
  }

  private async press(event: KeyboardEvent): Promise<void> {
    if (event.key === "Escape") return this.close();
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "ArrowDown") return this.choose(this.chosen + 1);
    if (event.key === "ArrowUp") return this.choose(this.chosen < 0 ? -1 : this.chosen - 1);
    clearTimeout(this.timer);
    if (this.chosen < 0) await this.ask();
    this.open(this.options()[Math.max(this.chosen, 0)]?.dataset.user);
  }

  private options(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }

  private choose(index: number): void {
    const all = this.options();
    if (all.length === 0) return;
    this.chosen = (index + all.length) % all.length;
    all.forEach((o, i) => o.setAttribute("aria-selected", String(i === this.chosen)));
    this.input.setAttribute("aria-activedescendant", all[this.chosen]!.id);
    all[this.chosen]!.scrollIntoView({ block: "nearest" });
  }

  private close(): void {
    this.list.hidden = this.none.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.chosen = -1;
  }

  private open(user: string | undefined): void {
    if (user === undefined || this.list.hidden) return;
    this.input.value = "";
    this.input.blur();
    this.go(formatRoute("users", [user]));
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), kPatience) as unknown as number;
  }

  private async ask(): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const text = this.input.value.trim();
    if (!text) return this.close();  // the API takes it for everybody
    try {
      const found = await this.api.search(text, kShown, signal);
      if (!signal.aborted) this.show(found, `Nobody here is called “${text}”.`);
    } catch {
      if (!signal.aborted) this.show([], "The search got no answer.");
    }
  }

  private show(found: Found[], otherwise: string): void {
    this.close();
    this.list.replaceChildren(...found.map((user, i) => option(user, `${this.id}-${i}`)));
    this.list.hidden = found.length === 0;
    this.none.hidden = found.length > 0;
    this.none.textContent = otherwise;
    this.said.textContent = found.length ? `${found.length} found` : otherwise;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
  }
}

export function searchBox(api: Api, go: (hash: string) => void, label = "Find a listener"): HTMLElement {
  return new SearchBox(api, go, label).root;
}
