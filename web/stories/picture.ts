// A picture that fills its place in both directions, drawn again when the place changes.
import * as Plot from "@observablehq/plot";
import { el } from "../charts/dom";

export function picture(draw: (width: number, height: number) => Element, label: string, look = ""): HTMLElement {
  const place = el("div", { class: `drawing ${look}`.trim(), role: "img", "aria-label": label });
  let drawn = "";
  const redraw = () => {
    const [width, height] = [Math.floor(place.clientWidth), Math.floor(place.clientHeight)];
    const size = `${width} ${height}`;
    if (width < 40 || height < 40 || size === drawn) return;
    drawn = size;
    const content = draw(width, height);
    content.setAttribute("aria-hidden", "true");  // the label of the place speaks for it
    place.replaceChildren(content);
  };
  new ResizeObserver(redraw).observe(place);
  return place;
}

// The ground of every chart in a story: the story's own colours, quiet type, no box.
export function ground(width: number, height: number): Plot.PlotOptions {
  return {
    width,
    height,
    margin: 0,
    style: { fontFamily: "inherit", fontSize: "13px", color: "var(--ink)", background: "none", overflow: "visible" },
  };
}

// The initial or the first three letters of each month, as there is room.
export function monthTicks(width: number, months: number): { length: number } {
  return { length: width / months > 34 ? 3 : 1 };
}
