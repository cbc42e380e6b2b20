// Opens the built page in Chromium, with data in it or as it is, and notes what the page should never do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const kPage = resolve(import.meta.dirname, "../../dist/report.html");
const kPlace = 'id="report-data">null<';
const kFlags = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export function launch(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...kFlags, ...asRoot] });
}

export interface Opened {
  page: Page;
  complaints: string[];  // console warnings and errors, exceptions, requests
}

// `allowed` are the addresses that the page may ask.
export function watch(page: Page, allowed: RegExp): string[] {
  const complaints: string[] = [];
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${m.type()}: ${m.text()}`);
  });
  page.on("pageerror", (e) => complaints.push(`exception: ${e.message}`));
  page.on("request", (r) => {
    if (!allowed.test(r.url())) complaints.push(`request: ${r.url()}`);
  });
  page.on("response", (r) => {
    if (r.status() >= 400) complaints.push(`${r.status()}: ${r.url()}`);
  });
  return complaints;
}

// `data` stands in the page as the program would put it there; undefined leaves the page as it was built.
export async function open(browser: Browser, data: unknown, options: BrowserContextOptions = {}): Promise<Opened> {
  const html = readFileSync(kPage, "utf8");
  if (html.split(kPlace).length !== 2) throw new Error(`${kPage} must hold ${kPlace} once`);
  const json = data === undefined ? "null" : JSON.stringify(data).replaceAll("<", "\\u003c");
  const folder = mkdtempSync(join(tmpdir(), "wrapfeed-page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, html.replace(kPlace, () => kPlace.replace("null", () => json)));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: false, ...options });
  const complaints = watch(page, /^(file|data):/);
  await page.goto(`file://${file}`);
  await page.waitForSelector("main");
  rmSync(folder, { recursive: true });
  return { page, complaints };
}
