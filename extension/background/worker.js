// What pages and the extension's own windows may ask for; each message is looked at before anything is done.

import { USUAL, Trouble, ask, keep, kept, local, seal } from "./desk.js";
import { clip, contactsFor, forget, record, sent } from "./people.js";
import { address, code, emails, letter, number, oneOf, text } from "./shapes.js";

const api = globalThis.browser ?? chrome;
const STAGES = ["thank-you", "check-in", "final", "after-rejection", "after-offer", "keep-in-touch", "answer"];
const FILES = ["text", "fields", "marks", "panel", "watching"].map((name) => `content/${name}.js`);
seal();

// The check that runs for each field, to be dropped when its words have changed.
const running = new Map();

async function paired() {
  const { token, revoked } = await kept();
  if (token) return;
  throw new Trouble("unpaired", revoked ? "Your desk does not let this browser in any more. Pair it again." : "This browser is not paired with your desk yet.");
}

// What a script in a page may ask for: the tab is known, and nothing else about it is believed.
const FROM_PAGES = {
  async check({ field, letter: told, contacts }, tab) {
    await paired();
    const place = `${tab}:${number(field)}`;
    running.get(place)?.abort();
    const own = new AbortController();
    running.set(place, own);
    try {
      const words = letter(told, STAGES);
      const facts = await record(emails(contacts));
      const [report] = await ask("POST", "/check", { body: [{ id: "field", ...words, record: facts }], signal: own.signal });
      if (report?.error) throw new Trouble("refused", String(report.error));
      return { report };
    } finally {
      if (running.get(place) === own) running.delete(place);
    }
  },
  async who({ contacts, stage }) {
    await paired();
    return { people: await contactsFor(emails(contacts), stage === "" ? "" : oneOf(stage, STAGES)) };
  },
  async sent({ contact, application, stage, words }) {
    await paired();
    return sent({ contact: number(contact), application: number(application), stage: oneOf(stage, STAGES), words: text(words, 10_000) });
  },
  async settings() {
    await api.runtime.openOptionsPage();
    return {};
  },
};

// What the extension's own windows may ask for.
const FROM_WINDOWS = {
  async state() {
    const { address: desk, token, revoked } = await kept();
    if (!token) return { desk, paired: false, revoked };
    const { desk: name } = await ask("GET", "/me");
    return { desk, paired: true, name };
  },
  async pair({ desk, code: typed }) {
    const place = local(address(desk || USUAL));
    const { address: before } = await kept();
    // A token is for the desk that gave it, and is shown to no other.
    if (place !== before) await keep({ address: place, token: "" });
    const { token } = await ask("POST", "/pair", { body: { code: code(typed), name: "Browser extension" }, token: "" });
    await keep({ token: String(token), revoked: false });
    forget();
    return FROM_WINDOWS.state();
  },
  async unpair() {
    await keep({ token: "", revoked: false });
    forget();
    return FROM_WINDOWS.state();
  },
  async clip({ page, name }) {
    await paired();
    return clip(address(page), text(name, 200));
  },
  async turnOn({ tab }) {
    const target = { tabId: number(tab) };
    const there = await api.tabs.sendMessage(target.tabId, { ask: "turnOn" }).catch(() => null);
    if (!there?.on) {
      await api.scripting.executeScript({ target, files: FILES });
      await api.tabs.sendMessage(target.tabId, { ask: "turnOn" });
    }
    return {};
  },
};

function listed(message, sender) {
  const windows = sender.url?.startsWith(api.runtime.getURL(""));
  const known = windows ? FROM_WINDOWS : sender.tab && sender.frameId === 0 ? FROM_PAGES : {};
  return Object.hasOwn(known, message?.ask) ? known[message.ask] : null;
}

api.runtime.onMessage.addListener((message, sender, answer) => {
  const verb = sender.id === api.runtime.id ? listed(message, sender) : null;
  if (!verb) return false;
  verb(message, sender.tab?.id).then(
    (found) => answer({ state: "done", ...found }),
    (error) => answer(error instanceof Trouble ? { state: error.state, words: error.message } : { state: "refused", words: "That did not work." }),
  );
  return true;
});
