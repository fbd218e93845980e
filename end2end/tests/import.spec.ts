// The main job: a real file, previewed without asking the server, confirmed, applied, and its people at work.
import { readFileSync } from "node:fs";
import { expectAccessible } from "../support/accessible.ts";
import { email, signIn, signInAs } from "../support/accounts.ts";
import { address, FILE_PASSWORD, Files, people, withoutPassword } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const ROWS = 300;

let files: Files;
test.beforeEach(() => {
  files = new Files();
});
test.afterEach(() => files.dispose());
test.use({ baseURL: async ({ ownRollcall }, use) => use(ownRollcall.url) });

test("an owner imports 300 people, and one of them signs in", async ({ page, browser, ownRollcall }) => {
  const file = files.write("people.csv", people(ROWS));
  await signIn(page, "owner");
  await page.goto("/imports");
  await expect(page.getByText("No imports yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New import" }).click();

  const preview = page.getByRole("region", { name: "Preview", exact: true }).first();
  await expect(preview.getByText("What becomes of every row")).toBeVisible();
  await expect(page.getByRole("button", { name: "Next" })).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel(/choose (a|another) file/i).setInputFiles(file);
  await expect(page.getByText("people.csv, 300 rows")).toBeVisible();
  await expect(page.getByText("separated by semicolons")).toBeVisible();
  const missing = withoutPassword(ROWS);
  await expect(page.getByRole("tab", { name: `Error ${3 + missing}` })).toBeVisible();
  await expect(page.getByRole("tab", { name: `Create ${ROWS - 3 - missing}` })).toBeVisible();
  await expectAccessible(page);

  // From here to the button no request is made.
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));

  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: /generated where the file has none/i }).check();
  await expect(page.getByRole("tab", { name: "Create 297" })).toBeVisible();
  await page.getByRole("tab", { name: "Error 3" }).click();
  await expect(preview.getByRole("row")).toHaveCount(4);
  await expect(preview.getByText("A new user needs a last name.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "License", exact: true }).click();
  await page.getByRole("radio", { name: /^Safety 2026/ }).check();
  await expect(preview.getByText(/Safety 2026: 297 seats needed/)).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "Only some" }).check();
  await expect(page.locator("#courses-error")).toBeVisible();
  await page.getByRole("checkbox", { name: "Safety basics" }).check();
  await page.getByRole("tab", { name: "Create 297" }).click();
  await expect(preview.getByRole("row")).toHaveCount(101);
  await page.getByRole("button", { name: "More rows" }).click();
  await expect(page.getByText("Rows 101–200 of 297")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("297 users are created")).toBeVisible();
  await expect(page.getByText("3 rows are wrong and left out")).toBeVisible();
  expect(requests, "previewing asks nobody").toEqual([]);
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download plan (JSON)" }).click(),
  ]);
  const previewed = readFileSync((await download.path()) ?? "", "utf8");
  const settings = ["--new-password", "generate", "--license", "SAFETY-2026", "--courses", "SAFETY-BASICS"];
  const planned = ownRollcall.run("import", file, "--as", email("owner"), ...settings, "--plan-only", "--json");
  expect(previewed, "one plan, to the byte").toBe(planned);

  await page.getByRole("button", { name: "Import 297 users" }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("progressbar", { name: "Rows applied" })).toBeVisible();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.getByRole("tab", { name: "Error 3" }).click();
  await expect(page).toHaveURL(/outcome=error/);
  await expect(page.getByRole("row")).toHaveCount(4);
  await expectAccessible(page);
  const [failing] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download failing rows" }).click(),
  ]);
  const rows = readFileSync((await failing.path()) ?? "", "utf8");
  expect(rows).toMatch(/^\uFEFFerror;E-Mail;/);
  expect(rows).not.toContain(FILE_PASSWORD);

  await page.goto("/imports");
  await expect(page.getByRole("row", { name: /people\.csv/ })).toContainText(/Done.*Amara Okonkwo.*300.*Create 297/);
  await expectAccessible(page);

  const theirs = await browser.newPage({ baseURL: ownRollcall.url });
  await signInAs(theirs, address(1), FILE_PASSWORD);
  await theirs.close();
});

test("a wrong cell is mended in place, by keyboard", async ({ page, ownRollcall }) => {
  const wrong = `email,firstname,lastname,password\nann.example,Ann,Lee,${FILE_PASSWORD}\nbo@b.example,Bo,,${FILE_PASSWORD}\n`;
  await signIn(page, "owner");
  await page.goto("/imports/new");
  await page.getByLabel(/choose (a|another) file/i).setInputFiles(files.write("two.csv", wrong));
  await page.getByRole("tab", { name: "Error 2" }).click();
  const cell = page.getByLabel("Email", { exact: true }).and(page.getByRole("textbox"));
  await expect(cell).toHaveValue("ann.example");
  await cell.fill("ann@example.org");
  await cell.press("Enter");
  await expect(page.getByRole("tab", { name: "Create 1" })).toBeVisible();
  const next = page.getByLabel("Last name", { exact: true }).and(page.getByRole("textbox"));
  await expect(next, "the focus goes on to what is still wrong").toBeFocused();
  await page.keyboard.type("Diddley");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Create 2" })).toBeVisible();
  await page.getByRole("button", { name: "Confirm" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Confirm" })).toBeFocused();
  await page.getByRole("button", { name: "Import 2 users" }).press("Enter");
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  expect(ownRollcall.run("export", "users", "--format", "csv")).toContain("Diddley");
});

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
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
});
