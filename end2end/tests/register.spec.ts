// Registering with an invitation: with scripts and without, on a phone, once; and what a closed link says.
import { expectAccessible } from "../support/accessible.ts";
import { signInAs } from "../support/accounts.ts";
import { Owner } from "../support/invitations.ts";
import { expect, test } from "../support/test.ts";

const WORDS = "four unrelated words";

test("somebody registers and signs in", { tag: "@phone" }, async ({ page, browser, rollcall }, info) => {
  const address = `grace-${info.project.name}@register.example`;
  const owner = await Owner.signIn(browser, rollcall.url);
  const link = await owner.invite(address);
  await page.goto(link);
  await expect(page.getByText(`You were invited as ${address}`)).toBeVisible();
  await expectAccessible(page);
  expect((await owner.status(address)).status).toBe("sent");

  // What is wrong is said as a field is left, and all of it when the form is to be sent.
  await page.getByLabel("Password").fill("password1");
  await page.getByLabel("First name").focus();
  await expect(page.getByText(/one of the most common ones/)).toBeVisible();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByLabel("First name")).toBeFocused();
  await expect(page.getByText("a name is needed")).toHaveCount(2);
  await expectAccessible(page);

  await page.getByLabel("First name").fill("Grace");
  await page.getByLabel("Last name").fill("Hopper");
  await page.getByText("More about you").click();
  await page.getByLabel("Phone").fill("12");
  await page.getByLabel("Phone").blur();
  await expect(page.getByText(/not a phone number/)).toBeVisible();
  await page.getByLabel("Phone").fill("+49 30 1234567");
  await expect(page.getByText(/not a phone number/)).toBeHidden();

  // Lost and found again: everything but the password.
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Grace");
  await expect(page.getByLabel("Phone")).toHaveValue("+49 30 1234567");
  await expect(page.getByLabel("Password")).toHaveValue("");

  await page.getByLabel("Password").fill(WORDS);
  await expect(page.getByText("A strong password")).toBeVisible();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("type", "text");
  await expect.poll(async () => (await owner.status(address)).status).toBe("opened");
  await page.getByRole("button", { name: "Register" }).dblclick();
  await expect(page).toHaveURL(/\/sign-in\?registered/);
  await expect(page.getByText("You are registered")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Grace");
  await signInAs(page, address, WORDS);
  await expect(page).toHaveURL(/my-courses/);
});

test("the registration page is small and needs no bundle", async ({ page, browser, rollcall }) => {
  const owner = await Owner.signIn(browser, rollcall.url);
  const link = await owner.invite("small@register.example");
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(link, { waitUntil: "networkidle" });
  expect(asked.filter((path) => /\.(wasm|js)$/.test(path))).toEqual([]);
  expect(bytes, "everything over the wire, headers too").toBeLessThan(30_000);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, expectedMessages: [/status of 4\d\d/] });

  test("somebody registers, after a weak password", async ({ page, browser, rollcall }) => {
    const address = "plain@register.example";
    const owner = await Owner.signIn(browser, rollcall.url);
    await page.goto(await owner.invite(address));
    await page.getByLabel("First name").fill("Plain");
    await page.getByLabel("Last name").fill("Html");
    await page.getByLabel("Password").fill("password1");
    await page.getByRole("button", { name: "Register" }).click();
    await expect(page.getByRole("alert")).toContainText("most common ones");
    await expect(page.getByLabel("First name")).toHaveValue("Plain");
    await page.getByLabel("Password").fill(WORDS);
    await page.getByRole("button", { name: "Register" }).click();
    await expect(page).toHaveURL(/\/sign-in\?registered/);
    await signInAs(page, address, WORDS);
  });

  test("a canceled invitation says so and lets ask for another", async ({ page, browser, rollcall }) => {
    const address = "late@register.example";
    const owner = await Owner.signIn(browser, rollcall.url);
    const link = await owner.invite(address);
    await owner.cancel(address);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This invitation was canceled" })).toBeVisible();
    await expect(page.getByText(address)).toBeHidden();
    await page.getByRole("button", { name: "Ask for a new invitation" }).click();
    await expect(page.getByRole("heading", { name: "You asked for a new invitation" })).toBeVisible();
    expect((await owner.status(address)).asked_at).not.toBeNull();
  });
});

test.describe("a used link", () => {
  test.use({ expectedMessages: [/status of 410/] });

  test("says that it was used", { tag: "@phone" }, async ({ page, browser, rollcall }, info) => {
    const owner = await Owner.signIn(browser, rollcall.url);
    const link = await owner.invite(`used-${info.project.name}@register.example`);
    const form = { first_name: "Una", last_name: "Vez", password: WORDS };
    expect((await page.request.post(link, { form, maxRedirects: 0 })).status()).toBe(303);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link has been used" })).toBeVisible();
    await expectAccessible(page);
  });
});
