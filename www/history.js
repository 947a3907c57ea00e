// The history of the article: what was decided, in words. Each row goes back to that point, or on to it.

/** @import { Actions, Store, View } from "./types.d.ts" */

import { fill, h } from "./dom.js";

/**
 * @param {HTMLElement} root a popover
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createHistory(root, { store, actions }) {
  const list = h("ol", {});
  const undo = h("button", { class: "btn", type: "button", onclick: () => actions.undo() }, "Undo");
  const redo = h("button", { class: "btn", type: "button", onclick: () => actions.redo() }, "Redo");
  fill(root, [h("h2", {}, "History"), h("div", { class: "set" }, undo, redo), list]);
  root.addEventListener("toggle", () => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }));

  return {
    update(state, before) {
      if (state.articles === before.articles && state.article === before.article) return;
      const article = store.get().articles.find(({ id }) => id === state.article);
      const steps = article?.steps ?? [];
      const at = article?.at ?? 0;
      undo.disabled = at === 0;
      redo.disabled = at + 1 >= steps.length;
      fill(list, steps.map(({ words }, number) => h("li", {}, h("button", {
        type: "button", class: number > at ? "later" : "", "aria-current": number === at ? "step" : null,
        onclick: () => actions.go(number),
      }, words, number > at ? h("span", { class: "sr" }, " (undone)") : null))));
    },
  };
}
