// The interface in German, French and Spanish: the browser's language on the pages of strangers, with and without scripts.
import { expectAccessible } from "../support/accessible.ts";
import { PASSWORD, email, signIn, signInAs } from "../support/accounts.ts";
import { whenAlive } from "../support/alive.ts";
import { expect, test } from "../support/test.ts";

const LANGUAGES = [
  { tag: "de", title: "Anmelden", name: "E-Mail-Adresse oder Benutzername", password: "Passwort", refused: /gehören nicht zusammen/ },
  { tag: "fr", title: "Connexion", name: "E-mail ou identifiant", password: "Mot de passe", refused: /ne vont pas ensemble/ },
  { tag: "es", title: "Iniciar sesión", name: "Correo o nombre de usuario", password: "Contraseña", refused: /no van juntos/ },
] as const;

const BUTTON = /^(Anmelden|Se connecter|Iniciar sesión)$/;

for (const { tag, title, name, password, refused } of LANGUAGES) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${tag}, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ locale: tag, javaScriptEnabled, expectedMessages: [/status of 422/] });

      test("signing in", { tag: "@phone" }, async ({ page }) => {
        await page.goto("/sign-in");
        await expect(page.locator("html")).toHaveAttribute("lang", tag);
        await expect(page.getByRole("heading", { name: title })).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);

        await page.getByLabel(name).fill(email("owner"));
        await page.getByLabel(password, { exact: true }).fill("not the password");
        await page.getByRole("button", { name: BUTTON }).click();
        await expect(page.getByRole("alert")).toContainText(refused);

        await page.getByLabel(password, { exact: true }).fill(PASSWORD);
        await page.getByRole("button", { name: BUTTON }).click();
        await expect(page).not.toHaveURL(/\/sign-in/);
        await expect(page.locator("html"), "the profile comes before the browser").toHaveAttribute("lang", "en");
      });
    });
  }
}

test.describe("the console of a German administrator", () => {
  test.use({ expectedMessages: [/status of 422/] });

  test("a rule that says no says it in German", async ({ page, browser, baseURL }) => {
    await signIn(page, "owner");
    await page.goto("/users/new");
    await whenAlive(page);
    await page.getByLabel("First name").fill("Emmy");
    await page.getByLabel("Last name").fill("Noether");
    await page.getByLabel(/^email/i).first().fill("emmy@goettingen.example");
    await page.getByLabel(/type one now/i).check();
    await page.getByLabel("Password to hand over").fill("ring of integers 1921");
    await page.getByRole("switch", { name: /must be changed/i }).uncheck();
    await page.getByRole("radio", { name: /administrator/i }).check();
    await page.getByRole("combobox", { name: /^language/i }).selectOption("de");
    await page.getByRole("button", { name: "Create user" }).click();
    await expect(page).toHaveURL(/\/users$/);

    const other = await browser.newPage({ baseURL: baseURL ?? "" });
    await signInAs(other, "emmy@goettingen.example", "ring of integers 1921");
    await other.goto("/users/new");
    await whenAlive(other);
    await other.getByLabel("Vorname").fill("Ada");
    await other.getByLabel("Nachname").fill("Lovelace");
    await other.getByLabel(/^E-Mail/).first().fill(email("member"));
    await other.getByRole("button", { name: "Benutzer anlegen" }).click();
    await expect(other.getByRole("alert").first()).toContainText("mit dieser E-Mail-Adresse gibt es schon jemanden");
    await other.close();
  });
});
