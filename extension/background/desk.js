// The desk: where it is, the token for it, and one question to it. Nobody else in the extension speaks to the network.

export const USUAL = "http://127.0.0.1:8025";
// A check takes some 50 ms; a desk that was just started loads its rules first, and a busy machine needs a while for that.
const PATIENCE = 30_000;
const api = globalThis.browser ?? chrome;

// Why the desk gave no answer: `off`, `unpaired`, `dropped` or `refused`, with words for the person.
export class Trouble extends Error {
  constructor(state, words, kind = "") {
    super(words);
    this.state = state;
    this.kind = kind;
  }
}

// Pages and their scripts cannot read what is kept; Firefox knows no such setting.
export function seal() {
  return api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

export async function kept() {
  const { address = USUAL, token = "", revoked = false } = await api.storage.local.get(["address", "token", "revoked"]);
  return { address, token, revoked };
}

export const keep = (values) => api.storage.local.set(values);

// The origin of a desk on this machine; throws a Trouble for any other address.
export function local(address) {
  const found = URL.canParse(address) ? new URL(address) : null;
  if (found?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(found.hostname) && !found.username) return found.origin;
  throw new Trouble("refused", "The desk is on your own machine: its address begins with http://127.0.0.1: or http://localhost:");
}

export async function ask(method, way, { body, signal, token } = {}) {
  const { address, token: own } = await kept();
  const shown = token ?? own;
  const ends = [AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])];
  const headers = { Accept: "application/json" };
  if (shown) headers.Authorization = `Bearer ${shown}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  let told;
  try {
    answer = await fetch(`${local(address)}/api${way}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.any(ends),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
    });
    told = await answer.json().catch(() => null);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    if (signal?.aborted) throw new Trouble("dropped", "");
    throw new Trouble("off", "Your desk is not running.");
  }
  if (answer.ok) return told;
  if (answer.status === 401 && shown) {
    await keep({ token: "", revoked: true });
    throw new Trouble("unpaired", "Your desk does not let this browser in any more. Pair it again.");
  }
  const words = typeof told?.detail === "string" ? told.detail.slice(0, 500) : "Your desk could not do that.";
  throw new Trouble("refused", words, String(told?.type ?? ""));
}
