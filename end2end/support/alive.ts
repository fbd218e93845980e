// A console page answers to keys once WebAssembly has taken it over. What a test does before that is done to plain HTML:
// right for some tests, a race for all others.
import { type Page, expect } from "@playwright/test";

/** Waits until the page's own code runs, by opening and closing the list of keys, which has a name in its language. */
export async function whenAlive(page: Page, name = "Keyboard shortcuts"): Promise<void> {
  const keys = page.getByRole("dialog", { name });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(keys).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 20_000 });
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
}
