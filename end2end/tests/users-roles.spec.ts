// The users page as each role meets it: whom they see, what they may press, and why not.
import { type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { type Role, email, signIn, signInAs } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { Owner } from "../support/invitations.ts";
import { expect, test } from "../support/test.ts";

const rows = (page: Page) => page.locator("tbody tr");
const main = (page: Page) => page.getByRole("main");
const PASSWORD = "quay-lantern-42";

/** Of the list's own words, how many there are. */
async function counted(page: Page): Promise<number> {
  const words = (await main(page).getByRole("status").first().textContent()) ?? "";
  return Number.parseInt(words.replace(/\D/g, ""), 10);
}

async function openAs(page: Page, role: Role, query = ""): Promise<void> {
  await signIn(page, role);
  await page.goto(`/users${query}`);
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await whenAlive(page);
}

/** What may not be pressed can be reached, and says why. */
async function expectRefused(control: Locator, why: RegExp): Promise<void> {
  await expect(control).toHaveAttribute("aria-disabled", "true");
  await expect(control).toHaveAccessibleDescription(why);
}

async function expectOffered(control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  await expect(control).not.toHaveAttribute("aria-disabled", "true");
}

const act = (page: Page, what: string) => rows(page).first().getByRole("button", { name: new RegExp(`^${what}`) });

test("an owner may do everything to everybody below, and nothing to an equal", async ({ page }) => {
  await openAs(page, "owner", `?q=${email("administrator")}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Add user" })).toBeVisible();
  await expect(main(page).getByRole("link", { name: "Invite people" })).toBeVisible();
  await expectOffered(page.getByRole("button", { name: "Edit mode" }));
  await expectOffered(act(page, "Archive"));
  await act(page, "More for").click();
  for (const what of ["Login link", "Role", "Seats", "Courses"]) {
    await expectOffered(page.getByRole("menuitem", { name: what, exact: true }));
  }
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.goto(`/users?q=${email("owner")}`);
  await expectRefused(act(page, "Archive"), /not below your own/);
  await act(page, "More for").click();
  await expect(page.getByRole("menuitem", { name: /^Login link/ })).toContainText("not below your own");
  await expectAccessible(page);
});

test("an administrator's power stops at their own rank", async ({ page }) => {
  await openAs(page, "administrator", `?q=${email("support")}`);
  await expect(page.getByRole("link", { name: "Add user" })).toBeVisible();
  await expectOffered(page.getByRole("button", { name: "Edit mode" }));
  await expectOffered(act(page, "Archive"));
  for (const equal of ["owner", "administrator"] as const) {
    await page.goto(`/users?q=${email(equal)}`);
    await expect(rows(page)).toHaveCount(1);
    await expectRefused(act(page, "Archive"), /not below your own/);
  }
  await expectAccessible(page);
});

test("support sees everybody, and may neither make, archive nor delete", async ({ page }) => {
  await openAs(page, "support");
  const everybody = await counted(page);
  await expectRefused(page.getByRole("button", { name: "Add user" }), /may not create users/);
  await expectRefused(main(page).getByRole("button", { name: "Invite people" }), /may not invite people/);
  await expectRefused(page.getByRole("button", { name: "Edit mode" }), /may not delete users/);
  await expectRefused(act(page, "Archive"), /may not archive users/);
  await expectRefused(act(page, "Groups"), /may not assign groups/);
  await expectAccessible(page);

  await page.goto(`/users?q=${email("owner")}`);
  await act(page, "More for").click();
  await expect(page.getByRole("menuitem", { name: /^Login link/ })).toContainText("not below your own");
  await page.keyboard.press("Escape");
  await page.goto(`/users?q=${email("member")}`);
  await act(page, "More for").click();
  await expectOffered(page.getByRole("menuitem", { name: "Login link" }));

  await signIn(page, "owner");
  await page.goto("/users");
  expect(await counted(page)).toBe(everybody);
});

test.describe("pages that are not for them", () => {
  test.use({ expectedMessages: [/status of (403|404)/] });

  test("support is told why they cannot make users", async ({ page }) => {
    await signIn(page, "support");
    const answer = await page.goto("/users/new");
    expect(answer?.status()).toBe(403);
    await expect(main(page)).toContainText("your role may not create users");
    await expectAccessible(page);
  });

  test("a group admin sees the people of their groups alone", async ({ page, browser, baseURL }) => {
    const owner = await Owner.signIn(browser, baseURL ?? "");
    type List = { users: { id: string; first_name: string }[]; count: number };
    const everybody = await owner.call<List>("users/list", { filter: {}, at: "Start" });

    await openAs(page, "groupadmin");
    const own = await counted(page);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(everybody.count);
    await expect(main(page).getByRole("link", { name: "Invite people" })).toBeVisible();
    await expectRefused(page.getByRole("button", { name: "Edit mode" }), /may not delete users/);
    await page.goto(`/users?q=${email("member")}`);
    await expectOffered(act(page, "Groups"));
    await expectRefused(act(page, "Archive"), /may not archive users/);
    await expectRefused(act(page, "Courses"), /may not/);
    await page.getByText("Advanced filters").click();
    await expect(page.getByRole("combobox", { name: /^license/i })).toHaveCount(0);
    await expectAccessible(page);

    // Somebody of none of their groups is not there, by search as by address.
    const seen = await page.request.post("/api/users/list", { data: { filter: {}, at: "Start" } });
    const known = new Set(((await seen.json()) as List).users.map(({ id }) => id));
    const unseen: string[] = [];
    for (const { id } of everybody.users) {
      if (known.has(id)) continue;
      const asked = await page.request.post("/api/users/one", { data: { id } });
      if (asked.status() === 404) unseen.push(id);
    }
    expect(unseen.length).toBeGreaterThan(0);
    const answer = await page.goto(`/users/${unseen[0] ?? ""}`);
    expect(answer?.status()).toBe(404);
    await expect(main(page).getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });

  test("an instructor sees the people of their sessions, and changes none of them", async ({ page }) => {
    await openAs(page, "instructor");
    expect(await counted(page)).toBeGreaterThan(0);
    await expectRefused(page.getByRole("button", { name: "Add user" }), /may not create users/);
    await expect(main(page).getByRole("link", { name: "Invite people" })).toBeVisible();
    for (const what of ["Archive", "Groups", "Courses"]) await expectRefused(act(page, what), /may not/);
    await expectAccessible(page);
  });

  test("a learner is led out of the console", { tag: "@phone" }, async ({ page }) => {
    await signIn(page, "member");
    const answer = await page.goto("/users");
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This part is for administrators" })).toBeVisible();
    await expect(page.locator("table")).toHaveCount(0);
    await expectAccessible(page);
    type List = { users: { email: string }[] };
    const asked = await page.request.post("/api/users/list", { data: { filter: {}, at: "Start" } });
    const { users } = (await asked.json()) as List;
    expect(users.map((user) => user.email), "nobody but oneself").toEqual([email("member")]);
  });
});

test.describe("whoever loses their rank while they look", () => {
  test.use({ expectedMessages: [/status of 401/] });

  for (const [how, lost] of [
    ["demoted", { set_role: { role: "member" } }],
    ["archived", "archive"],
  ] as const) {
    test(`is out with the next request when ${how}`, async ({ page, browser, baseURL }) => {
      const owner = await Owner.signIn(browser, baseURL ?? "");
      const address = `${how}${Date.now()}@journey.example`;
      await page.goto(await owner.invite(address));
      await page.getByLabel("First name").fill("Vera");
      await page.getByLabel("Last name").fill("Rubin");
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Register" }).click();
      await expect(page).toHaveURL(/\/sign-in/);
      type List = { users: { id: string }[] };
      const { users } = await owner.call<List>("users/list", { filter: { search: address }, at: "Start" });
      const These = [users[0]?.id];
      const doIt = (act: unknown) => owner.call("users/act", { act, pick: { These }, confirmed: null });
      await doIt({ set_role: { role: "support" } });

      await signInAs(page, address, PASSWORD);
      await page.route("**/api/users/held", (route) => route.fulfill({ json: "TooMany" }));
      await page.goto("/users");
      await expect(rows(page).first()).toBeVisible();
      await whenAlive(page);
      await doIt(lost);
      const refused = page.waitForResponse((answer) => answer.status() === 401);
      await page.getByRole("combobox", { name: "Sort by" }).selectOption("Last access");
      await refused;
      await expect(page.getByRole("alert")).toContainText("You are signed out");
      await expectAccessible(page);
      await page.getByRole("link", { name: "Go to sign in" }).click();
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await expect(page.locator("input[name=next]")).toHaveValue(/^\/users\?.*last_access/);
    });
  }
});
