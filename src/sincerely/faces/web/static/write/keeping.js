// Typed words are kept: on the desk as soon as it can be reached, in this browser until then.

const IDLE = 1000;
const AGAIN = 4000;

export function openKeeper({ number, address, token, seen, fields, say, conflict }) {
  const place = `sincerely.note.${number}`;
  let edition = seen;
  let saved = JSON.stringify(fields());
  let running = null;
  let timer = 0;

  const stash = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ ...fields(), seen: edition }));
    } catch {
      say("This browser cannot keep your words. Save them before you leave.", true);
    }
  };
  const forget = () => localStorage.removeItem(place);
  const dirty = () => JSON.stringify(fields()) !== saved;

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function attempt() {
    const words = fields();
    const sending = JSON.stringify(words);
    let answer;
    try {
      answer = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ ...words, seen: edition }),
        redirect: "manual",
      });
    } catch {
      say("No connection. Your words are kept in this browser and saved when it is back.", true);
      return later(AGAIN);
    }
    if (answer.ok) {
      edition = (await answer.json()).edition;
      saved = sending;
      if (dirty()) return later(0);
      forget();
      return say("Saved.");
    }
    if (answer.status === 409) return conflict((await answer.json()).error);
    if (answer.status === 422) return say((await answer.json()).error, true);
    if (answer.status >= 500) {
      say("The desk is busy. Your words are kept in this browser, and it is tried again.", true);
      return later(AGAIN);
    }
    say("Your session has ended. Your words are kept in this browser: load the page again.", true);
  }

  function save() {
    clearTimeout(timer);
    if (running || !dirty()) return running ?? Promise.resolve();
    say("Saving…");
    running = attempt().finally(() => (running = null));
    return running;
  }

  window.addEventListener("online", () => later(0));
  window.addEventListener("pagehide", () => dirty() && stash());
  document.addEventListener("visibilitychange", () => document.hidden && save());

  return {
    edition: () => edition,
    busy: () => running,
    changed() {
      if (!dirty()) return;
      stash();
      later(IDLE);
    },
    save,
    // What was typed here and never reached the desk: `null`, or the fields with `fresh` where nobody changed the note since.
    left() {
      let kept = null;
      try {
        kept = JSON.parse(localStorage.getItem(place));
      } catch {
        forget();
      }
      if (!kept || typeof kept.body !== "string") return null;
      const { seen: then, ...words } = kept;
      if (JSON.stringify(words) === saved) {
        forget();
        return null;
      }
      return { ...kept, fresh: then === edition };
    },
    forget,
  };
}
