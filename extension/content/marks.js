// Marks over the words of a field, drawn in a layer of their own: the page and its text stay as they are.
{
  const sincerely = (globalThis.sincerely ??= {});
  // The same colours and shapes as on the desk.
  const STYLE = `
    :host { all: initial; }
    .layer { position: fixed; inset: 0; pointer-events: none; z-index: 2147483000; overflow: hidden; font: 14px/1.45 system-ui, sans-serif; color-scheme: light dark;
      --paper: light-dark(#fffdf9, #23201c); --ink: light-dark(#2a2622, #ece5da); --muted: light-dark(#665d53, #aca295); --line: light-dark(#e3dbcf, #3a342c);
      --accent: light-dark(#2f4b7c, #a5bdea); --late: light-dark(#a33524, #f09a88); --good: light-dark(#2b664a, #8bcaa8); --wait: light-dark(#7a5600, #e2bd6b); }
    .way-hostility { --way: light-dark(#a33524, #f09a88); --shape: polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%); }
    .way-pressure { --way: light-dark(#9a5b00, #e8b160); --shape: polygon(50% 4%, 100% 96%, 0 96%); }
    .way-professional { --way: light-dark(#6b3f87, #cfaae6); --shape: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
    .way-brevity { --way: light-dark(#00628f, #7fc3ea); --shape: circle(50%); }
    .way-language { --way: light-dark(#1d6b45, #8bcaa8); --shape: inset(8%); }
    .way-substance { --way: var(--muted); --shape: polygon(35% 0, 65% 0, 65% 35%, 100% 35%, 100% 65%, 65% 65%, 65% 100%, 35% 100%, 35% 65%, 0 65%, 0 35%, 35% 35%); }
    .mark { position: absolute; box-sizing: border-box; border-bottom: 2px solid var(--way); }
    .mark.way-brevity { border-bottom-style: dotted; }
    .mark.way-language { border-bottom-style: dashed; }
    .mark.way-hostility { border-bottom: 4px double var(--way); }
    .mark.way-pressure { border: 0; background: linear-gradient(45deg, transparent 40%, var(--way) 40% 60%, transparent 60%) 0 100% / 5px 4px repeat-x, linear-gradient(-45deg, transparent 40%, var(--way) 40% 60%, transparent 60%) 2.5px 100% / 5px 4px repeat-x; }
    .mark.is-hold::before { content: ""; position: absolute; inset: 0; background: var(--way); opacity: .13; }
    .mirror { position: fixed; visibility: hidden; overflow: hidden; box-sizing: border-box; white-space: pre-wrap; overflow-wrap: break-word; }
  `;
  const COPIED = [
    ...["fontFamily", "fontSize", "fontStyle", "fontWeight", "fontStretch", "fontKerning", "lineHeight", "letterSpacing", "wordSpacing", "textAlign", "textIndent", "textTransform", "tabSize", "direction"],
    ...["paddingTop", "paddingRight", "paddingBottom", "paddingLeft", "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth", "whiteSpace", "wordBreak", "overflowWrap"],
  ];

  function made(kind, name = "", words = "") {
    const element = document.createElement(kind);
    if (name) element.className = name;
    if (words) element.textContent = words;
    return element;
  }

  // The one element that the page sees; what is in it no script of the page can reach.
  const host = document.createElement("sincerely-marks");
  const shade = host.attachShadow({ mode: "closed" });
  const style = made("style", "", STYLE);
  const layer = made("div", "layer");
  shade.append(style, layer);
  const present = () => host.isConnected || document.documentElement.append(host);

  // A copy of a textarea's words, laid out as in it, so that their places can be measured.
  function mirrorOf(field, text) {
    const mirror = made("div", "mirror");
    const own = getComputedStyle(field);
    for (const name of COPIED) mirror.style[name] = own[name];
    const { left, top } = field.getBoundingClientRect();
    mirror.style.borderStyle = "solid";
    mirror.style.left = `${left}px`;
    mirror.style.top = `${top}px`;
    mirror.style.width = `${field.clientWidth + parseFloat(own.borderLeftWidth) + parseFloat(own.borderRightWidth)}px`;
    mirror.style.height = `${field.offsetHeight}px`;
    mirror.append(`${text}\u200b`);
    layer.append(mirror);
    return mirror;
  }

  // Where each mark's words stand on the screen, as rectangles.
  function places(field, marks) {
    if (!sincerely.plain(field)) return marks.map((mark) => [...(sincerely.rangeOf(field, mark.start, mark.end)?.getClientRects() ?? [])]);
    const mirror = mirrorOf(field, sincerely.textOf(field));
    const found = marks.map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(mirror.firstChild, start);
      range.setEnd(mirror.firstChild, end);
      return [...range.getClientRects()].map((box) => new DOMRect(box.x - field.scrollLeft, box.y - field.scrollTop, box.width, box.height));
    });
    mirror.remove();
    return found;
  }

  // The part of a field that is on the screen, whatever scrolls round it.
  function visible(field) {
    let { left, top, right, bottom } = field.getBoundingClientRect();
    for (let outer = field.parentElement; outer; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflow === "visible") continue;
      const box = outer.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom };
  }

  function draw(field, marks) {
    layer.querySelectorAll(".mark").forEach((mark) => mark.remove());
    const edge = visible(field);
    places(field, marks).forEach((boxes, index) => {
      for (const box of boxes) {
        const inside = box.left >= edge.left - 1 && box.right <= edge.right + 1 && box.top >= edge.top - 1 && box.bottom <= edge.bottom + 1;
        if (!inside || box.width < 1) continue;
        const { way, severity } = marks[index];
        const drawn = made("div", `mark way-${way} is-${severity}`);
        Object.assign(drawn.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height + 2}px` });
        layer.append(drawn);
      }
    });
  }

  Object.assign(sincerely, { made, present, layer, style, draw, visible });
}
