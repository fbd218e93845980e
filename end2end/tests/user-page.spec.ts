// The page of one user: details that two people edit at once, the password, what happened, and who may not.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { type Role, signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a refusal.
test.use({ expectedMessages: [/status of 422/] });

async function openUser(page: Page, who: string, role: Role = "owner"): Promise<void> {
  await signIn(page, role);
  await page.goto(`/users?q=${who}`);
  await whenAlive(page);
  await page.locator("tbody tr").first().getByRole("rowheader").getByRole("link").click();
  await expect(page).toHaveURL(/\/users\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

const field = (page: Page, name: string) => page.getByRole("textbox", { name });

test("details are changed, checked at their fields, and told in the history", async ({ page }) => {
  await openUser(page, "member@demo");
  await expect(page.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);
  await field(page, "Last name").fill("");
  await field(page, "Job title").fill("Countess");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(1);
  await expectAccessible(page);
  await field(page, "Last name").fill("Lovelace");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lovelace");

  await page.getByRole("tab", { name: "Details" }).focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/tab=history/);
  const first = page.locator(".history-line").first();
  await expect(first).toContainText("changed the details");
  await expect(first).toContainText("Job title");
  await expect(first).toContainText("Countess");
  await expectAccessible(page);
});

test("of two who edit at once nobody loses anything", async ({ page, context }) => {
  await openUser(page, "member@demo");
  const other = await context.newPage();
  await other.goto(page.url());
  await whenAlive(other);
  await field(other, "Job title").fill("Analyst");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved", { exact: true })).toBeVisible();

  await field(page, "Last name").fill("Byron");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else changed" })).toBeVisible();
  await expect(field(page, "Job title")).toHaveValue("Analyst");
  await expect(field(page, "Last name")).toHaveValue("Byron");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(field(page, "Job title")).toHaveValue("Analyst");
  await expect(field(page, "Last name")).toHaveValue("Byron");
});

test("support sends a link to choose a password, and changes the email; not of an administrator", async ({ page }) => {
  await openUser(page, "member@demo", "support");
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Change password");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText("The message is on its way")).toBeVisible();
  await page.getByRole("button", { name: "Change email" }).click();
  await dialog.getByRole("textbox", { name: "Email" }).fill("owner@demo.example");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("exists already");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.goto("/users?q=administrator@demo");
  await whenAlive(page);
  await page.locator("tbody tr").first().getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("button", { name: "Change password" })).toHaveAttribute("aria-disabled", "true");
});

test("a user's page on a phone @phone", async ({ page }) => {
  await openUser(page, "member@demo");
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, "nothing sticks out").toBe(false);
});

test("what a user can open, how much they learn, and what they handed in", async ({ page }) => {
  await openUser(page, "member@demo");
  await page.getByRole("tab", { name: "Enrollments" }).click();
  await expect(page).toHaveURL(/tab=enrollments/);
  await expect(page.getByRole("button", { name: "Enroll in more" })).toBeVisible();
  const courses = page.locator("tbody tr");
  await expect(courses.first()).toBeVisible();
  await expectAccessible(page);
  const before = await courses.count();
  await courses.first().getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Take courses away" }).click();
  await expect(courses).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(courses).toHaveCount(before);

  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByRole("img", { name: /of the last 90 days/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Exports" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "As one ZIP file" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^submissions-.*\.zip$/);
  await expectAccessible(page);
});
