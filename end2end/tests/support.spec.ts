// Support helps somebody on the phone: from the search to a login link in four actions, and the link signs that person in.
import { expectAccessible } from "../support/accessible.ts";
import { email, signIn } from "../support/accounts.ts";
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
