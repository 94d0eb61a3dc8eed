// What the toolbar button opens: turn checking on in this page, or put the posting in it under watch.

import { api, ask } from "./asking.js";

const [told, on, clip, page] = ["told", "on", "clip", "page"].map((id) => document.getElementById(id));
const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
const web = /^https?:/.test(tab?.url ?? "");

on.addEventListener("click", async () => {
  const done = await ask("turnOn", { tab: tab.id });
  told.textContent = done.state === "done" ? "Click into a field, then on the sign beside it." : "This page cannot be checked.";
});
clip.addEventListener("click", async () => {
  const done = await ask("clip", { page: tab.url, name: tab.title ?? "" });
  told.textContent = done.state === "done" ? "Under watch. Your desk tells you when it changes or closes." : done.words;
});
document.getElementById("settings").addEventListener("click", () => api.runtime.openOptionsPage());

const now = await ask("state");
if (now.state !== "done") told.textContent = now.words;
else if (!now.paired) told.textContent = now.revoked ? "Your desk does not let this browser in any more. Pair it again." : "This browser is not paired with your desk yet.";
else {
  told.textContent = `The desk of ${now.name}.`;
  on.hidden = clip.hidden = !web;
  page.textContent = web ? `Your desk will read this address: ${tab.url}` : "";
}
