// The interface in German, French and Spanish: the browser's language on the pages of strangers, with and without scripts.
import { expectAccessible } from "../support/accessible.ts";
import { PASSWORD, email } from "../support/accounts.ts";
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
