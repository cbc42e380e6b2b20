import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/browser/serve.ts",
          testTimeout: 180_000,  // ms; an audit of the whole page takes seconds, more where processors are shared
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
