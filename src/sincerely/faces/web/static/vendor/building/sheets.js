// Stands in for style-mod: the editor's styles go into a constructed sheet, so that the page needs no inline styles.
import { StyleModule as Rules } from "style-mod";

const held = new WeakMap();

export class StyleModule extends Rules {
  static mount(root, modules) {
    if (!held.has(root)) {
      const sheet = new CSSStyleSheet();
      root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
      held.set(root, { sheet, modules: [] });
    }
    const own = held.get(root);
    own.modules = [...new Set([...[modules].flat(), ...own.modules])];
    own.sheet.replaceSync(own.modules.map((module) => module.getRules()).join("\n"));
  }
}
