// Many distances on one axis, a dot each, piled where they crowd.
import * as Plot from "@observablehq/plot";
import { number, tick } from "./format";
import { frame, kFeed, kMuted, kRule } from "./frame";

export interface Distance {
  label: string;
  value: number;
  hollow: boolean;
}

export function swarm(distances: Distance[], mean: number, axis: string, width: number): Element {
  const most = Math.max(0.2, ...distances.map((d) => d.value));
  const title = (d: Distance) => `${d.label}\n${number(d.value)}`;
  return Plot.plot({
    ...frame(width, width < 520 ? 190 : 170),
    marginLeft: 16,
    marginTop: 26,
    x: { domain: [0, most * 1.04], ticks: Math.floor(width / 80), tickFormat: (v: number) => tick(v, "number"), label: axis, labelAnchor: "center", labelArrow: "none", labelOffset: 36 },
    marks: [
      Plot.ruleY([0], { stroke: kRule }),
      Plot.ruleX([mean], { stroke: kMuted, strokeDasharray: "3 3" }),
      Plot.text([mean], { x: (v: number) => v, text: (v: number) => `mean ${number(v)}`, frameAnchor: "top", dy: -18, fill: "var(--ink)", fontWeight: 600 }),
      Plot.dot(distances, Plot.dodgeY({ x: "value", r: 4.5, padding: 1.5, stroke: kFeed, strokeWidth: 1.5, fill: (d: Distance) => (d.hollow ? "var(--card)" : kFeed) })),
      Plot.tip(distances, Plot.pointerX(Plot.dodgeY({ x: "value", r: 4.5, padding: 1.5, title, fill: "var(--card)", stroke: kRule }))),
    ],
  });
}
