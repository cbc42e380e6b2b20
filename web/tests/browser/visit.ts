// Opens the served page at a place within it, such as "#/population", and notes what it should never do. `prepare` is
// called before anything is loaded.
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { watch, type Opened } from "./open";
import type { Site } from "./serve";

const kPage = process.env.WRAPFEED_PAGE;  // a page to show instead of the program's, to work on it without a build

export async function visit(
  browser: Browser,
  { url }: Site,
  hash: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  const complaints = watch(page, new RegExp(`^(${url}|data:|blob:${url})`));
  if (kPage)
    await page.route(url, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: readFileSync(kPage) }),
    );
  await prepare(page);
  await page.goto(url + hash);
  return { page, complaints };
}
