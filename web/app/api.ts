// Talks to `wrapfeed serve` (docs/api.md), on the machine the page came from and no other.
import type { FeedFacts, Found, Progress, Year } from "./model";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

// The server is still counting; ask again.
export class Preparing extends ApiError {
  constructor(readonly progress: Progress) {
    super(503, "The feed is still being counted.");
    this.name = "Preparing";
  }
}

type Query = Record<string, string | number | undefined>;

function address(path: string, query: Query): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") asked.set(name, String(value));
  return asked.size ? `${path}?${asked}` : path;
}

async function failure(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null);
  const said = body && typeof body === "object" ? (body as Record<string, unknown>) : {};
  if (answer.status === 503 && said.status) return new Preparing(said.status as Progress);
  return new ApiError(
    answer.status,
    typeof said.error === "string" ? said.error : `The server answered ${answer.status}.`,
  );
}

export class Api {
  private id: string | null = null;  // of the feed that was told of last

  // `replaced` is called when the feed under the server is another one than before.
  constructor(
    private readonly replaced: () => void = () => {},
    private readonly base = "api/",
  ) {}

  // One answer as JSON; throws ApiError, and what fetch throws when nobody answers or `signal` aborts.
  async get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    const answer = await fetch(address(this.base + path, query), { signal, headers: { accept: "application/json" } });
    this.notice(answer.headers.get("Wrapfeed-Feed"));
    if (!answer.ok) throw await failure(answer);
    return (await answer.json()) as T;
  }

  private notice(id: string | null): void {
    const other = id !== null && this.id !== null && id !== this.id;
    this.id = id ?? this.id;
    if (other) this.replaced();
  }

  status(signal?: AbortSignal): Promise<Progress> {
    return this.get("status", {}, signal);
  }

  feed(signal?: AbortSignal): Promise<FeedFacts> {
    return this.get("feed", {}, signal);
  }

  async search(text: string, limit = 8, signal?: AbortSignal): Promise<Found[]> {
    return (await this.get<{ users: Found[] }>("users", { q: text, limit }, signal)).users;
  }

  // Somebody who is eligible, if there is anybody; null in a feed of nobody.
  async random(signal?: AbortSignal): Promise<Found | null> {
    return (await this.get<{ user: Found | null }>("users/random", {}, signal)).user;
  }

  year(user: number, signal?: AbortSignal): Promise<Year> {
    return this.get(`users/${user}`, {}, signal);
  }
}
