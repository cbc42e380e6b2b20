// The listening personality: its four letters, each on the axis that gave it.
import type { Axes, Year } from "../app/model";
import { el } from "../charts/dom";
import { table } from "../charts/table";
import type { Story } from "./story";
import { figure, line, percentOf } from "./words";

interface Axis {
  field: keyof Axes;
  low: string;
  high: string;
  less: string;  // what somebody at the low end does
  more: string;
}

const kAxes: Axis[] = [
  {
    field: "exploration",
    low: "Familiar",
    high: "Exploring",
    less: "stay with the artists you love",
    more: "roam from artist to artist",
  },
  {
    field: "newness",
    low: "Timeless",
    high: "New",
    less: "dig where the past lies",
    more: "are there when it comes out",
  },
  {
    field: "variety",
    low: "Loyal",
    high: "Varied",
    less: "play what you love again",
    more: "rarely play the same again",
  },
  {
    field: "uniqueness",
    low: "Common",
    high: "Unique",
    less: "sing along with everybody",
    more: "keep off the beaten track",
  },
];

// Each half of an axis has its letter; the middle belongs to the upper one.
function upper(value: number): boolean {
  return value >= 0.5;
}

function row(axis: Axis, value: number, letter: string): HTMLElement {
  const at = `${(value * 100).toFixed(1)}%`;
  const from = `${Math.min(value, 0.5) * 100}%`;
  const long = `${Math.abs(value - 0.5) * 100}%`;
  const end = (word: string, chosen: boolean) => el("span", chosen ? { class: "chosen" } : {}, word);
  return el(
    "li",
    {},
    el("b", {}, letter),
    el(
      "div",
      { class: "axis" },
      el(
        "div",
        { class: "groove" },
        el("i", { class: "reach", style: `left:${from};width:${long}` }),
        el("i", { class: "bead", style: `left:${at}` }),
      ),
      el("div", { class: "ends" }, end(axis.low, !upper(value)), end(axis.high, upper(value))),
    ),
  );
}

function spoken({ wrapped }: Year): string {
  const told = kAxes.map((a) => {
    const value = wrapped.axes![a.field];
    return `from ${a.low} to ${a.high} at ${percentOf(value)}`;
  });
  return `Four axes, each the share of listeners below you: ${told.join("; ")}.`;
}

function description(axes: Axes): string {
  const does = kAxes.map((a) => (upper(axes[a.field]) ? a.more : a.less));
  return `You ${does.slice(0, -1).join(", ")} and ${does.at(-1)}.`;
}

export const personality: Story = {
  id: "personality",
  name: "Personality",
  has: ({ wrapped }) => wrapped.personality !== null && wrapped.axes !== null,
  nothing: "A personality takes thirty songs and five artists.",
  tell(year) {
    const { wrapped, more } = year;
    const { code, name } = wrapped.personality!;
    const axes = wrapped.axes!;
    const rows = kAxes.map((a, i) => row(a, axes[a.field], code[i]!));
    const list = el("ul", { class: "axes", role: "img", "aria-label": spoken(year) }, ...rows);
    for (const item of rows) item.setAttribute("aria-hidden", "true");
    const figures = kAxes.map((a, i) => [`${a.low} to ${a.high}`, code[i]!, percentOf(axes[a.field])]);
    return {
      kicker: "Your listening personality",
      headline: [figure("personality", name)],
      words: [
        line(
          figure("personality_code", code, "strong"),
          more.personality ? `, as ${percentOf(more.personality.share)} of those with a Wrapped are.` : null,
        ),
        line(description(axes)),
      ],
      picture: list,
      tables: [table("Where you stand: the share of listeners below you", ["axis", "letter", "share"], figures, [1])],
    };
  },
};
