// Talks to `wrapfeed serve` (docs/api.md), on the machine the page came from and no other.
import type { FeedFacts, Listener, Progress, Year } from "./model";

export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
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
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") asked.set(name, String(value));
  return asked.size ? `${path}?${asked}` : path;
}

async function failure(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null);
  const said = body && typeof body === "object" ? (body as Record<string, unknown>) : {};
  if (answer.status === 503 && "stage" in said) return new Preparing(said as unknown as Progress);
  return new ApiError(answer.status, typeof said.error === "string" ? said.error : `The server answered ${answer.status}.`);
}

export class Api {
  constructor(private readonly base = "api/") {}

  // One answer as JSON; throws ApiError, and what fetch throws when nobody answers or `signal` aborts.
  async get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    const answer = await fetch(address(this.base + path, query), { signal, headers: { accept: "application/json" } });
    if (!answer.ok) throw await failure(answer);
    return (await answer.json()) as T;
  }

  status(signal?: AbortSignal): Promise<Progress> {
    return this.get("status", {}, signal);
  }

  feed(signal?: AbortSignal): Promise<FeedFacts> {
    return this.get("feed", {}, signal);
  }

  async search(text: string, limit = 8, signal?: AbortSignal): Promise<Listener[]> {
    return (await this.get<{ users: Listener[] }>("users", { q: text, limit }, signal)).users;
  }

  random(signal?: AbortSignal): Promise<Listener> {
    return this.get("users/random", {}, signal);
  }

  year(user: number, signal?: AbortSignal): Promise<Year> {
    return this.get(`users/${user}`, {}, signal);
  }
}
