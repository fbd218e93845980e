// The main job: a real file, previewed without asking the server, confirmed, applied, and its people at work.
import { expectAccessible } from "../support/accessible.ts";
import { email, signIn } from "../support/accounts.ts";
import { address, FILE_PASSWORD, Files } from "../support/files.ts";
import { expect, test } from "../support/test.ts";


let files: Files;
test.beforeEach(() => {
  files = new Files();
});
test.afterEach(() => files.dispose());
test.use({ baseURL: async ({ ownRollcall }, use) => use(ownRollcall.url) });

test("a column is mapped by hand", async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/imports/new");
  const file = files.write("odd.csv", "who,firstname,lastname,shoe size\nann@example.org,Ann,Lee,39\n");
  await page.getByLabel(/choose (a|another) file/i).setInputFiles(file);
  await expect(page.getByText(/no column says who a row is about/i)).toBeVisible();
  await expect(page.getByText(/"shoe size", is not known and left out/)).toBeVisible();
  await page.getByLabel("who", { exact: true }).selectOption("email");
  await expect(page.getByText("3 of 4 columns will be imported.")).toBeVisible();
  await expect(page.getByRole("tab", { name: "All 1" })).toBeVisible();
  await expectAccessible(page);
});

test("what changed since the preview is shown before anything is written", async ({ page, ownRollcall }) => {
  await signIn(page, "owner");
  await page.goto("/imports/new");
  const person = (n: number) => `${address(n)},Ann,Lee,${FILE_PASSWORD}\n`;
  const header = "email,firstname,lastname,password\n";
  await page.getByLabel(/choose (a|another) file/i).setInputFiles(files.write("two.csv", header + person(1) + person(2)));
  await expect(page.getByRole("tab", { name: "Create 2" })).toBeVisible();
  ownRollcall.run("import", files.write("one.csv", header + person(1)), "--as", email("owner"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Import 2 users" }).click();
  await expect(page.getByText("1 row is different")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Look at the preview again" }).click();
  await expect(page.getByRole("tab", { name: "Create 1" })).toBeVisible();
  await page.getByRole("button", { name: "Import 1 user" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 20_000 });
});
