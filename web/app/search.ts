// The search box: a combobox over listeners by name, user name or id. Enter opens the first, arrows pick another.
import { el } from "../charts/dom";
import type { Api } from "./api";
import type { Found } from "./model";
import { formatRoute } from "./router";

const kPatience = 120;  // ms after the last key before the server is asked

let boxes = 0;

function option(user: Found, id: string): HTMLElement {
  const where = [user.city, user.country].filter(Boolean).join(", ");
  return el("li", { id, role: "option", "aria-selected": "false", "data-user": String(user.user_id) },
    el("b", {}, user.name), el("span", {}, `#${user.user_id}${where ? ` · ${where}` : ""}`));
}

export function searchBox(api: Api, go: (hash: string) => void, label = "Find a listener"): HTMLElement {
  const id = `search-${++boxes}`;
  const input = el("input", {
    type: "search", id, placeholder: "Name or number", autocomplete: "off", spellcheck: "false", role: "combobox",
    "aria-label": label, "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
  });
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": "Listeners found", hidden: "" });
  const said = el("p", { class: "unseen", role: "status" });
  const none = el("p", { class: "none", hidden: "" });
  const box = el("div", { class: "search" }, input, list, none, said);
  let asked: AbortController | undefined;
  let timer = 0;
  let chosen = -1;

  const options = () => [...list.children] as HTMLElement[];
  const close = () => {
    list.hidden = none.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    chosen = -1;
  };
  const pick = (index: number) => {
    const all = options();
    if (all.length === 0) return;
    chosen = (index + all.length) % all.length;
    all.forEach((o, i) => o.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", all[chosen]!.id);
    all[chosen]!.scrollIntoView({ block: "nearest" });
  };
  const open = (user: string) => {
    close();
    input.value = "";
    input.blur();
    go(formatRoute("users", [user]));
  };
  const show = (found: Found[]) => {
    list.replaceChildren(...found.map((user, i) => option(user, `${id}-${i}`)));
    list.hidden = found.length === 0;
    none.hidden = found.length > 0;
    none.textContent = `Nobody here is called “${input.value.trim()}”.`;
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent = found.length ? `${found.length} found` : none.textContent;
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    asked?.abort();
    if (!input.value.trim()) return close();  // the API takes it for everybody
    asked = new AbortController();
    const { signal } = asked;
    try {
      const found = await api.search(input.value.trim(), 8, signal);
      if (!signal.aborted) show(found);
    } catch (error) {
      if (signal.aborted) return;
      show([]);
      none.textContent = said.textContent = "The search got no answer.";
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, kPatience) as unknown as number;
  });
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      pick(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (chosen < 0) await ask();
      const user = options()[Math.max(chosen, 0)]?.dataset.user;
      if (user && !list.hidden) open(user);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());  // the box keeps the focus
  list.addEventListener("click", (event) => {
    const user = (event.target as Element).closest<HTMLElement>("[data-user]")?.dataset.user;
    if (user) open(user);
  });
  input.addEventListener("blur", close);
  return box;
}
