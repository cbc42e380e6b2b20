// A sign for each of the sixteen personalities: four tiles, one for each letter of the code.
import { svg } from "../charts/dom";

type Shape = () => SVGElement[];

const kFill = { fill: "currentColor" } as const;

// Each in a tile of 100 by 100.
const kTiles: Record<string, Shape> = {
  E: () => [svg("path", { d: "M0 100A100 100 0 0 1 100 0V100Z", ...kFill })],
  F: () => [svg("circle", { cx: 50, cy: 50, r: 50, ...kFill })],
  N: () => [svg("path", { d: "M0 0H100L0 100Z", ...kFill })],
  T: () => [svg("path", { d: "M0 0H100V100H0Z", ...kFill })],
  V: () => [0, 1, 2].map((i) => svg("rect", { x: i * 37.5, y: 0, width: 25, height: 100, ...kFill })),
  L: () => [
    svg("path", { d: "M50 0A50 50 0 1 1 49.9 0ZM50 28A22 22 0 1 0 50.1 28Z", "fill-rule": "evenodd", ...kFill }),
  ],
  U: () => [svg("path", { d: "M50 0Q54 46 100 50Q54 54 50 100Q46 54 0 50Q46 46 50 0Z", ...kFill })],
  C: () => [svg("path", { d: "M0 50A50 50 0 0 1 100 50ZM0 100A50 50 0 0 1 100 100Z", ...kFill })],
};

export function personalityGlyph(code: string): SVGElement {
  const tiles = [...code]
    .slice(0, 4)
    .map((letter, i) =>
      svg("g", { transform: `translate(${(i % 2) * 108} ${Math.floor(i / 2) * 108})` }, ...(kTiles[letter]?.() ?? [])),
    );
  return svg("svg", { viewBox: "0 0 208 208", class: "glyph", "aria-hidden": "true" }, ...tiles);
}
