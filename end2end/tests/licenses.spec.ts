// Seats change hands: by mouse, by keyboard alone, on a phone; what happened is spoken and can be undone.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

const holders = (page: Page) => page.getByRole("listbox", { name: "With a seat" });
const others = (page: Page) => page.getByRole("listbox", { name: "Without a seat" });
const lastChange = (page: Page) => page.locator(".allocator-last").getByRole("status");

/** A counter of the license, by its label. */
async function counter(page: Page, label: string): Promise<number> {
  const figure = page.getByRole("region", { name: "Seats of this license" }).locator(".allocator-count");
  const text = await figure.filter({ hasText: label }).locator("dd").innerText();
  return Number(text.replaceAll(",", ""));
}

async function openLicense(page: Page, name: string): Promise<void> {
  await page.goto("/licenses");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await whenAlive(page);
  await expect(page.getByRole("listbox").filter({ visible: true }).first()).toBeVisible();
}

test("the list says how full each license is and whether it is valid", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/licenses");
  const row = page.getByRole("row").filter({ hasText: "FORKLIFT-2025" });
  await expect(row).toContainText("Ended");
  await expect(page.getByRole("row").filter({ hasText: "SAFETY-2026" })).toContainText(/of [\d,]+ used/);
  await expect(row.getByRole("img", { name: /^Seats in use over the last 90 days: from/ })).toBeVisible();
  await expectAccessible(page);
});

test("seats are given and taken back with the mouse, at once, and undone", async ({ page }) => {
  await signIn(page, "owner");
  await openLicense(page, "Service and leadership 2026");
  const free = await counter(page, "Free");
  await expectAccessible(page);

  const chosen = others(page).getByRole("option");
  await chosen.nth(0).click();
  await chosen.nth(2).click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Give 3 seats" }).click();
  await expect(lastChange(page)).toContainText("3 seats given: ");
  expect(await counter(page, "Free")).toBe(free - 3);
  await page.reload();
  await whenAlive(page);
  expect(await counter(page, "Free"), "it is so on the server").toBe(free - 3);

  await page.getByLabel("Status").selectOption("Archived");
  await expect(others(page).getByRole("option")).toHaveCount(0);
  await page.getByLabel("Status").selectOption("All");
  await expect(others(page).getByRole("option").first()).toBeVisible();

  await page.getByLabel("Search those with a seat").fill("a");
  await holders(page).getByRole("option").first().click();
  await page.getByRole("button", { name: "Take back 1 seat" }).click();
  await expect(lastChange(page)).toContainText("1 seat taken back: ");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lastChange(page)).toContainText("1 seat given: ");
  expect(await counter(page, "Free")).toBe(free - 3);
});

test("the allocator by keyboard alone, with what is spoken", async ({ page }) => {
  await signIn(page, "administrator");
  await openLicense(page, "Service and leadership 2026");
  const free = await counter(page, "Free");
  await others(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(others(page).locator('[aria-selected="true"]')).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(lastChange(page)).toContainText(/^2 seats given: .+\. \d[\d,]* free\.$/);
  await expect(others(page)).toBeFocused();
  expect(await counter(page, "Free")).toBe(free - 2);
});

test("started seats of a standard license are marked and stay, and the ledger says why", async ({ page }) => {
  await signIn(page, "owner");
  await openLicense(page, "Safety 2026");
  const started = holders(page).getByRole("option").filter({ hasText: "Started: stays used" }).first();
  await started.click();
  const takeBack = page.getByRole("button", { name: "Take back" });
  await expect(takeBack).toHaveAttribute("aria-disabled", "true");
  await expect(takeBack).toHaveAccessibleDescription(/stay used/);
  await page.getByRole("button", { name: "Why is this seat taken?" }).click();
  const ledger = page.getByRole("dialog").getByRole("listitem");
  await expect(ledger.first()).toContainText("Started");
  await expect(ledger.last()).toContainText("Given");
  await expectAccessible(page);
});

test.describe("refused", () => {
  test.use({ expectedMessages: [/status of 422/] });

  test("too few seats: nothing happens, and those never started are one press away", async ({ page }) => {
    await signIn(page, "owner");
    await openLicense(page, "Data privacy 2026");
    const free = await counter(page, "Free");
    await page.getByRole("button", { name: /^Select all that match/ }).last().click();
    await page.getByRole("button", { name: /^Give [\d,]+ seats$/ }).click();
    const dialog = page.getByRole("dialog", { name: "Not enough free seats" });
    await expect(dialog).toContainText(/seats short/);
    await expect(dialog).toContainText("Nothing was changed.");
    await expectAccessible(page);
    expect(await counter(page, "Free")).toBe(free);
  });
});

test("the lists are two tabs on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "owner");
  await openLicense(page, "Service and leadership 2026");
  await expect(others(page)).toBeVisible();
  await expect(holders(page)).toBeHidden();
  await page.getByRole("tab", { name: /With a seat/ }).click();
  await expect(holders(page)).toBeVisible();
  await expect(others(page)).toBeHidden();
  await expectAccessible(page);
});

test("a license is made, and does not shrink below what is used", async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/licenses/new");
  await whenAlive(page);
  await page.getByRole("button", { name: "Add license" }).click();
  await expect(page.getByRole("alert")).toContainText("a name is needed");
  await page.getByLabel("Name").fill("First aid 2027");
  await page.getByLabel("Reference").fill("AID-2027");
  await page.getByLabel("Seats bought").fill("5");
  await page.getByLabel("First day").fill("2020-01-01");
  await page.getByLabel("Last day").fill("2099-12-31");
  await page.getByRole("group", { name: "Courses" }).getByRole("checkbox").first().check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add license" }).click();
  await expect(page.getByRole("heading", { name: "First aid 2027", level: 1 })).toBeVisible();
  await whenAlive(page);
  await others(page).getByRole("option").nth(0).click();
  await others(page).getByRole("option").nth(1).click();
  await page.getByRole("button", { name: "Give 2 seats" }).click();
  await expect(lastChange(page)).toContainText("2 seats given");
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Seats bought").fill("1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert")).toContainText("keep at least 2");
});

test("support sees licenses and is told why it may not change them", async ({ page }) => {
  await signIn(page, "support");
  await openLicense(page, "Safety 2026");
  await others(page).getByRole("option").first().click();
  await expect(page.getByRole("button", { name: "Give 1 seat" })).toHaveAccessibleDescription(/may not manage licenses/);
});
