// An administrator makes an integration token, another system invites with it, and it opens nothing once it is revoked.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a refused request.
test.use({ expectedMessages: [/status of (403|422)/] });

test("a token is made, used and revoked", { tag: "@phone" }, async ({ page, request }) => {
  const name = `Shop ${test.info().project.name}`;
  await signIn(page, "administrator");
  await page.goto("/settings/tokens");
  await whenAlive(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog", { name: "New token" });
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByRole("alert")).toContainText("a token needs a name");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Invite people").check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("shown this once")).toBeVisible();
  const token = (await dialog.locator(".login-link-address").textContent())?.trim() ?? "";
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close" }).last().click();

  const invite = () =>
    request.post("/api/v1/invitations", {
      headers: { authorization: `Bearer ${token}`, "idempotency-key": name.replaceAll(" ", "-") },
      data: { emails: ["from-the-shop@demo.example"] },
    });
  const answer = await invite();
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ results: [{ email: "from-the-shop@demo.example", outcome: "invited" }] });
  await page.goto("/invitations?q=from-the-shop");
  await expect(page.locator("tbody tr").first()).toContainText("from-the-shop@demo.example");

  await page.goto("/settings/tokens");
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(/just now|second/i);
  await expectAccessible(page);
  await whenAlive(page);
  await row.getByRole("button", { name: /Revoke/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The token is revoked")).toBeVisible();
  await expect(row).toBeHidden();
  expect((await invite()).status()).toBe(401);
});

test.describe("not for everyone", () => {
  test("support is told why", async ({ page }) => {
    await signIn(page, "support");
    await page.goto("/settings/tokens");
    await expect(page.getByText(/your role may not manage integration tokens/i)).toBeVisible();
    await expectAccessible(page);
  });
});
