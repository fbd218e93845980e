// How long things take in the browser, each beside plain JavaScript on the same rows in the same page. One after another,
// and never a failure for being slow: machines are shared, so a figure only means something beside its floor.
import journeys from "./playwright.config.ts";
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "bench",
  testMatch: "*.bench.ts",
  outputDir: "test-results",
  workers: 1,
  timeout: 300_000,
  reporter: [["line"]],
  use: { ...journeys.use, trace: "off", viewport: { width: 1440, height: 900 } },
});
