// node pictures.mjs URL USER OUT: the small pictures in docs/: the start, every story of a user on a desk and on a phone,
// and `stories.webp`, some of them in a row. URL is that of `wrapfeed serve`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [url, user, out] = process.argv.slice(2);
const kStories = [
  "minutes",
  "song",
  "artists",
  "genres",
  "clock",
  "calendar",
  "discoveries",
  "age",
  "personality",
  "day",
  "town",
  "club",
  "card",
];
const kRow = ["minutes", "song", "artists", "clock", "personality", "town"];
const kSizes = {
  desk: { viewport: { width: 1280, height: 800 }, scale: 0.6 },
  phone: { viewport: { width: 360, height: 740 }, scale: 0.8 },
};

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: asRoot });

async function webp(page, options = {}) {
  const session = await page.context().newCDPSession(page);
  if (options.clear)
    await session.send("Emulation.setDefaultBackgroundColorOverride", { color: { r: 0, g: 0, b: 0, a: 0 } });
  const clip = { x: 0, y: 0, ...page.viewportSize(), scale: options.scale ?? 1 };
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 84, clip });
  return Buffer.from(data, "base64");
}

async function shoot(page, hash, theme, scale = 1) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.goto(`${url}#/${hash}`);
  await page.waitForSelector(".view, .state:not(.waiting)");
  await page.waitForTimeout(600);  // ms: charts are drawn in the frames after
  return webp(page, { scale });
}

mkdirSync(join(out, "page"), { recursive: true });
for (const [size, { viewport, scale }] of Object.entries(kSizes)) {
  const page = await browser.newPage({ viewport });
  const views = [["start", ""], ...kStories.map((s) => [s, `users/${user}/${s}`])];
  for (const [name, hash] of views) {
    const theme = size === "phone" && kStories.indexOf(name) % 2 ? "dark" : "light";
    writeFileSync(join(out, "page", `${name}_${size}.webp`), await shoot(page, hash, theme, scale));
  }
  await page.close();
}

const phone = await browser.newPage({ viewport: kSizes.phone.viewport });
const shots = [];
for (const s of kRow) shots.push((await shoot(phone, `users/${user}/${s}`, "light")).toString("base64"));
const row = await browser.newPage({ viewport: { width: 1600, height: 536 } });
const images = shots
  .map((s) => `<img src="data:image/webp;base64,${s}" style="width:250px;border-radius:18px">`)
  .join("");
await row.setContent(`<body style="margin:0;padding:10px;display:flex;justify-content:space-between">${images}</body>`);
await row.waitForTimeout(300);
writeFileSync(join(out, "stories.webp"), await webp(row, { clear: true }));
await browser.close();
