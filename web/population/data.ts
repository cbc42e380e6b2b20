// What the server tells of a population (docs/api.md), and how it is asked. All counts; shares are made here.
import type { Api } from "../app/api";
import type { Axes } from "../app/model";
import type { Filters } from "./filters";
import type { Heard } from "./heard";

export interface Leader {
  name: string;
  genre: string;
  streams: number;
  listeners?: number;
  months: number[];  // streams by month of the window
  everyone_streams?: number;  // of all users
  fans?: { user_id: number; name: string; streams: number }[];
}

export type Artist = Leader & { artist_id: string };
export type Track = Leader & { track_id: string; artist_name: string };

export interface Personality {
  code: string;
  name: string;
  users: number;
  share: number;  // of the eligible
  axes: Axes | null;
}

export interface Person {
  user_id: number;
  name: string;
  code: string;
  axes: Axes;
}

export interface City {
  country: string;
  city: string;
  latitude: number;
  longitude: number;
  users: number;
  sound_town_of: number;
}

export interface Listening {
  mean: number | null;
  p5: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  p95: number | null;
  bins: { from: number; to: number; users: number }[];
}

export interface Population {
  users: number;
  listeners: number;
  eligible: number;
  minutes: number;
  streams: number;
  clock: number[][];  // minutes by weekday, Monday first, and local hour
  days: { first: string; minutes: number[]; streams: number[]; listeners: number[] };
  artists: Artist[];
  tracks: Track[];
  genres: { genre: string; streams: number }[];
  moods: { mood: string; streams: number; parts: number[] }[];
  personalities: Personality[];
  people: Person[];
  clubs: { name: string; users: number; roles: Record<string, number> }[];
  ages: { age: number; users: number }[];
  listening_ages: { listening_age: number; users: number }[];
  age_pairs: { age: number; listening_age: number; users: number }[];
  cities: City[];
  listening: Listening;
  streaks: { mean: number | null; median: number | null; longest: number | null };
}

// What a section draws: a group beside everybody. Without a filter the two are one and the same object.
export interface Scene extends Heard {
  group: Population;
  everyone: Population;
  filtered: boolean;
}

// Asks once for each choice of filters.
export class Populations {
  private readonly known = new Map<string, Promise<Population>>();

  constructor(
    private readonly api: Api,
    private readonly signal: AbortSignal,
  ) {}

  of(filters: Filters): Promise<Population> {
    const name = JSON.stringify(filters);
    const known = this.known.get(name);
    if (known) return known;
    const asked = this.api.get<Population>("population", { ...filters }, this.signal);
    this.known.set(name, asked);
    asked.catch(() => this.known.delete(name));
    return asked;
  }
}
