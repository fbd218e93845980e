// The registration form, alive. Everything here is a convenience: the server decides, with and without it.
{
  const form = document.getElementById("registration");
  if (form?.dataset.says) start(form, JSON.parse(form.dataset.says));

  function start(form, says) {
    const KEY = "registration-draft";
    const password = form.elements.password;
    const fields = [...form.querySelectorAll("input:not([hidden]), select")];
    const kept = fields.filter((field) => field !== password);

    // The same rules as on the server, as far as they help while typing.
    function common(text) {
      const lower = text.toLowerCase();
      const bare = lower.replace(/^[\d\s!-\/:-@[-`{-~]+|[\d\s!-\/:-@[-`{-~]+$/g, "");
      const codes = [...lower].map((c) => (c === "0" ? 58 : c.codePointAt(0)));
      const run = (way) => codes.every((code, i) => !i || code - codes[i - 1] === way || code - codes[i - 1] === -9 * way);
      return (
        new Set(lower).size < 3 || run(1) || run(-1) || says.common_words.includes(lower) ||
        (lower.length <= 16 && says.common_words.includes(bare))
      );
    }
    function problem(field) {
      const text = field === password ? field.value : field.value.trim();
      if (!text && !field.validity.badInput) return field.required ? says.missing[field.name] : undefined;
      if (field === password) {
        if ([...text].length < says.min_length) return says.short;
        return common(text) ? says.common : undefined;
      }
      const digits = text.replace(/\D/g, "").length;
      const phone = /^\+?[\d .\/()\u00a0-]*$/.test(text) && digits > 4 && digits < 21;
      const fits = !field.validity.badInput && text.length <= (field.name.endsWith("_name") ? 100 : 500);
      return fits && (field.type !== "tel" || phone) ? undefined : says.wrong[field.name];
    }
    function show(field) {
      const message = problem(field);
      field.closest(".field").classList.toggle("field-wrong", !!message);
      if (message) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      const place = document.getElementById(`${field.name}-error`);
      if (place) place.textContent = message ?? "";
      return message;
    }

    // How many bits a guesser would have to get right, at the most.
    function strength(text) {
      const kinds = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[^a-zA-Z\d]/, 33]];
      const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
      const bits = Math.min([...text].length, 2 * new Set(text).size) * Math.log2(pool || 1);
      return bits < 50 ? 0 : bits < 75 ? 1 : 2;
    }
    const meter = document.getElementById("password-strength");
    function measure() {
      const weak = !password.value || problem(password);
      meter.textContent = weak ? "" : says.strength[strength(password.value)];
      meter.dataset.strength = weak ? "" : strength(password.value);
    }

    // The draft: on this device alone, for this invitation alone, and never the password.
    const storage = () => { try { return localStorage; } catch { return undefined; } };
    function save() {
      const draft = { for: form.dataset.for };
      for (const field of kept) draft[field.name] = field.value;
      storage()?.setItem(KEY, JSON.stringify(draft));
    }
    function restore() {
      let draft;
      try { draft = JSON.parse(storage()?.getItem(KEY) ?? "{}"); } catch { draft = {}; }
      if (draft.for !== form.dataset.for) return;
      for (const field of kept) {
        if (draft[field.name] && (field.tagName === "SELECT" || !field.value)) field.value = draft[field.name];
        if (field.tagName !== "SELECT" && field.value && field.closest("details")) field.closest("details").open = true;
      }
    }

    // A person is here, which a scanner of mail is not.
    const person = ["pointerdown", "keydown", "touchstart", "pointermove", "scroll"];
    function opened() {
      for (const sign of person) removeEventListener(sign, opened);
      fetch(`${location.pathname}/opened`, { method: "POST", keepalive: true }).catch(() => {});
    }
    for (const sign of person) addEventListener(sign, opened, { passive: true });

    const button = document.getElementById("password-show");
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = password.type === "password";
      password.type = shown ? "text" : "password";
      button.textContent = says.show[+shown];
      button.setAttribute("aria-pressed", shown);
    });

    let sent = false;
    form.noValidate = true;
    form.addEventListener("input", ({ target }) => {
      if (target === password) measure();
      else save();
      if (target.getAttribute("aria-invalid")) show(target);
    });
    form.addEventListener("focusout", ({ target }) => {
      if (fields.includes(target) && target.value) show(target);
    });
    form.addEventListener("submit", (event) => {
      const wrong = sent ? [] : fields.filter(show);
      if (sent || wrong.length) event.preventDefault();
      if (wrong.length) {
        const folded = wrong[0].closest("details");
        if (folded) folded.open = true;
        wrong[0].focus();
      } else if (!sent) {
        sent = true;
        storage()?.removeItem(KEY);
      }
    });
    // Back on the page after leaving it, also by a connection that broke.
    addEventListener("pageshow", () => {
      sent = false;
      if (document.querySelector(".error-summary:not([hidden])")) save();
      else restore();
      measure();
    });
  }
}
