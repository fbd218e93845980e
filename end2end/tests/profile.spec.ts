// One's own profile: for a learner and for an admin, with and without a console.
import { expectAccessible } from "../support/accessible.ts";
import { PASSWORD, email, signIn, signInAs } from "../support/accounts.ts";
import { Owner } from "../support/invitations.ts";
import { expect, test } from "../support/test.ts";

test("a learner changes details, password and address", { tag: "@phone" }, async ({ page, browser, baseURL }) => {
  const owner = await Owner.signIn(browser, baseURL ?? "");
  const address = `learner${Date.now()}@journey.example`;
  await page.goto(await owner.invite(address));
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Last name").fill("Lovelace");
  await page.getByLabel("Password", { exact: true }).fill("quay-lantern-42");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signInAs(page, address, "quay-lantern-42");

  await page.getByRole("link", { name: "Your profile" }).click();
  await expect(page.getByRole("heading", { name: "Your profile", level: 1 })).toBeVisible();
  await expect(page.getByText("This device")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Job title").fill("Countess");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();

  await page.getByLabel("New email address").fill(`new-${address}`);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`A link is on its way to new-${address}`)).toBeVisible();
});

test.describe("a wrong present password", () => {
  test.use({ expectedMessages: [/status of 422/] });

  test("is refused at its field", async ({ page }) => {
    await signIn(page, "administrator");
    await page.goto("/profile");
    await page.getByLabel("Your present password").fill("not this one");
    await page.getByLabel("New password").fill("another-lantern-7");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("this is not your present password")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main navigation" })).toBeVisible();
    await expectAccessible(page);
  });
});

test("signing out everywhere ends the other devices too", async ({ page, browser, baseURL }) => {
  const other = await browser.newContext({ baseURL });
  const form = { name: email("instructor"), password: PASSWORD, next: "" };
  expect((await other.request.post("/sign-in", { form })).ok()).toBe(true);
  await signIn(page, "instructor");
  await page.goto("/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const answer = await other.request.post("/api/profile/look", { data: {} });
  expect(answer.status()).toBe(401);
  await other.close();
});
