// A sign for each mood, drawn in a circle of radius 100 around the origin, in currentColor.
import { svg } from "../charts/dom";

function around(n: number, draw: (angle: number, i: number) => SVGElement): SVGElement[] {
  return Array.from({ length: n }, (_, i) => draw((i / n) * 2 * Math.PI - Math.PI / 2, i));
}

function at(radius: number, angle: number): [number, number] {
  return [Math.round(radius * Math.cos(angle) * 100) / 100, Math.round(radius * Math.sin(angle) * 100) / 100];
}

const kLine = { fill: "none", stroke: "currentColor", "stroke-width": 9, "stroke-linecap": "round" } as const;

function tender(): SVGElement[] {
  return [26, 52, 78].map((r) => svg("circle", { ...kLine, r }));
}

function fierce(): SVGElement[] {
  const points = Array.from({ length: 28 }, (_, i) =>
    at(i % 2 ? 38 : 92, (i / 28) * 2 * Math.PI - Math.PI / 2).join(","),
  );
  return [svg("polygon", { points: points.join(" "), fill: "currentColor" })];
}

function melancholic(): SVGElement[] {
  const wave = (y: number) => {
    const w = Math.sqrt(84 * 84 - y * y);
    const q = w / 2;
    return `M${-w} ${y}q${q / 2} -20 ${q} 0t${q} 0t${q} 0t${q} 0`;
  };
  return [-48, -16, 16, 48].map((y) => svg("path", { ...kLine, d: wave(y) }));
}

function party(): SVGElement[] {
  const ring = (n: number, radius: number, r: number) =>
    around(n, (angle) => {
      const [cx, cy] = at(radius, angle);
      return svg("circle", { cx, cy, r, fill: "currentColor" });
    });
  return [...ring(14, 80, 10), ...ring(7, 44, 9), svg("circle", { r: 10, fill: "currentColor" })];
}

function cheerful(): SVGElement[] {
  const rays = around(16, (angle, i) => {
    const [[x1, y1], [x2, y2]] = [at(46, angle), at(i % 2 ? 74 : 90, angle)];
    return svg("line", { ...kLine, x1, y1, x2, y2 });
  });
  return [svg("circle", { r: 30, fill: "currentColor" }), ...rays];
}

function easy(): SVGElement[] {
  const hill = (r: number) => svg("path", { ...kLine, d: `M${-r} 34a${r} ${r} 0 0 1 ${2 * r} 0` });
  return [hill(80), hill(54), hill(28), svg("path", { ...kLine, d: "M-80 62H80" })];
}

const kSigns: Record<string, () => SVGElement[]> = { tender, fierce, melancholic, party, cheerful, easy };

export function moodSign(mood: string, scale = 1): SVGElement {
  return svg("g", { transform: `scale(${scale})` }, ...(kSigns[mood] ?? tender)());
}
