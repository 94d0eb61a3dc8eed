// Pairing with the desk on this machine, by the code that it shows.

import { api, ask } from "./asking.js";

const form = document.getElementById("pairing");
const told = document.getElementById("told");
const unpair = document.getElementById("unpair");

function show(now) {
  if (now.state !== "done") told.textContent = now.words;
  else if (now.paired) told.textContent = `Paired with the desk of ${now.name}.`;
  else told.textContent = now.revoked ? "Your desk does not let this browser in any more. Pair it again." : "Not paired yet.";
  if (now.desk) form.elements.desk.value = now.desk;
  unpair.hidden = !(now.state === "done" && now.paired);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  // Firefox asks the person; Chromium has agreed when the extension was put in.
  await api.permissions.request({ origins: api.runtime.getManifest().host_permissions }).catch(() => false);
  show(await ask("pair", { desk: form.elements.desk.value, code: form.elements.code.value }));
  form.elements.code.value = "";
});
unpair.addEventListener("click", async () => show(await ask("unpair")));
show(await ask("state"));
