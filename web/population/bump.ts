// A race of ranks: a line each, month by month, ending with the rank of them all together, at the row of its own.
import { svg } from "../charts/dom";

export const kRow = 60;  // px, the height of a row: as --row in population.css
const kLabel = 28;  // px above the rows, for the months

// The rank of each in each month, and at last its place in the list; equals keep the order of the list.
export function ranks(months: number[][]): number[][] {
  return months.map((own, i) => {
    const ahead = (m: number) => months.filter((other, j) => other[m]! > own[m]! || (other[m] === own[m] && j < i));
    return [...own.map((_, m) => ahead(m).length + 1), i + 1];
  });
}

function path(rank: number[], x: (month: number) => number, y: (rank: number) => number): string {
  return rank.reduce((d, r, m) => {
    if (m === 0) return `M${x(0)} ${y(r)}`;
    const middle = (x(m - 1) + x(m)) / 2;
    return `${d}C${middle} ${y(rank[m - 1]!)} ${middle} ${y(r)} ${x(m)} ${y(r)}`;
  }, "");
}

function line(
  rank: number[],
  place: number,
  x: (m: number) => number,
  y: (r: number) => number,
  width: number,
): SVGElement {
  const group = svg("g", { class: `run ${place === 1 ? "first" : ""}`.trim(), "data-place": place });
  const last = y(rank.at(-1)!);
  group.append(
    svg("path", { class: "reach", d: path(rank, x, y) }),
    svg("path", { d: `${path(rank, x, y)}L${width} ${last}` }),
  );
  rank.forEach((r, m) => group.append(svg("circle", { cx: x(m), cy: y(r), r: m === rank.length - 1 ? 5 : 3 })));
  return group;
}

export function bump(months: number[][], monthNames: string[], width: number): SVGElement {
  const all = ranks(months);
  const names = [...monthNames, "All"];
  const [left, right] = [8, 20];
  const x = (m: number) => left + (m * (width - left - right)) / Math.max(1, names.length - 1);
  const y = (r: number) => kLabel + (r - 0.5) * kRow;
  const height = kLabel + kRow * months.length;
  const box = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  names.forEach((name, m) => {
    const anchor = m === 0 ? "start" : "middle";
    box.append(
      svg("line", { class: "month", x1: x(m), x2: x(m), y1: kLabel, y2: height }),
      svg("text", { x: m === 0 ? 0 : x(m), y: 14, "text-anchor": anchor }, name),
    );
  });
  for (let i = all.length - 1; i >= 0; --i) box.append(line(all[i]!, i + 1, x, y, width));  // the leader is on top
  return box;
}
