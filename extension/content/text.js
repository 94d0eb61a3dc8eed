// The words of a field, and where each of them stands in it. Nothing here changes the page but `put`, which a person's click asks for.
{
  const sincerely = (globalThis.sincerely ??= {});
  const BLOCKS = new Set(["DIV", "P", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "PRE", "TABLE", "TR", "SECTION", "ARTICLE"]);
  // What others wrote, and what is no text.
  const SKIPPED = "blockquote, .gmail_quote, .gmail_attr, #mail-editor-reference-message-container, [contenteditable='false'], script, style, textarea, input, select, button";
  // In Outlook all that follows is the mail that is answered.
  const END = "#appendonsend, #divRplyFwdMsg";
  // As much as ten pages; more is no note.
  const LONGEST = 20_000;

  // A text as it is shown: where line ends are not kept they are spaces, and between blocks nothing.
  function shown(node) {
    const words = node.data.replaceAll("\u00a0", " ");
    if (!words.includes("\n") || getComputedStyle(node.parentElement).whiteSpace.startsWith("pre")) return words;
    return words.trim() ? words.replaceAll("\n", " ") : "";
  }

  // The text of an editable element with, for each stretch, the node that holds it.
  function walk(root) {
    const stretches = [];
    let text = "";
    let broken = false;
    const add = (node, words) => {
      if (broken && text && !text.endsWith("\n")) text += "\n";
      broken = false;
      stretches.push({ start: text.length, end: text.length + words.length, node });
      text += words;
    };
    const visit = (parent) => {
      for (const node of parent.childNodes) {
        if (text.length > LONGEST) return false;
        if (node.nodeType === Node.TEXT_NODE) {
          const words = shown(node);
          if (words) add(node, words);
        } else if (node.nodeType === Node.ELEMENT_NODE) {
          if (node.matches(END)) return false;
          if (node.matches(SKIPPED)) continue;
          if (node.tagName === "BR") {
            if (broken && text && !text.endsWith("\n")) text += "\n";
            broken = false;
            text += "\n";
            continue;
          }
          const block = BLOCKS.has(node.tagName);
          broken ||= block;
          if (!visit(node)) return false;
          broken ||= block;
        }
      }
      return true;
    };
    visit(root);
    return { text: text.slice(0, LONGEST), stretches };
  }

  const plain = (field) => field.tagName === "TEXTAREA";
  const textOf = (field) => (plain(field) ? field.value.slice(0, LONGEST) : walk(field).text);

  // The stretch from `start` to `end` as a range of the page; null where it is not there any more.
  function rangeOf(field, start, end) {
    const { stretches } = walk(field);
    const first = stretches.find((one) => start >= one.start && start < one.end);
    const last = stretches.find((one) => end > one.start && end <= one.end);
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return range;
  }

  // The desk counts characters, a browser counts UTF-16 units: the units before each character.
  function ruler(text) {
    const units = [0];
    for (const character of text) units.push(units.at(-1) + character.length);
    return units;
  }

  // Puts other words in the place of these, and nothing else; false where they are not there any more.
  function put(field, { start, end, quote }, words) {
    if (textOf(field).slice(start, end) !== quote) return false;
    field.focus();
    if (plain(field)) {
      field.setSelectionRange(start, end);
    } else {
      const range = rangeOf(field, start, end);
      if (!range) return false;
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }
    // Old, and the one way that the page's own editor and its undo hear of.
    const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (done) return true;
    if (!plain(field)) return false;
    field.setRangeText(words, start, end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: words }));
    return true;
  }

  Object.assign(sincerely, { textOf, rangeOf, ruler, put, plain });
}
