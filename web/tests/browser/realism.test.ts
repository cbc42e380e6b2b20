// The realism of the feed that is served: the report's own parts, of the same figures.
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { number } from "../../charts/format";
import { toReport, type Report } from "../../report/data";
import { violations } from "./audit";
import { launch, type Opened } from "./open";
import { readWrapped } from "./serve";
import { visit } from "./visit";

const site = inject("site");

let browser: Browser;
let report: Report;
beforeAll(async () => {
  browser = await launch();
  report = toReport(await (await fetch(`${site.url}api/realism`)).json());
});
afterAll(() => browser?.close());

async function open(hash: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const opened = await visit(browser, site, hash, options);
  await opened.page.waitForSelector(".view.realism section");
  await opened.page.waitForFunction(() => [...document.querySelectorAll(".plot")].every((p) => p.querySelector("svg")));
  return opened;
}

test("the report's parts are there with the server's figures, and nothing is complained of", async () => {
  const { page, complaints } = await open("#/realism");
  expect(await page.locator("h2").first().textContent()).toBe(
    `Scorecard: ${report.passed} of ${report.targets.length}`,
  );
  expect(await page.locator(".targets > li").count()).toBe(report.targets.length);
  for (const target of report.targets) {
    const row = page.locator(`[data-target="${target.id}"]`);
    expect(await row.locator(".cell.measured").evaluate((c) => c.lastChild!.textContent)).toBe(
      number(target.measured as number),
    );
    expect(await row.locator("summary .badge").textContent()).toBe(target.pass ? "pass" : "fail");
  }
  const charts = await page.locator(".chart[id]").evaluateAll((all) => all.map((c) => c.id).sort());
  expect(charts).toEqual(report.charts.map((c) => `chart-${c.id}`).sort());
  expect(await page.locator("figure[data-feature]").count()).toBe(report.windows?.features.length ?? 0);
  expect(await page.locator("h1").textContent()).toContain(`${readWrapped(site).length} listeners`);
  expect(complaints).toEqual([]);
});

test("a part has an address, and the list of parts leads to it", async () => {
  const { page } = await open("#/realism/scorecard");
  const top = (id: string) => page.locator(`#${id}`).evaluate((e) => e.getBoundingClientRect().top);
  await expect.poll(() => top("scorecard")).toBeLessThan(200);
  const last = await page.locator(".view.realism section").last().getAttribute("id");
  await page.locator(".view.realism > nav a").last().click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/realism/${last}`);
  await expect.poll(() => page.evaluate((id) => document.activeElement!.id === id, last)).toBe(true);
  expect(await page.locator("h1").textContent()).toContain("listeners");
});

test.each([
  ["light", 1280],
  ["dark", 1280],
  ["light", 360],
] as const)("nobody is kept out, nothing is too wide: %s, %i px", async (colorScheme, width) => {
  const { page, complaints } = await open("#/realism", { colorScheme, viewport: { width, height: 800 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
