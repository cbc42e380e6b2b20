// Numbers as people read them.

const kDash = "–";

// As many decimals as three significant digits take; whole numbers in full.
export function number(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return kDash;
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return grouped(value, 0);
  if (size >= 10) return grouped(value, 1);
  if (size >= 1) return grouped(value, 2);
  return size >= 0.01 ? grouped(value, 3) : value.toPrecision(2).replace("-", "−");
}

function grouped(value: number, decimals: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: decimals }).replace("-", "−");
}

export function percent(value: number): string {
  if (!Number.isFinite(value)) return kDash;
  const size = Math.abs(value) * 100;
  const decimals = size === 0 || size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  return `${grouped(value * 100, decimals)}%`;
}

// The short form on an axis: 15%, 0.5%, 1,000, 10k, 2M, 1e−5.
export function tick(value: number, format: "percent" | "number"): string {
  if (format === "percent") return `${shortest(value * 100)}%`;
  const size = Math.abs(value);
  if (size >= 1e6) return `${shortest(value / 1e6)}M`;
  if (size > 0 && size < 1e-3) return value.toExponential(0).replace("-", "−");
  if (size >= 1e4) return `${shortest(value / 1e3)}k`;
  return shortest(value);
}

function shortest(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: 6 }).replace("-", "−");
}

// A big figure in two parts: ["10.8", "million"], ["500", ""].
export function big(value: number): [string, string] {
  for (const [size, word] of [[1e9, "billion"], [1e6, "million"]] as const) {
    if (value >= size) return [(value / size).toLocaleString("en-US", { maximumFractionDigits: 1 }), word];
  }
  return [Math.round(value).toLocaleString("en-US"), ""];
}

// What a scorecard may hold: a number, words, a range or nothing.
export function figure(value: unknown): string {
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(figure).join(` ${kDash} `);
  return kDash;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// 2025-01-02 -> 2 January 2025; anything else stays as it is.
export function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
