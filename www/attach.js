// Asks for the article of an export that left its text out. What is pasted, opened or dropped meanwhile is that article.

/** @import { Actions, Postil, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { counted } from "./words.js";

/**
 * An export without its text, as it came and as it is read.
 *
 * @typedef {{ json: string, postil: Postil }} Bare
 */

/**
 * @param {HTMLDialogElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View & { ask(bare: Bare): void, waiting(): Bare | null, answer(words: string): void }}
 */
export function createAttach(root, { store, actions }) {
  /** @type {Bare | null} */
  let bare = null;
  const about = h("p", {});
  const wrong = h("p", { role: "alert", class: "ck" });
  const field = h("textarea", { placeholder: "Paste the article", "aria-label": "Paste the article", spellcheck: "false", autocomplete: "off" });
  fill(root, [
    h("header", {}, h("h2", { id: "attach-title" }, "Which article is it?"),
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    h("div", { class: "in" }, about, wrong, h("div", { class: "field" }, field),
      h("p", {}, h("button", { class: "btn", type: "button", onclick: () => actions.chooseFile() }, icon("file"), "Open a file"))),
  ]);
  field.addEventListener("paste", (event) => {
    event.preventDefault();
    actions.read(event.clipboardData?.getData("text/plain") ?? "", event.clipboardData?.getData("text/html"));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) actions.read(field.value);
  });
  root.addEventListener("close", () => {
    bare = null;
    store.set({ dialog: null });
  });

  return {
    ask(asked) {
      bare = asked;
      const { source, length } = asked.postil.document;
      fill(about, [
        "This export leaves out the article’s text. Paste the article it was made from",
        source?.title ? `, “${source.title}”` : "",
        length ? ` (${counted(length.utf16, "character")})` : "",
        ", and all that was found and decided comes back to its place.",
      ]);
      fill(wrong, []);
      field.value = "";
      store.set({ dialog: "attach" });
    },
    waiting: () => bare,
    /** @param {string} words why that is not the article; none if it is */
    answer(words) {
      fill(wrong, [words]);
      if (!words) root.close();
    },
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog === "attach" && !root.open) {
        root.showModal();
        field.focus();
      } else if (state.dialog !== "attach" && root.open) root.close();
    },
  };
}
