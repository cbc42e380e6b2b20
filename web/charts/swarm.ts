// Many distances on one axis, a dot each, piled where they crowd.
import * as Plot from "@observablehq/plot";
import { number } from "./format";
import { frame, kFeed, kMuted, kTip, xTicks } from "./frame";

const kMeanText = { frameAnchor: "top", dy: -20, fill: "var(--ink)", fontWeight: 600 } as const;

export interface Distance {
  label: string;
  value: number;
  hollow: boolean;
}

export function swarm(distances: Distance[], mean: number, axis: string, width: number): Element {
  const most = Math.max(0.2, ...distances.map((d) => d.value));
  const title = (d: Distance) => `${d.label}\n${number(d.value)}`;
  const pile = { x: "value", r: 5, padding: 1.5 };
  const fill = (d: Distance) => (d.hollow ? "var(--card)" : kFeed);
  return Plot.plot({
    ...frame(width, width < 520 ? 230 : 190),
    marginLeft: 16,
    marginTop: 28,
    x: { domain: [0, most * 1.04], axis: null },
    y: { axis: null },
    marks: [
      ...xTicks(Math.min(8, Math.floor(width / 60)), axis, "number"),
      Plot.ruleX([mean], { stroke: kMuted, strokeDasharray: "3 3" }),
      Plot.text([mean], { x: (v: number) => v, text: (v: number) => `mean ${number(v)}`, ...kMeanText }),
      Plot.dot(distances, Plot.dodgeY({ ...pile, stroke: kFeed, strokeWidth: 1.5, fill })),
      Plot.tip(distances, Plot.pointerX(Plot.dodgeY({ ...pile, title, ...kTip }))),
    ],
  });
}
