import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { coarseLand } from "./coarse_land";

const kNotice = `<!--
  Made by web/ of wrapfeed; do not edit. It holds
  Observable Plot, Copyright 2020-2025 Observable, Inc., and D3, Copyright 2010-2026 Mike Bostock (ISC licence);
  interval-tree-1d and binary-search-bounds, Copyright 2013-2015 Mikola Lysenko (MIT licence);
  Instrument Sans and Instrument Serif, Copyright 2022 The Instrument Sans and The Instrument Serif Project Authors
  (SIL Open Font License 1.1, https://openfontlicense.org)`;

// What a page has more than the report: notices, and what its policy allows.
interface More {
  notice: string;
  rules: string[];
}

const kMore: Record<string, More> = {
  report: { notice: "", rules: [] },
  app: {
    notice: `;
  topojson-client, Copyright 2012-2019 Michael Bostock, and world-atlas, Copyright 2013-2019 Michael Bostock (ISC licence), with
  land outlines of Natural Earth (public domain)`,
    rules: ["connect-src 'self'"],
  },
};

// The page may run the one script it holds and nothing else, load nothing from anywhere, but what `more` allows.
function policy(html: string, more: More): string {
  const scripts = [...html.matchAll(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]!);
  const hashes = scripts.map((s) => `'sha256-${createHash("sha256").update(s).digest("base64")}'`).join(" ");
  const rules = [
    "default-src 'none'", `script-src ${hashes}`, "style-src 'unsafe-inline'", "font-src data:", "img-src data:",
    "base-uri 'none'", "form-action 'none'", ...more.rules,
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}" />`;
}

// After everything is in one file: the notice, and the policy that names the script by its hash.
function seal(more: More): Plugin {
  const charset = '<meta charset="utf-8" />';
  const sealed = (html: string) =>
    html
      .replace("<!doctype html>", () => `<!doctype html>\n${kNotice}${more.notice}.\n-->`)
      .replace(charset, () => `${charset}\n    ${policy(html, more)}`);
  return {
    name: "seal",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "asset" && file.fileName.endsWith(".html")) file.source = sealed(String(file.source));
        }
      },
    },
  };
}

// One file a page, so one build a page: `vite build --mode report`, then `--mode app`; what the other made stays there.
export default defineConfig(({ mode }) => {
  const page = mode === "report" ? "report/report.html" : "app/wrapfeed.html";
  return {
    root: resolve(import.meta.dirname, dirname(page)),
    plugins: [coarseLand(), viteSingleFile(), seal(kMore[mode]!)],
    server: { proxy: { "/api": process.env.WRAPFEED_API ?? "http://127.0.0.1:8080" } },
    build: {
      outDir: process.env.WRAPFEED_WEB_OUT ?? resolve(import.meta.dirname, "dist"),
      emptyOutDir: false,
      target: "es2022",
      assetsInlineLimit: 1 << 20,
      reportCompressedSize: false,
      rolldownOptions: { input: resolve(import.meta.dirname, page) },
    },
  };
});
