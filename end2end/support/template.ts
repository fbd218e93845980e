// Before all tests: fills one database with a small demo academy, which every server copies.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { BINARY, TEMPLATE } from "./rollcall.ts";

export default function makeTemplate(): void {
  mkdirSync(dirname(TEMPLATE), { recursive: true });
  for (const part of ["", "-wal", "-shm"]) rmSync(TEMPLATE + part, { force: true });
  execFileSync(BINARY, ["demo", "--users", "300", "--database", `sqlite:${TEMPLATE}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
