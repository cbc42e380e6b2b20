// The six clubs, a bar each by its roles, everybody's share as a mark.
import { el } from "../charts/dom";
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { count, percentOf } from "../stories/words";
import { ratio } from "./compare";
import type { Population, Scene } from "./data";
import { key } from "./key";
import { behind, leaf } from "./leaf";

export const kRoles = ["Leader", "Scout", "Curator", "Archivist", "Regular"];

type Club = Population["clubs"][number];

export function clubShares({ clubs, eligible }: Population): Map<string, number> {
  return new Map(clubs.map((c) => [c.name, ratio(c.users, eligible)]));
}

function bar(club: Club, most: number, ghost: number | null): HTMLElement {
  const parts = kRoles.filter((r) => club.roles[r]).map((role) =>
    el("i", { "data-role": role, style: `flex-grow: ${club.roles[role]}` }));
  const left = (share: number) => `${((share / most) * 100).toFixed(2)}%`;
  const width = club.users > 0 ? `width: ${left(club.users)}` : "width: 0";
  return el("span", { class: "bar", "aria-hidden": "true" }, el("span", { class: "roles", style: width }, ...parts),
    ghost === null ? null : el("i", { class: "ghost", style: `left: ${left(ghost)}` }));
}

// Bars are as long as their users; `most` users reach the end.
function row(club: Club, scene: Scene, most: number, ghosts: Map<string, number>): HTMLElement {
  const share = ratio(club.users, scene.group.eligible);
  const ghost = scene.filtered ? (ghosts.get(club.name) ?? 0) : null;
  const beside = ghost === null ? "" : `everyone ${percentOf(ghost)}`;
  return el("li", {}, el("b", {}, club.name), bar(club, most, ghost === null ? null : ghost * scene.group.eligible),
    el("span", { class: "amount" }, percentOf(share), beside ? el("small", {}, ` ${beside}`) : null));
}

function roleKey(): HTMLElement {
  return el("ul", { class: "key roles-key" }, ...kRoles.map((r) => el("li", {}, el("i", { "data-role": r, "aria-hidden": "true" }), r)));
}

function figures(scene: Scene, ghosts: Map<string, number>): HTMLElement {
  const rows = scene.group.clubs.map((c) => [c.name, count(c.users), percent(ratio(c.users, scene.group.eligible)),
    ...(scene.filtered ? [percent(ghosts.get(c.name) ?? 0)] : []), ...kRoles.map((r) => count(c.roles[r] ?? 0))]);
  return table("clubs and roles", ["club", "listeners", "share", ...(scene.filtered ? ["everyone"] : []), ...kRoles], rows);
}

export function clubs(scene: Scene): HTMLElement {
  const { group, everyone, filtered } = scene;
  if (group.eligible === 0) return leaf("clubs", "club", "Clubs", ["Nobody here is in a club."], []);
  const ghosts = clubShares(everyone);
  const most = Math.max(...group.clubs.map((c) => Math.max(c.users, filtered ? (ghosts.get(c.name) ?? 0) * group.eligible : 0)));
  const words = "Everybody belongs to the club of the mood that they over-play. A role comes from how one listens: the devoted lead, scouts find " +
    "new releases, curators fill their library, archivists keep the old music.";
  return leaf("clubs", "club", "Clubs", [`The ${group.clubs[0]!.name} is the largest.`], [words],
    el("div", { class: "above" }, roleKey(), key(scene)),
    el("ul", { class: "clubs" }, ...group.clubs.map((c) => row(c, scene, most, ghosts))), behind(figures(scene, ghosts)));
}
