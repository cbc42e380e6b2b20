// A number that runs up to itself, where things move.
import { moves } from "../app/motion";
import { count } from "./words";

const kLong = 1100;  // ms
const kFrom = 0.4;  // of the value: nearly as many digits from the start on

export function countUp(node: HTMLElement, value: number): HTMLElement {
  if (!moves()) return node;
  const began = performance.now();
  const step = (now: number) => {
    const t = moves() ? Math.min(1, Math.max(0, (now - began) / kLong)) : 1;
    const eased = 1 - (1 - t) ** 4;
    node.textContent = count(Math.round(value * (kFrom + (1 - kFrom) * eased)));
    if (t < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  return node;
}
