// A server that is killed in the middle of an import goes on where it was when it is started again, each row once.
import { email, signIn } from "../support/accounts.ts";
import { Files, plainPeople } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

// Each with a password to hash, so that there is a middle to be killed in.
const ROWS = 1_000;

test.use({
  baseURL: async ({ ownRollcall }, use) => use(ownRollcall.url),
  // While the server is away the page goes on asking.
  expectedMessages: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/],
});

test("an import survives SIGKILL", async ({ page, ownRollcall }) => {
  test.setTimeout(300_000);
  const files = new Files();
  await signIn(page, "owner");
  await page.goto("/imports/new");
  await page.getByLabel(/choose (a|another) file/i).setInputFiles(files.write("many.csv", plainPeople(ROWS)));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Import 1,000 users" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").at(-1);
  const ask = async () => {
    const answer = await page.request.post("/api/imports/progress", { data: { id } });
    return (await answer.json()) as { state: string; rows_done: number };
  };

  let before = await ask();
  while (before.state === "applying" && before.rows_done === 0) before = await ask();
  await ownRollcall.kill();
  expect(before.state, "it was killed in the middle").toBe("applying");
  expect(before.rows_done).toBeLessThan(ROWS);

  await ownRollcall.start();
  expect((await ask()).rows_done, "what was done stays done").toBeGreaterThanOrEqual(before.rows_done);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("tab", { name: "Create 1000" })).toBeVisible();
  const again = files.write("again.csv", plainPeople(ROWS));
  const plan = JSON.parse(ownRollcall.run("import", again, "--as", email("owner"), "--plan-only", "--json"));
  expect(plan, "each is there").toMatchObject({ create: 0, skip: ROWS, error: 0 });
  ownRollcall.run("check");
  files.dispose();
});
