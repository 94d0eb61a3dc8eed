// What the writing page takes from CodeMirror 6; everything else is left out of the bundle.
export { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, drawSelection, hoverTooltip, keymap, placeholder } from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
export { MergeView, unifiedMergeView } from "@codemirror/merge";
