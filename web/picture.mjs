// node picture.mjs REPORT.html OUT.png: the upper part of a report as a picture, for docs/report.png (with its colours
// reduced to a palette of 128 it stays under 200 kB).
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [report, out] = process.argv.slice(2);
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: asRoot });
const page = await browser.newPage({ viewport: { width: 1280, height: 2085 }, colorScheme: "light" });
await page.goto(`file://${resolve(report)}`);
await page.waitForFunction(() => [...document.querySelectorAll(".plot")].every((p) => p.querySelector("svg")));
await page.screenshot({ path: out });
await browser.close();
