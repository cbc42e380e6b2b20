// Land outlines on a coarser grid: a globe of a few hundred pixels shows no more, and the page is 16 kB smaller.
import type { Plugin } from "vite";

const kCoarser = 40;  // times: from 0.0036 to 0.14 degrees

type Arc = [number, number][];

// An arc holds its first point, then steps; points that fall together become one.
function coarse(arc: Arc): Arc {
  let [x, y] = [0, 0];
  const points = arc.map(
    ([dx, dy]) => [Math.round((x += dx) / kCoarser), Math.round((y += dy) / kCoarser)] as [number, number],
  );
  const kept = points.filter(
    (p, i) => i === 0 || i === points.length - 1 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1],
  );
  return kept.map((p, i) => (i === 0 ? p : [p[0] - kept[i - 1]![0], p[1] - kept[i - 1]![1]]));
}

export function coarseLand(): Plugin {
  return {
    name: "coarse-land",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("world-atlas")) return null;
      const atlas = JSON.parse(code) as { arcs: Arc[]; transform: { scale: number[] } };
      const transform = { ...atlas.transform, scale: atlas.transform.scale.map((s) => s * kCoarser) };
      return JSON.stringify({ ...atlas, transform, arcs: atlas.arcs.map(coarse) });
    },
  };
}
