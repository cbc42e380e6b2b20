// The world in outline: a disc for those who live in a city, a ring for those who sound like it.
import * as Plot from "@observablehq/plot";
import { counted, country } from "../stories/words";
import type { City } from "./data";
import { land } from "./land";
import { ground, kBox, kField, kGroup, kHair, kInk } from "./ink";

function title(c: City): string {
  const lines = [
    `${c.city}, ${country(c.country)}`,
    `${counted(c.users, "listener lives", "listeners live")} here`,
    `Sound Town of ${counted(c.sound_town_of, "listener")}`,
  ];
  return lines.join("\n");
}

// What is shown: no Antarctica.
const kInhabited = {
  type: "MultiPoint" as const,
  coordinates: [
    [-168, 0],
    [190, 0],
    [0, 76],
    [0, -55],
    [-120, 76],
    [150, 76],
    [-70, -55],
    [170, -47],
  ],
};

export function worldMap(cities: City[], width: number): Element {
  const most = Math.max(6, ...cities.flatMap((c) => [c.users, c.sound_town_of]));
  const widest = width < 520 ? 11 : 20;
  const at = { x: "longitude", y: "latitude" } as const;
  const towns = cities.filter((c) => c.sound_town_of > 0);
  const ring = (stroke: string, strokeWidth: number) =>
    Plot.dot(towns, { ...at, r: "sound_town_of", stroke, strokeWidth });
  return Plot.plot({
    ...ground(width, width * 0.5),
    margin: 2,
    marginTop: 2,
    marginBottom: 2,
    projection: { type: "equal-earth", domain: kInhabited, rotate: [-11, 0], clip: "frame" },
    r: { range: [0, widest], domain: [0, most] },
    marks: [
      Plot.geo(land, { fill: kHair, fillOpacity: 0.55 }),
      Plot.dot(
        cities.filter((c) => c.users > 0),
        { ...at, r: "users", fill: kInk, fillOpacity: 0.82, stroke: kField, strokeWidth: 0.75 },
      ),
      ring(kField, 5),  // so that a ring shows upon a disc, too
      ring(kGroup, 2.25),
      Plot.tip(cities, Plot.pointer({ ...at, title, ...kBox })),
    ],
  });
}
