// A `rollcall serve` of one's own: started on a free port, stopped or killed at will, and started
// again on the same port and database, so that an open page finds it where it was.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const BINARY = process.env.ROLLCALL_BINARY ?? resolve(import.meta.dirname, "../../target/release/rollcall");

/** A database with the demo academy in it, made once a run by `template.ts`, copied by every server. */
export const TEMPLATE = resolve(dirname(BINARY), "../end2end/demo.sqlite3");

/** `-wal` belongs to the database when its last writer did not close it. */
const DATABASE_FILES = ["", "-wal"];

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

export class Rollcall {
  readonly database: string;
  readonly #directory = mkdtempSync(join(tmpdir(), "rollcall-e2e-"));
  #process?: ChildProcess;
  #log = "";
  #url = "";

  /** Makes a server on a copy of the demo academy, or on nothing at all. Not started yet. */
  constructor({ empty = false } = {}) {
    const file = join(this.#directory, "rollcall.sqlite3");
    if (!empty) {
      for (const part of DATABASE_FILES) {
        if (existsSync(TEMPLATE + part)) copyFileSync(TEMPLATE + part, file + part);
      }
    }
    this.database = `sqlite:${file}`;
  }

  /** Where it listens. */
  get url(): string {
    return this.#url;
  }

  /** Everything it has printed. */
  get log(): string {
    return this.#log;
  }

  async start(): Promise<this> {
    const listen = this.#url ? new URL(this.#url).host : "127.0.0.1:0";
    const child = spawn(BINARY, ["serve", "--listen", listen, "--database", this.database], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    this.#process = child;
    const from = this.#log.length;
    this.#url = await new Promise((found, failed) => {
      const fail = (why: string) => failed(new Error(`rollcall serve ${why}:\n${this.#log.slice(from)}`));
      const limit = setTimeout(() => fail("did not say where it listens"), START_LIMIT_MS);
      const read = (chunk: Buffer) => {
        this.#log += chunk.toString();
        const address = /listening on (http:\/\/[\d.]+:\d+)/.exec(this.#log.slice(from));
        if (!address?.[1]) return;
        clearTimeout(limit);
        found(address[1]);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("error", (error) => fail(error.message));
      child.on("exit", (code) => fail(`ended with ${code}`));
    });
    return this;
  }

  /** Asks it to stop, as an operator would, and waits until it has. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Takes it down in the middle of whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Takes it down and starts it again at the same address. */
  async crash(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Runs another command of the product on the same database and returns what it prints. */
  run(...words: string[]): string {
    return execFileSync(BINARY, [...words, "--database", this.database], { encoding: "utf8" });
  }

  /** Stops it and forgets its database. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.removeAllListeners("exit");
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    child.kill(signal);
    const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  }
}
