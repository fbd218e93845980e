// Finding people: search as you type, filters, pages; and the address that says it all.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

const search = (page: Page) => page.getByRole("searchbox", { name: /search by name/i });
const rows = (page: Page) => page.locator("tbody tr");
const count = (page: Page) => page.getByRole("main").getByRole("status");

/** As in an organization that is too large for the browser to hold. */
async function askTheServer(page: Page): Promise<void> {
  await page.route("**/api/users/held", (route) => route.fulfill({ json: "TooMany" }));
}

async function openUsers(page: Page): Promise<void> {
  await signIn(page, "owner");
  await page.goto("/users");
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await whenAlive(page);
}

test("typing narrows the list, and the address keeps it", async ({ page }) => {
  await openUsers(page);
  await expect(rows(page)).toHaveCount(50);
  const before = await page.evaluate(() => history.length);
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await search(page).pressSequentially("owner@demo", { delay: 20 });
  await expect(rows(page)).toHaveCount(1);
  await expect(count(page)).toHaveText("1 user matches");
  await expect(page).toHaveURL(/\?q=owner%40demo$/);
  expect(await page.evaluate(() => history.length), "a letter is no step back").toBe(before);
  await page.reload();
  await expect(search(page)).toHaveValue("owner@demo");
  await expect(rows(page)).toHaveCount(1);
});

test("the browser finds people by itself once it holds the list", async ({ page }) => {
  const held = page.waitForResponse(async (response) => {
    if (!response.url().endsWith("/api/users/held")) return false;
    return ((await response.json()) as { Changed?: { next: unknown } }).Changed?.next === null;
  });
  await openUsers(page);
  await held;
  await page.route("**/api/users/list", (route) => route.abort());
  await search(page).pressSequentially("owner@demo", { delay: 20 });
  await expect(rows(page)).toHaveCount(1);
  await expect(count(page)).toHaveText("1 user matches");
  await expect(page).toHaveURL(/\?q=owner%40demo$/);
  await search(page).fill("");
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows(page)).toHaveCount(50);
  // Somebody else did something: one sees it when one comes back to the page.
  const again = page.waitForRequest("**/api/users/held");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await again;
});

test("an older answer does not replace a newer one", async ({ page }) => {
  await askTheServer(page);
  await openUsers(page);
  await page.route("**/api/users/list", async (route) => {
    const asked = route.request().postDataJSON() as { filter: { search: string } };
    if (asked.filter.search === "ow") await new Promise((later) => setTimeout(later, 1500));
    await route.continue();
  });
  await search(page).fill("ow");
  await page.waitForTimeout(300);
  await search(page).fill("administrator@demo");
  await expect(rows(page)).toHaveCount(1);
  await page.waitForTimeout(1500);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("administrator@demo.example");
});

test("filters are set, shown as chips, taken away, and survive a reload and a step back", async ({ page }) => {
  await openUsers(page);
  await page.getByText("Advanced filters").click();
  await page.getByRole("group", { name: "Status" }).getByLabel("Archived").check();
  await expect(page).toHaveURL(/status=archived/);
  await expect(rows(page).first()).toContainText("Archived");
  await page.getByRole("group", { name: "Role" }).getByLabel("Member").check();
  await expect(page).toHaveURL(/role=member/);
  const chips = page.getByRole("list", { name: "Filters that are set" });
  await expect(chips.getByRole("listitem")).toHaveText(["Status: Archived", "Role: Member"]);
  await expectAccessible(page);

  await page.reload();
  await whenAlive(page);
  await expect(chips.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("group", { name: "Status" }).getByLabel("Archived")).toBeChecked();

  await chips.getByRole("button", { name: "Remove Status: Archived" }).click();
  await expect(chips.getByRole("listitem")).toHaveText(["Role: Member"]);
  await expect(search(page)).toBeFocused();
  await page.goBack();
  await expect(chips.getByRole("listitem")).toHaveCount(2);

  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/users$/);
  await expect(chips).toBeHidden();
});

test("a location is found by typing in its filter", async ({ page }) => {
  await openUsers(page);
  await page.getByText("Advanced filters").click();
  await page.getByRole("combobox", { name: /^location/i }).click();
  const first = page.getByRole("listbox", { name: /^location/i }).getByRole("option").first();
  const name = (await first.textContent()) ?? "";
  await first.click();
  await expect(page).toHaveURL(/location=/);
  await expect(rows(page).first()).toContainText(name);
});

test("pages go on and back without a gap", async ({ page }) => {
  await openUsers(page);
  const names = () => rows(page).getByRole("rowheader").allTextContents();
  const first = await names();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(names).not.toEqual(first);
  const second = await names();
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect.poll(names).toEqual(first);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Last access");
  await expect(page).toHaveURL(/sort=last_access/);
  await expect(page.getByRole("columnheader", { name: "Last access" })).toHaveAttribute("aria-sort", "descending");
});

test("nobody matching is said, and led out of", async ({ page }) => {
  await openUsers(page);
  await search(page).fill("nobody is called this");
  await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(search(page)).toHaveValue("");
  await expect(rows(page)).toHaveCount(50);
});

test.describe("when the server cannot be reached", () => {
  test.use({ expectedMessages: [/Failed to load resource/] });

  test("the list says so and tries again", async ({ page }) => {
    await askTheServer(page);
    await openUsers(page);
    await page.route("**/api/users/list", (route) => route.abort());
    await search(page).fill("owner");
    await expect(page.getByRole("alert")).toContainText("cannot be reached");
    await expectAccessible(page);
    await page.unroute("**/api/users/list");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(rows(page).first()).toBeVisible();
  });
});

test("on a phone, people are cards", { tag: "@phone" }, async ({ page, isMobile }) => {
  await openUsers(page);
  await expect(rows(page).first()).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "nothing is wider than the screen").toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  if (isMobile) await expect(rows(page).first()).toHaveCSS("display", "grid");
});

test("a group admin sees their groups' people and learns why they cannot add any", async ({ page }) => {
  await signIn(page, "groupadmin");
  await page.goto("/users");
  await expect(rows(page).first()).toBeVisible();
  const add = page.getByRole("button", { name: "Add user" });
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await expect(add).toHaveAccessibleDescription(/may not create users/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the first page is there all the same", async ({ page }) => {
    await signIn(page, "support");
    await page.goto("/users?q=owner%40demo");
    await expect(rows(page)).toHaveCount(1);
  });
});
