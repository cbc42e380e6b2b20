// A group beside everybody: shares, how much more, where the most lies.

export function total(values: number[]): number {
  return values.reduce((sum, v) => sum + v, 0);
}

// Each value's part of the whole; zeros where there is nothing.
export function shares(values: number[]): number[] {
  const whole = total(values);
  return values.map((v) => (whole > 0 ? v / whole : 0));
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

export function peak(values: number[]): number {
  return values.indexOf(Math.max(...values));
}

// How many times as much as elsewhere: null where elsewhere has nothing.
export function times(share: number, everyone: number): number | null {
  return everyone > 0 ? share / everyone : null;
}

export function timesWords(value: number | null): string {
  if (value === null) return "";
  return value >= 10 ? `${Math.round(value)}×` : `${value.toFixed(1)}×`;
}

// The lowest value that at least half of the counted lie below or at; null with nobody.
export function median(counted: { value: number; users: number }[]): number | null {
  const sorted = [...counted].sort((a, b) => a.value - b.value);
  const half = total(sorted.map((c) => c.users)) / 2;
  let seen = 0;
  for (const { value, users } of sorted) if ((seen += users) >= half && half > 0) return value;
  return null;
}

// The mean of so many days around each, fewer at the ends.
export function smooth(values: number[], days: number): number[] {
  const reach = Math.floor(days / 2);
  return values.map((_, i) => {
    const window = values.slice(Math.max(0, i - reach), i + reach + 1);
    return total(window) / window.length;
  });
}
