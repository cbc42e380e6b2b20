// The Sound Town on a globe, with the way there from home.
import * as Plot from "@observablehq/plot";
import { table } from "../charts/table";
import { cut } from "./card_canvas";
import { kLand } from "./land";
import { ground, picture } from "./picture";
import type { Story } from "./story";
import { count, counted, country, figure, line, percentOf } from "./words";

interface Point {
  longitude: number;
  latitude: number;
}

const kLetters = 24;  // of a name on the globe
const kEarth = 6371;  // km, mean radius

// km along the great circle.
export function distance(a: Point, b: Point): number {
  const rad = (v: number) => (v * Math.PI) / 180;
  const [p, q, d] = [rad(a.latitude), rad(b.latitude), rad(b.longitude - a.longitude)];
  const h = Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(d / 2) ** 2;
  return 2 * kEarth * Math.asin(Math.min(1, Math.sqrt(h)));
}

// The point a share t of the way from a to b along the great circle.
export function between(a: Point, b: Point, t: number): Point {
  const rad = (v: number) => (v * Math.PI) / 180;
  const unit = ({ longitude: l, latitude: p }: Point) => [
    Math.cos(rad(p)) * Math.cos(rad(l)),
    Math.cos(rad(p)) * Math.sin(rad(l)),
    Math.sin(rad(p)),
  ];
  const angle = distance(a, b) / kEarth;
  if (angle < 1e-6) return a;
  const [u, v] = [unit(a), unit(b)];
  const [f, g] = [Math.sin((1 - t) * angle), Math.sin(t * angle)];
  const [x, y, z] = u.map((c, i) => f * c + g * v[i]!) as [number, number, number];
  return { longitude: (Math.atan2(y, x) * 180) / Math.PI, latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI };
}

// The town near the middle, home in sight where the earth lets it be.
function globe(town: Point, home: Point, names: [string, string], width: number, height: number): Element {
  const size = Math.min(width, height);
  const way = {
    type: "LineString",
    coordinates: [
      [home.longitude, home.latitude],
      [town.longitude, town.latitude],
    ],
  } as const;
  const at = { x: "longitude", y: "latitude" };
  const near = distance(home, town) < 50;
  const middle = between(town, home, Math.min(0.4, 3000 / Math.max(1, distance(home, town))));
  const label = { ...at, stroke: "var(--field)", strokeWidth: 5, fill: "var(--ink)", fontSize: 15, fontWeight: 650 };
  const below = town.latitude > home.latitude;
  const east = (home.longitude - middle.longitude + 540) % 360 > 180;  // home is named towards the middle
  const [there, here] = names.map((n) => cut(n, kLetters, (t) => [...t].length));
  return Plot.plot({
    ...ground(width, height),
    projection: {
      type: "orthographic",
      rotate: [-middle.longitude, -middle.latitude],
      inset: 3,
      domain: { type: "Sphere" },
    },
    marks: [
      Plot.sphere({ fill: "color-mix(in srgb, var(--accent) 16%, var(--field))" }),
      Plot.graticule({ stroke: "var(--ink)", strokeOpacity: 0.12 }),
      Plot.geo(kLand, { fill: "var(--accent)" }),
      Plot.sphere({ stroke: "var(--ink)", strokeWidth: 1.5 }),
      near
        ? null
        : Plot.geo(way, {
            stroke: "var(--ink)",
            strokeWidth: 3,
            strokeDasharray: "1 7",
            strokeLinecap: "round",
            fill: "none",
          }),
      near
        ? null
        : Plot.dot([home], { ...at, r: size / 70, fill: "var(--field)", stroke: "var(--ink)", strokeWidth: 2.5 }),
      near
        ? null
        : Plot.text([home], {
            ...label,
            dy: below ? 20 : -20,
            dx: east ? 14 : -14,
            textAnchor: east ? "end" : "start",
            text: () => here,
          }),
      Plot.dot([town], { ...at, r: size / 24, fill: "var(--ink)", fillOpacity: 0.25 }),
      Plot.dot([town], { ...at, r: size / 48, fill: "var(--ink)", stroke: "var(--field)", strokeWidth: 2.5 }),
      Plot.text([town], { ...label, dy: (below ? -1 : 1) * (size / 24 + 13), text: () => there }),
    ],
  });
}

export const town: Story = {
  id: "town",
  name: "Sound Town",
  has: ({ wrapped, more }) => wrapped.sound_town !== null && more.sound_town !== null,
  nothing: "No city here listens quite as you do.",
  tell({ wrapped, more, profile }) {
    const { city, country: code, artists, share } = wrapped.sound_town!;
    const place = more.sound_town!;
    const far = Math.round(distance(profile, place));
    const way =
      far < 50 ? "That is where you are at home." : `It lies ${count(far)} km from ${profile.city}, where you live.`;
    const rows = [
      ["City", `${city}, ${country(code)}`],
      ["Of your top artists, over-played there", String(artists)],
      ["Their share of plays there", percentOf(share)],
      ["Listeners there", count(place.users)],
      ["From home", `${count(far)} km`],
    ];
    return {
      kicker: "Your Sound Town",
      headline: [figure("sound_town", city)],
      words: [
        line(
          figure("sound_town_country", country(code), "strong"),
          ". Its ",
          counted(place.users, "listener"),
          place.users === 1 ? " plays " : " play ",
          figure("sound_town_artists", artists),
          " of your top artists more than others do: ",
          figure("sound_town_share", percentOf(share)),
          " of all that is played there.",
        ),
        line(way),
      ],
      picture: picture(
        (w, h) => globe(place, profile, [city, profile.city], w, h),
        `A globe with ${city}, ${country(code)}, and the way there from ${profile.city}, ${count(far)} km.`,
      ),
      tables: [table("Your Sound Town", ["what", "figure"], rows)],
    };
  },
};
