// The Audio Day: the mood of morning, midday, evening and night, hung on the arc that the sun takes.
import type { Year } from "../app/model";
import { svg } from "../charts/dom";
import { table } from "../charts/table";
import { moodSign } from "./mood_sign";
import { picture } from "./picture";
import type { Story } from "./story";
import { count, line } from "./words";

const kParts = ["morning", "midday", "evening", "night"];
const kHours: Record<string, string> = {
  morning: "5–11 h", midday: "12–16 h", evening: "17–21 h", night: "22–4 h",
};

type Part = Year["wrapped"]["audio_day"][number];

interface Spot {
  x: number;
  y: number;
}

function isWide(width: number): boolean {
  return width > 540;
}

// Beside each other on a wide place, one below the other on a narrow one; both follow an arc.
function spots(width: number, height: number, radius: number): Spot[] {
  const wide = isWide(width);
  return kParts.map((_, i) => {
    const t = (i + 0.5) / 4;
    const bow = Math.sin(Math.PI * t);
    if (wide) return { x: width * t, y: height * 0.74 - bow * height * 0.52 };
    return { x: radius + (width * 0.42 - radius) * bow * 0.55, y: height * t };
  });
}

function arc(all: Spot[]): string {
  const [a, b, c, d] = all as [Spot, Spot, Spot, Spot];
  return (
    `M${a.x} ${a.y}C${a.x + (b.x - a.x) * 0.5} ${a.y + (b.y - a.y) * 0.75} ` +
    `${b.x - (c.x - b.x) * 0.2} ${b.y - (c.y - b.y) * 0.2} ${(b.x + c.x) / 2} ${(b.y + c.y) / 2}` +
    `S${d.x - (d.x - c.x) * 0.5} ${d.y - (d.y - c.y) * 0.75} ${d.x} ${d.y}`
  );
}

function names(part: Part, spot: Spot, radius: number, wide: boolean): SVGElement[] {
  const [x, anchor] = wide ? [spot.x, "middle"] : [spot.x + radius + 20, "start"];
  const y = wide ? spot.y + radius + 34 : spot.y - 16;
  return [
    svg("text", { x, y, "text-anchor": anchor, class: "part" }, `${part.part}, ${kHours[part.part] ?? ""}`),
    svg(
      "text",
      {
        x,
        y: y + (wide ? 40 : 30),
        "text-anchor": anchor,
        class: "mood",
        "font-size": wide ? 38 : 30,
        "data-figure": `audio_day.${part.part}.mood`,
      },
      part.mood,
    ),
    svg(
      "text",
      { x, y: y + (wide ? 66 : 50), "text-anchor": anchor, class: "part" },
      svg("tspan", { "data-figure": `audio_day.${part.part}.streams` }, count(part.streams)),
      part.streams === 1 ? " play" : " plays",
    ),
  ];
}

function sky(parts: Part[], width: number, height: number): Element {
  const wide = isWide(width);
  const radius = wide ? Math.min(width / 8.6, height / 6) : Math.min(height / 9.5, width / 6);
  const all = spots(width, height, radius);
  const box = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  box.append(
    svg("path", {
      d: arc(all),
      fill: "none",
      stroke: "var(--ink)",
      "stroke-width": 3,
      "stroke-dasharray": "0 10",
      "stroke-linecap": "round",
    }),
  );
  for (const part of parts) {
    const i = kParts.indexOf(part.part);
    const spot = all[i];
    if (!spot) continue;
    const fill = i === 3 ? "var(--ink)" : "var(--accent)";
    const disc = svg(
      "g",
      { transform: `translate(${spot.x} ${spot.y})`, style: "color:var(--field)" },
      svg("circle", { r: radius, fill }),
      moodSign(part.mood, radius / 150),
    );
    box.append(disc, ...names(part, spot, radius, wide));
  }
  return box;
}

function spoken(parts: Part[]): string {
  return `The mood of most plays in each part of the day: ${parts.map((p) => `${p.part} ${p.mood}`).join(", ")}.`;
}

export const day: Story = {
  id: "day",
  name: "Audio Day",
  has: ({ wrapped }) => wrapped.audio_day.length > 0,
  nothing: "No part of the day has found its mood yet.",
  tell({ wrapped }) {
    const parts = [...wrapped.audio_day].sort((a, b) => kParts.indexOf(a.part) - kParts.indexOf(b.part));
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const same = new Set(parts.map((p) => p.mood)).size === 1;
    return {
      kicker: "Your Audio Day",
      headline: same ? [`${first.mood} all day long`] : [`${first.mood} ${first.part}s, ${last.mood} ${last.part}s`],
      words: [
        line(
          `Over the whole year it was mostly ${wrapped.moods
            .slice(0, 2)
            .map((m) => m.mood)
            .join(", then ")}.`,
        ),
      ],
      picture: picture((w, h) => sky(parts, w, h), spoken(parts), "sky"),
      tables: [
        table(
          "The mood of each part of the day",
          ["part", "mood", "plays"],
          parts.map((p) => [p.part, p.mood, count(p.streams)]),
          [1],
        ),
        table(
          "Plays by mood",
          ["mood", "plays"],
          wrapped.moods.map((m) => [m.mood, count(m.streams)]),
        ),
      ],
    };
  },
};
