// Where one is, as the hash says it: "#/users/12/clock?x=1" is the view "users" with the parts "12" and "clock". It is the
// hash, so that the page is one file whatever serves it, and a link to a story can be passed on.

export interface Route {
  view: string;  // "" is the home
  parts: string[];
  query: URLSearchParams;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;  // a stray % is a letter like any other
  }
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const [view = "", ...parts] = path.split("/").filter(Boolean).map(decoded);
  return { view, parts, query: new URLSearchParams(query) };
}

export function formatRoute(view: string, parts: (string | number)[] = [], query?: URLSearchParams): string {
  const path = [view, ...parts]
    .filter((p) => p !== "")
    .map((p) => encodeURIComponent(String(p)))
    .join("/");
  const asked = query?.toString();
  return `#/${path}${asked ? `?${asked}` : ""}`;
}
