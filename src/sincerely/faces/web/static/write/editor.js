// The letter in CodeMirror: its marks move with the words while the next report is on its way.

export function openEditor(cm, { parent, text, label, onChange, onTouch, onStep, onSave }) {
  const placed = cm.StateEffect.define();

  const marks = cm.StateField.define({
    create: () => cm.Decoration.none,
    update(value, change) {
      for (const effect of change.effects) if (effect.is(placed)) return drawn(effect.value, change.state.doc.length);
      return value.map(change.changes);
    },
    provide: (field) => cm.EditorView.decorations.from(field),
  });

  function drawn(found, length) {
    const ranges = found
      .filter((mark) => mark.part === "body" && mark.start !== null && mark.end > mark.start && mark.end <= length)
      .map((mark) =>
        cm.Decoration.mark({
          class: `mark way-${mark.way} is-${mark.severity}`,
          attributes: { "data-mark": String(mark.id) },
          mark,
        }).range(mark.start, mark.end),
      );
    return cm.Decoration.set(ranges, true);
  }

  const keys = [
    { key: "F8", run: () => onStep(1) },
    { key: "Shift-F8", run: () => onStep(-1) },
    { key: "Mod-s", run: () => onSave(), preventDefault: true },
  ];

  const view = new cm.EditorView({
    doc: text,
    parent,
    extensions: [
      marks,
      cm.history(),
      cm.keymap.of([...keys, ...cm.historyKeymap, ...cm.defaultKeymap]),
      cm.EditorView.lineWrapping,
      cm.EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "sentences", autocorrect: "on", class: "letter" }),
      cm.EditorView.updateListener.of((update) => update.docChanged && onChange()),
      cm.EditorView.domEventHandlers({
        click(event) {
          const mark = event.target.closest?.("[data-mark]");
          if (mark) onTouch(Number(mark.dataset.mark));
        },
      }),
    ],
  });

  const spots = () => {
    const found = [];
    view.state.field(marks).between(0, view.state.doc.length, (from, to, value) => {
      found.push({ from, to, mark: value.spec.mark });
    });
    return found;
  };

  const safe = (spot) => spot.mark.safe && spot.mark.replacement !== null;

  return {
    text: () => view.state.doc.toString(),
    selected: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    place: (found) => view.dispatch({ effects: placed.of(found) }),
    focus: () => view.focus(),
    rewrite: (words) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words } }),
    select(id) {
      const spot = spots().find(({ mark }) => mark.id === id);
      if (!spot) return false;
      view.dispatch({ selection: { anchor: spot.from, head: spot.to }, scrollIntoView: true });
      view.focus();
      return true;
    },
    // The mark after (or before) the cursor, round the end.
    step(by) {
      const found = spots();
      if (!found.length) return null;
      const { from, to } = view.state.selection.main;
      const next = by > 0 ? found.find((spot) => spot.from > from || (spot.from === from && spot.to > to)) : found.findLast((spot) => spot.from < from);
      const spot = next ?? found.at(by > 0 ? 0 : -1);
      view.dispatch({ selection: { anchor: spot.from, head: spot.to }, scrollIntoView: true });
      return spot.mark.id;
    },
    mend(id) {
      const spot = spots().find(({ mark }) => mark.id === id);
      if (!spot) return false;
      view.dispatch({ changes: { from: spot.from, to: spot.to, insert: spot.mark.replacement }, selection: { anchor: spot.from + spot.mark.replacement.length } });
      return true;
    },
    // Every safe change at once; of two that overlap the first is made.
    mendAll() {
      let end = -1;
      const changes = spots()
        .filter(safe)
        .filter((spot) => spot.from >= end && (end = spot.to) >= 0)
        .map((spot) => ({ from: spot.from, to: spot.to, insert: spot.mark.replacement }));
      view.dispatch({ changes });
    },
  };
}
