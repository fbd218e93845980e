// Invitations for journeys: sent by the owner, and their links read in the console, since a fresh install sends no mail.
import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import { email, PASSWORD } from "./accounts.ts";

const MEMBER_OF_NOTHING = {
  role: "member",
  groups: [],
  group_role: "learner",
  language: null,
  department: null,
  label: null,
  deletion_date: null,
  license: null,
  courses: [],
};

/** The owner's own requests, apart from the page under test. */
export class Owner {
  readonly #api: APIRequestContext;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(browser: Browser, baseURL: string): Promise<Owner> {
    const context = await browser.newContext({ baseURL });
    const form = { name: email("owner"), password: PASSWORD, next: "" };
    const answer = await context.request.post("/sign-in", { form });
    expect(answer.ok()).toBe(true);
    return new Owner(context.request);
  }

  async call<T>(path: string, data: unknown): Promise<T> {
    const answer = await this.#api.post(`/api/${path}`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as T;
  }

  /** Invites somebody and returns the path of their link. */
  async invite(address: string): Promise<string> {
    await this.call("invitations/send", { emails: [address], offer: MEMBER_OF_NOTHING });
    return this.link(address);
  }

  /** The path of the newest link that was mailed to an address, made anew. */
  async link(address: string): Promise<string> {
    const filter = { state: "kept", search: address };
    type List = { messages: { id: string }[] };
    let id: string | undefined;
    await expect(async () => {
      const list = await this.call<List>("messages/list", { filter, before: null });
      id = list.messages[0]?.id;
      expect(id).toBeDefined();
    }).toPass({ timeout: 60_000 });
    const text = await this.call<string>("messages/reveal", { id });
    const link = /https?:\/\/\S+(\/register\/\S+)/.exec(text);
    return link?.[1] ?? "";
  }

  /** Cancels the invitation of an address. */
  async cancel(address: string): Promise<void> {
    const Matching = { status: null, asked: false, search: address };
    await this.call("invitations/cancel", { which: { Matching } });
  }

  /** What the list says of an address. */
  async status(address: string): Promise<{ status: string; asked_at: number | null }> {
    const filter = { status: null, asked: false, search: address };
    type List = { invitations: { status: string; asked_at: number | null }[] };
    const list = await this.call<List>("invitations/list", { filter, before: null });
    const first = list.invitations[0];
    expect(first).toBeDefined();
    return first as { status: string; asked_at: number | null };
  }
}
