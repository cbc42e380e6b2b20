// Makes a small feed and serves it by the built program ($WRAPFEED), once for all tests in the browser:
// `inject("site")` has the address and every user's Wrapped as `wrapfeed wrapped --format json` prints it.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";

const kProgram = process.env.WRAPFEED ?? resolve(import.meta.dirname, "../../../build/release/wrapfeed");
const kUsers = 40;

export interface Site {
  url: string;
  feed: string;  // the folder
  wrapped: string;  // a file, one line a user
}

declare module "vitest" {
  interface ProvidedContext {
    site: Site;
  }
}

// The address, once the program has said it.
function serve(feed: string): { child: ChildProcess; url: Promise<string> } {
  const child = spawn(kProgram, ["serve", feed, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const url = new Promise<string>((found, lost) => {
    let said = "";
    const listen = (text: Buffer) => {
      said += text;
      const address = /http:\/\/[\d.]+:\d+\//.exec(said)?.[0];
      if (address) found(address);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    child.on("exit", (status) => lost(new Error(`wrapfeed serve ended with ${status}: ${said}`)));
  });
  return { child, url };
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const { state, error } = (await (await fetch(`${url}api/status`)).json()) as {
      state: string;
      error: string | null;
    };
    if (state === "ready") return;
    if (state === "failed") throw new Error(`the server cannot prepare the feed: ${error}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "wrapfeed-serve-"));
  const [feed, wrapped] = [join(folder, "feed"), join(folder, "wrapped.json")];
  execFileSync(kProgram, ["generate", "--users", String(kUsers), "--edge-cases", "--out", feed, "--quiet"]);
  const { child, url } = serve(feed);
  execFileSync(kProgram, ["wrapped", feed, "--format", "json", "--out", wrapped], { stdio: "ignore" });
  await ready(await url);
  project.provide("site", { url: await url, feed, wrapped });
  return async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true });
  };
}

// The table user, as `wrapfeed inspect` prints it.
export function readUsers(site: Site): Record<string, any>[] {
  const text = execFileSync(kProgram, ["inspect", join(site.feed, "user"), "--head", "100000"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Record<string, any>);
}

export function readWrapped(site: Site): Record<string, any>[] {
  return readFileSync(site.wrapped, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, any>);
}
