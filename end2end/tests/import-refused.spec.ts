// Bad input: each gets its own words, at the file, and nothing is written.
import { signIn } from "../support/accounts.ts";
import { Files } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const HEADER = "email,firstname,lastname,password";
const ROW = "ann@example.org,Ann,Lee,quay-lantern-42";

let files: Files;
test.beforeEach(() => {
  files = new Files();
});
test.afterEach(() => files.dispose());

const REFUSED: [string, (files: Files) => string, RegExp][] = [
  ["a picture", (files) => files.write("people.csv", PNG), /this is a picture/i],
  ["a workbook", (files) => files.write("people.csv", "PK\x03\x04 [Content_Types].xml"), /save it as CSV UTF-8/],
  ["an empty file", (files) => files.write("people.csv", ""), /the file is empty/i],
  ["headers only", (files) => files.write("people.csv", `${HEADER}\n`), /headers and no rows/],
  ["two equal headers", (files) => files.write("people.csv", "email,E-Mail\na@b.co,a@b.co\n"), /columns 1 and 2 are both called/i],
  ["100 MB", (files) => files.sparse("people.csv", 100 * 1024 * 1024), /the file has 100 MB and the limit is 50 MB/i],
  ["a list of addresses", (files) => files.write("people.csv", "a@b.co\nc@d.co\n"), /plain list of 2 addresses/],
];

test("a file that cannot be imported is refused in its own words, and mended by the next one", async ({ page }) => {
  await signIn(page, "administrator");
  await page.goto("/imports/new");
  const input = page.getByLabel(/choose (a|another) file/i);
  for (const [what, make, words] of REFUSED) {
    await test.step(what, async () => {
      await input.setInputFiles(make(files));
      await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
      await expect(input).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("button", { name: "Next" })).toHaveAttribute("aria-disabled", "true");
    });
  }
  await input.setInputFiles(files.write("people.csv", `${HEADER}\n${ROW}\n`));
  await expect(page.getByRole("tab", { name: "Create 1" })).toBeVisible();
  await expect(input).not.toHaveAttribute("aria-invalid", "true");
  await page.goto("/imports");
  await expect(page.getByText("No imports yet")).toBeVisible();
});

const WRONG_ROWS: [string, string, RegExp][] = [
  ["a row with too many cells", `${HEADER}\n${ROW},and,more\n`, /6 cells/],
  ["an unknown license", `${HEADER},license\n${ROW},No such license\n`, /No such license/],
];

test("a row that cannot be imported says why, and there is nothing to confirm", async ({ page }) => {
  await signIn(page, "administrator");
  await page.goto("/imports/new");
  for (const [what, content, words] of WRONG_ROWS) {
    await test.step(what, async () => {
      await page.getByRole("button", { name: "File", exact: true }).click();
      await page.getByLabel(/choose (a|another) file/i).setInputFiles(files.write("people.csv", content));
      await expect(page.getByRole("tab", { name: "Error 1" })).toBeVisible();
      await expect(page.getByRole("row").filter({ hasText: words })).toContainText("2");
      await page.getByRole("button", { name: "Confirm" }).click();
      const go = page.getByRole("button", { name: "Import 0 users" });
      await expect(go).toHaveAttribute("aria-disabled", "true");
      await expect(go).toHaveAccessibleDescription(/no row of this file/i);
    });
  }
  await page.goto("/imports");
  await expect(page.getByText("No imports yet")).toBeVisible();
});

test.describe("without the right", () => {
  test.use({ expectedMessages: [/status of 403/] });

  test("people without the right are told so", async ({ page }) => {
    await signIn(page, "support");
    await page.goto("/imports/new");
    await expect(page.getByText(/your role may not import users/i)).toBeVisible();
  });
});
