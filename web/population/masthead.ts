// Who is shown: the group in words, in dots and in its first figures.
import { el } from "../charts/dom";
import { big } from "../charts/format";
import { count } from "../stories/words";
import { crowd } from "./crowd";
import type { Population, Scene } from "./data";

const kFew = 20;  // users; below, single habits show

function figure(words: string, value: number | null, ghost: string | null): HTMLElement {
  const [digits, word] = value === null ? ["–", ""] : big(value);
  return el(
    "div",
    {},
    el("dt", {}, words),
    el("dd", {}, digits, word ? el("small", {}, ` ${word}`) : null),
    ghost ? el("dd", { class: "ghost" }, ghost) : null,
  );
}

function each({ minutes, listeners }: Population): number | null {
  return listeners > 0 ? Math.floor(minutes / listeners) : null;
}

function beside({ filtered }: Scene, value: number | null): string | null {
  return filtered && value !== null ? `everyone ${count(value)}` : null;
}

function figures(scene: Scene): HTMLElement {
  const { group, everyone } = scene;
  return el(
    "dl",
    { class: "numbers" },
    figure("minutes heard", group.minutes, null),
    figure("streams", group.streams, null),
    figure("minutes a listener, on average", each(group), beside(scene, each(everyone))),
    figure("minutes of the median listener", group.listening.median, beside(scene, everyone.listening.median)),
    figure("days, the median longest streak", group.streaks.median, beside(scene, everyone.streaks.median)),
  );
}

export function masthead(scene: Scene, title: string, jumps: HTMLElement | null): HTMLElement {
  const { users } = scene.group;
  const few = scene.filtered && users < kFew ? "So few that single habits show." : "";
  const silent = scene.group.listeners === 0 ? "Nothing was heard in the window." : "";
  return el(
    "header",
    { class: "masthead" },
    el(
      "div",
      { class: "group" },
      el("p", { class: "topic" }, scene.filtered ? "A part of the population" : "The population"),
      el("h1", {}, title),
      silent || few ? el("p", { class: "few" }, silent || few) : null,
    ),
    crowd(scene),
    figures(scene),
    jumps,
  );
}
