// Events: made, opened, people put down for them and taken off; who attends sees them among their courses.
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a name that nobody has.
test.use({ expectedMessages: [/status of 422/] });

test("somebody is put down for an event, sees it, and is taken off", { tag: "@phone" }, async ({ page, browser, rollcall }, info) => {
  const title = `Open day ${info.project.name}`;
  await signIn(page, "administrator");
  await page.goto("/events");
  await whenAlive(page);
  await page.getByRole("button", { name: "Add an event" }).click();
  const form = page.getByRole("dialog", { name: "Event" });
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Day").fill("2031-05-01");
  await form.getByLabel("Time (UTC)").fill("09:30");
  await form.getByLabel("Place").fill("Quay 4");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(page.getByText("Quay 4")).toBeVisible();
  await expect(page.getByText("Nobody attends yet.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add somebody" }).click();
  const add = page.getByRole("dialog", { name: "Add somebody" });
  await add.getByLabel("Email or username").fill("nobody@nowhere.example");
  await add.getByRole("button", { name: "Add somebody" }).click();
  await expect(add.getByText("nobody who is active has this email or username")).toBeVisible();
  await expectAccessible(page);
  await add.getByLabel("Email or username").fill("member@demo.example");
  await page.keyboard.press("Enter");
  const attendees = page.getByRole("table", { name: "Who attends" });
  await expect(attendees.getByRole("row").filter({ hasText: "member@demo.example" })).toBeVisible();
  await expect(add).toBeHidden();
  await expectAccessible(page);

  await attendees.getByRole("link").first().click();
  await expect(page.getByRole("table", { name: "Events" }).getByRole("link", { name: title })).toBeVisible();
  await expectAccessible(page);

  const theirs = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: rollcall.url });
  const learner = await theirs.newPage();
  await signIn(learner, "member");
  await learner.goto("/my-courses");
  await expect(learner.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(learner);
  await theirs.close();

  await page.getByRole("link", { name: title }).click();
  await whenAlive(page);
  await page.getByRole("button", { name: /^Take out/ }).click();
  await expect(page.getByText("Nobody attends yet.")).toBeVisible();
});

test("support sees who attends and is told why it may not change it", async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/events");
  await whenAlive(page);
  await page.getByRole("table", { name: "Events" }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Add somebody" })).toHaveAccessibleDescription(/may not manage courses/);
  await expectAccessible(page);
});
