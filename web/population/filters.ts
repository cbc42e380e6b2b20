// The filters as values: what they are called, how they stand in the address, and a group in words.
import { counted, country } from "../stories/words";

export const kFilters = ["country", "plan", "age"] as const;
export type FilterName = (typeof kFilters)[number];
export type Filters = Partial<Record<FilterName, string>>;

export interface Choice {
  value: string;
  label?: string;
  users: number;
}

export type Choices = Record<FilterName, Choice[]>;

export function readFilters(query: URLSearchParams): Filters {
  const set = kFilters.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : []));
  return Object.fromEntries(set) as Filters;
}

// The address of the same view with other filters; what else stands in it stays.
export function writeFilters(query: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of kFilters) {
    if (filters[name]) next.set(name, filters[name]);
    else next.delete(name);
  }
  return next;
}

export function isFiltered(filters: Filters): boolean {
  return kFilters.some((name) => filters[name]);
}

export function choiceLabel(name: FilterName, choice: Choice): string {
  if (choice.label) return choice.label;
  return name === "country" ? country(choice.value) : choice.value.charAt(0).toUpperCase() + choice.value.slice(1);
}

// An age band in a sentence: "under 18", "25 to 34", "65 and over".
function ageWords(value: string, choices: Choice[]): string {
  const label = choices.find((c) => c.value === value)?.label ?? value;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

// "12 premium listeners in Germany, aged 25 to 34".
export function groupWords(users: number, filters: Filters, choices: Choices): string {
  const kind = filters.plan ? `${filters.plan} listener` : "listener";
  const where = filters.country ? ` in ${inCountry(filters.country)}` : "";
  const age = filters.age ? `, aged ${ageWords(filters.age, choices.age)}` : "";
  return `${counted(users, kind)}${where}${age}`;
}

// Countries that English names with an article.
function inCountry(code: string): string {
  const name = country(code);
  return /^(United|Netherlands|Philippines|Czech R|Dominican R|Bahamas|Gambia|Maldives)/.test(name)
    ? `the ${name}`
    : name;
}
