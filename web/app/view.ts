// What a view is: it fills a root with itself, for one route, until its signal aborts.
import type { Api } from "./api";
import type { Route } from "./router";

export interface Context {
  api: Api;
  route: Route;
  signal: AbortSignal;  // aborts when the view is left: give it to fetches and listeners
  go(hash: string, replace?: boolean): void;  // replace: without a new entry in the history
  title(text: string): void;  // of the document; " · wrapfeed" is put behind it
}

export interface View {
  name: string;  // the first part of the hash
  label: string;  // in the navigation; "" keeps it out
  immersive?: boolean;  // fills the screen, without the page's header
  // May return what takes a new route of the same view without drawing all anew; false asks for a fresh render.
  render(root: HTMLElement, context: Context): Update | void | Promise<Update | void>;
}

export type Update = (route: Route) => boolean;
