// The `test` that every journey imports. It brings
// - `rollcall`, a server with the demo academy, shared by the tests of one worker,
// - `ownRollcall`, one for this test alone, for journeys that crash it or need it empty,
// - a `page` that fails its test on any console error or warning, uncaught exception or violation of
//   the content security policy: hydration mismatches show there and nowhere else.
import { type ConsoleMessage, type Page, test as base, expect } from "@playwright/test";
import { Rollcall } from "./rollcall.ts";

type TestFixtures = {
  /** Console messages that this test provokes, such as the browser's own line about a 404. */
  expectedMessages: RegExp[];
  ownRollcall: Rollcall;
};
type WorkerFixtures = { rollcall: Rollcall };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  rollcall: [
    async ({}, use) => {
      const rollcall = await new Rollcall().start();
      await use(rollcall);
      await rollcall.dispose();
    },
    { scope: "worker" },
  ],

  ownRollcall: async ({}, use, info) => {
    const rollcall = await new Rollcall({ empty: info.tags.includes("@empty") }).start();
    await use(rollcall);
    await rollcall.dispose();
  },

  baseURL: async ({ rollcall }, use) => use(rollcall.url),

  expectedMessages: [[], { option: true }],

  page: async ({ page, expectedMessages, rollcall }, use, info) => {
    const complaints = watch(page, expectedMessages);
    await use(page);
    if (info.status !== info.expectedStatus) await info.attach("server.log", { body: rollcall.log });
    expect(complaints, "the browser's console stays quiet").toEqual([]);
  },
});

export { expect };

/** Collects what a page complains about; the list grows while the page lives. */
export function watch(page: Page, expected: RegExp[] = []): string[] {
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on("console", (message: ConsoleMessage) => {
    if (["error", "warning", "assert"].includes(message.type())) {
      complain(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => complain(`uncaught: ${error.stack ?? error.message}`));
  return complaints;
}
