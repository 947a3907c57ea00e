// What is kept on this device, to be seen: its dialogue, its line on the start screen, its items in the menu.

/** @import { Actions, State, Store, View } from "./types.d.ts" */

import { closable, fill, h, icon } from "./dom.js";
import { aboutKept } from "./shelf.js";

/**
 * @param {HTMLElement} home
 * @param {{ store: Store, actions: Actions, start: HTMLElement }} given
 * @returns {View}
 */
export function createKept(home, { store, actions, start }) {
  const list = h("ul", { class: "rows" });
  const root = h("dialog", { class: "help kept", "aria-labelledby": "kept-title" },
    h("header", {}, h("h2", { id: "kept-title" }, "Kept on this device"),
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    list,
    h("footer", {}, h("p", {}, "In this browser’s own database for this page: the article’s text, the outline of its HTML, its date, your decisions and their history. No other site can read it; whoever uses this browser can."),
      h("button", { class: "btn", type: "button", onclick: () => close(() => actions.forget()) }, "Forget everything")));
  const line = h("div", { class: "opened" });
  home.append(root);
  start.querySelector(".opened")?.after(line);
  closable(root, () => store.set({ dialog: null }));

  /** @param {() => void} run */
  function close(run) {
    root.close();
    run();
  }

  /** @param {State} state */
  function draw({ shelf, articles }) {
    const button = (/** @type {string} */ words, /** @type {string} */ title, /** @type {() => void} */ run) => h("button", {
      class: "lk", type: "button", "aria-label": `${words}: ${title}`, onclick: run,
    }, words);
    const rows = shelf.map((row) => {
      const title = row.title || "Without a headline";
      const act = (/** @type {{ steal?: boolean, copy?: boolean }} */ how) => () => close(() => actions.openKept(row.key, how));
      return h("li", {},
        h("b", {}, title),
        h("small", {}, aboutKept(row), row.elsewhere ? " · open in another tab: two tabs do not write to one article" : ""),
        h("span", { class: "ops" },
          ...(row.elsewhere
            ? [button("Take it over", title, act({ steal: true })), button("Open a copy", title, act({ copy: true }))]
            : [button("Open", title, act({})), button("Delete", title, () => actions.deleteKept(row.key))])));
    });
    fill(list, rows.length > 0 ? rows : [h("li", {}, articles.length > 0
      ? "Nothing. More → Keep on this device keeps the open article, with all you decide about it."
      : "Nothing. Once an article is open, More → Keep on this device keeps it, with all you decide about it.")]);
    fill(line, shelf.length === 0 ? [] : [
      h("span", {}, "Kept on this device:"),
      ...shelf.slice(0, 4).map((row) => h("button", {
        class: "lk", type: "button", onclick: () => actions.openKept(row.key),
      }, row.title || "an article without a headline")),
      h("button", { class: "lk", type: "button", onclick: () => store.set({ dialog: "kept" }) }, shelf.length > 4 ? `all ${shelf.length} …` : "manage …"),
    ]);
  }

  return {
    update(state, before) {
      if (state.shelf !== before.shelf || state.articles !== before.articles) draw(state);
      if (state.dialog === before.dialog) return;
      if (state.dialog === "kept" && !root.open) {
        actions.lookAtKept();
        draw(state);
        root.showModal();
      } else if (state.dialog !== "kept" && root.open) root.close();
    },
  };
}

/**
 * What the menu has of it.
 *
 * @param {Store} store
 * @param {Actions} actions
 * @param {(run: () => void) => () => void} close closes the menu first
 * @returns {View & { elements: HTMLElement[] }}
 */
export function keptItems(store, actions, close) {
  const keep = h("button", { type: "button", "aria-pressed": "false", onclick: close(() => actions.keep()) }, icon("ok"), "Keep on this device");
  const count = h("span", { class: "rt" });
  const all = h("button", { type: "button", onclick: close(() => store.set({ dialog: "kept" })) }, icon("ok"), "Kept articles …", count);
  return {
    elements: [keep, all],
    update(state, before) {
      if (state.kept === before.kept && state.article === before.article && state.shelf === before.shelf) return;
      keep.setAttribute("aria-pressed", String(state.article !== null && state.kept.has(state.article)));
      fill(count, [state.shelf.length || null]);
    },
  };
}
