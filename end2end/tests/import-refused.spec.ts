import { signIn } from "../support/accounts.ts";
import { expect, test } from "../support/test.ts";

test("people without the right are told so", async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/imports/new");
  await expect(page.getByText(/your role may not import users/i)).toBeVisible();
});
