// The six clubs, a bar each by its roles, everybody's share as a mark.
import { el } from "../charts/dom";
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { count } from "../stories/words";
import { ratio } from "./compare";
import type { Population, Scene } from "./data";
import { key } from "./key";
import { behind, leaf } from "./leaf";
import { shareRows } from "./share_rows";

const kRoles = ["Leader", "Scout", "Curator", "Archivist", "Regular"];

export function clubShares({ clubs, eligible }: Population): Map<string, number> {
  return new Map(clubs.map((c) => [c.name, ratio(c.users, eligible)]));
}

function roleKey(): HTMLElement {
  return el(
    "ul",
    { class: "key roles" },
    ...kRoles.map((r) => el("li", {}, el("i", { "data-role": r, "aria-hidden": "true" }), r)),
  );
}

function figures(scene: Scene, ghosts: Map<string, number>): HTMLElement {
  const rows = scene.group.clubs.map((c) => [
    c.name,
    count(c.users),
    percent(ratio(c.users, scene.group.eligible)),
    ...(scene.filtered ? [percent(ghosts.get(c.name) ?? 0)] : []),
    ...kRoles.map((r) => count(c.roles[r] ?? 0)),
  ]);
  return table(
    "clubs and roles",
    ["club", "listeners", "share", ...(scene.filtered ? ["everyone"] : []), ...kRoles],
    rows,
  );
}

export function clubs(scene: Scene): HTMLElement {
  const { group, everyone, filtered } = scene;
  if (group.eligible === 0) return leaf("clubs", "club", "Clubs", ["Nobody here is in a club."], []);
  const ghosts = clubShares(everyone);
  const rows = group.clubs.map((c) => ({
    name: c.name,
    share: ratio(c.users, group.eligible),
    ghost: filtered ? (ghosts.get(c.name) ?? 0) : null,
    parts: kRoles.map((kind) => ({ kind, weight: c.roles[kind] ?? 0 })),
  }));
  const words =
    "Everybody belongs to the club of the mood that they over-play. A role comes from how one listens: " +
    "the devoted lead, scouts find " +
    "new releases, curators fill their library, archivists keep the old music.";
  return leaf(
    "clubs",
    "club",
    "Clubs",
    [`The ${group.clubs[0]!.name} is the largest.`],
    [words],
    el("div", { class: "above" }, roleKey(), key(scene)),
    shareRows(rows),
    behind(figures(scene, ghosts)),
  );
}
