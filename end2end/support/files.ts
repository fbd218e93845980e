// Files to import, made on the spot.
import { mkdtempSync, openSync, closeSync, ftruncateSync, writeSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAMES = [
  ["Zoë", "Müller"],
  ["王", "小明"],
  ["Ελένη", "Παπαδοπούλου"],
  ["Олександр", "Шевченко"],
  ["محمد", "الأحمد"],
  ["さくら", "田中"],
  ["Nguyễn", "Thị Hoa"],
  ["Søren", "O'Neil"],
];

/** The password of every person made by `people`. */
export const FILE_PASSWORD = "quay-lantern-42";

/** A folder of files that goes when the test does. */
export class Files {
  readonly #directory = mkdtempSync(join(tmpdir(), "rollcall-files-"));

  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.#directory, name);
    writeFileSync(path, content);
    return path;
  }

  /** A file of so many bytes, nearly all of them holes. */
  sparse(name: string, bytes: number): string {
    const path = this.write(name, "");
    const file = openSync(path, "r+");
    writeSync(file, "email,firstname,lastname\n");
    ftruncateSync(file, bytes);
    closeSync(file);
    return path;
  }

  dispose(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** The address of the person in row `n`, counted from 1. */
export const address = (n: number): string => `person${n}@import.example`;

/**
 * As a spreadsheet in Zurich would save it: a byte order mark, semicolons, CRLF, quoted commas and names of many
 * scripts. Rows 50, 150 and 250 are wrong; every 15th row but those has no password.
 */
export function people(rows: number): string {
  const lines = ["E-Mail;First Name;Last Name;Password;Job title"];
  for (let n = 1; n <= rows; n++) {
    const [first, last] = NAMES[n % NAMES.length] as [string, string];
    const password = n % 15 === 0 && n % 50 !== 0 ? "" : FILE_PASSWORD;
    const title = '"Engineer, ""first class"""';
    if (n === 50) lines.push(`not an address;${first};${last};${password};${title}`);
    else if (n === 150) lines.push(`${address(n)};${first};;${password};${title}`);
    else if (n === 250) lines.push(`${address(n)};${first};${last};${password};${title};one;too many`);
    else lines.push(`${address(n)};${first};${last};${password};${title}`);
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** How many rows of `people` have no password and nothing else wrong. */
export const withoutPassword = (rows: number): number =>
  Array.from({ length: rows }, (_, n) => n + 1).filter((n) => n % 15 === 0 && n % 50 !== 0).length;

/** People with nothing wrong, for files that need to be long. */
export function plainPeople(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => `${address(n + 1)},Given ${n + 1},Family ${n + 1},${FILE_PASSWORD}`);
  return ["email,firstname,lastname,password", ...lines, ""].join("\n");
}
