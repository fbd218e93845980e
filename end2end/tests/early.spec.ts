// On a slow line a page can be read and pressed long before WebAssembly has come. What is pressed then is done when it has.
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

/** Opens a page whose WebAssembly comes only when the returned function is called. */
async function openSlowly(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return release;
}

test("a press that comes too early is done when the page is alive", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  const release = await openSlowly(page, "/settings");
  const send = page.getByRole("button", { name: "Send a test message" });
  await send.click();
  await expect(page.locator("html[data-alive]")).not.toBeAttached();
  release();
  await expect(page.getByText("Kept here")).toBeVisible();
});

test("a form sent too early is sent when the page is alive, and never into the address", async ({ page }) => {
  await signIn(page, "owner");
  const release = await openSlowly(page, "/users/new");
  await page.getByLabel("First name").fill("Mary");
  await page.getByLabel("Last name").fill("Somerville");
  await page.getByLabel(/^email/i).first().fill("mary@somerville.example");
  await page.getByLabel("Last name").press("Enter");
  expect(new URL(page.url()).search).toBe("");
  release();
  await whenAlive(page);
  await expect(page).toHaveURL(/\/users$/);
  await page.goto("/users?q=somerville");
  await expect(page.locator("tbody tr")).toHaveCount(1);
});
