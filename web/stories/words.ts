// How the stories write numbers, days and hours.
import { el } from "../charts/dom";

export const kMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const kWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function count(value: number): string {
  return value.toLocaleString("en-US");
}

export function counted(value: number, one: string, more = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}

export function month(number: number): string {
  return kMonths[number - 1]!;
}

export function shortMonth(number: number): string {
  return month(number).slice(0, 3);
}

// The month that lies so many months after that of the first day: lists by month begin with the window.
export function monthAfter(first: string, months: number): number {
  return ((Number(first.slice(5, 7)) - 1 + months) % 12) + 1;
}

// 2025-05-01 -> 1 May
export function dayOf(date: string): string {
  const [, m, d] = date.split("-").map(Number);
  return `${d} ${month(m!)}`;
}

export function shortDayOf(date: string): string {
  const [, m, d] = date.split("-").map(Number);
  return `${d} ${shortMonth(m!)}`;
}

export function weekdayOf(date: string): string {
  return kWeekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

// The day that lies so many days after the first.
export function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

export function hourOf(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}

export function country(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
  } catch {
    return code;  // no region of that code
  }
}

// 1 -> 1st
export function ordinal(value: number): string {
  const end = { one: "st", two: "nd", few: "rd", other: "th" } as Record<string, string>;
  return `${count(value)}${end[new Intl.PluralRules("en", { type: "ordinal" }).select(value)] ?? "th"}`;
}

// A share as whole percent that claims neither nothing nor all where it is not so.
export function percentOf(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return "<1%";
  if (share < 1 && whole === 100) return ">99%";
  return `${whole}%`;
}

// A figure or name from the data, marked by the name of the field that it shows.
export function figure(field: string, text: string | number, tag: "span" | "em" | "strong" = "span"): HTMLElement {
  return el(tag, { "data-figure": field }, typeof text === "number" ? count(text) : text);
}

// Long names are set smaller: the class says how long.
export function lengthClass(text: string): string {
  const longest = Math.max(...text.split(/[\s-]/).map((w) => w.length));
  if (text.length > 44 || longest > 22) return "longest";
  if (text.length > 24 || longest > 13) return "longer";
  return text.length > 12 || longest > 9 ? "long" : "short";
}

export function line(...content: (Node | string | null)[]): HTMLElement {
  return el("p", {}, ...content);
}
