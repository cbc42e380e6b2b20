// The page as a reader gets it: the built file, opened from disk in Chromium.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { number } from "../../charts/format";
import fixture from "../../report/fixture.json";
import { violations } from "./audit";
import { launch, open, type Opened } from "./open";

const kPhone = { viewport: { width: 360, height: 740 } };

let browser: Browser;
let desk: Opened;  // the page that tests may read but not change
beforeAll(async () => {
  browser = await launch();
  desk = await open(browser, fixture);
  await pictures(desk.page);
});
afterAll(() => browser?.close());

async function pictures(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll(".plot")].every((p) => p.querySelector("svg")));
}

function unfold(page: Page, selector: string): Promise<void> {
  return page.locator(selector).evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
}

test("every chart is drawn, nothing is asked of the network and the console stays silent", async () => {
  const { page, complaints } = desk;
  const { windows, spread, correlations } = fixture.scorecard;
  expect(await page.locator(".curves .plot svg").count()).toBeGreaterThanOrEqual(fixture.charts.length);
  expect(await page.locator("figure[data-feature]").count()).toBe(windows.features.length);
  expect(await page.locator("figure[data-spread]").count()).toBe(spread.length);
  expect(await page.locator("#traits-go-together tbody tr").count()).toBe(correlations.length);
  expect(await page.locator(".clock .spoke").count()).toBe(24);
  const drawn = await page.locator(".chart[id]").evaluateAll((all) =>
    all.map((f) => ({
      id: f.id,
      shapes: f.querySelectorAll(".plot :is(path, rect, line)").length,
      rows: f.querySelectorAll("tbody tr").length,
    })),
  );
  expect(drawn.map((d) => d.id).sort()).toEqual(fixture.charts.map((c) => `chart-${c.id}`).sort());
  for (const chart of fixture.charts) {
    const { shapes, rows } = drawn.find((d) => d.id === `chart-${chart.id}`)!;
    expect(shapes, chart.id).toBeGreaterThan(chart.series.length);
    expect(rows, chart.id).toBe(new Set(chart.series.flatMap((s) => s.points.map((p) => p[0]))).size);
  }
  expect(complaints).toEqual([]);
});

test("the scorecard shows the figures of the data", async () => {
  const { page } = desk;
  const { targets, passed } = fixture.scorecard;
  expect(await page.locator("h2").first().textContent()).toBe(`Scorecard: ${passed} of 12`);
  for (const target of targets) {
    const row = page.locator(`[data-target="${target.id}"]`);
    const shown = async (name: string) => row.locator(`.cell.${name}`).evaluate((c) => c.lastChild!.textContent);
    expect(await row.locator("summary .badge").textContent()).toBe(target.pass ? "pass" : "fail");
    expect(await row.locator(".name").textContent()).toContain(target.name);
    expect(await shown("measured")).toBe(number(target.measured));
    expect(await shown("target")).toBe(number(target.target));
    expect(await shown("tolerance")).toBe(`±${number(target.tolerance)}`);
    const judged = target.checks.filter((c) => c.judged);
    expect(await row.locator("summary .outside").count()).toBe(judged.filter((c) => !c.pass).length);
    expect(await row.locator("summary :is(.inside, .outside)").count()).toBe(judged.length);
    expect(await row.locator("tbody tr").count()).toBe(target.checks.length);
  }
});

test("a target opens by keyboard", async () => {
  const { page } = await open(browser, fixture);
  const row = page.locator('[data-target="1"]');
  await row.locator("summary").focus();
  expect(await row.locator("table").isVisible()).toBe(false);
  await page.keyboard.press("Enter");
  expect(await row.locator("table").isVisible()).toBe(true);
});

test("window features stand worst first", async () => {
  const features = desk.page.locator("figure[data-feature]");
  const names = await features.evaluateAll((all) => all.map((f) => f.getAttribute("data-feature")));
  const sorted = [...fixture.scorecard.windows.features].sort((a, b) => b.ks - a.ks).map((f) => f.name);
  expect(names).toEqual(sorted);
});

test.each([360, 768, 1440])("nothing is wider than a screen of %i px", async (width) => {
  const { page } = await open(browser, fixture, { viewport: { width, height: 800 } });
  await pictures(page);
  await unfold(page, "details");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const wide = await page.locator("main *").evaluateAll((all, limit) => {
    const free = (e: Element) => !e.closest(".scroll") && !e.closest("svg") && !e.closest(".unseen");
    const wide = all.filter((e) => free(e) && e.getBoundingClientRect().right > limit + 1);
    return wide.map((e) => e.outerHTML.slice(0, 90));
  }, width);
  expect(wide).toEqual([]);
});

test("charts are drawn again when the window changes its width", async () => {
  const { page, complaints } = await open(browser, fixture);
  await pictures(page);
  const width = () => page.locator("#chart-hours .plot svg").first().getAttribute("width");
  const before = await width();
  await page.setViewportSize(kPhone.viewport);
  await expect.poll(width).not.toBe(before);
  expect(complaints).toEqual([]);
});

test("light and dark follow the system and the reader's choice", async () => {
  const { page } = await open(browser, fixture, { colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await paper()).toBe(dark);
  await page.getByRole("button", { name: "Light" }).click();
  expect(await paper()).toBe(light);
});

test("without data the page says so", async () => {
  const { page, complaints } = await open(browser, undefined);
  expect(await page.locator("h1").textContent()).toBe("No data in this page");
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("parts that are absent break nothing", async () => {
  const { page, complaints } = await open(browser, { feed: { users: 2 }, extra: [1], scorecard: { passed: 0 } });
  expect(await page.locator("h1").textContent()).toBe("2 listeners");
  expect(await page.locator("section").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("markup in the data stays text", async () => {
  const title = "</script><img src=x onerror=alert(1)>";
  const { page, complaints } = await open(browser, { ...fixture, charts: [{ ...fixture.charts[0], title }] });
  expect(await page.locator(".curves h3").textContent()).toBe(title);
  expect(await page.locator("img").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 360],
] as const)("nobody is kept out: %s, %i px", async (colorScheme, width) => {
  const { page } = await open(browser, fixture, { colorScheme, viewport: { width, height: 900 } });
  await pictures(page);
  await unfold(page, ".targets details, #chart-hours details");
  expect(await violations(page)).toEqual([]);
});

test("printing opens the targets", async () => {
  const { page } = await open(browser, fixture);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator(".targets details[open]").count()).toBe(12);
});
