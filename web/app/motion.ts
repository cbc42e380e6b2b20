// Whether things move: the system's wish until the reader chooses otherwise. Styles ask for html[data-motion="full"].
import { iconButton, relabel } from "./icons";

const kKey = "wrapfeed-motion";
const kCalm = "(prefers-reduced-motion: reduce)";

function remembered(): string | null {
  try {
    return localStorage.getItem(kKey);
  } catch {
    return null;
  }
}

function apply(chosen: string | null): void {
  document.documentElement.dataset.motion = chosen ?? (matchMedia(kCalm).matches ? "none" : "full");
}

function choose(motion: string): void {
  apply(motion);
  try {
    localStorage.setItem(kKey, motion);
  } catch {
    return;  // then it holds for this visit
  }
}

export function moves(): boolean {
  return document.documentElement.dataset.motion === "full";
}

export function startMotion(): void {
  apply(remembered());
  matchMedia(kCalm).addEventListener("change", () => apply(remembered()));
}

export function switchMotion(): void {
  choose(moves() ? "none" : "full");
}

// Calls back whenever motion is turned on or off, until the signal aborts.
export function onMotion(act: () => void, signal?: AbortSignal): void {
  const watch = new MutationObserver(act);
  watch.observe(document.documentElement, { attributeFilter: ["data-motion"] });
  signal?.addEventListener("abort", () => watch.disconnect());
}

// The switch, wherever it stands.
export function motionButton(signal?: AbortSignal): HTMLButtonElement {
  const button = iconButton("motion", "", switchMotion);
  const name = () => relabel(button, moves() ? "motion" : "still", moves() ? "Turn motion off" : "Turn motion on");
  onMotion(name, signal);
  name();
  return button;
}
