// Where the group lives, and the cities whose sound it plays.
import { el } from "../charts/dom";
import { table } from "../charts/table";
import { count, counted, country } from "../stories/words";
import type { City, Scene } from "./data";
import { leaf, plate } from "./leaf";
import { worldMap } from "./world_map";

const kRows = 8;

export function soundTowns(cities: City[]): City[] {
  return cities
    .filter((c) => c.sound_town_of > 0)
    .sort((a, b) => b.sound_town_of - a.sound_town_of || b.users - a.users);
}

function list(title: string, cities: City[], amount: (c: City) => number): HTMLElement {
  const most = Math.max(1, ...cities.map(amount));
  const rows = cities
    .slice(0, kRows)
    .map((c) =>
      el(
        "li",
        {},
        el("span", { class: "names" }, el("b", {}, c.city), el("span", { class: "about" }, country(c.country))),
        el(
          "span",
          { class: "length", "aria-hidden": "true" },
          el("i", { style: `width: ${((amount(c) / most) * 100).toFixed(1)}%` }),
        ),
        el("span", { class: "amount" }, count(amount(c))),
      ),
    );
  return el("div", {}, el("h3", {}, title), el("ol", { class: "towns" }, ...rows));
}

function swatches(): HTMLElement {
  const item = (kind: string, words: string) => el("li", {}, el("i", { class: kind, "aria-hidden": "true" }), words);
  return el("ul", { class: "key" }, item("disc", "lives there"), item("ring", "has it as Sound Town"));
}

function figures(cities: City[]): HTMLElement {
  const rows = cities.map((c) => [`${c.city}, ${country(c.country)}`, count(c.users), count(c.sound_town_of)]);
  return table("cities", ["city", "live there", "have it as Sound Town"], rows);
}

export function cities(scene: Scene): HTMLElement {
  const all = scene.group.cities;
  const towns = soundTowns(all);
  const homes = all.filter((c) => c.users > 0);
  const first = towns[0];
  const headline = first
    ? `${counted(first.sound_town_of, "listener sounds", "listeners sound")} like ${first.city}.`
    : "No Sound Town here.";
  const words =
    "A Sound Town is the city whose listeners over-play the same top artists. " +
    `${homes[0] ? `The most live in ${homes[0].city}: ${count(homes[0].users)} of ${count(scene.group.users)}.` : ""}`;
  const picture = "A map of the world with discs where listeners live and rings at their Sound Towns.";
  return leaf(
    "cities",
    "town",
    "Cities",
    [headline],
    [words],
    plate({ key: swatches(), look: "world", describe: `${picture} ${headline} ${words}`, draw: (width) => worldMap(all, width), table: figures(all) }),
    el(
      "div",
      { class: "pair" },
      list("Sound Towns", towns, (c) => c.sound_town_of),
      list("Where they live", homes, (c) => c.users),
    ),
  );
}
