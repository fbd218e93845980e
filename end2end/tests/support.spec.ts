// Support helps somebody on the phone: from the search to a login link in four actions, and the link signs that person in.
import { expectAccessible } from "../support/accessible.ts";
import { email, signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

test("from the search to a login link in four actions", async ({ page, browser }) => {
  await signIn(page, "support");
  await page.goto("/support");
  await expect(page.getByRole("heading", { name: "Who is calling?" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("searchbox").fill("member@demo");
  await expect(page.getByRole("article")).toContainText("member@demo.example");
  await page.getByRole("button", { name: "Login link" }).click();
  await page.getByLabel("Reason").fill("called: cannot find the activation message");
  await page.getByRole("button", { name: "Make the link" }).click();

  const dialog = page.getByRole("dialog");
  const link = dialog.getByText(/\/login-link\//);
  await expect(link).toBeVisible();
  await expect(dialog.getByRole("img", { name: "The link as a QR code" })).toBeVisible();
  await expectAccessible(page);

  const learner = await browser.newPage();
  await learner.goto((await link.textContent()) ?? "");
  await learner.getByRole("button", { name: /^(Sign in|Anmelden|Se connecter|Iniciar sesión)$/ }).click();
  await expect(learner).toHaveURL(/\/my-courses/);
  await learner.close();
});

test("what is wrong has the button that mends it", async ({ page, request }) => {
  const form = { name: email("instructor"), password: "not the password" };
  const headers = { "sec-fetch-site": "same-origin" };
  for (let attempt = 0; attempt < 10; attempt += 1) await request.post("/sign-in", { form, headers });
  expect((await request.post("/sign-in", { form, headers })).status()).toBe(429);

  await signIn(page, "support");
  await page.goto("/support?q=instructor@demo");
  await expect(page.getByText("Locked out after too many attempts")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Let them try now" }).click();
  await expect(page.getByText("Locked out after too many attempts")).toBeHidden();
});

test("nobody of one's own rank can be helped, and the reason is said", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/support?q=owner@demo");
  const button = page.getByRole("button", { name: "Login link" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/not below your own/);
  await expectAccessible(page);
});

test("an administrator brings an archived caller back and gives a seat", async ({ page }) => {
  await signIn(page, "administrator");
  await page.goto("/users?status=archived");
  const archived = page.locator("tbody tr").first().getByRole("link").first();
  const name = (await archived.textContent()) ?? "";
  await page.goto(`/support?q=${encodeURIComponent(name.trim())}`);
  await expect(page.getByText("The account is archived")).toBeVisible();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText("The account is archived")).toBeHidden();

  await page.goto("/users/new");
  await whenAlive(page);
  await page.getByLabel("First name").fill("Grace");
  await page.getByLabel("Last name").fill("Hopper");
  await page.getByLabel(/^email/i).first().fill("grace@navy.example");
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(page).toHaveURL(/\/users$/);
  await page.goto("/support?q=grace@navy");
  await page.getByRole("button", { name: "Give a seat" }).click();
  const dialog = page.getByRole("dialog", { name: "Give a seat" });
  await dialog.getByLabel("License").selectOption({ index: 1 });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Give a seat" }).click();
  await expect(page.getByText(/1 seat given/)).toBeVisible();
});

test("whoever is only invited is found, and their address is put right", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "administrator");
  await page.goto("/invitations?state=sent");
  const email = (await page.locator("tbody tr").first().getByRole("link").first().textContent()) ?? "";
  await page.goto(`/support?q=${encodeURIComponent(email.trim())}`);
  const invited = page.getByRole("region", { name: "Invited, not registered yet" });
  await expect(invited).toContainText(email.trim());
  await expectAccessible(page);
  await invited.getByRole("button", { name: "Correct the address" }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("put-right@demo.example");
  await page.getByRole("button", { name: "Correct and send" }).click();
  await page.getByRole("searchbox").fill("put-right");
  await expect(invited).toContainText("put-right@demo.example");
});
