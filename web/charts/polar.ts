// Shapes on a 24-hour dial, midnight on top.

export function polar(radius: number, hour: number): [number, number] {
  const angle = (hour / 24) * 2 * Math.PI - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function at(radius: number, hour: number): string {
  return polar(radius, hour).map((v) => v.toFixed(2)).join(" ");
}

// From hour a to hour b at one radius.
export function arc(radius: number, a: number, b: number): string {
  const r = radius.toFixed(2);
  return `M${at(radius, a)}A${r} ${r} 0 0 1 ${at(radius, b)}`;
}

export function wedge(inner: number, outer: number, a: number, b: number): string {
  return `${arc(outer, a, b)}L${at(inner, b)}A${inner} ${inner} 0 0 0 ${at(inner, a)}Z`;
}
