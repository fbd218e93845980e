// The demo academy's accounts, one for each role, and signing in as one of them.
import { type Page, expect } from "@playwright/test";

export const PASSWORD = "rollcall-demo";

export type Role = "owner" | "administrator" | "support" | "groupadmin" | "instructor" | "member";

export const email = (role: Role): string => `${role}@demo.example`;

/** Signs in through the form and waits until another page has come up. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await signInAs(page, email(role), PASSWORD);
}

/** Signs anybody in, by email or username. */
export async function signInAs(page: Page, login: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/email or username/i).fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
