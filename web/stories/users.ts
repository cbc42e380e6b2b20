// The view "users": one listener's year as a run of stories. "#/users/12/clock" opens one of them.
import { empty } from "../app/states";
import type { Year } from "../app/model";
import { formatRoute, type Route } from "../app/router";
import type { Context, View } from "../app/view";
import { el } from "../charts/dom";
import { Stage } from "./stage";
import { kStories } from "./stories";
import "./palette.css";
import "./stage.css";
import "./stories.css";

function back(): HTMLElement {
  return el("a", { href: "#/" }, "Back to the start");
}

function silent({ profile, wrapped }: Year): HTMLElement {
  return empty(
    "A silent year",
    `${profile.name} played nothing in ${wrapped.year} that counts: no song for thirty seconds. `,
    back(),
  );
}

// The place of the story that the address names; the first without a name; -1 for one that does not exist.
export function placeOf(route: Route): number {
  const id = route.parts[1];
  return id === undefined ? 0 : kStories.findIndex((s) => s.id === id);
}

export const users: View = {
  name: "users",
  label: "",
  immersive: true,
  async render(root, context: Context) {
    const { api, route, signal, go, title } = context;
    const id = Number(route.parts[0]);
    if (!/^\d{1,15}$/.test(route.parts[0] ?? ""))
      return void root.append(empty("No such listener", "A listener has a number. ", back()));
    const year = await api.year(id, signal);
    const name = year.profile.name;
    title(name);
    if (year.wrapped.streams === 0) return void root.append(silent(year));
    const lost = `There is no story “${route.parts[1]}”. `;
    if (placeOf(route) < 0) return void root.append(empty("No such story", lost, back()));
    const stage = new Stage(kStories, year, {
      signal,
      playing: route.parts[1] === undefined,
      leave: () => go("#/"),
      shown: (story, by) => {
        title(`${story.name} – ${name}’s ${year.wrapped.year}`);
        if (by !== "route") go(formatRoute("users", [id, story.id]), by === "clock");
      },
    });
    root.append(stage.root);
    const show = (next: Route) => {
      const place = placeOf(next);
      if (Number(next.parts[0]) !== id || place < 0) return false;
      stage.show(place, "route");
      return true;
    };
    show(route);
    return show;
  },
};
