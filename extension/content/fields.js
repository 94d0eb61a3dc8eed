// Which fields may be read at all, and what stands round them: the subject, and to whom.
{
  const sincerely = (globalThis.sincerely ??= {});
  const PLACES = { "mail.google.com": "gmail", "outlook.live.com": "outlook", "outlook.office.com": "outlook" };
  const SUBJECT = {
    gmail: "input[name='subjectbox']",
    outlook: "input[aria-label*='subject' i], input[placeholder*='subject' i], input[id*='subject' i]",
  };
  const TO = {
    gmail: "[email], [data-hovercard-id*='@'], input[name='to'], textarea[name='to']",
    outlook: "[aria-label='To'] [aria-label*='@'], [aria-label='To'] [title*='@'], [aria-label='To'][role='textbox'], [data-recipient*='@']",
  };
  const EMAIL = /[^\s@<>"'(),;:]{1,64}@[a-z0-9.-]{1,190}\.[a-z0-9-]{2,}/gi;
  // Fields for secrets and cards, whatever their kind.
  const SECRET = /password|passwd|passphrase|\bsecret\b|one-time|\botp\b|\bcc-|\bcard|\bcv[cv]\b|\biban\b/i;

  const place = PLACES[location.hostname] ?? "";

  function secret(element) {
    const said = ["type", "autocomplete", "name", "id", "aria-label", "placeholder"].map((name) => element.getAttribute(name) ?? "");
    return said.some((words) => SECRET.test(words)) || (getComputedStyle(element).webkitTextSecurity ?? "none") !== "none";
  }

  // The field that somebody types in, where it is a text that may be read: a textarea, or the outermost editable element.
  function fieldAt(target) {
    if (!(target instanceof Element)) return null;
    let field = target.closest("textarea, [contenteditable]:not([contenteditable='false'])");
    for (let outer = field; outer && outer.tagName !== "TEXTAREA"; ) {
      outer = outer.parentElement?.closest("[contenteditable]:not([contenteditable='false'])");
      if (outer) field = outer;
    }
    return field && !secret(field) && !field.readOnly && !field.disabled ? field : null;
  }

  // The part of the page that holds a whole message: the nearest that has a subject.
  function windowOf(field) {
    if (!place) return null;
    for (let outer = field.parentElement; outer && outer !== document.documentElement; outer = outer.parentElement)
      if (outer.querySelector(SUBJECT[place])) return outer;
    return null;
  }

  // The text of a mail that is being written, in Gmail or Outlook: it follows its subject. No search, no chat, no recipients.
  function composes(field) {
    const many = field.getAttribute("aria-multiline") === "true" || field.getAttribute("g_editable") === "true";
    const subject = windowOf(field)?.querySelector(SUBJECT[place]);
    const follows = subject && subject.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING;
    return field.tagName !== "TEXTAREA" && field.getAttribute("role") === "textbox" && many && Boolean(follows);
  }

  // Of what is typed and of what is shown: addresses of those written to.
  function recipients(outer) {
    const found = [];
    for (const element of outer.querySelectorAll(TO[place])) {
      const said = ["email", "data-hovercard-id", "data-recipient", "aria-label", "title"].map((name) => element.getAttribute(name) ?? "");
      found.push(...[...said, element.value ?? "", element.textContent.slice(0, 500)].join(" ").slice(0, 2_000).matchAll(EMAIL));
    }
    return [...new Set(found.map(([email]) => email.toLowerCase()))].slice(0, 10);
  }

  function letterOf(field) {
    const outer = windowOf(field);
    const subject = outer?.querySelector(SUBJECT[place])?.value ?? "";
    return { subject: String(subject).slice(0, 1_000), body: sincerely.textOf(field), to: outer ? recipients(outer) : [] };
  }

  Object.assign(sincerely, { fieldAt, composes, letterOf });
}
