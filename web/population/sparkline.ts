// The months of one artist or track, a bar each; the text beside it has the figures.
import { svg } from "../charts/dom";

const kWidth = 88;
const kHeight = 28;
const kGap = 2;

export function sparkline(months: number[]): SVGElement {
  const most = Math.max(1, ...months);
  const step = (kWidth + kGap) / months.length;
  const bars = months.map((v, i) => {
    const height = Math.max(1, (v / most) * kHeight);
    return svg("rect", {
      x: (i * step).toFixed(2),
      y: (kHeight - height).toFixed(2),
      width: (step - kGap).toFixed(2),
      height: height.toFixed(2),
      rx: 1,
    });
  });
  return svg(
    "svg",
    {
      class: "spark",
      width: kWidth,
      height: kHeight,
      viewBox: `0 0 ${kWidth} ${kHeight}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    ...bars,
  );
}
