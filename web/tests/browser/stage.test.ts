// How the stories stand on screens of all sizes, by day and by night, and what is shown when there is nothing to show.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./audit";
import { browser, few, first, heaviest, kCalm, kIds, silent, site, story, visit } from "./listeners";

// What stands out of its place: wider than the screen, words that lie upon the picture or upon each other.
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      wrong.push(`page ${document.documentElement.scrollWidth} px wide`);
    const box = (e: Element) => e.getBoundingClientRect();
    for (const e of document.querySelectorAll(".words *, .racers *, .axes *, .drawing text")) {
      const { left, right, width } = box(e);
      if (width > 0 && !e.closest(".turning") && (left < -1 || right > innerWidth + 1))
        wrong.push(`out: ${e.outerHTML.slice(0, 80)}`);
    }
    const [words, picture] = [document.querySelector(".words")!, document.querySelector(".picture")!].map(box) as [
      DOMRect,
      DOMRect,
    ];
    const last = document.querySelector(".after:not(:empty)") ?? document.querySelector(".words h1")!;
    if (picture.left < words.right && box(last).bottom > picture.top + 1) wrong.push("words upon the picture");
    const texts = [...document.querySelectorAll(".drawing text:not(.ring-words)")].map((e) => [e.textContent, box(e)] as const);
    const over = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    texts.forEach(([one, a], i) => {
      for (const [other, b] of texts.slice(i + 1)) if (over(a, b)) wrong.push(`“${one}” upon “${other}”`);
    });
    return wrong;
  });
}

test.each([
  ["light", 1280, 800],
  ["dark", 360, 740],
] as const)("nobody is kept out and nothing is out of place: %s, %i by %i px", async (colorScheme, width, height) => {
  const { page, complaints } = await visit(`users/${first.user_id}/minutes`, {
    colorScheme,
    viewport: { width, height },
    ...kCalm,
  });
  for (const id of kIds) {
    await story(page, id);
    expect(await misplaced(page), id).toEqual([]);
    expect(await violations(page), id).toEqual([]);
    await page.keyboard.press("ArrowRight");
  }
  expect(complaints).toEqual([]);
});

test.each([
  [820, 1100],
  [740, 360],
])("nothing is out of place on %i by %i px, for whoever it is", async (width, height) => {
  const { page } = await visit("", { viewport: { width, height }, ...kCalm });
  for (const w of [few, heaviest]) {
    await page.goto(`${site.url}#/users/${w.user_id}/minutes`);
    for (const id of kIds) {
      await story(page, id);
      expect(await misplaced(page), `${w.user_id} ${id}`).toEqual([]);
      await page.keyboard.press("ArrowRight");
    }
  }
});

test("the first key leads past the header", async () => {
  const { page } = await visit("");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement!.id)).toBe("content");
  expect(await page.locator(".home").count()).toBe(1);
});

test("dark and light follow the system and the reader", async () => {
  const { page } = await visit(`users/${first.user_id}/minutes`, { colorScheme: "dark", ...kCalm });
  const paper = () => page.locator(".stage").evaluate((e) => getComputedStyle(e).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  expect(await paper()).toBe(dark);
});

test("a silent listener, an unknown one, an unknown story and a lost address get an answer", async () => {
  const { page } = await visit(`users/${silent.user_id}`);
  const title = () => page.locator("main h1").textContent();
  await expect.poll(title).toBe("A silent year");
  for (const [hash, words] of [
    ["users/999999999", "Not in this feed"],
    ["users/abc", "No such listener"],
    [`users/${first.user_id}/x`, "No such story"],
    ["nowhere", "No such page"],
  ] as const) {
    await page.goto(`${site.url}#/${hash}`);
    await expect.poll(title).toBe(words);
    expect(await violations(page), hash).toEqual([]);
  }
});

test("an unknown story has no keys, and a known one is shown after it", async () => {
  const { page, complaints } = await visit(`users/${first.user_id}/x`);
  await page.waitForSelector("text=No such story");
  for (const key of ["ArrowRight", "t"]) await page.keyboard.press(key);
  expect(new URL(page.url()).hash).toBe(`#/users/${first.user_id}/x`);
  await page.goto(`${site.url}#/users/${first.user_id}/clock`);
  await story(page, "clock");
  expect(complaints).toEqual([]);
});

test("a server that is gone is named, and can be asked again", async () => {
  const { page } = await visit("");
  await page.route("**/api/**", (route) => route.abort());
  await page.goto(`${site.url}#/users/${first.user_id}/song`);
  await page.waitForSelector("text=Nobody answers");
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await story(page, "song");
});

test("a server that still counts shows how far it is", async () => {
  const page = await browser.newPage();
  let asked = 0;
  await page.route("**/api/status", async (route) => {
    const counting = { id: "0", state: "preparing", stage: "stories", step: "top albums", share: 0.42, error: null };
    await (asked++ === 0 ? route.fulfill({ json: counting }) : route.continue());
  });
  await page.goto(`${site.url}#/users/${first.user_id}/song`);
  await page.waitForSelector("text=Top albums – 42%");
  await story(page, "song");
});
