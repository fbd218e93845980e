// The users list held whole: every letter typed into the search, beside `Array.filter` on the same folded rows.
import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { BINARY, Rollcall } from "../support/rollcall.ts";
import { framesOf, summary, watchFrames } from "./figures.ts";

const USERS = 19_900;
const WORDS = ["muller", "an be", "schmidt", "owner@demo", "qqqq", "garcia lu", "example", "0151"];

interface Part {
  users: { columns: { lines: string; marks: string } };
}

test("users: filtering while one types", async ({ browser }) => {
  const server = new Rollcall({ empty: true });
  execFileSync(BINARY, ["demo", "--users", String(USERS), "--database", server.database], { stdio: "ignore" });
  await server.start();
  const page = await browser.newPage({ baseURL: server.url });
  const parts: Part[] = [];
  const held = new Promise<void>((whole) => {
    page.on("response", async (response) => {
      if (!response.url().endsWith("/api/users/held")) return;
      const { Changed } = (await response.json()) as { Changed: { parts: Part[]; next: string | null } };
      parts.push(...Changed.parts);
      if (Changed.next === null) whole();
    });
  });
  await signIn(page, "owner");
  await page.goto("/users");
  await whenAlive(page);
  await held;
  await page.waitForTimeout(1000);

  const letters = [...WORDS].flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const frames = await framesWhileTyping(page);
  const measures = await page.evaluate(() =>
    performance.getEntriesByName("users-filter", "measure").map((entry) => entry.duration),
  );
  const plain = await page.evaluate(filterPlainly, { parts, letters });
  await page.goto('data:text/html,<input type="search">');
  const empty = await framesWhileTyping(page);
  expect(measures.length).toBeGreaterThanOrEqual(letters.length);
  console.log(
    [
      "",
      `${plain.rows} users in the browser, ${letters.length} letters typed`,
      `filter, sort and page    ${summary(measures)}`,
      `plain Array.filter       ${summary(plain.took)}`,
      `frames while typing      ${frames}`,
      `with nothing but a field ${empty}`,
    ].join("\n"),
  );
  await page.close();
  await server.stop();
});

async function framesWhileTyping(page: Page): Promise<string> {
  await watchFrames(page);
  for (const word of WORDS) {
    await page.getByRole("searchbox").fill("");
    await page.waitForTimeout(300);
    await page.getByRole("searchbox").pressSequentially(word, { delay: 80 });
    await page.waitForTimeout(300);
  }
  return framesOf(page);
}

/** What one would write by hand: a folded text a row, and `includes`. Runs in the page. */
function filterPlainly({ parts, letters }: { parts: Part[]; letters: string[] }): { rows: number; took: number[] } {
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = parts.flatMap(({ users }) => {
    const lines = users.columns.lines.split("\n");
    const marks = users.columns.marks;
    return Array.from({ length: marks.length / 4 }, (_, row) => ({
      archived: marks[row * 4] === "x",
      text: fold(`\n${lines.slice(row * 5, row * 5 + 5).join("\n").replaceAll(" ", "\n")}\n`),
    }));
  });
  const took = letters.map((letter) => {
    const needles = fold(letter)
      .split(" ")
      .filter((word) => word)
      .map((word) => (word.length < 3 ? `\n${word}` : word));
    const begun = performance.now();
    const found = rows.filter((row) => !row.archived && needles.every((needle) => row.text.includes(needle)));
    const duration = performance.now() - begun;
    return found.length < 0 ? 0 : duration;
  });
  return { rows: rows.length, took };
}
