// Saved views: a list that one opens again and again gets a name, and is one press away.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

const views = (page: Page) => page.getByRole("navigation", { name: "Saved views" });
const link = (page: Page, name: string) => views(page).getByRole("link", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

async function openUsers(page: Page, query = ""): Promise<void> {
  await page.goto(`/users${query}`);
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await whenAlive(page);
}

test.describe("with names that are refused", () => {
  test.use({ expectedMessages: [/status of 422/] });

  test("a list gets a name, is opened with a press, and shows something else later", async ({ page }) => {
    await signIn(page, "administrator");
    await openUsers(page, "?status=archived&sort=joined");
    const name = `Gone ${Date.now()}`;
    await views(page).getByRole("button", { name: "Save this view" }).click();
    await expect(dialog(page).getByLabel("Name")).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText(/name is needed/)).toBeVisible();
    await dialog(page).getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`“${name}” is saved`)).toBeVisible();
    await expect(link(page, name)).toHaveAttribute("aria-current", "true");
    await expect(views(page).getByRole("button", { name: "Save this view" })).toBeHidden();
    await expectAccessible(page);

    await link(page, "All users").click();
    await expect(page).toHaveURL(/\/users$/);
    await page.reload();
    await link(page, name).click();
    await expect(page).toHaveURL(/status=archived&sort=joined$/);
    await expect(page.locator("tbody tr").first()).toContainText("Archived");

    await page.goto("/users?role=support");
    await whenAlive(page);
    await views(page).getByRole("button", { name: "Save this view" }).click();
    await dialog(page).getByLabel("Name").fill(name.toUpperCase());
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText(/you have a view of this name/)).toBeVisible();
    await page.keyboard.press("Escape");
    await views(page).getByRole("button", { name: "Change views" }).click();
    await expect(dialog(page).getByText("Status: Archived · Sort by: Newest")).toBeVisible();
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: `Show the present list: ${name}` }).click();
    await expect(page.getByText(`“${name}” shows this list now`)).toBeVisible();
    await expect(link(page, name)).toHaveAttribute("aria-current", "true");
  });
});

test("a view is renamed and deleted by keyboard alone, and had back", async ({ page }) => {
  await signIn(page, "support");
  await openUsers(page, "?role=owner");
  const name = `Chiefs ${Date.now()}`;
  await views(page).getByRole("button", { name: "Save this view" }).press("Enter");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(link(page, name)).toBeVisible();

  await views(page).getByRole("button", { name: "Change views" }).press("Enter");
  await dialog(page).getByRole("button", { name: `Rename: ${name}` }).press("Enter");
  await expect(dialog(page).getByLabel("Name")).toHaveValue(name);
  await expect(dialog(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(`${name} anew`);
  await page.keyboard.press("Enter");
  await expect(link(page, `${name} anew`)).toBeVisible();
  await expect(views(page).getByRole("button", { name: "Change views" })).toBeFocused();

  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: `Delete: ${name} anew` }).press("Enter");
  await expect(link(page, `${name} anew`)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(link(page, `${name} anew`)).toBeVisible();
});

test("nobody sees the views of others", async ({ page, browser, baseURL }) => {
  await signIn(page, "owner");
  await openUsers(page);
  await expect(link(page, "Waiting for approval")).toBeVisible();
  const other = await browser.newPage({ baseURL });
  await signIn(other, "groupadmin");
  await openUsers(other);
  await expect(views(other)).toHaveCount(0);
  await other.close();
});

test("on a phone the views stand in one row", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  await openUsers(page, "?q=an");
  await expect(link(page, "Never accessed")).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "nothing is wider than the screen").toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a view is a link like any other", async ({ page }) => {
    await signIn(page, "owner");
    await page.goto("/users");
    await link(page, "Never accessed").click();
    await expect(page).toHaveURL(/never_accessed=yes/);
    await expect(link(page, "Never accessed")).toHaveAttribute("aria-current", "true");
  });
});
