// Groups and program sessions: making one of each, and inviting into them, each as far as one's role reaches.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a name that is taken.
test.use({ expectedMessages: [/status of 422/] });

test("an owner makes a group and invites into it", { tag: "@phone" }, async ({ page }, info) => {
  const name = `Welders ${info.project.name}`;
  await signIn(page, "owner");
  await page.goto("/groups");
  await whenAlive(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog", { name: "New group" });
  await dialog.getByLabel("Name").fill("cadets 2026");
  await dialog.getByRole("button", { name: "New group" }).click();
  await expect(dialog.getByText("another group has this name")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "New group" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("Nobody yet.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "New session" }).click();
  const held = page.getByRole("dialog", { name: "New session" });
  await held.getByLabel("Program").selectOption({ label: "Cadet year" });
  await held.getByLabel("First day").fill("2026-09-01");
  await held.getByLabel("Last day").fill("2027-06-30");
  await expectAccessible(page);
  await held.getByRole("button", { name: "New session" }).click();
  await expect(page.getByRole("heading", { name: "Cadet year", level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("navigation").getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Invite into this group" }).click();
  await whenAlive(page);
  const address = `weld@${info.project.name}.example`;
  await page.getByRole("textbox", { name: "Email addresses" }).fill(address);
  await page.getByRole("textbox", { name: "Email addresses" }).press("Enter");
  await page.getByRole("button", { name: "Send 1 invitation" }).click();
  await expect(page.getByText("1 invitation is on its way")).toBeVisible();
  await page.goto(`/invitations?q=${address}`);
  await expect(page.getByRole("row").filter({ hasText: address })).toContainText(name);
});

test("an instructor invites a learner from their session", { tag: "@phone" }, async ({ page }, info) => {
  await signIn(page, "instructor");
  await page.goto("/groups");
  await whenAlive(page);
  await expect(page.getByRole("button", { name: "New group" })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);
  const sessions = page.getByRole("table", { name: "Your sessions" });
  await sessions.getByRole("link", { name: "Cadet year" }).first().click();
  await expect(page.getByRole("heading", { name: "Learners" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Invite learners" }).click();
  await whenAlive(page);
  const address = `apprentice@${info.project.name}.example`;
  await page.getByRole("textbox", { name: "Email addresses" }).fill(address);
  await page.getByRole("textbox", { name: "Email addresses" }).press("Enter");
  await page.getByRole("button", { name: "Send 1 invitation" }).click();
  await expect(page.getByText("1 invitation is on its way")).toBeVisible();
  await page.goto("/invitations");
  await expect(page.getByRole("row").filter({ hasText: address })).toContainText("Cadets");
});
