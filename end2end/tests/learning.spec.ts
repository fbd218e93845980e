// Learning, from both sides: an administrator makes a course, assigns it and sees who has it; a learner begins it, works
// through it, hands something in and holds a certificate that anyone can check.
import { type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

// The browser's own line about a refusal.
test.use({ expectedMessages: [/status of 422/] });

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });

/** Makes a course of two lessons with a contest, and opens its page. */
async function makeCourse(page: Page, title: string): Promise<void> {
  await page.goto("/courses/new");
  await whenAlive(page);
  await page.getByRole("button", { name: "Add a course" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expectAccessible(page);
  await field(page, /^Title/).fill(title);
  await field(page, /^Reference/).fill(title.replaceAll(" ", "-"));
  await field(page, /^Contest/).fill("Draw the way out");
  for (const lesson of ["Second", "First"]) {
    await page.getByRole("button", { name: "Add a lesson" }).click();
    await field(page, /^Title/).last().fill(lesson);
    await field(page, /^Text, in Markdown/).last().fill(`# About ${lesson}\n\n- one\n- two\n\n<script>alert(1)</script>`);
  }
  await page.getByRole("button", { name: "Move up: First" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add a course" }).click();
  await expect(page).toHaveURL(/\/courses\/[0-9a-f-]{36}$/);
  await expect(page.locator(".course-lessons li")).toHaveText(["First", "Second"]);
}

test("a course is made, assigned, worked through and certified", async ({ page, browser, rollcall }) => {
  await signIn(page, "administrator");
  await makeCourse(page, "Evacuation drill");
  const course = page.url();
  await expectAccessible(page);

  await page.goto("/users?q=member@demo");
  await whenAlive(page);
  await page.locator("tbody tr").first().getByRole("button", { name: /^Courses/ }).click();
  await dialog(page).getByRole("combobox", { name: "Courses" }).fill("Evacuation");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const go = dialog(page).getByRole("button", { name: "Assign to 1 user" });
  await expect(go).toBeVisible();
  await go.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/is changed$/)).toBeVisible();
  await page.goto(course);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText("Not begun");

  const theirs = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: rollcall.url });
  const learner = await theirs.newPage();
  await signIn(learner, "member");
  await learner.goto("/my-courses");
  await expectAccessible(learner);
  await learner.getByRole("link", { name: "Evacuation drill" }).click();
  await expect(learner.getByRole("heading", { name: "Evacuation drill", level: 1 })).toBeVisible();
  const begin = learner.getByRole("button", { name: "Begin the course" });
  const done = learner.getByRole("button", { name: "Mark as done" });
  await begin.click();
  await expect(done.first()).toBeVisible();
  await expect(learner.getByRole("heading", { name: "About First" })).toBeVisible();
  await expectAccessible(learner);
  const wide = await learner.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, "nothing sticks out").toBe(false);
  await field(learner, /^Text/).fill("Down the stairs, then left.");
  await learner.getByRole("button", { name: "Hand in" }).click();
  await expect(learner.locator(".handed-in li")).toHaveCount(1);
  await done.first().click();
  await expect(learner.getByText("50 of 100")).toBeVisible();
  await done.first().click();
  await expect(learner.getByText("You have completed this course.")).toBeVisible();
  await expectAccessible(learner);
  await learner.getByRole("link", { name: "Certificate" }).click();
  await expect(learner).toHaveURL(/\/certificates\//);
  const address = learner.url();
  await theirs.close();

  const anyone = await (await browser.newContext()).newPage();
  await anyone.goto(address);
  await expect(anyone.getByRole("heading", { name: "Certificate" })).toBeVisible();
  await expect(anyone.locator("main")).toContainText("Evacuation drill");
  await expectAccessible(anyone);
  await anyone.context().close();

  await page.goto("/records?q=member@demo");
  await expect(page.getByRole("row", { name: /Evacuation drill/ })).toBeVisible();
  await expectAccessible(page);
  await whenAlive(page);
  await page.getByRole("button", { name: "Export" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "As CSV" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^training-records-.*\.csv$/);
});

test("courses are found, bundles and events are kept, what is due is listed", async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/courses?q=fork");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expectAccessible(page);
  await page.goto("/bundles");
  await whenAlive(page);
  await page.getByRole("button", { name: "Add a bundle" }).click();
  await dialog(page).getByRole("button", { name: "Save changes" }).click();
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.goto("/events");
  await whenAlive(page);
  await page.getByRole("button", { name: "Add an event" }).click();
  await field(page, "Title").fill("Harbor tour");
  await field(page, "Day").fill("2030-05-01");
  await field(page, "Time (UTC)").fill("09:30");
  await dialog(page).getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("row", { name: /Harbor tour/ })).toContainText("09:30");
  await expectAccessible(page);
  for (const due of ["overdue", "soon"]) {
    await page.goto(`/enrollments?due=${due}`);
    await expect(page.getByRole("heading", { name: "Due dates", level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("support sees courses and is told why it may not change them", async ({ page }) => {
  await signIn(page, "support");
  await page.goto("/courses");
  await expect(page.getByRole("button", { name: "Add a course" })).toHaveAttribute("aria-disabled", "true");
  await page.locator("tbody tr").first().getByRole("link").click();
  await expect(page.getByRole("button", { name: "Change" })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);
});
