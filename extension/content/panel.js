// The chip beside a field, and what unfolds from it: the verdict, findings with their remedies, the gate, and noting what was sent.
{
  const sincerely = (globalThis.sincerely ??= {});
  const { made, layer, style } = sincerely;
  const VERDICTS = { ready: "Ready", revise: "Look again", hold: "Hold" };
  const STAGES = {
    "thank-you": "Thank-you",
    "check-in": "Check-in",
    final: "Last note",
    "after-rejection": "After a no",
    "after-offer": "After an offer",
    "keep-in-touch": "Keep in touch",
    answer: "Answer",
  };
  style.textContent += `
    .chip, .panel { pointer-events: auto; position: absolute; background: var(--paper); color: var(--ink); border: 1px solid var(--line); box-shadow: 0 2px 12px rgb(0 0 0 / .18); box-sizing: border-box; }
    .chip { font: inherit; font-weight: 600; border-radius: 1rem; padding: .15rem .7rem; cursor: pointer; display: flex; gap: .45rem; align-items: center; max-width: 20rem; }
    .chip.quiet { color: var(--muted); font-weight: 400; }
    .sign { flex: none; width: .7em; height: .7em; background: var(--way); clip-path: var(--shape); }
    .is-ready > .sign { --way: var(--good); --shape: circle(50%); }
    .is-revise > .sign { --way: var(--wait); --shape: polygon(50% 4%, 100% 96%, 0 96%); }
    .is-hold > .sign { --way: var(--late); --shape: inset(0); }
    .panel { width: 22rem; overflow: auto; border-radius: .6rem; padding: .8rem 1rem; }
    .panel p { margin: 0 0 .4rem; overflow-wrap: anywhere; }
    .panel :is(h2, h3) { margin: 0 0 .4rem; font-size: 1rem; }
    .panel section { border-top: 1px solid var(--line); padding: .6rem 0 .3rem; }
    .panel button { font: inherit; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: .4rem; padding: .15rem .6rem; cursor: pointer; margin: 0 .4rem .4rem 0; }
    .panel select { font: inherit; max-width: 100%; margin: 0 .4rem .4rem 0; color: inherit; background: var(--paper); }
    .panel button:focus-visible, .chip:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
    .kind { display: flex; gap: .45rem; align-items: baseline; font-size: .9em; font-weight: 600; color: var(--way); }
    .quote { font-style: italic; }
    .quiet { color: var(--muted); }
  `;

  const chip = made("button", "chip");
  const panel = made("div", "panel");
  chip.type = "button";
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", "Sincerely");
  panel.hidden = true;
  layer.setAttribute("role", "complementary");
  layer.setAttribute("aria-label", "Sincerely");
  chip.setAttribute("aria-expanded", "false");

  // Only a person's own click counts, not one that a script makes.
  function press(element, act) {
    element.addEventListener("click", (event) => event.isTrusted && act());
    return element;
  }
  const button = (words, act) => Object.assign(press(made("button", "", words), act), { type: "button" });

  // A click here takes the cursor out of nobody's text.
  layer.addEventListener("mousedown", (event) => event.target.closest("select") || event.preventDefault());

  function unfold(open) {
    panel.hidden = !open;
    panel.style.display = open ? "" : "none";
    chip.setAttribute("aria-expanded", String(open));
  }
  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    unfold(false);
    chip.focus();
  });

  function finding(one, mend) {
    const row = made("section", `finding way-${one.way}`);
    const kind = made("p", "kind");
    kind.append(made("span", "sign"), { hold: "Hold", warning: "Look again", hint: "A thought" }[one.severity] ?? "");
    row.append(kind, made("p", "", one.message));
    if (one.quote) row.append(made("p", "quote", `“${one.quote}”`));
    if (one.remedy?.text) row.append(made("p", "quiet", one.remedy.text));
    if (one.marked && typeof one.remedy?.replacement === "string") {
      row.append(button(one.remedy.replacement ? `Write “${one.remedy.replacement}”` : "Take it out", () => mend(one)));
    }
    return row;
  }

  function choice(label, options, chosen, change) {
    const select = made("select");
    select.setAttribute("aria-label", label);
    for (const [value, words] of options) select.append(Object.assign(made("option", "", words), { value, selected: value === String(chosen) }));
    select.addEventListener("change", (event) => event.isTrusted && change(select.value));
    return select;
  }

  // One person of the desk: may they be written to now, and a button to note that they were.
  function person(one, { zoned, step, log }) {
    const row = made("section", "person");
    row.append(made("h3", "", `${one.name}, ${one.employer}`));
    if (one.may.allowed) row.append(made("p", "", "You may write now."));
    else {
      row.append(made("p", "", one.may.next_allowed ? `Not yet: from ${zoned(one.may.next_allowed)}.` : "Not any more."));
      for (const reason of one.may.reasons) row.append(made("p", "quiet", reason));
    }
    if (!one.applications.length) return row;
    let application = one.application;
    row.append(choice("Kind of note", Object.entries(STAGES), one.stage, step));
    const jobs = one.applications.map(({ id, role }) => [String(id), role || "This job"]);
    if (jobs.length > 1) row.append(choice("For which job", jobs, application, (value) => (application = Number(value))));
    const noted = button("Log as sent", () => {
      noted.disabled = true;
      log(one, application);
    });
    row.append(noted);
    return row;
  }

  // What the chip and the panel say now. `acts`: mend, step, log, settings, start.
  function tell(now, acts) {
    const quiet = now.state !== "done";
    const waits = now.people?.some((one) => !one.may.allowed);
    const said = quiet ? now.words : `${VERDICTS[now.report.verdict] ?? "Checked"}${waits ? " · Not yet" : ""}`;
    chip.className = quiet ? "chip quiet" : `chip is-${now.report.verdict}`;
    chip.replaceChildren(...(quiet ? [] : [made("span", "sign")]), made("span", "", said));
    panel.replaceChildren(made("h2", "", said));
    if (now.note) panel.append(made("p", "note", now.note));
    if (now.state === "unpaired") panel.append(button("Pair this browser", acts.settings));
    if (quiet) return;
    for (const one of now.people ?? []) panel.append(person(one, acts));
    for (const one of now.findings) panel.append(finding(one, acts.mend));
    if (!now.findings.length) panel.append(made("p", "quiet", "Nothing here needs another look."));
  }

  // The chip at the lower right corner of a field; the panel above it, or below where there is no room.
  function seat(field) {
    const { left, top, right, bottom } = sincerely.visible(field);
    const gone = bottom - top < 12 || right - left < 60 || bottom < 0 || top > innerHeight;
    layer.style.display = gone ? "none" : "";
    const foot = Math.min(bottom, innerHeight);
    const edge = Math.max(8, innerWidth - right + 8);
    Object.assign(chip.style, { right: `${edge}px`, top: `${Math.max(0, foot - 34)}px` });
    const above = foot - 40 > innerHeight / 2;
    const room = above ? foot - 48 : innerHeight - foot - 12;
    Object.assign(panel.style, { right: `${edge}px`, top: above ? "" : `${foot + 4}px`, bottom: above ? `${innerHeight - foot + 40}px` : "", maxHeight: `${room}px` });
  }

  unfold(false);
  layer.append(chip, panel);
  Object.assign(sincerely, { chip, press, tell, seat, unfold, folded: () => panel.hidden });
}
