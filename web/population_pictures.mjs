// node population_pictures.mjs URL OUT: the pictures of docs/population.md. URL is that of `wrapfeed serve`, whose page
// they show, or of another page that asks it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [url, out] = process.argv.slice(2);
const kQuery = "#/population?country=BR";
const kParts = ["rhythm", "artists", "personalities", "year", "tracks", "taste", "ages", "clubs", "minutes", "cities"];
const kSets = [
  { ending: "", width: 1280, theme: "light", scale: 0.6, parts: ["group", ...kParts] },
  { ending: "_night", width: 1280, theme: "dark", scale: 0.6, parts: ["rhythm", "personalities"] },
  { ending: "_phone", width: 360, theme: "light", scale: 0.8, parts: ["group", "rhythm", "artists", "personalities"] },
];
const kTall = 12_000;  // px: the whole view, so that no part lies under what sticks to the window's edges
const kPhone = 740;  // px: as much of a part as a phone shows

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: asRoot });
mkdirSync(out, { recursive: true });
for (const { ending, width, theme, scale, parts } of kSets) {
  const viewport = { width, height: kTall };
  const page = await browser.newPage({ viewport, colorScheme: theme, reducedMotion: "reduce" });
  await page.goto(url + kQuery);
  await page.waitForSelector(".leaf");
  await page.waitForTimeout(800);  // ms: charts are drawn in the frames after
  const session = await page.context().newCDPSession(page);
  for (const part of parts) {
    const box = await page.locator(part === "group" ? ".masthead" : `#${part}`).boundingBox();
    const height = width < 600 ? Math.min(box.height, kPhone) : box.height;
    const clip = { x: box.x, y: box.y, width: box.width, height, scale };
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 86, clip });
    writeFileSync(join(out, `${part}${ending}.webp`), Buffer.from(data, "base64"));
  }
  await page.close();
}
await browser.close();
