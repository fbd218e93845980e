// A console page answers to keys once WebAssembly has taken it over. Presses made before are held and repeated then; keys
// and what is dragged or dropped are not.
import { type Page, expect } from "@playwright/test";

/** Waits until the page's own code runs. */
export async function whenAlive(page: Page): Promise<void> {
  await expect(page.locator("html[data-alive]")).toBeAttached({ timeout: 60_000 });
}
