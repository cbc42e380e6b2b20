// A day of listening as a dial: midnight on top, a spoke an hour as long as its share, the real listeners an arc each.
import { svg } from "./dom";
import { percent } from "./format";
import { arc, polar, wedge } from "./polar";

const kSize = 320;
const kInner = 52;
const kOuter = 128;

function grooves(): SVGElement[] {
  return [kInner, kInner + (kOuter - kInner) / 2, kOuter].map((r) => svg("circle", { r, class: "groove" }));
}

function hourNames(): SVGElement[] {
  return [0, 6, 12, 18].map((h) => {
    const [x, y] = polar(kOuter + 18, h);
    return svg("text", { x, y: y + 4, "text-anchor": "middle" }, String(h));
  });
}

// Both arrays hold 24 shares that add up to one.
export function clock(feed: number[], real: number[]): SVGElement {
  const most = Math.max(...feed, ...real);
  const radius = (share: number) => kInner + (share / most) * (kOuter - kInner);
  const peak = feed.indexOf(Math.max(...feed));
  const height = `This feed peaks at ${peak} h with ${percent(feed[peak]!)} of plays.`;
  const label = `A day of listening on a 24-hour dial. ${height}`;
  const view = `${-kSize / 2} ${-kSize / 2} ${kSize} ${kSize}`;
  const box = svg("svg", { class: "clock", viewBox: view, role: "img", "aria-label": label });
  box.append(...grooves());
  feed.forEach((share, h) => box.append(svg("path", { d: wedge(kInner, radius(share), h + 0.08, h + 0.92), class: "spoke" })));
  real.forEach((share, h) => box.append(svg("path", { d: arc(radius(share), h + 0.08, h + 0.92), class: "real-arc" })));
  box.append(...hourNames(), svg("circle", { r: 3, class: "hub" }));
  return box;
}
