// What a keyboard reaches, and what goes on or waits by itself.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./audit";
import { browser, first, kCalm, site, story, visit } from "./listeners";
import { visit as visitSite } from "./visit";

const of = (id: string) => `users/${first.user_id}/${id}`;

// A tab in the background, until the event "seen".
function hide(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    let hidden = true;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    addEventListener("seen", () => {
      hidden = false;
      document.dispatchEvent(new Event("visibilitychange"));
    });
  });
}

test("a story that is higher than the window is scrolled by the keys", async () => {
  const { page } = await visit(of("song"), { viewport: { width: 400, height: 320 }, ...kCalm });
  await story(page, "song");
  const above = () => page.locator("article").evaluate((e) => e.scrollTop);
  await expect.poll(() => page.locator("article").getAttribute("tabindex")).toBe("0");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect.poll(above).toBeGreaterThan(0);
  await page.keyboard.press("PageUp");
  await expect.poll(above).toBe(0);
  await page.keyboard.press("ArrowRight");
  await story(page, "artists");
  expect(await page.evaluate(() => document.activeElement!.id)).toBe("story-artists");
});

test("going back closes the figures", async () => {
  const { page } = await visit(of("minutes"), kCalm);
  await story(page, "minutes");
  await page.keyboard.press("ArrowRight");
  await story(page, "song");
  await page.keyboard.press("t");
  expect(await page.locator("dialog[open]").count()).toBe(1);
  await page.goBack();
  await story(page, "minutes");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await story(page, "song");
});

test("nothing goes on in a tab that nobody sees, nor once motion is turned off", async () => {
  const { page } = await visitSite(browser, site, `#/users/${first.user_id}`, {}, hide);
  await story(page, "minutes");
  const play = () => page.locator(".stage").getAttribute("data-play");
  expect(await play()).toBe("held");
  await page.evaluate(() => dispatchEvent(new Event("seen")));
  expect(await play()).toBe("on");
  await page.getByRole("button", { name: "Turn motion off" }).click();
  await expect.poll(play).toBe("off");
  expect(await page.getByRole("button", { name: "Play" }).count()).toBe(1);
});

test("the focus stays in the page when what had it is gone", async () => {
  const { page } = await visit("", kCalm);
  const focused = () => page.evaluate(() => document.activeElement!.id || document.activeElement!.ariaLabel);
  await page.locator(".home").getByRole("button", { name: "Surprise me" }).focus();
  await page.keyboard.press("Enter");
  await story(page, "minutes");
  await expect.poll(focused).toBe("content");
  await page.getByRole("link", { name: "Club" }).focus();
  await page.keyboard.press("Enter");
  await story(page, "club");
  await page.getByRole("button", { name: "Next story" }).focus();
  await page.keyboard.press("Enter");
  await story(page, "card");
  expect(await focused()).toBe("Next story");
  await page.getByRole("button", { name: "Save as picture" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Saved – once more?");
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe("Saved – once more?");
});

test("a server that waits for a feed says what it lacks", async () => {
  const error = "feed/manifest.json: there is no such file";
  const json = { id: "0", state: "missing", stage: null, step: null, share: 0, error };
  const lacks = (page: Page) => page.route("**/api/status", (route) => route.fulfill({ json }));
  const { page } = await visitSite(browser, site, `#/${of("song")}`, {}, lacks);
  await page.waitForSelector(`text=${error}`);
});
