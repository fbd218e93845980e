// Accessibility, as far as a machine can tell: axe finds nothing against WCAG 2.2 AA, in light and
// in dark.
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Checks the page as it stands, in both color schemes, and leaves it in light. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // What was already under way is over soon; halfway between two colors is neither.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
    expect(found, `no violations in ${colorScheme}`).toEqual([]);
  }
}
