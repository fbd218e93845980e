// The first page anybody sees. It must work before WebAssembly has arrived, and without JavaScript.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { expect, test } from "../support/test.ts";

test("the sign-in page is quiet and accessible", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page);
});

test("an owner signs in", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "owner");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeHidden();
});

test.describe("refused", () => {
  test.use({ expectedMessages: [/status of 422/] });

  test("a wrong password is refused in words", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel(/email or username/i).fill("owner@demo.example");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an owner signs in", async ({ page }) => {
    await signIn(page, "owner");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeHidden();
  });
});
