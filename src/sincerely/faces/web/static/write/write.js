// The writing page: marks as one types, remedies to click, and words that are never lost. Without it the form does the same.

const root = document.getElementById("writing");
const form = document.getElementById("note");
const area = form.elements.body;
const report = document.getElementById("report");
const kept = document.getElementById("kept");
const [cm, { openEditor }, { openKeeper }] = await Promise.all(
  [root.dataset.codemirror, root.dataset.editor, root.dataset.keeping].map((address) => import(address)),
);
// From the last key to the question; the answer takes some 50 ms more.
const PAUSE = 60;
const token = form.elements.csrfmiddlewaretoken.value;
const value = (name) => form.elements[name]?.value ?? "";

const editor = openEditor(cm, {
  parent: document.getElementById("editor"),
  text: area.value,
  label: "Your words",
  onChange: changed,
  onTouch: current,
  onStep: (by) => {
    const id = editor.step(by);
    if (id !== null) current(id);
    return true;
  },
  onSave: () => {
    keeper.save();
    return true;
  },
});
area.hidden = true;
area.labels[0]?.remove();
document.getElementById("editor").hidden = false;
root.classList.add("scripted");

const fields = () => ({ subject: value("subject"), body: editor.text(), cc: value("cc"), bcc: value("bcc") });

const keeper = openKeeper({
  number: root.dataset.number,
  address: root.dataset.save,
  token,
  seen: value("seen"),
  fields,
  say(words, loud = false) {
    kept.textContent = words;
    kept.classList.toggle("loud", loud);
  },
  conflict(words) {
    const both = document.createElement("button");
    both.textContent = "See both";
    both.className = "second";
    both.name = "do";
    both.value = "save";
    kept.replaceChildren(`${words} Nothing is lost. `, both);
    kept.classList.add("loud");
  },
});

// The report
let timer = 0;
let running = false;
let again = false;

function changed() {
  keeper.changed();
  clearTimeout(timer);
  timer = setTimeout(() => ask(), PAUSE);
}

async function ask(tier = "quick") {
  if (running) return (again = true);
  running = true;
  const asked = fields();
  try {
    const answer = await fetch(`${root.dataset.report}?tier=${tier}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(asked),
    });
    const found = answer.ok ? await answer.json() : null;
    if (found && editor.text() === asked.body) show(found);
  } catch {
    // The keeper says that there is no connection; the marks that stand stay.
  } finally {
    running = false;
    if (again) {
      again = false;
      ask();
    }
  }
}

function show(found) {
  editor.place(found.marks);
  document.getElementById("subject")?.classList.toggle("marked", found.marks.some((mark) => mark.part === "subject"));
  const held = report.contains(document.activeElement);
  report.innerHTML = found.html;
  root.dataset.checked = String(Number(root.dataset.checked ?? 0) + 1);
  if (held) (report.querySelector(".finding button, .finding summary") ?? report.querySelector("h2")).focus();
}

function current(id) {
  report.querySelector(".finding.current")?.classList.remove("current");
  const card = report.querySelector(`[data-mark="${id}"]`);
  if (!card) return;
  card.classList.add("current");
  card.scrollIntoView({ block: "nearest" });
  document.getElementById("told").textContent = card.querySelector(".said").textContent;
}

const closer = document.getElementById("closer");
closer.addEventListener("click", async () => {
  const words = closer.textContent;
  closer.textContent = "Looking…";
  await ask("full");
  closer.textContent = words;
});

report.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { show: shown, mend } = button.dataset;
  if (shown !== undefined && editor.select(Number(shown))) return current(Number(shown));
  if (mend !== undefined && editor.mend(Number(mend))) return event.preventDefault();
  if (button.dataset.mendAll !== undefined && ![...report.querySelectorAll(".finding .quote")].some((quote) => !quote.querySelector("button"))) {
    editor.mendAll();
    event.preventDefault();
  }
});

// The form
form.addEventListener("input", (event) => event.target.matches("#subject") && changed());
form.addEventListener("change", (event) => event.target.matches("#cc, #bcc") && changed());
form.addEventListener("submit", async (event) => {
  if (keeper.busy()) {
    event.preventDefault();
    await keeper.busy();
    return form.requestSubmit(event.submitter);
  }
  area.value = editor.text();
  form.elements.seen.value = keeper.edition();
  const passage = form.elements.passage;
  if (passage && !passage.value) passage.value = editor.selected();
});

const files = document.getElementById("files");
files?.addEventListener("change", () => {
  const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
  const hint = document.getElementById("files-hint");
  if (size <= Number(root.dataset.mostBytes)) return files.files.length && form.requestSubmit(document.getElementById("add-files"));
  hint.textContent = "These files are too large together. Choose smaller ones, or send a link.";
  hint.className = "wrong";
  files.value = "";
});

// What an earlier visit typed and could not save
const left = keeper.left();
if (left?.fresh) {
  for (const name of ["subject", "cc", "bcc"]) if (form.elements[name]) form.elements[name].value = left[name] ?? "";
  editor.rewrite(left.body);
  kept.textContent = "Brought back what you had typed here.";
} else if (left) {
  const notice = document.getElementById("left");
  notice.hidden = false;
  notice.querySelector("[data-both]").addEventListener("click", () => {
    for (const name of ["subject", "cc", "bcc"]) if (form.elements[name]) form.elements[name].value = left[name] ?? "";
    area.value = left.body;
    form.elements.seen.value = left.seen;
    keeper.forget();
    const sent = document.createElement("form");
    sent.method = "post";
    sent.action = form.action;
    for (const name of ["csrfmiddlewaretoken", "seen", "subject", "cc", "bcc", "body"]) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value(name);
      sent.append(field);
    }
    sent.hidden = true;
    document.body.append(sent);
    sent.submit();
  });
  notice.querySelector("[data-leave]").addEventListener("click", () => {
    keeper.forget();
    notice.hidden = true;
  });
}
ask();
