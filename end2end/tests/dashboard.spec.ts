// The first page of the console: numbers that lead to the lists behind them, and none that the viewer may not see.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { expect, test } from "../support/test.ts";

test("an admin begins here, and each number leads to its list", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Seats in use over the last 90 days: from/ }).first()).toBeVisible();
  await expectAccessible(page);

  const billable = page.getByRole("link", { name: /^Billable/ });
  const [count] = /\d[\d,]*/.exec((await billable.textContent()) ?? "") ?? [""];
  await billable.click();
  await expect(page).toHaveURL(/\/users\?billable=yes$/);
  await expect(page.getByText(new RegExp(`^${count}\\+? users match`))).toBeVisible();

  for (const [name, address] of [
    [/^Invitations that end soon/, /\/invitations\?state=expiring/],
    [/^Imports under way/, /\/imports\?running/],
    [/^Accounts that end within a week/, /\/users\?deletion_to=/],
    [/^Messages that failed/, /\/messages\?state=failed/],
    [/^People with an overdue course/, /\/users\?due_to=/],
  ] as const) {
    await page.goto("/dashboard");
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("support sees no number of what is not for support", async ({ page }) => {
  await signIn(page, "support");
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(page.getByRole("link", { name: /^Messages that failed/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Imports under way/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^To approve/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("a group admin sees the numbers of their own groups", async ({ page }) => {
  await signIn(page, "groupadmin");
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(page.getByRole("link", { name: /^Active/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Billable/ })).toHaveCount(0);
  await expectAccessible(page);
});
