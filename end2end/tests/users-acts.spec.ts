// Doing things to users, one or many: from the row, from the menu, ticked, all that match; and taking it back.
import { type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expectAccessible } from "../support/accessible.ts";
import { type Role, signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

const rows = (page: Page) => page.locator("tbody tr");
const bar = (page: Page) => page.getByRole("region", { name: "Selected users" });
const dialog = (page: Page) => page.getByRole("dialog");

async function openUsers(page: Page, query = "", role: Role = "owner"): Promise<void> {
  await signIn(page, role);
  await page.goto(`/users${query}`);
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await whenAlive(page);
}

test("archiving from a row is done at once and taken back with a press", async ({ page }) => {
  await openUsers(page, "?role=member&q=member");
  const name = await rows(page).first().getByRole("rowheader").innerText();
  await rows(page).first().getByRole("button", { name: /^Archive/ }).click();
  const told = page.getByText(/is archived$/);
  await expect(told).toBeVisible();
  await expect(page.getByRole("row", { name: name.split("\n")[0] })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back: 1 user")).toBeVisible();
  await expect(rows(page).first()).toContainText(name.split("\n")[0] ?? "");
});

test("ticked rows, with a range, get a label by keyboard alone", async ({ page }) => {
  await openUsers(page, "?role=member");
  const tick = (n: number) => rows(page).nth(n).getByRole("checkbox");
  await tick(0).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(tick(2)).toBeFocused();
  await page.keyboard.press("Shift+Space");
  await expect(bar(page)).toContainText("3 selected");
  // In a window as tall as the list neither the bar nor the header covers a part of a row.
  const window = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ ...window, height: 5_000 });
  await expectAccessible(page);
  await page.setViewportSize(window);

  await bar(page).getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Reactivate" })).toBeFocused();
  await page.getByRole("menuitem", { name: "Labels" }).press("Enter");
  await expect(dialog(page)).toContainText("Labels: 3 users");
  await expectAccessible(page);
  await dialog(page).getByRole("combobox", { name: "Labels" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const go = dialog(page).getByRole("button", { name: /^Change \d users?$/ });
  await expect(go).toBeVisible();
  await expectAccessible(page);
  await go.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/users? (is|are) changed/)).toBeVisible();
});

test("all that match are archived with the reason for those who are not", async ({ page }) => {
  await openUsers(page);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await expect(bar(page)).toContainText("50 selected");
  await bar(page).getByRole("button", { name: /Select all .* that match/ }).click();
  await bar(page).getByRole("button", { name: "Archive" }).click();
  await expect(dialog(page)).toContainText(/seats? go(es)? back/);
  await expect(dialog(page)).toContainText("the role is not below your own");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(rows(page)).toHaveCount(50);
});

test("many are archived in the background, with progress, and taken back", async ({ page }) => {
  await openUsers(page);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await bar(page).getByRole("button", { name: /Select all .* that match/ }).click();
  await bar(page).getByRole("button", { name: "Archive" }).click();
  await dialog(page).getByRole("button", { name: /^Archive [\d,]+ users$/ }).click();
  await expect(page.getByText(/[\d,]+ users are archived/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Taken back: [\d,]+ users$/)).toBeVisible({ timeout: 90_000 });
});

test("only who never came can be deleted, in edit mode", async ({ page }) => {
  await openUsers(page, "?never_accessed=1");
  await expect(page.getByRole("button", { name: /^Delete/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Edit mode" }).click();
  await expect(page).toHaveURL(/edit=1/);
  await expect(page.getByText("can be deleted here")).toBeVisible();
  await expectAccessible(page);
  const before = await rows(page).count();
  const name = (await rows(page).first().getByRole("rowheader").innerText()).split("\n")[0] ?? "";
  await rows(page).first().getByRole("checkbox").check();
  await bar(page).getByRole("button", { name: "Delete" }).click();
  await expect(dialog(page)).toContainText("removed for good");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Delete 1 user" }).click();
  await expect(page.getByText("1 user is deleted")).toBeVisible();
  await expect(page.getByRole("rowheader", { name })).toHaveCount(0);
  expect(before).toBeGreaterThan(0);
});

test("support may not archive, and is told why; but makes a login link", async ({ page }) => {
  await openUsers(page, "?role=member", "support");
  const archive = rows(page).first().getByRole("button", { name: /^Archive/ });
  await expect(archive).toHaveAttribute("aria-disabled", "true");
  await archive.focus();
  await expect(page.getByText(/your role may not archive users/).first()).toBeVisible();
  await rows(page).first().getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Login link" }).click();
  await expect(dialog(page)).toContainText(/Login link for/);
  await expectAccessible(page);
});

test("the list is had as a file", async ({ page }) => {
  await openUsers(page, "?role=support");
  await page.getByRole("button", { name: "Export" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "As CSV" }).click();
  const file = await (await waiting).path();
  const lines = readFileSync(file, "utf8").trim().split(/\r?\n/);
  expect(lines.length - 1).toBe(await rows(page).count());
});

test("courses are assigned to many with a due date, and taken back", async ({ page }) => {
  await openUsers(page, "?role=member&status=active");
  const tick = (n: number) => rows(page).nth(n).getByRole("checkbox");
  await tick(0).check();
  await tick(1).check();
  await bar(page).getByRole("button", { name: "Courses" }).click();
  await expect(dialog(page)).toContainText("Courses: 2 users");
  const due = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await dialog(page).getByRole("textbox", { name: /^Due date/ }).fill(due);
  await dialog(page).getByRole("combobox", { name: "Courses" }).fill("Driving");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const go = dialog(page).getByRole("button", { name: /^Assign to [12] users?$/ });
  await expect(go).toBeVisible();
  await expectAccessible(page);
  // By key: the list of courses is still open over the button.
  await go.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Taken back: [12] users?$/)).toBeVisible();
});

test("a seat is given from the row, or the reason is told", async ({ page }) => {
  await openUsers(page, "?role=member&status=active");
  await rows(page).first().getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Seats" }).click();
  await dialog(page).getByRole("combobox", { name: "License" }).selectOption({ index: 1 });
  await expect(dialog(page).getByRole("status")).toContainText(/done to 1 user|cannot be done|not enough free seats/);
  await expectAccessible(page);
});

test("a bundle is assigned as the courses in it", async ({ page }) => {
  await openUsers(page, "?q=support@demo");
  await rows(page).first().getByRole("button", { name: /^Courses/ }).click();
  await dialog(page).getByLabel("Bundle").selectOption({ label: "On the way to shift lead" });
  const chosen = dialog(page).getByRole("button", { name: /^Remove/ });
  await expect(chosen).toHaveCount(3);
  await expectAccessible(page);
  await chosen.first().click();
  await expect(chosen).toHaveCount(2);
  const go = dialog(page).getByRole("button", { name: "Assign to 1 user" });
  await expect(go).toBeVisible();
  await go.click();
  await expect(page.getByText(/is changed$/)).toBeVisible();
});
