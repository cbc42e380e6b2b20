// The population as a reader gets it: the real program serves a real feed to Chromium, and every figure is counted
// again from the tables and from `wrapped --format json`.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Wrapped } from "../../app/model";
import type { Population } from "../../population/data";
import type { Choices } from "../../population/filters";
import { violations } from "./audit";
import { launch, type Opened } from "./open";
import { readUsers, readWrapped } from "./serve";
import { visit } from "./visit";

interface FeedUser {
  user_id: number;
  birth_date: string;
  country: string;
  plan: string;
}

const kPhone = { viewport: { width: 360, height: 740 } };
const kWindowEnd = "2025-11-15";

const site = inject("site");
const wrapped = readWrapped(site) as unknown as Wrapped[];
const users = readUsers(site) as unknown as FeedUser[];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

async function settled(page: Page): Promise<void> {
  await page.waitForSelector(".shown:not([aria-busy]) > :is(.masthead, .state)");
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".plot")].every((p) => p.querySelector("svg") || p.clientWidth === 0),
  );
}

async function open(hash: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const opened = await visit(browser, site, hash, options);
  await settled(opened.page);
  return opened;
}

function ask<T>(path: string): Promise<T> {
  return fetch(`${site.url}api/${path}`).then((answer) => answer.json() as Promise<T>);
}

function ageOf({ birth_date }: FeedUser): number {
  return (
    Number(kWindowEnd.slice(0, 4)) -
    Number(birth_date.slice(0, 4)) -
    (birth_date.slice(5) > kWindowEnd.slice(5) ? 1 : 0)
  );
}

function inBand(user: FeedUser, band: string): boolean {
  const [low, high] = band.split("-");
  return ageOf(user) >= Number(low) && (high === "" || ageOf(user) <= Number(high));
}

// The users that the filters leave, counted from the tables.
function counted(filters: Record<string, string>): Wrapped[] {
  const fits = (u: FeedUser) =>
    (!filters.country || u.country === filters.country) &&
    (!filters.plan || u.plan === filters.plan) &&
    (!filters.age || inBand(u, filters.age));
  const ids = new Set(users.filter(fits).map((u) => u.user_id));
  return wrapped.filter((w) => ids.has(w.user_id));
}

function tally(values: string[]): Record<string, number> {
  return values.reduce<Record<string, number>>((sums, v) => ({ ...sums, [v]: (sums[v] ?? 0) + 1 }), {});
}

// A table behind a picture: the first cells of its rows and one column of figures.
async function column(page: Page, part: string, index: number): Promise<Record<string, number>> {
  const rows = await page
    .locator(`#${part} table`)
    .first()
    .locator("tbody tr")
    .evaluateAll(
      (all, i) => all.map((row) => [row.children[0]!.textContent!, row.children[i]!.textContent!] as const),
      index,
    );
  return Object.fromEntries(rows.map(([name, value]) => [name, Number(value.replace(/,/g, ""))]));
}

function dropEmpty(sums: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n > 0));
}

async function figure(page: Page, words: string): Promise<string> {
  return (await page.locator(".numbers div", { hasText: words }).locator("dd").first().textContent())!;
}

// What the page shows of a group is what the tables hold.
async function compare(page: Page, filters: Record<string, string>): Promise<void> {
  const group = counted(filters);
  const eligible = group.filter((w) => w.eligible);
  const listeners = group.filter((w) => w.streams > 0);
  expect(await page.locator(".matching b").textContent()).toBe(group.length.toLocaleString("en-US"));
  expect(await page.locator("h1").textContent()).toMatch(
    new RegExp(`^${group.length.toLocaleString("en-US")} .*listener`),
  );
  const streams = group.reduce((sum, w) => sum + w.streams, 0);
  const shown = await figure(page, "streams");
  if (streams < 1e6) expect(shown).toBe(streams.toLocaleString("en-US"));
  else expect(Math.abs(parseFloat(shown) * 1e6 - streams)).toBeLessThan(50_001);
  const people = dropEmpty(await column(page, "personalities", 1));
  expect(people).toEqual(tally(eligible.map((w) => `${w.personality!.name} (${w.personality!.code})`)));
  expect(dropEmpty(await column(page, "clubs", 1))).toEqual(tally(eligible.map((w) => w.club!.name)));
  const bins = Object.values(await column(page, "minutes", 1));
  expect(bins.reduce((a, b) => a + b, 0)).toBe(listeners.length);
  const days = Object.values(await column(page, "year", 2)).reduce((a, b) => a + b, 0);
  expect(days).toBe(streams);
}

test("everybody is shown, as counted from the tables, and nothing is complained of", async () => {
  const { page, complaints } = await open("#/population");
  await compare(page, {});
  expect(await page.title()).toBe("Population · wrapfeed");
  expect(await page.locator(".leaf").count()).toBe(10);
  expect(await page.locator(".ghost, .ghost-line").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the filters leave those who fit, alone and together, and stand in the address", async () => {
  const { page, complaints } = await open("#/population");
  const { country, age } = await ask<Choices>("filters");
  const chosen = {
    country: country[0]!.value,
    plan: "free",
    age: age.reduce((a, b) => (b.users > a.users ? b : a)).value,
  };
  let filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(chosen)) {
    await page.locator(`select[name="${name}"]`).selectOption(value);
    await page.waitForFunction((v) => location.hash.includes(v), `${name}=${value}`);
    await settled(page);
    filters = { ...filters, [name]: value };
    expect(Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.split("?")[1]))).toEqual(filters);
    await expect.poll(() => page.locator(".matching b").textContent()).toBe(String(counted(filters).length));
    await compare(page, filters);
  }
  expect(await page.locator(".plate .ghost-line").count()).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
});

test("every choice has as many listeners as the table", async () => {
  const { page } = await open("#/population");
  const choices = await ask<Choices>("filters");
  for (const name of ["country", "plan", "age"] as const) {
    const texts = await page.locator(`select[name="${name}"] option`).allTextContents();
    const shown = texts.slice(1).map((t) => Number(/\(([\d,]+)\)$/.exec(t)![1]!.replace(",", "")));
    expect(shown).toEqual(choices[name].map((c) => counted({ [name]: c.value }).length));
    expect(shown.reduce((a, b) => a + b, 0)).toBe(users.length);
  }
});

test("the pictures hold what the server tells", async () => {
  const { country } = await ask<Choices>("filters");
  const query = `country=${country[0]!.value}`;
  const { page } = await open(`#/population?${query}`);
  const group = await ask<Population>(`population?${query}`);
  for (const [part, all] of [
    ["artists", group.artists],
    ["tracks", group.tracks],
  ] as const) {
    expect(await page.locator(`#${part} .leaders li .names b`).allTextContents()).toEqual(all.map((a) => a.name));
    expect(await page.locator(`#${part} .leaders .streams b`).allTextContents()).toEqual(
      all.map((a) => a.streams.toLocaleString("en-US")),
    );
    const months = await page.locator(`#${part} tbody tr`).first().locator("td").allTextContents();
    const { length } = all[0]!.months;
    expect(months.slice(1, 1 + length)).toEqual(all[0]!.months.map((m) => m.toLocaleString("en-US")));
  }
  const { clock } = group;
  const most = Math.max(...clock.flat());
  const day = clock.findIndex((hours) => hours.includes(most));
  const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  expect(await page.locator("#rhythm h2").textContent()).toBe(
    `The busiest hour is ${names[day]}, ${String(clock[day]!.indexOf(most)).padStart(2, "0")}:00.`,
  );
  const towns = group.cities.filter((c) => c.sound_town_of > 0).length;
  expect(Object.values(await column(page, "cities", 2)).filter((n) => n > 0).length).toBe(towns);
});

test("the Sound Town of most is the one that Wrapped has most", async () => {
  for (const filters of [{}, { plan: "free" }] as Record<string, string>[]) {
    const { page } = await open(`#/population?${new URLSearchParams(filters)}`);
    const towns = tally(counted(filters).flatMap((w) => (w.sound_town ? [w.sound_town.city] : [])));
    const most = Math.max(...Object.values(towns));
    const headline = (await page.locator("#cities h2").textContent())!;
    expect(headline).toMatch(new RegExp(`^${most} listener`));
    expect(towns[/like (.*)\.$/.exec(headline)![1]!]).toBe(most);
  }
});

test("a deep link opens the group, and another address in the same page follows", async () => {
  const { page } = await open("#/population?plan=premium");
  await compare(page, { plan: "premium" });
  expect(await page.title()).toContain("premium listeners");
  await page.evaluate(() => (location.hash = "#/population?plan=free"));
  await expect.poll(() => page.locator('select[name="plan"]').inputValue()).toBe("free");
  await expect.poll(() => page.locator("h1").textContent()).toContain("free listeners");
  await page.goBack();
  await expect.poll(() => page.locator("h1").textContent()).toContain("premium listeners");
});

test("a part of the view has an address", async () => {
  const { page } = await open("#/population/clubs?plan=free");
  const top = (id: string) => page.locator(`#${id}`).evaluate((e) => Math.abs(e.getBoundingClientRect().top - 127));
  await expect.poll(() => top("clubs")).toBeLessThan(80);
  await page.locator(".jumps a", { hasText: "Artists" }).click();
  await expect.poll(() => top("artists")).toBeLessThan(80);
  expect(await page.evaluate(() => location.hash)).toBe("#/population/artists?plan=free");
  expect(await page.evaluate(() => document.activeElement!.id)).toBe("artists");
});

test("a server out of reach is told, and the next try goes on", async () => {
  const { page } = await open("#/population");
  await page.context().setOffline(true);
  await page.locator('select[name="plan"]').selectOption("free");
  await expect.poll(() => page.locator("h1").textContent()).toBe("Nobody answers");
  expect(await page.locator(".matching").textContent()).toBe("");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => page.locator("h1").textContent()).toContain("free listeners");
});

test("the filters are used by keyboard", async () => {
  const { page } = await open("#/population");
  await page.locator('select[name="country"]').focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe("plan");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.locator("h1").textContent()).toContain("free listeners");
  expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe("plan");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("h1").textContent()).toBe(`${users.length} listeners`);
  expect(new URL(page.url()).hash).toBe("#/population");
  expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe("country");
});

test("a reader stays where they are when the group changes", async () => {
  const { page } = await open("#/population");
  await page.locator("#clubs").scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await page.locator('select[name="plan"]').selectOption("free");
  await expect.poll(() => page.locator("h1").textContent()).toContain("free listeners");
  await settled(page);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(400);
  expect(before).toBeGreaterThan(1500);
});

test("nobody fits: the page says so and leads back", async () => {
  const { page, complaints } = await open("#/population?country=AQ");
  expect(await page.locator("h1").textContent()).toBe("Nobody like that");
  expect(await page.locator(".matching").textContent()).toBe(`0 of ${users.length} listeners`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Show everyone" }).click();
  await expect.poll(() => page.locator("h1").textContent()).toBe(`${users.length} listeners`);
  expect(complaints).toEqual([]);
});

test("a group that heard nothing is shown as such", async () => {
  const { age } = await ask<Choices>("filters");
  const silent = wrapped.filter((w) => w.streams === 0).map((w) => users.find((u) => u.user_id === w.user_id)!);
  const groups = silent.map((u) => ({
    country: u.country,
    plan: u.plan,
    age: age.find((band) => inBand(u, band.value))!.value,
  }));
  const group = groups.find((g) => counted(g).every((w) => w.streams === 0));
  if (!group) throw new Error("the feed has nobody who heard nothing and stands alone behind the filters");
  const { page, complaints } = await open(`#/population?${new URLSearchParams(group)}`);
  expect(await page.locator(".few").textContent()).toBe("Nothing was heard in the window.");
  expect(await page.locator(".leaf").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what the server refuses is told, and another choice goes on", async () => {
  const { page, complaints } = await open("#/population?plan=gold");
  expect(await page.locator('.shown [role="alert"]').textContent()).toContain("gold");
  await page.locator('select[name="plan"]').selectOption("free");
  await expect.poll(() => page.locator("h1").textContent()).toContain("free listeners");
  expect(complaints.filter((c) => !c.includes("400"))).toEqual([]);
});

test("a type on the map shows itself and people of it, by pointer and by keyboard", async () => {
  const { page } = await open("#/population");
  const group = await ask<Population>("population");
  const type = group.personalities.find((p) => p.users > 0 && p.code.startsWith("E"))!;
  const other = group.personalities.find((p) => p.users > 0 && p.code.startsWith("F"))!;
  await page.locator(`[data-code="${type.code}"]`).click();
  expect(await page.locator(".panel h3").textContent()).toBe(type.name);
  expect(await page.locator(".panel").textContent()).toContain(`${type.users} listener`);
  const people = await page.locator(".panel .people a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const own = group.people.filter((p) => p.code === type.code).map((p) => `#/users/${p.user_id}`);
  expect(people).toEqual(own.slice(0, 6));
  for (const href of people) {
    const user = wrapped.find((w) => `#/users/${w.user_id}` === href)!;
    expect(user.personality!.code).toBe(type.code);
  }
  await page.locator(`[data-code="${other.code}"]`).focus();
  await page.keyboard.press("Space");
  expect(await page.locator(".panel .topic").textContent()).toBe(other.code);
  expect(await page.evaluate(() => document.activeElement!.getAttribute("data-code"))).toBe(other.code);
});

test.each([360, 768, 1280])("nothing is wider than a screen of %i px", async (width) => {
  const { page } = await open("#/population?plan=free", { viewport: { width, height: 800 } });
  await page.locator("details").evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test.each([
  ["light", 1280, ""],
  ["dark", 1280, "?plan=free"],
  ["light", 360, "?plan=free"],
  ["dark", 360, ""],
] as const)("nobody is kept out: %s, %i px %s", async (colorScheme, width, query) => {
  const tall = { width, height: 12_000 };  // so that no part lies under the filters that stick to the window's edge
  const { page } = await open(`#/population${query}`, { colorScheme, reducedMotion: "reduce", viewport: tall });
  await page
    .locator("#rhythm details, #artists details")
    .evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
  expect(await violations(page)).toEqual([]);
});

test("every picture has a text and a table behind it", async () => {
  const { page } = await open("#/population?plan=free", kPhone);
  for (const leaf of await page.locator(".leaf").all()) {
    expect(await leaf.locator("table tbody tr").count(), (await leaf.getAttribute("id"))!).toBeGreaterThan(5);
  }
  const labels = await page
    .locator(".leaf .plot")
    .evaluateAll((all) => all.map((p) => p.getAttribute("aria-label") ?? ""));
  expect(labels.length).toBeGreaterThan(5);
  for (const label of labels) expect(label.length).toBeGreaterThan(40);
});

test("nothing moves for readers who asked for calm", async () => {
  const { page } = await open("#/population", { reducedMotion: "reduce" });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
