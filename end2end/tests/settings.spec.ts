// Settings and the audit: what is decided is told, and who may only look can only look.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { expect, test } from "../support/test.ts";

test("a setting is changed, and the audit says from what to what", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/settings");
  await expectAccessible(page);
  await page.getByLabel("Invitations are valid for").fill("21");
  await page.getByLabel("Shortest password").fill("3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "a whole number from 8 to 64" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Shortest password").fill("12");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();

  await page.goto("/audit?action=settings.changed");
  const line = page.getByRole("listitem").filter({ hasText: "changed the settings" }).first();
  await expect(line).toContainText(/Shortest password\s*8.*12/s);
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-.*\.csv$/);

  // Another journey counts on the settings as they were.
  await page.goto("/settings");
  await page.getByLabel("Shortest password").fill("8");
  await page.getByLabel("Invitations are valid for").fill("7");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
});

test("a test message shows what became of it", async ({ page }) => {
  await signIn(page, "administrator");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(page.getByText("Kept here")).toBeVisible();
  await expectAccessible(page);
});

test("support looks at the settings and changes none", async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/settings");
  await expect(page.getByLabel("Shortest password")).toBeDisabled();
  await expect(page.getByText("may not change settings").first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/audit");
  await expect(page.getByRole("heading", { name: "Audit", level: 1 })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "signed in" }).first()).toBeVisible();
});
