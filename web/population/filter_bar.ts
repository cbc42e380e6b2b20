// The one filter bar of the view: three menus, how many they leave, a way back to everyone.
import { el } from "../charts/dom";
import { count } from "../stories/words";
import { choiceLabel, isFiltered, kFilters, type Choices, type FilterName, type Filters } from "./filters";

const kAll: Record<FilterName, string> = { country: "All countries", plan: "All plans", age: "All ages" };
const kNames: Record<FilterName, string> = { country: "Country", plan: "Plan", age: "Age" };

export interface FilterBar {
  root: HTMLElement;
  set(filters: Filters): void;
  say(users: number, of: number): void;
  unsay(): void;  // nothing is known of how many there are
}

function menu(name: FilterName, choices: Choices): HTMLSelectElement {
  const options = choices[name].map((c) =>
    el("option", { value: c.value }, `${choiceLabel(name, c)} (${count(c.users)})`),
  );
  return el("select", { name, "aria-label": kNames[name] }, el("option", { value: "" }, kAll[name]), ...options);
}

// A value of the address that no menu has gets an option of its own, so that one sees what is asked.
function choose(select: HTMLSelectElement, value: string): void {
  select.querySelector("option[data-foreign]")?.remove();
  if (value && ![...select.options].some((o) => o.value === value)) {
    select.append(
      el("option", { value, "data-foreign": "" }, choiceLabel(select.name as FilterName, { value, users: 0 })),
    );
  }
  select.value = value;
  select.classList.toggle("chosen", value !== "");
}

export function filterBar(choices: Choices, change: (filters: Filters) => void): FilterBar {
  const menus = kFilters.map((name) => menu(name, choices));
  const said = el("p", { class: "matching", role: "status" });
  const clear = el("button", { type: "button", class: "clear" }, "Clear");
  const read = () => Object.fromEntries(menus.filter((m) => m.value).map((m) => [m.name, m.value])) as Filters;
  for (const select of menus) select.addEventListener("change", () => change(read()));
  clear.addEventListener("click", () => {
    menus[0]!.focus();
    change({});
  });
  const set = (filters: Filters) => {
    for (const select of menus) choose(select, filters[select.name as FilterName] ?? "");
    clear.hidden = !isFiltered(filters);
  };
  const say = (users: number, of: number) => {
    said.replaceChildren(el("b", {}, count(users)), users === of ? " listeners" : ` of ${count(of)} listeners`);
  };
  const boxes = menus.map((m) => el("span", { class: "menu" }, m));
  const fields = el("fieldset", {}, el("legend", { class: "unseen" }, "Show only listeners of"), ...boxes, clear);
  return { root: el("div", { class: "filters" }, fields, said), set, say, unsay: () => said.replaceChildren() };
}
