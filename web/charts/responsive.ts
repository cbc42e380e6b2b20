// A place that draws its chart at its own width, again when the width changes.

export function responsive(draw: (width: number) => Element, label: string, minimum = 120): HTMLElement {
  const place = document.createElement("div");
  place.className = "plot";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", label);
  let drawn = 0;
  const redraw = () => {
    const width = Math.max(minimum, Math.floor(place.clientWidth));
    if (place.clientWidth === 0 || width === drawn) return;
    drawn = width;
    const picture = draw(width);
    picture.setAttribute("aria-hidden", "true");  // the label of the place speaks for it
    place.replaceChildren(picture);
  };
  new ResizeObserver(redraw).observe(place);
  return place;
}

// Calls back when the pictures that were put into the page now have been drawn, and have their heights.
export function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
