// Inviting many at once, and the list of what became of it.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { Files } from "../support/files.ts";
import { Owner } from "../support/invitations.ts";
import { expect, test } from "../support/test.ts";

test("many are invited, by typing, pasting and from a file", { tag: "@phone" }, async ({ page }, info) => {
  const at = `${info.project.name}.invite.example`;
  await signIn(page, "administrator");
  await page.goto("/users");
  await page.getByRole("link", { name: "Invite people" }).click();
  await expect(page.getByRole("heading", { name: "Invite people" })).toBeVisible();
  await whenAlive(page);

  const field = page.getByRole("textbox", { name: "Email addresses" });
  const chips = page.getByRole("list", { name: "Email addresses" });
  await field.fill(`Ann One <ann@${at}>; bob@${at}, nobody owner@demo.example ANN@${at}`);
  await field.press("Enter");
  await expect(chips.getByRole("listitem")).toHaveCount(4);
  await expect(chips.getByText("has an account")).toBeVisible();
  await expect(chips.getByText("no address")).toBeVisible();
  await expect(page.getByText(`2 invitations · 1 has an account · 1 is no address · ANN@${at} stood there twice`)).toBeVisible();
  await expectAccessible(page);

  // What is no address stops the sending, with a way to the field; Backspace takes the last one back into it.
  await page.getByRole("button", { name: "Send 2 invitations" }).click();
  await expect(page.getByRole("alert").getByText("1 is no email address: correct it or remove it")).toBeVisible();
  await field.focus();
  await field.press("Backspace");
  await expect(field).toHaveValue(/nobody/);
  await field.fill(`carol@${at}`);
  await field.press("Enter");

  const files = new Files();
  const list = files.write("list.txt", `\uFEFFdan@${at}\r\neve@${at}\r\nbob@${at}\r\n`);
  await page.getByLabel("Read a list from a file").setInputFiles(list);
  await expect(page.getByText(/^5 invitations/)).toBeVisible();
  files.dispose();

  // The seats that are kept are counted while one chooses.
  const license = page.getByRole("combobox", { name: /^License/ });
  await license.selectOption({ index: 1 });
  await expect(page.getByText(/One for each invitation is kept: 5 of/)).toBeVisible();
  await license.selectOption("");
  await page.getByLabel("Deletion date").fill("2020-01-01");
  await expect(page.getByText("choose a day from tomorrow on")).toBeVisible();
  await page.getByLabel("Deletion date").fill("");

  await page.getByRole("button", { name: "Send 5 invitations" }).click();
  await expect(page.getByText("5 invitations are on their way")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "See all invitations" }).click();
  for (const name of ["ann", "bob", "carol", "dan", "eve"]) {
    await expect(page.getByRole("link", { name: `${name}@${at}` })).toBeVisible();
  }
  await expectAccessible(page);
});

test("an address is corrected, and the offer stays", async ({ page, browser, rollcall }) => {
  const owner = await Owner.signIn(browser, rollcall.url);
  const old = await owner.invite("misstyped@correct.example");
  await signIn(page, "owner");
  await page.goto("/invitations?q=correct.example");
  await whenAlive(page);
  await page.getByRole("button", { name: "Actions for misstyped@correct.example" }).click();
  await page.getByRole("menuitem", { name: "Correct the address" }).click();
  const dialog = page.getByRole("dialog", { name: "Correct the address" });
  await dialog.getByLabel("Address").fill("right");
  await dialog.getByRole("button", { name: "Correct and send" }).click();
  await expect(dialog.getByText(/not an email address/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Address").fill("right@correct.example");
  await dialog.getByLabel("Address").press("Enter");
  await expect(page.getByRole("link", { name: "right@correct.example" })).toBeVisible();
  await expect(page.getByRole("row", { name: /misstyped/ }).getByText("Replaced")).toBeVisible();
  expect((await page.request.get(old)).status(), "the link that went astray is closed").toBe(410);

  await page.getByRole("link", { name: "right@correct.example" }).click();
  await expect(page.getByRole("heading", { name: "right@correct.example" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Messages" }).getByRole("link", { name: "Invitation" })).toHaveCount(1);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("table", { name: "Messages" }).getByRole("link", { name: "Invitation" })).toHaveCount(2);
  await expectAccessible(page);
});

test("several are sent again and canceled, and those who ask are found", async ({ page, browser, rollcall }) => {
  const owner = await Owner.signIn(browser, rollcall.url);
  const links = [];
  for (const name of ["one", "two", "three"]) links.push(await owner.invite(`${name}@bulk.example`));
  await signIn(page, "owner");
  await page.goto("/invitations?q=bulk.example");
  await whenAlive(page);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText(/3 invitations are on their way/)).toBeVisible();

  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("button", { name: "Cancel the invitation" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel 3 invitations" }).click();
  await expect(page.getByText("3 invitations canceled.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Canceled" })).toHaveCount(3);

  await page.request.post(links[0] as string, { form: {} });
  await page.getByLabel("State").selectOption({ label: "Wants a new link" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("link", { name: "one@bulk.example" })).toBeVisible();
  await expect(page.getByRole("link", { name: "two@bulk.example" })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Actions for one@bulk.example" }).click();
  await page.getByRole("menuitem", { name: "Decline" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the invitation" }).click();
  await expect(page.getByRole("heading", { name: "No invitation matches" })).toBeVisible();
});

test.describe("not for everyone", () => {
  test.use({ expectedMessages: [/status of 403/] });

  test("support is told why", async ({ page }) => {
    await signIn(page, "support");
    await page.goto("/invitations/new");
    await expect(page.getByText("your role may not invite people")).toBeVisible();
    await expectAccessible(page);
  });
});
