// A stranger registers where the organization allows it, without scripts, and waits for approval.
import { expectAccessible } from "../support/accessible.ts";
import { Owner } from "../support/invitations.ts";
import { expect, test } from "../support/test.ts";

type Settings = { form: Record<string, unknown> };

test.describe("a stranger", () => {
  test.use({ expectedMessages: [/status of (404|422)/] });

  test("registers, and waits for approval", { tag: "@phone" }, async ({ page, browser, baseURL }) => {
    const owner = await Owner.signIn(browser, baseURL ?? "");
    await page.goto("/register");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveCount(0);

    const { form: known } = await owner.call<Settings>("settings/look", {});
    const wanted = { ...known, self_registration: true, registration_domains: "journey.example" };
    const decided = await owner.call<Record<string, unknown>>("settings/change", { known, wanted });
    await page.goto("/sign-in");
    await expectAccessible(page);
    await page.getByRole("link", { name: /^No account yet/ }).click();
    await expect(page).toHaveURL(/\/register$/);
    await expectAccessible(page);
    await page.getByLabel("Email").fill("ada@elsewhere.example");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByText(/only addresses of the organization/).first()).toBeVisible();

    const address = `self${Date.now()}@journey.example`;
    await page.getByLabel("Email").fill(address);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Look at your messages" })).toBeVisible();
    await expectAccessible(page);

    await page.goto(await owner.link(address));
    await page.getByLabel("First name").fill("Ada");
    await page.getByLabel("Last name").fill("Lovelace");
    await page.getByLabel("Password", { exact: true }).fill("quay-lantern-42");
    await page.getByRole("button", { name: "Register" }).click();
    await expect(page.getByText(/has to approve your account/)).toBeVisible();

    await owner.call("settings/change", { known: decided, wanted: { ...decided, self_registration: false } });
  });
});
