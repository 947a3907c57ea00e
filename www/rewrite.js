// The dialogue in which the words of a paragraph, or of the whole article, are changed or a new version is pasted over
// the old. What was decided is found again by the core.

/** @import { Actions, OutlinePiece, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { outlineOf } from "./outline.js";

/**
 * @param {HTMLDialogElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createRewrite(root, { store, actions }) {
  /** @type {OutlinePiece[] | undefined} */
  let outline;
  let [start, end] = [0, 0];
  const title = h("h2", { id: "text-title" });
  const field = h("textarea", {
    "aria-labelledby": "text-title", "aria-describedby": "text-hint", spellcheck: "true", autocomplete: "off",
    onpaste: (/** @type {ClipboardEvent} */ event) => {
      const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
      outline = all && !store.get().rewriting ? outlineOf(event.clipboardData?.getData("text/html") ?? "") : outline;
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    },
  });
  const hint = h("span", { id: "text-hint" });
  fill(root, [
    h("header", {}, title, h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    field,
    h("footer", {}, hint,
      h("button", { class: "btn", type: "button", onclick: () => root.close() }, "Cancel"),
      h("button", { class: "btn pri", type: "button", "aria-keyshortcuts": "Control+Enter", onclick: () => save() }, "Save")),
  ]);
  root.addEventListener("close", () => store.set({ dialog: null, rewriting: null }));

  function save() {
    const { reading } = store.get();
    const words = field.value;
    if (!reading) return;
    if (!(reading.text.slice(0, start) + words + reading.text.slice(end)).trim()) {
      fill(hint, ["That would leave no text at all."]);
      return;
    }
    root.close();
    if (words !== reading.text.slice(start, end)) actions.rewrite({ start, end, words, ...(outline?.length ? { outline } : {}) });
  }

  return {
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog !== "text" && root.open) root.close();
      const { reading, rewriting } = state;
      if (state.dialog !== "text" || !reading || root.open) return;
      const block = reading.blocks.find(({ id }) => id === rewriting);
      [start, end] = block ? [block.span.start16, block.span.end16] : [0, reading.text.length];
      outline = undefined;
      fill(title, [block ? "Edit this paragraph" : "Edit the text, or paste a new version over it"]);
      fill(hint, ["What you decided is found again in the new words. What has no place in them is listed."]);
      root.classList.toggle("whole", !block);
      field.value = reading.text.slice(start, end);
      root.showModal();
      field.focus();
      if (block) field.setSelectionRange(0, 0);
      else field.select();
      field.scrollTop = 0;
    },
  };
}
