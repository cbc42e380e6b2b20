// The club one belongs to: its badge, with the moods of the year as a ring.
import type { Year } from "../app/model";
import { el, svg } from "../charts/dom";
import { arc } from "../charts/polar";
import { table } from "../charts/table";
import { moodSign } from "./mood_sign";
import { picture } from "./picture";
import type { Story } from "./story";
import { count, figure, line, percentOf } from "./words";

const kMoods: Record<string, string> = {
  "Quiet Hours Club": "tender",
  "Full Volume Club": "fierce",
  "Rainy Window Club": "melancholic",
  "Dance Floor Club": "party",
  "Sunny Side Club": "cheerful",
  "Easy Ride Club": "easy",
};

const kRoles: Record<string, string> = {
  Leader: "nobody plays more of its mood",
  Scout: "you bring the new releases",
  Curator: "you collect and put in order",
  Archivist: "you keep the old ones alive",
  Regular: "you are simply always there",
};

const kCharacters: Record<string, string> = {
  Vampire: "emotional music",
  Luminary: "upbeat music",
  Cyclops: "one genre above all",
  Mastermind: "many genres at once",
  Alchemist: "playlists made by hand",
  Collector: "your own playlists",
  Roboticist: "what the service picked",
  "Time Traveler": "songs again and again",
  Shapeshifter: "from artist to artist",
  Hunter: "skipping till it is right",
  Hypnotist: "albums from end to end",
  Fanatic: "one artist above all",
};

function tint(place: number): string {
  return place === 0
    ? "var(--accent)"
    : `color-mix(in srgb, var(--ink) ${[0, 88, 70, 52, 38, 26][place]}%, var(--field))`;
}

function ring({ wrapped }: Year): SVGElement[] {
  const all = wrapped.moods.reduce((sum, m) => sum + m.streams, 0) || 1;
  let from = 0;
  return wrapped.moods.map((m, i) => {
    const to = from + (m.streams / all) * 24;
    const path = svg("path", {
      d: arcOf(from + 0.07, Math.max(from + 0.1, to - 0.07)),
      fill: "none",
      stroke: tint(i),
      "stroke-width": 26,
    });
    from = to;
    return path;
  });
}

// An arc of more than half the dial needs two steps.
function arcOf(a: number, b: number): string {
  const middle = (a + b) / 2;
  return `${arc(151, a, middle)}${arc(151, middle, b).replace(/^M[-\d.]+ [-\d.]+/, "")}`;
}

function badge(year: Year): Element {
  const { name, role } = year.wrapped.club!;
  const words = `${name} · ${role} · ${year.wrapped.year} · `.toUpperCase();
  const box = svg("svg", { viewBox: "-236 -236 472 472", width: "100%", height: "100%" });
  const text = svg(
    "text",
    { class: "ring-words", textLength: 2 * Math.PI * 194, lengthAdjust: "spacing" },
    svg("textPath", { href: "#badge-ring", textLength: 2 * Math.PI * 194 - 4, lengthAdjust: "spacing" }, words),
  );
  box.append(
    svg("circle", { r: 230, fill: "none", stroke: "var(--ink)", "stroke-width": 2.5 }),
    svg("path", { id: "badge-ring", d: "M0 -194A194 194 0 1 1 -0.01 -194", fill: "none" }),
    svg("g", { class: "turning" }, text),
    ...ring(year),
    svg("circle", { r: 128, fill: "var(--ink)" }),
    svg("g", { style: "color:var(--field)" }, moodSign(kMoods[name] ?? "tender", 0.92)),
  );
  return box;
}

function moods({ wrapped }: Year): HTMLElement {
  const all = wrapped.moods.reduce((sum, m) => sum + m.streams, 0) || 1;
  const items = wrapped.moods.map((m, i) =>
    el(
      "li",
      {},
      el("i", { style: `background:${tint(i)}`, "aria-hidden": "true" }),
      `${m.mood} ${percentOf(m.streams / all)}`,
    ),
  );
  return el("ul", { class: "moods" }, ...items);
}

export const club: Story = {
  id: "club",
  name: "Club",
  has: ({ wrapped }) => wrapped.club !== null,
  nothing: "A club takes thirty songs and five artists.",
  tell(year) {
    const { wrapped, more } = year;
    const { name, role } = wrapped.club!;
    const share = more.club
      ? line("Among ", count(more.club.users), ` members, ${percentOf(more.club.share)} of those with a Wrapped.`)
      : null;
    const all = wrapped.moods.reduce((sum, m) => sum + m.streams, 0) || 1;
    const shares = wrapped.moods.map((m) => `${m.mood} ${percentOf(m.streams / all)}`);
    const character = wrapped.character;
    return {
      kicker: "Your club",
      headline: [figure("club", name)],
      words: [
        line("You are its ", figure("club_role", role, "strong"), kRoles[role] ? `: ${kRoles[role]}.` : "."),
        character
          ? line(
              `Your character of the year: `,
              figure("character", character, "strong"),
              kCharacters[character] ? `, for ${kCharacters[character]}.` : ".",
            )
          : null,
        share,
        moods(year),
      ],
      picture: picture(
        () => badge(year),
        `The badge of the ${name}; around it the moods of your year: ${shares.join(", ")}.`,
      ),
      tables: [
        table(
          "Plays by mood",
          ["mood", "plays", "share"],
          wrapped.moods.map((m) => [m.mood, count(m.streams), percentOf(m.streams / all)]),
        ),
      ],
    };
  },
};
