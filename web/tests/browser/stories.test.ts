// The stories as a visitor walks them: `wrapfeed serve` on a real feed, in Chromium.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./audit";
import { all, browser, few, first, heaviest, kCalm, kIds, kPhone, shown, site, story, visit } from "./listeners";
import { cardText, kTold } from "./told";

async function swipe(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const point = (x: number) => [{ x, y: 420 }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from) });
  await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point((from + to) / 2) });
  await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(to) });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("the start shows the feed, finds a listener by name and by number, and surprises", async () => {
  const { page, complaints } = await visit("");
  expect(await page.locator(".lede").textContent()).toContain(`${all.length} simulated listeners`);
  expect(await page.locator(".sleeve").count()).toBe(6);
  expect(await violations(page)).toEqual([]);

  const { profile } = (await (await fetch(`${site.url}api/users/${first.user_id}`)).json()) as {
    profile: { name: string };
  };
  const box = page.locator(".home").getByRole("combobox");
  await box.fill(profile.name);
  await page.locator(`.home [role=option][data-user="${first.user_id}"]`).click();
  await page.waitForURL(`**/#/users/${first.user_id}`);
  await story(page, "minutes");

  await page.goto(`${site.url}#/`);
  await box.fill(String(heaviest.user_id));
  await page.waitForSelector(".home [role=option]");
  await box.press("ArrowDown");
  await box.press("Enter");
  await page.waitForURL(`**/#/users/${heaviest.user_id}`);

  await page.goto(`${site.url}#/`);
  await box.fill("nobody has this name");
  await page.waitForSelector(".none:not([hidden])");
  await page.locator(".home").getByRole("button", { name: "Surprise me" }).click();
  await page.waitForURL(/#\/users\/\d+$/);
  await story(page, "minutes");
  expect(complaints).toEqual([]);
});

test.each([
  ["of an ordinary listener", first],
  ["of the heaviest", heaviest],
  ["of one with few plays", few],
] as const)("every number %s is that of `wrapped --format json`", async (_, w) => {
  const { page, complaints } = await visit(`users/${w.user_id}/minutes`, kCalm);
  for (const id of kIds) {
    await story(page, id);
    const nothing = await page.locator("article.bare").count();
    expect(await shown(page), `${w.user_id} ${id}`).toEqual(nothing ? {} : kTold[id]!(w));
    expect(nothing, `${w.user_id} ${id}`).toBe(id !== "card" && Object.keys(kTold[id]!(w)).length === 0 ? 1 : 0);
    if (id === "card") expect(await page.locator("canvas").getAttribute("aria-label")).toBe(cardText(w));
    await page.keyboard.press("ArrowRight");
  }
  expect(complaints).toEqual([]);
});

test("keys walk, jump, pause, open the figures and leave; the address follows", async () => {
  const { page, complaints } = await visit(`users/${first.user_id}`);
  for (const [i, id] of kIds.entries()) {
    await story(page, id);
    if (i > 0) expect(new URL(page.url()).hash).toBe(`#/users/${first.user_id}/${id}`);
    expect(await page.locator(".rail .now, .rail .past").count()).toBe(i + 1);
    await page.keyboard.press(i % 2 ? "ArrowDown" : "ArrowRight");
  }
  await story(page, "card");
  await page.keyboard.press("ArrowLeft");
  await story(page, "club");
  await page.keyboard.press("Home");
  await story(page, "minutes");
  await page.keyboard.press("End");
  await story(page, "card");
  await page.goBack();
  await story(page, "minutes");

  const play = () => page.locator(".stage").getAttribute("data-play");
  const before = await play();
  await page.keyboard.press("Space");
  expect(await play()).not.toBe(before);
  await page.keyboard.press("t");
  expect(await page.locator("dialog table").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await story(page, "minutes");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".home");
  expect(complaints).toEqual([]);
});

test("taps and swipes walk every story", async () => {
  const { page, complaints } = await visit(`users/${first.user_id}/minutes`, { ...kPhone, ...kCalm });
  for (const [i, id] of kIds.entries()) {
    await story(page, id);
    if (i % 2) await swipe(page, 300, 60);
    else await page.touchscreen.tap(300, 700);
  }
  await story(page, "card");
  await swipe(page, 60, 300);
  await story(page, "club");
  await page.touchscreen.tap(20, 400);
  await story(page, "town");
  await page.getByRole("button", { name: "Close the stories" }).tap();
  await page.waitForSelector(".home");
  expect(complaints).toEqual([]);
});

test("the mouse turns, the bar jumps", async () => {
  const { page, complaints } = await visit(`users/${first.user_id}/minutes`, kCalm);
  await page.getByRole("button", { name: "Next story" }).click();
  await story(page, "song");
  await page.getByRole("button", { name: "Previous story" }).click();
  await story(page, "minutes");
  await page.getByRole("link", { name: "Personality" }).click();
  await story(page, "personality");
  await page.getByRole("button", { name: "The figures behind this story" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  expect(complaints).toEqual([]);
});

test("stories go on by themselves, but not where motion is not wanted nor where one was linked to", async () => {
  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(`${site.url}#/users/${first.user_id}`);
  await story(page, "minutes");
  await page.clock.runFor(2_000);
  expect((await shown(page)).minutes).toBe(first.minutes.toLocaleString("en-US"));
  await page.clock.runFor(8_100);
  await story(page, "song");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.clock.runFor(30_000);
  await story(page, "song");
  await page.getByRole("button", { name: "Turn motion off" }).click();
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);

  const calm = await visit(`users/${first.user_id}`, kCalm);
  await story(calm.page, "minutes");
  expect(await calm.page.locator(".stage").getAttribute("data-play")).toBe("off");
  for (const id of kIds) {
    await story(calm.page, id);
    expect(await calm.page.evaluate(() => document.getAnimations().length), id).toBe(0);
    await calm.page.keyboard.press("ArrowRight");
  }
  const linked = await visit(`users/${first.user_id}/clock`);
  await story(linked.page, "clock");
  expect(await linked.page.locator(".stage").getAttribute("data-play")).toBe("off");
});

test("the card is saved as a PNG of 1080 by 1920", async () => {
  const { page, complaints } = await visit(`users/${first.user_id}/card`, { ...kPhone, ...kCalm });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as picture" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`wrapped-${first.year}-user-${first.user_id}.png`);
  const png = readFileSync(await download.path());
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1920]);
  expect(png.length).toBeGreaterThan(60_000);  // bytes; a blank sheet has a tenth of it
  expect(complaints).toEqual([]);
});
