// From the masthead to the leaves: "#/population/artists?country=DE" opens at one.
import { formatRoute, type Route } from "../app/router";
import { el } from "../charts/dom";

export function jumps(leaves: HTMLElement[], { query }: Route): HTMLElement | null {
  if (leaves.length === 0) return null;
  const links = leaves.map((leaf) =>
    el(
      "li",
      {},
      el("a", { href: formatRoute("population", [leaf.id], query) }, leaf.querySelector(".topic")!.textContent!),
    ),
  );
  return el("nav", { class: "jumps", "aria-label": "Parts of this view" }, el("ul", {}, ...links));
}

export function jump(place: HTMLElement, { parts }: Route): void {
  const leaf = parts[0] ? place.querySelector<HTMLElement>(`.leaf#${CSS.escape(parts[0])}`) : null;
  if (!leaf) return;
  leaf.tabIndex = -1;
  leaf.focus({ preventScroll: true });
  leaf.scrollIntoView();
}
