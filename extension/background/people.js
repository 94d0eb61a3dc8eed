// Who is written to, as the desk knows them: whether they may be written to now, and noting that they were.

import { ask } from "./desk.js";

// A person changes a recipient more seldom than a letter.
const FRESH = 30_000;
const seen = new Map();

async function fresh(key, find) {
  const known = seen.get(key);
  if (known && Date.now() - known.at < FRESH) return known.found;
  const found = await find();
  seen.set(key, { at: Date.now(), found });
  return found;
}

// Another desk knows other people.
export const forget = () => seen.clear();

const known = (email) => fresh(email, () => find(email));

async function find(email) {
  const { items } = await ask("GET", `/names?limit=20&search=${encodeURIComponent(email)}`);
  const rows = await Promise.all(items.map(({ id }) => ask("GET", `/contacts/${id}`)));
  return rows.filter((row) => row.emails.some((one) => one.toLowerCase() === email));
}

const all = async (emails) => (await Promise.all(emails.map(known))).flat();

// What is on record of those written to, so that wrong names and companies are seen. Empty for strangers.
export async function record(emails) {
  const contacts = await all(emails);
  if (!contacts.length) return {};
  const { desk } = await fresh("", () => ask("GET", "/me"));
  return {
    candidate: { name: desk },
    contacts: contacts.map(({ name, title, nickname, email }) => ({ name, title, nickname, email: email ?? "" })),
    company: contacts[0].employer,
  };
}

// Each contact of the desk among these, with what is owed to them and whether they may be written to now.
export async function contactsFor(emails, stage) {
  const contacts = await all(emails);
  if (!contacts.length) return [];
  const [due, { items }] = await Promise.all([ask("GET", "/due"), ask("GET", "/applications?limit=200")]);
  const touches = [...due.late, ...due.today, ...due.coming];
  return Promise.all(
    contacts.map(async ({ id, name, employer, employer_id: at }) => {
      const owed = touches.find((touch) => touch.contact === id);
      const step = stage || owed?.stage || "check-in";
      const may = await ask("GET", `/contacts/${id}/may?channel=email&stage=${step}`);
      const own = items.filter((one) => one.employer_id === at).map((one) => ({ id: one.id, role: one.role }));
      return { id, name, employer, stage: step, may, applications: own, application: owed?.application ?? own[0]?.id ?? null };
    }),
  );
}

export async function sent({ contact, application, stage, words }) {
  await ask("POST", `/applications/${application}/sent`, { body: { contact, channel: "email", stage, words } });
  return {};
}

// A page under watch: the desk reads it itself, from now on. Its text is not taken from here.
export async function clip(address, name) {
  const { id, address: kept } = await ask("POST", "/watches", { body: { address, name } });
  return { watch: id, address: kept };
}
