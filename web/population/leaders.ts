// The ten that were streamed most: how their order came about, month by month, and a row each.
import { formatRoute } from "../app/router";
import { el } from "../charts/dom";
import { number } from "../charts/format";
import { responsive } from "../charts/responsive";
import { table } from "../charts/table";
import { count, shortMonth } from "../stories/words";
import { bump } from "./bump";
import { timesWords } from "./compare";
import type { Leader, Scene } from "./data";
import { growthPeriods, lift, rise } from "./growth";
import { behind, leaf } from "./leaf";
import { sparkline } from "./sparkline";

export interface Ranked {
  id: string;
  leader: Leader;
  title: string;
  about: string;  // beside the title, quieter
}

// The group's leader beside everyone: by how much more it is streamed or, where that is not told, by its place there.
function beside(scene: Scene, ranked: Ranked, everyone: string[]): string {
  if (!scene.filtered) return "";
  const more = timesWords(lift(scene, ranked.leader));
  if (more) return `${more} everyone`;
  const place = everyone.indexOf(ranked.id) + 1;
  return place > 0 ? `everyone’s no. ${place}` : "";
}

function fans(leader: Leader): HTMLElement | null {
  if (!leader.fans?.length) return null;
  const first = leader.fans[0]!;
  return el(
    "span",
    { class: "fans" },
    `${count(first.streams)} by `,
    el("a", { href: formatRoute("users", [first.user_id]) }, first.name),
  );
}

function row(scene: Scene, ranked: Ranked, place: number, everyone: string[]): HTMLElement {
  const { leader, title, about } = ranked;
  const more = beside(scene, ranked, everyone);
  return el(
    "li",
    { "data-place": String(place) },
    el("span", { class: "rank" }, String(place)),
    el("span", { class: "names" }, el("b", {}, title), el("span", { class: "about" }, about), fans(leader)),
    sparkline(leader.months),
    el(
      "span",
      { class: "streams" },
      el("b", {}, count(leader.streams)),
      el("span", { class: "rise", title: growthPeriods(scene) }, rise(scene, leader)),
      more ? el("span", { class: "lift", title: "share of streams, against everyone" }, more) : null,
    ),
  );
}

function heads({ grows }: Scene): HTMLElement {
  const head = (words: string) => el("span", {}, words);
  return el(
    "div",
    { class: "heads", "aria-hidden": "true" },
    head(""),
    head(""),
    head("by month"),
    head(grows ? "streams, growth" : "streams"),
  );
}

function figures(scene: Scene, ranked: Ranked[], what: string, everyone: string[]): HTMLElement {
  const months = scene.months.map((m) => shortMonth(m));
  const rows = ranked.map((r, i) => [
    `${i + 1}. ${r.title}`,
    count(r.leader.streams),
    ...r.leader.months.map(number),
    ...(scene.grows ? [rise(scene, r.leader)] : []),
    ...(scene.filtered ? [beside(scene, r, everyone) || "–"] : []),
  ]);
  const more = [...(scene.grows ? ["growth"] : []), ...(scene.filtered ? ["beside everyone"] : [])];
  return table(`${what}: streams by month`, [what, "streams", ...months, ...more], rows);
}

// The rows and the picture beside them share one height a row, so that each line ends at its name.
export function leaders(
  id: string,
  story: string,
  topic: string,
  scene: Scene,
  ranked: Ranked[],
  everyone: string[],
  headline: string,
  words: string,
): HTMLElement {
  if (ranked.length === 0) return leaf(id, story, topic, ["Nothing was streamed."], []);
  const list = el("ol", { class: "leaders" }, ...ranked.map((r, i) => row(scene, r, i + 1, everyone)));
  const { title, leader } = ranked[0]!;
  const about =
    "Lines of ranks by the streams of each month. " +
    `All together ${title} leads with ${count(leader.streams)} streams.`;
  const months = scene.months.map(shortMonth);
  const race = responsive(
    (width) =>
      bump(
        ranked.map((r) => r.leader.months),
        months,
        width,
      ),
    about,
  );
  race.classList.add("ranks");
  const part = leaf(
    id,
    story,
    topic,
    [headline],
    [words],
    el("div", { class: "contest" }, race, el("div", {}, heads(scene), list)),
    behind(figures(scene, ranked, topic.toLowerCase(), everyone)),
  );
  pointOut(part);
  return part;
}

// A row under the pointer or the keyboard lights its line.
function pointOut(part: HTMLElement): void {
  const light = (event: Event) => {
    const place = (event.target as Element).closest?.("[data-place]")?.getAttribute("data-place");
    for (const line of part.querySelectorAll("[data-place]"))
      line.classList.toggle("lit", line.getAttribute("data-place") === place);
  };
  for (const kind of ["pointerover", "focusin"]) part.addEventListener(kind, light);
}
