// How the charts of a sheet are inked: its own colours, so that they follow the theme without being drawn again.
import { frame } from "../charts/frame";
import type * as Plot from "@observablehq/plot";

export const kGroup = "var(--accent)";
export const kInk = "var(--ink)";
export const kHair = "var(--hair)";
export const kField = "var(--field)";
export const kTint = "color-mix(in srgb, var(--accent) 30%, var(--field))";  // covers what lies behind

// The ghost of everybody: thin, dotted, in the ink of the type.
export const kGhost = { stroke: kInk, strokeWidth: 1.5, strokeDasharray: "1.5 3", strokeLinecap: "round" } as const;

export const kBox = { fill: kField, stroke: kInk, lineHeight: 1.4, textPadding: 9 } as const;

export function ground(width: number, height: number): Plot.PlotOptions {
  const plain = frame(width, height);
  const style = { ...(plain.style as object), color: "var(--dim)" };
  return { ...plain, marginLeft: 0, marginRight: 0, marginBottom: 30, style };
}
