// What a story is: one sentence about a year, a picture of it, and the figures behind.
import type { Year } from "../app/model";

export interface Told {
  kicker: string;  // what this is about, above the sentence
  headline: (Node | string)[];
  words?: (Node | null)[];  // below the sentence
  picture: Node;
  tables: HTMLElement[];  // what the picture and the words show, as figures
}

export interface Story {
  id: string;  // in the address, and the name of its colours in palette.css
  name: string;
  has(year: Year): boolean;  // whether there is anything to tell
  nothing: string;  // what is said instead
  tell(year: Year): Told;
}
