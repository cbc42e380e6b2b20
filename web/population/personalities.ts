// The personalities: the map, the type that was chosen on it, and people of that type to read on.
import { el } from "../charts/dom";
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { formatRoute } from "../app/router";
import { count, counted, percentOf } from "../stories/words";
import { codeWords, meanAxes } from "./axes";
import { times } from "./compare";
import type { Personality, Scene } from "./data";
import { behind, leaf } from "./leaf";
import { sliders } from "./sliders";
import { typeMap } from "./type_map";

const kExamples = 6;

export function commonest(personalities: Personality[]): Personality {
  return personalities.reduce((a, b) => (b.users > a.users ? b : a));
}

// The type that the group has most beyond everyone's share, in difference of shares.
export function ownest(group: Personality[], everyone: Personality[]): Personality {
  const off = (p: Personality) => p.share - everyone.find((e) => e.code === p.code)!.share;
  return group.reduce((a, b) => (off(b) > off(a) ? b : a));
}

function examples(scene: Scene, type: Personality): HTMLElement {
  const people = scene.group.people.filter((p) => p.code === type.code).slice(0, kExamples);
  const links = people.map((p) =>
    el("li", {}, el("a", { class: "chip", href: formatRoute("users", [p.user_id]) }, p.name)),
  );
  if (links.length === 0)
    return el("p", {}, type.users > 0 ? "None of them is among those drawn." : "Nobody here is one.");
  return el("ul", { class: "people", "aria-label": `Listeners who are ${type.name}` }, ...links);
}

function panel(scene: Scene, type: Personality): HTMLElement {
  const twin = scene.everyone.personalities.find((e) => e.code === type.code)!;
  const more = times(type.share, twin.share);
  const ghost =
    scene.filtered && more !== null
      ? ` – ${more.toFixed(1)} times as many as among everyone (${percentOf(twin.share)})`
      : "";
  const mean = type.axes ?? meanAxes(scene.group.personalities);
  return el(
    "div",
    { class: "panel", role: "status" },
    el("p", { class: "topic" }, type.code),
    el("h3", {}, type.name),
    el(
      "p",
      {},
      `${codeWords(type.code).join(", ")}. ${counted(type.users, "listener")}, ` +
        `${percentOf(type.share)} of those with a Wrapped${ghost}.`,
    ),
    mean ? sliders(mean, scene.filtered ? meanAxes(scene.everyone.personalities) : null) : null,
    examples(scene, type),
  );
}

function figures({ group, everyone, filtered }: Scene): HTMLElement {
  const rows = group.personalities.map((p, i) => [
    `${p.name} (${p.code})`,
    count(p.users),
    percent(p.share),
    ...(filtered ? [percent(everyone.personalities[i]!.share)] : []),
  ]);
  return table("personalities", ["personality", "listeners", "share", ...(filtered ? ["everyone"] : [])], rows);
}

export function personalities(scene: Scene): HTMLElement {
  const { group, everyone, filtered } = scene;
  if (group.eligible === 0)
    return leaf("personalities", "personality", "Personalities", ["Nobody here has heard enough for one."], []);
  const first = filtered ? ownest(group.personalities, everyone.personalities) : commonest(group.personalities);
  const headline = filtered ? `More often than elsewhere: ${first.name}.` : `The most common is the ${first.name}.`;
  const sampled = group.people.length < group.eligible;
  const words =
    "Sixteen types by four axes. Left to right familiar or exploring, and in each half loyal to tracks or varied; " +
    "top to bottom new or timeless, and in each half unique or common. " +
    `A dot is a listener${sampled ? " of a sample" : ""}; choose a type to meet some.`;
  const place = el("div", { class: "atlas" });
  const show = (code: string) => {
    const type = group.personalities.find((p) => p.code === code) ?? first;
    place.replaceChildren(
      typeMap(scene, type.code, (next) => {
        show(next);
        place.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
      }),
      panel(scene, type),
    );
  };
  show(first.code);
  return leaf("personalities", "personality", "Personalities", [headline], [words], place, behind(figures(scene)));
}
