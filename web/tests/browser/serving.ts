// A feed made for the tests, and the program that serves it: $WRAPFEED, which the build gives.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Wrapped } from "../../app/model";
import type { Opened } from "./open";

const kProgram = process.env.WRAPFEED ?? resolve(import.meta.dirname, "../../../build/release/wrapfeed");
const kPage = process.env.WRAPFEED_PAGE;  // another page than the one in the program, to work on it without a build
const kUsers = 300;

export interface FeedUser {
  user_id: number;
  birth_date: string;
  country: string;
  plan: string;
}

export interface Serving {
  url: string;
  users: FeedUser[];  // the table user, as `inspect` shows it
  wrapped: Wrapped[];  // as `wrapped --format json` prints it
  stop(): void;
}

function rows<T>(...args: string[]): T[] {
  const text = execFileSync(kProgram, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as T);
}

// Resolves with the address that the program says it serves at.
function address(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    const read = (text: Buffer) => {
      said += String(text);
      const found = /http:\/\/[\d.]+:\d+\//.exec(said);
      if (found) done(found[0]);
    };
    server.stdout!.on("data", read);
    server.stderr!.on("data", read);
    server.on("exit", () => fail(new Error(`serve ended: ${said}`)));
  });
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const status = (await (await fetch(`${url}api/status`)).json()) as { state: string; error: string | null };
    if (status.state === "ready") return;
    if (status.state === "failed") throw new Error(status.error ?? "preparing failed");
    await new Promise((done) => setTimeout(done, 200));
  }
}

export async function serve(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), "wrapfeed-serve-"));
  const feed = join(folder, "feed");
  execFileSync(kProgram, ["generate", "--users", String(kUsers), "--tracks", "20000", "--artists", "4000", "--out", feed, "--quiet"]);
  const server = spawn(kProgram, ["serve", feed, "--port", "0"]);
  const stop = () => {
    server.removeAllListeners("exit");
    server.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await address(server);
    await ready(url);
    const users = rows<FeedUser>("inspect", join(feed, "user"), "--head", String(kUsers));
    return { url, users, wrapped: rows<Wrapped>("wrapped", feed, "--format", "json"), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function watch(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${m.type()}: ${m.text()}`);
  });
  page.on("pageerror", (e) => complaints.push(`exception: ${e.message}`));
  page.on("request", (r) => {
    if (!r.url().startsWith(url) && !r.url().startsWith("data:")) complaints.push(`foreign request: ${r.url()}`);
  });
  page.on("requestfailed", (r) => {
    const why = r.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") complaints.push(`failed request: ${r.url()} ${why}`);  // the page gave it up itself
  });
  return complaints;
}

// Opens the served page at a place within it, such as "#/population", and notes what it should never do.
export async function visit(browser: Browser, { url }: Serving, hash: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  const complaints = watch(page, url);
  if (kPage) await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: readFileSync(kPage) }));
  await page.goto(url + hash);
  return { page, complaints };
}
