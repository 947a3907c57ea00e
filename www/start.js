// The start screen: one wide field. What is pasted is read at once; there is no button to press.

/** @import { Actions, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { COPIED, moreWays } from "./ways.js";

/** A field with more than this in it makes the browser slow; the paste itself is kept whole. */
const ROOM = 200_000;

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createStart(root, { store, actions }) {
  const field = h("textarea", {
    placeholder: "Paste an article", "aria-label": "Paste an article", spellcheck: "false", autocomplete: "off", autofocus: true,
    "aria-describedby": "field-hint",
  });
  const hint = h("span", { class: "hint", id: "field-hint" });
  const how = h("p", { hidden: true }, "The page carries a content security policy that lets it load its own files and nothing else, and send nothing anywhere. Postil runs in a worker of this page. The articles that are open, their dates, the outline of their HTML and what you decided about them are in this tab’s own storage (session storage), so that a reload brings them back; the browser forgets them with the tab. Only what you choose to keep on this device is in this browser’s database for this page (IndexedDB), until you delete it there; “Forget everything” empties both. There are no cookies, and nothing else is stored. Your browser’s developer tools show it: paste, and look at the network.");
  const ask = h("button", {
    class: "lk", type: "button", "aria-expanded": "false",
    onclick: () => {
      how.hidden = !how.hidden;
      ask.setAttribute("aria-expanded", String(!how.hidden));
    },
  }, "How?");
  const open = h("div", { class: "opened" });
  fill(root, [h("div", { class: "in" },
    h("h1", { class: "brand" }, icon("logo", ""), "Postil"),
    h("p", { class: "tagl" }, "Notes in the margin of the news: who, how much, when, and who says so."),
    h("div", { class: "field" }, field, hint),
    h("div", { class: "ways" },
      h("button", { class: "btn", type: "button", onclick: () => actions.chooseFile() }, icon("file"), "Open a file"),
      h("button", { class: "btn quiet", type: "button", onclick: () => actions.sample() }, "Try the sample"),
      h("span", { class: "rt" }, "or drop a .txt, .md, .html, .docx or .json anywhere")),
    open,
    moreWays(),
    h("div", { class: "priv" }, icon("lock"), h("div", {},
      h("b", {}, "Nothing you paste leaves this page."), " Your browser is told to refuse every request to elsewhere. ", ask, how)))]);

  field.addEventListener("input", (event) => {
    const { inputType } = /** @type {InputEvent} */ (event);
    store.set({ draft: field.value });
    if (inputType === "insertFromPaste" || inputType === "insertFromDrop") actions.read(field.value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) actions.read(field.value);
  });

  /** @param {string} draft */
  function hintFor(draft) {
    if (!draft.trim() && location.hash === COPIED) return fill(hint, ["The page is copied. Paste it here (Ctrl V, or ⌘ V) to read it."]);
    if (!draft.trim()) return fill(hint, ["It is read as soon as it lands. Long ones take a second or two."]);
    return fill(hint, [
      draft.length > ROOM ? "The beginning of what you pasted; all of it is kept." : "Yours, as you left it.",
      h("button", { class: "btn", type: "button", onclick: () => actions.read(store.get().draft) }, "Read it"),
    ]);
  }
  hintFor("");

  return {
    update(state, before) {
      if (state.articles !== before.articles) {
        fill(open, state.articles.length === 0 ? [] : [
          h("span", {}, "Still open:"),
          ...state.articles.map(({ id, title }) => h("button", { class: "lk", type: "button", onclick: () => actions.turnTo(id) }, title || "an article without a headline")),
        ]);
      }
      if (state.draft !== before.draft || state.screen !== before.screen) {
        const shown = state.draft.slice(0, ROOM);
        if (state.screen === "start" && field.value !== shown) field.value = shown;
        hintFor(state.draft);
      }
      if (state.screen === "start" && before.screen !== "start") {
        field.focus();
        field.select();
      }
    },
  };
}
