// The keys of the stage: arrows, Home, End, space, T for the figures, Escape.
import { scrollKey } from "./scrolling";

export interface Keys {
  back(): void;
  on(): void;
  first(): void;
  last(): void;
  pause(): void;
  figures(): void;
  leave(): void;
}

const kKeys: Record<string, keyof Keys> = {
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  ArrowRight: "on",
  ArrowDown: "on",
  PageDown: "on",
  Home: "first",
  End: "last",
  " ": "pause",
  t: "figures",
  Escape: "leave",
};

// A key belongs to a control that uses it, and to an open sheet.
function taken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return true;
  if (document.querySelector("dialog[open]")) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, select, textarea")) return true;
  return event.key === " " && target?.closest("button, a, summary") != null;
}

export function keys(place: HTMLElement, act: Keys, signal: AbortSignal): void {
  addEventListener(
    "keydown",
    (event) => {
      const name = kKeys[event.key];
      if (!name || taken(event) || scrollKey(event.key, place)) return;
      event.preventDefault();
      act[name]();
    },
    { signal },
  );
}
