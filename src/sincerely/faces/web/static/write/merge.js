// Two texts side by side, the changed words marked.

const place = document.getElementById("merge");
const button = document.getElementById("side-by-side");

if (place && button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const shown = place.hidden;
    if (shown && !place.querySelector(".cm-editor")) await open();
    place.hidden = !shown;
    document.getElementById("compared").hidden = shown;
    button.setAttribute("aria-pressed", String(shown));
  });
}

async function open() {
  const cm = await import(place.dataset.codemirror);
  const side = (name) => ({
    doc: place.querySelector(`[data-${name}]`).value,
    extensions: [
      cm.EditorState.readOnly.of(true),
      cm.EditorView.lineWrapping,
      cm.EditorView.contentAttributes.of({ "aria-label": name === "then" ? "The text then" : "The text now", class: "letter" }),
    ],
  });
  new cm.MergeView({ a: side("then"), b: side("now"), parent: place, gutter: false });
}
