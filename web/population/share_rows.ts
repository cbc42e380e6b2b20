// Rows of shares: a name, a bar that may fall into parts, everybody's share as a mark.
import { el } from "../charts/dom";
import { percentOf } from "../stories/words";

const kSmall = 0.1;  // smaller shares are written with a decimal

export interface ShareRow {
  name: string;
  share: number;
  ghost: number | null;  // everybody's share; null where there is no group beside them, or it is not known
  parts?: { kind: string; weight: number }[];  // what the bar is made of; data-role in people.css
}

export function shareWords(share: number): string {
  return share > 0 && share < kSmall ? `${(share * 100).toFixed(1)}%` : percentOf(share);
}

// The share that reaches the end of a bar.
export function longest(rows: ShareRow[]): number {
  return Math.max(...rows.map((r) => Math.max(r.share, r.ghost ?? 0)), 1e-9);
}

function bar({ share, ghost, parts }: ShareRow, most: number): HTMLElement {
  const at = (value: number) => `${((value / most) * 100).toFixed(2)}%`;
  const all = parts?.filter((p) => p.weight > 0) ?? [{ kind: "Leader", weight: 1 }];
  const pieces = all.map((p) => el("i", { "data-role": p.kind, style: `flex-grow: ${p.weight}` }));
  return el(
    "span",
    { class: "length", "aria-hidden": "true" },
    el("span", { class: "pieces", style: `width: ${at(share)}` }, ...pieces),
    ghost === null ? null : el("i", { class: "ghost", style: `left: ${at(ghost)}` }),
  );
}

export function shareRows(rows: ShareRow[], look = ""): HTMLElement {
  const most = longest(rows);
  return el(
    "ul",
    { class: `shares ${look}`.trim() },
    ...rows.map((r) =>
      el(
        "li",
        {},
        el("b", {}, r.name),
        bar(r, most),
        el(
          "span",
          { class: "amount" },
          shareWords(r.share),
          r.ghost === null ? null : el("small", {}, ` everyone ${shareWords(r.ghost)}`),
        ),
      ),
    ),
  );
}
