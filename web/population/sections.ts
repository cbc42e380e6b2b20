// What the view shows of a group, in order. Somebody must have heard something for most of it.
import { ages } from "./ages";
import { cities } from "./cities";
import { clubs } from "./clubs";
import type { Scene } from "./data";
import { minutes } from "./minutes";
import { personalities } from "./personalities";
import { rhythm } from "./rhythm";
import { taste } from "./taste";
import { artists, tracks } from "./top";
import { year } from "./year";

const kAll = [rhythm, artists, personalities, year, tracks, taste, ages, clubs, minutes, cities];

export function sections(scene: Scene): HTMLElement[] {
  return scene.group.listeners > 0 ? kAll.map((section) => section(scene)) : [];
}
