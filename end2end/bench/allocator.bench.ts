// The allocator with 20,000 users on each side: opening it, typing into a search, selecting all that match, moving them.
// Each beside what one would write by hand in plain JavaScript on the same rows in the same page.
//
// A figure of the product is the time in which the page is busy: from the press, the letter or the arrival of some more
// people until the page's own work is done and laid out. What the server takes is not in it.
import { execFileSync } from "node:child_process";
import { type Locator, type Page, expect, test } from "@playwright/test";
import { signIn } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { BINARY, Rollcall } from "../support/rollcall.ts";
import { framesOf, summary, watchFrames } from "./figures.ts";

const USERS = 47_000;
const EACH_SIDE = 20_000;
const LICENSE = "Safety 2026";
const WORDS = ["muller", "schmidt", "an be", "qqqq", "garcia lu", "example"];
/** Openings, selections, and moves there and back. */
const TIMES = 5;

const others = (page: Page) => page.getByRole("region", { name: "Without a seat" });
const lastChange = (page: Page) => page.locator(".allocator-last").getByRole("status");

interface Plain {
  rows: [number, number];
  open: number[];
  type: number[];
  select: number[];
  move: number[];
}

test("allocator: opening, typing, selecting, moving", async ({ browser }) => {
  const server = new Rollcall({ empty: true });
  execFileSync(BINARY, ["demo", "--users", String(USERS), "--database", server.database], { stdio: "ignore" });
  await server.start();
  const page = await browser.newPage({ baseURL: server.url });
  await page.addInitScript(noteParts);
  await signIn(page, "owner");
  const path = await makeRoom(page);

  let parts: string[] = [];
  const open: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto("/licenses");
    await whenAlive(page);
    await page.getByRole("link", { name: LICENSE, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(others(page).getByRole("button", { name: /^Select all that match/ })).toBeEnabled();
    const noted = await page.evaluate(() => (window as unknown as Noted).noted);
    open.push(...noted.took);
    parts = noted.parts;
  }
  expect(parts.length).toBeGreaterThan(1);
  await page.waitForTimeout(1000);

  await watchFrames(page);
  const search = page.getByLabel("Search those without a seat");
  const letters = WORDS.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const type: number[] = [];
  for (const letter of letters) type.push(await busy(search, letter));
  await busy(search, "");

  const selectAll = others(page).getByRole("button", { name: /^Select all that match/ });
  const select: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    select.push(await busy(selectAll));
    await busy(selectAll);
  }

  const move: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await busy(selectAll);
    move.push(await busy(others(page).getByRole("button", { name: /^Give [\d,]+ seats$/ })));
    await expect(lastChange(page)).toContainText(" given", { timeout: 120_000 });
    move.push(await busy(page.getByRole("button", { name: "Undo" })));
    await expect(lastChange(page)).toContainText(" taken back", { timeout: 120_000 });
  }
  const frames = await framesOf(page);

  const plain = await page.evaluate(byHand, { parts, letters, times: TIMES });
  for (const side of plain.rows) expect(side).toBeGreaterThanOrEqual(EACH_SIDE);
  const pair = (what: string, ours: number[], theirs: number[]) => [
    `${what.padEnd(22)}${summary(ours)}`,
    `${"  by hand".padEnd(22)}${summary(theirs)}`,
  ];
  console.log(
    [
      "",
      `${plain.rows[0]} users with a seat, ${plain.rows[1]} without, ${letters.length} letters typed`,
      ...pair("open, a part", open, plain.open),
      ...pair("type a letter", type, plain.type),
      ...pair("select all", select, plain.select),
      ...pair("move all", move, plain.move),
      `${"frames, not opening".padEnd(22)}${frames}`,
    ].join("\n"),
  );
  await page.close();
  await server.dispose();
});

/** Buys seats for everybody; answers with the address of the license. */
async function makeRoom(page: Page): Promise<string> {
  await page.goto("/licenses");
  const path = await page.getByRole("link", { name: LICENSE, exact: true }).getAttribute("href");
  await page.goto(`${path}/change`);
  await whenAlive(page);
  await page.getByLabel("Seats bought").fill("100000");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  return path ?? "";
}

/** Presses a button, or puts a text into a field, and says how long the page was busy with it, in milliseconds. */
async function busy(on: Locator, text?: string): Promise<number> {
  return on.evaluate(async (element, typed) => {
    const begun = performance.now();
    if (typed === undefined) {
      (element as HTMLElement).click();
    } else {
      (element as HTMLInputElement).value = typed;
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // What the page does at once and in its own tasks is done before the next timer.
    await new Promise((later) => setTimeout(later));
    document.body.getBoundingClientRect();
    return performance.now() - begun;
  }, text);
}

interface Noted {
  noted: { parts: string[]; took: number[] };
}

/** Notes the parts of the roster as they come, and how long the page is busy with each. Runs before anything else of it. */
function noteParts(): void {
  const noted: Noted["noted"] = { parts: [], took: [] };
  (window as unknown as Noted).noted = noted;
  const read = Response.prototype.arrayBuffer;
  Response.prototype.arrayBuffer = async function (this: Response) {
    const body = await read.call(this);
    if (this.url.endsWith("/api/licenses/roster")) {
      noted.parts.push(new TextDecoder().decode(body));
      const begun = performance.now();
      // What the page makes of it is done before the next timer.
      setTimeout(() => {
        document.body.getBoundingClientRect();
        noted.took.push(performance.now() - begun);
      });
    }
    return body;
  };
}

/** What one would write by hand: an array of rows a side, a folded text a row, `includes`, a `Set`. Runs in the page. */
function byHand({ parts, letters, times }: { parts: string[]; letters: string[]; times: number }): Plain {
  interface Row {
    id: string;
    name: string;
    contact: string;
    place: number;
    started: boolean;
    text: string;
  }
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const took = (act: () => void) => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  };
  const repeat = (act: () => void) => Array.from({ length: times }, () => took(act));
  let holders: Row[] = [];
  let others: Row[] = [];
  const read = (part: string) => {
    const { ids, lines, marks } = (JSON.parse(part) as { people: { ids: string; lines: string; marks: string } }).people;
    const line = lines.split("\n");
    for (let at = 0; at * 2 < marks.length; at++) {
      const [name = "", , contact = ""] = line.slice(at * 3, at * 3 + 3);
      const seat = marks[at * 2 + 1];
      const row = {
        id: ids.slice(at * 32, at * 32 + 32),
        name,
        contact,
        place: holders.length + others.length,
        started: seat === "s",
        text: fold(`\n${name.replaceAll(" ", "\n")}\n${contact}`),
      };
      (seat === "-" ? others : holders).push(row);
    }
  };
  const open = parts.map((part) => took(() => read(part)));
  let matching = others;
  const type = letters.map((letter) =>
    took(() => {
      const needles = fold(letter)
        .split(" ")
        .filter((word) => word)
        .map((word) => (word.length < 3 ? `\n${word}` : word));
      matching = others.filter((row) => needles.every((needle) => row.text.includes(needle)));
    }),
  );
  let selected = new Set<string>();
  const select = repeat(() => {
    selected = new Set(others.map((row) => row.id));
  });
  const rows: [number, number] = [holders.length, others.length];
  let sent = "";
  const move = Array.from({ length: times * 2 }, (_, time) =>
    took(() => {
      const [from, to] = time % 2 === 0 ? [others, holders] : [holders, others];
      const moved = from.filter((row) => selected.has(row.id));
      const stay = from.filter((row) => !selected.has(row.id));
      const joined = [...to, ...moved].sort((a, b) => a.place - b.place);
      [others, holders] = time % 2 === 0 ? [stay, joined] : [joined, stay];
      sent = JSON.stringify({ These: moved.map((row) => row.id) });
    }),
  );
  if (!matching || !sent) throw new Error("nothing was done");
  return { rows, open, type, select, move };
}
