// What the group plays: the twelve genres of most streams, and the six moods, beside everyone.
import { el } from "../charts/dom";
import { percent } from "../charts/format";
import { table } from "../charts/table";
import { count } from "../stories/words";
import { ratio, times } from "./compare";
import type { Scene } from "./data";
import { key } from "./key";
import { behind, leaf } from "./leaf";
import { shareRows, shareWords, type ShareRow } from "./share_rows";

const kWorthSaying = 1.1;  // times as much as everyone

type Counted = { name: string; streams: number }[];

// Shares of all streams; what everyone's list does not hold has no ghost.
export function shareOf(own: Counted, streams: number, everyone: Counted, all: number): ShareRow[] {
  const ghosts = new Map(everyone.map((e) => [e.name, ratio(e.streams, all)]));
  return own.map((o) => ({ name: o.name, share: ratio(o.streams, streams), ghost: ghosts.get(o.name) ?? null }));
}

// The one that is streamed most times as much as by everyone, among those known of everyone.
export function favourite(rows: ShareRow[]): { name: string; times: number } | null {
  const more = rows.map((r) => ({ name: r.name, times: times(r.share, r.ghost ?? 0) ?? 0 })).filter((r) => r.times > 1);
  return more.reduce<{ name: string; times: number } | null>((a, b) => (a && a.times >= b.times ? a : b), null);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function genres({ group, everyone }: Scene): ShareRow[] {
  const named = (all: { genre: string; streams: number }[]) => all.map((g) => ({ name: g.genre, streams: g.streams }));
  return shareOf(named(group.genres), group.streams, named(everyone.genres), everyone.streams);
}

function moods({ group, everyone }: Scene): ShareRow[] {
  const named = (all: { mood: string; streams: number }[]) => all.map((m) => ({ name: m.mood, streams: m.streams }));
  return shareOf(named(group.moods), group.streams, named(everyone.moods), everyone.streams);
}

function part(scene: Scene, title: string, rows: ShareRow[], what: string): HTMLElement {
  const shown = scene.filtered ? rows : rows.map((r) => ({ ...r, ghost: null }));
  return el("div", {}, el("h3", {}, title), shareRows(shown, "slim"), behind(figures(scene, rows, what)));
}

function figures(scene: Scene, rows: ShareRow[], what: string): HTMLElement {
  const cells = rows.map((r) => [
    r.name,
    count(Math.round(r.share * scene.group.streams)),
    percent(r.share),
    ...(scene.filtered ? [r.ghost === null ? "–" : percent(r.ghost)] : []),
  ]);
  return table(what, [what, "streams", "share", ...(scene.filtered ? ["everyone"] : [])], cells);
}

export function taste(scene: Scene): HTMLElement {
  const [heard, felt] = [genres(scene), moods(scene)];
  const first = heard[0];
  if (!first) return leaf("taste", "genres", "Taste", ["Nothing was streamed."], []);
  const mood = scene.filtered ? favourite(felt) : null;
  const words = [
    mood && mood.times >= kWorthSaying ? `${capital(mood.name)} music is played ${mood.times.toFixed(1)} times as much as by everyone.` : "",
    "The twelve genres of most streams and the six moods, as shares of all streams.",
    scene.filtered ? "A genre without a mark is not among everyone’s twelve." : "",
  ]
    .filter(Boolean)
    .join(" ");
  return leaf(
    "taste",
    "genres",
    "Taste",
    [`${capital(first.name)} comes first, with ${shareWords(first.share)} of the streams.`],
    [words],
    el("div", { class: "above" }, el("span", {}, "share of streams"), key(scene)),
    part(scene, "Genres", heard, "genre"),
    part(scene, "Moods", felt, "mood"),
  );
}
