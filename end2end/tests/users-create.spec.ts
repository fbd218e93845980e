// Adding a user by hand: everything the form asks, what it refuses, and the person signing in.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { signIn, signInAs } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a refused request.
test.use({ expectedMessages: [/status of (422|403)/] });

async function openForm(page: Page): Promise<void> {
  await signIn(page, "administrator");
  await page.goto("/users/new");
  await expect(page.getByRole("heading", { name: "Add a user" })).toBeVisible();
  await whenAlive(page);
}

async function name(page: Page, first: string, last: string): Promise<void> {
  await page.getByLabel("First name").fill(first);
  await page.getByLabel("Last name").fill(last);
}

test("a user with everything is created and signs in", async ({ page, browser, baseURL }) => {
  await openForm(page);
  await name(page, "Katherine", "Johnson");
  await page.getByLabel(/^email/i).first().fill("katherine@nasa.example");
  await page.getByLabel("Use email address as username").uncheck();
  await page.getByLabel(/^username/i).fill("kjohnson");
  await page.getByLabel(/type one now/i).check();
  await page.getByLabel("Password to hand over").fill("orbit by hand 1962");
  await page.getByRole("switch", { name: /must be changed/i }).uncheck();
  await page.getByRole("radio", { name: /support/i }).check();
  await page.getByRole("combobox", { name: /^groups/i }).click();
  await page.getByRole("listbox", { name: /^groups/i }).getByRole("option").first().click();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: /^location/i }).selectOption({ index: 1 });
  await page.getByText("Profile details").click();
  await page.getByLabel(/^phone/i).fill("+1 757 864 1000");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(page).toHaveURL(/\/users$/);
  await expect(page.getByText("Katherine Johnson is in")).toBeVisible();

  await page.getByRole("searchbox").fill("kjohnson 7578641000");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText("Never accessed");

  const other = await browser.newPage({ baseURL: baseURL ?? "" });
  await signInAs(other, "KJOHNSON", "orbit by hand 1962");
  await other.close();
});

test("what is wrong is said at its field and on top, and what was typed stays", { tag: "@phone" }, async ({ page }) => {
  await openForm(page);
  await page.getByLabel("First name").fill("Ada");
  const email = page.getByLabel(/^email/i).first();
  await email.fill("ada@");
  await email.blur();
  await expect(email).toHaveAccessibleDescription(/should look like name@example.org/);
  await page.getByLabel(/type one now/i).check();
  await page.getByLabel("Password to hand over").fill("password");
  await page.getByRole("button", { name: "Create user" }).click();

  const summary = page.getByRole("alert").filter({ hasText: "There are 3 problems" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("listitem")).toHaveText([/a name is needed/, /not an email address/, /most common/]);
  await expectAccessible(page);
  await summary.getByRole("link", { name: /a name is needed/ }).click();
  await expect(page.getByLabel("Last name")).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("Ada");
});

test("only the server knows that an email is taken", async ({ page }) => {
  await openForm(page);
  await name(page, "Second", "Owner");
  await page.getByLabel(/^email/i).first().fill("OWNER@demo.example");
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(page.getByLabel(/^email/i).first()).toHaveAccessibleDescription(/exists already/);
});
test("a license brings its courses, and a role above one's own is not given", async ({ page }) => {
  await openForm(page);
  await expect(page.getByRole("radio", { name: /owner/i })).toBeDisabled();
  await expect(page.getByRole("radio", { name: /administrator/i })).toBeDisabled();
  await page.getByRole("combobox", { name: /^license/i }).selectOption({ index: 1 });
  const courses = page.getByRole("group", { name: "Courses" }).getByRole("checkbox");
  await expect(courses.first()).toBeChecked();
  for (const course of await courses.all()) await course.uncheck();
  await name(page, "Mary", "Jackson");
  await page.getByLabel(/^email/i).first().fill("mary@nasa.example");
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(page.getByRole("group", { name: "Courses" })).toHaveAccessibleDescription(/at least one course/);
});

test("support may not create anybody", async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/users/new");
  await expect(page.getByText(/may not create users/)).toBeVisible();
  await expectAccessible(page);
});
