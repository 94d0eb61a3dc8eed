// One field at a time: what is typed is checked after a pause, an answer that was overtaken is dropped, and the rest is drawn.
{
  const sincerely = globalThis.sincerely;
  const { fieldAt, composes, letterOf, textOf, ruler, put, draw, present, seat, tell, unfold, folded, chip, press } = sincerely;
  const api = globalThis.browser ?? chrome;
  const PAUSE = 250;
  // A desk that was off, or did not let us in, is asked again this often while its field is in sight.
  const AGAIN = 4_000;
  const turnedOn = new WeakSet();
  const numbers = new WeakMap();
  let fields = 0;
  // The person opened the extension's window on this page: other fields offer to be checked.
  let offers = false;
  let field = null;
  let text = "";
  let shown = { state: "idle", words: "", findings: [] };
  let asked = 0;
  let last = "";
  let stage = "";
  let who = { state: "done", people: [] };
  let met = "";
  let timer = 0;
  let frame = 0;

  const watched = () => field !== null && (composes(field) || turnedOn.has(field));

  async function ask(message) {
    try {
      return (await api.runtime.sendMessage(message)) ?? { state: "refused", words: "That did not work." };
    } catch {
      return { state: "gone", words: "Sincerely was updated. Load this page again." };
    }
  }

  const soon = (pause = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  };

  async function look() {
    if (!watched() || !field.isConnected || document.hidden) return;
    const letter = letterOf(field);
    const question = JSON.stringify([letter, stage]);
    if (question === last) return;
    last = question;
    const mine = ++asked;
    text = letter.body;
    if (!text.trim()) return show({ state: "idle", words: "Sincerely", findings: [] });
    await meet(letter.to);
    if (mine !== asked) return;
    const step = stage || who.people?.[0]?.stage || "check-in";
    const found = await ask({ ask: "check", field: numbers.get(field), letter: { ...letter, stage: step }, contacts: letter.to });
    if (mine !== asked || found.state === "dropped") return;
    if (found.state !== "done") {
      last = "";
      if (found.state !== "gone") soon(AGAIN);
      return show({ state: found.state, words: found.words, findings: [] });
    }
    if (textOf(field) !== letter.body) return soon();
    show({ ...found, people: who.people ?? [], note: who.state === "done" ? "" : who.words, findings: found.report.findings.map(placed(text)) });
  }

  // Asked again only where others are written to, or another kind of note.
  async function meet(contacts) {
    const question = JSON.stringify([contacts, stage]);
    if (question === met) return;
    who = contacts.length ? await ask({ ask: "who", contacts, stage }) : { state: "done", people: [] };
    met = who.state === "done" ? question : "";
  }

  // A finding with its place in units of this text.
  function placed(words) {
    const units = ruler(words);
    return (one) => {
      const [start, end] = [units[one.start], units[one.end]];
      const marked = one.part === "body" && one.start !== null && end > start && words.slice(start, end) === one.quote;
      return { ...one, way: one.rule.split("/")[0], start, end, marked };
    };
  }

  function show(now) {
    shown = now;
    tell(shown, { mend, step, log, zoned, settings: () => ask({ ask: "settings" }) });
    redraw();
  }

  function redraw() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!field?.isConnected) return leave();
      present();
      seat(field);
      draw(field, shown.findings.filter((one) => one.marked));
    });
  }

  function leave() {
    field = null;
    asked += 1;
    unfold(false);
    chip.getRootNode().host.remove();
  }

  // Marks keep to their words while the next report is on its way; what was changed loses its mark.
  function moved() {
    const words = textOf(field);
    let head = 0;
    while (head < Math.min(words.length, text.length) && words[head] === text[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(words.length, text.length) - head && words.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
    const [edge, by] = [text.length - tail, words.length - text.length];
    for (const one of shown.findings) {
      if (!one.marked || one.end <= head) continue;
      if (one.start >= edge) [one.start, one.end] = [one.start + by, one.end + by];
      else one.marked = false;
    }
    text = words;
  }

  function mend(one) {
    if (field && put(field, one, one.remedy.replacement)) return;
    last = "";
    soon(0);
  }

  function step(value) {
    stage = value;
    soon(0);
  }

  async function log(one, application) {
    const done = await ask({ ask: "sent", contact: one.id, application, stage: one.stage, words: textOf(field).slice(0, 10_000) });
    const words = done.state === "done" ? `Noted on your desk: sent to ${one.name}.` : done.words;
    met = "";
    await meet(letterOf(field).to);
    show({ ...shown, people: who.people ?? shown.people, note: words });
  }

  const zoned = (moment) => new Date(moment).toLocaleString(undefined, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

  function take(found) {
    if (!found || found === field) return;
    const wanted = composes(found) || turnedOn.has(found);
    if (!wanted && !offers) return;
    field = found;
    stage = last = met = "";
    asked += 1;
    if (!numbers.has(field)) numbers.set(field, (fields += 1));
    unfold(false);
    text = textOf(field);
    show({ state: "idle", words: wanted ? "Sincerely" : "Check this field", findings: [] });
    if (wanted) soon();
  }

  press(chip, () => {
    if (watched()) return unfold(folded());
    turnedOn.add(field);
    show({ state: "idle", words: "Sincerely", findings: [] });
    soon(0);
  });

  document.addEventListener("focusin", (event) => take(fieldAt(event.target)), true);
  document.addEventListener(
    "input",
    (event) => {
      if (!watched()) return;
      if (event.target === field || field.contains(event.target)) moved();
      redraw();
      soon();
    },
    true,
  );
  // To whom a letter goes changes without any typing; what did not change is not asked again.
  for (const kind of ["focusout", "click", "keyup"]) document.addEventListener(kind, () => watched() && ["idle", "done"].includes(shown.state) && soon(), true);
  document.addEventListener("scroll", () => field && redraw(), { capture: true, passive: true });
  window.addEventListener("resize", () => field && redraw());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !watched()) return;
    last = "";
    soon();
  });
  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id || sender.tab || message?.ask !== "turnOn") return;
    offers = true;
    take(fieldAt(document.activeElement));
    answer({ on: true });
  });
  take(fieldAt(document.activeElement));
}
