// Asks axe-core whom a page keeps out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The violations that keep people out. The audit runs in a world of its own, so that the page's policy stays as it is.
export async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const run = (expression: string) =>
    session.send("Runtime.evaluate", {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
  await run(kAxe);
  const { result } = await run("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)");
  const found = result.value as { id: string; impact: string; nodes: { html: string }[] }[];
  const grave = found.filter((v) => v.impact === "serious" || v.impact === "critical");
  return grave.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => n.html)
        .join(" ")}`,
  );
}
