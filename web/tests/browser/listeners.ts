// The listeners whom the tests of the stories look at, how these go there, and what they see.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { launch, type Opened } from "./open";
import { readWrapped } from "./serve";
import { kTold } from "./told";
import { visit as visitSite } from "./visit";

export const site = inject("site");
export const all = readWrapped(site);
export const kIds = Object.keys(kTold);
export const kPhone = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;
export const kCalm = { reducedMotion: "reduce" } as const;

const heard = all.filter((w) => w.eligible);
export const heaviest = heard.reduce((a, b) => (b.minutes > a.minutes ? b : a));
export const few = all.find((w) => w.streams > 0 && !w.eligible)!;  // who has no personality
export const silent = all.find((w) => w.streams === 0)!;
export const first = heard.find((w) => w !== heaviest && w.sound_town !== null)!;

export let browser: Browser;  // of each file of tests
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

export async function visit(hash: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const opened = await visitSite(browser, site, `#/${hash}`, options);
  await opened.page.waitForSelector(".view, .state:not(.waiting)");
  return opened;
}

export async function story(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`#story-${id}`);
  await expect
    .poll(() => page.locator(".drawing").evaluateAll((d) => d.every((x) => x.childElementCount > 0)))
    .toBe(true);
}

export function shown(page: Page): Promise<Record<string, string>> {
  return page
    .locator("article [data-figure]")
    .evaluateAll((marks) => Object.fromEntries(marks.map((m) => [m.getAttribute("data-figure")!, m.textContent!])));
}
