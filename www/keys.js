// The keys, and the dialogue that lists them.

/** @import { Actions, Item, Layer, Store, View } from "./types.d.ts" */
/** @import { Mode } from "./edit.js" */

import { accept, reject } from "./decisions.js";
import { fill, h, icon } from "./dom.js";
import { markAt } from "./places.js";

/** @type {[string, string][]} */
const KEYS = [
  ["1 2 3", "Names, figures and times, claims: on and off"],
  ["j k", "Next and previous mark"],
  ["Enter", "Into the card of the mark"],
  ["a", "Accept"],
  ["x", "Reject"],
  ["e", "Edit: a name, a value, a speaker"],
  ["m", "Same as…"],
  ["n", "Note"],
  ["r s", "Review what nobody has looked at; skip one"],
  ["Shift ← →", "Move the end of the mark by a word; with Ctrl the start"],
  ["Ctrl Z", "Undo; with Shift, redo"],
  ["↑ ↓ ← →", "At the pencil of a line, which Tab goes to: other lines, and what the line is"],
  ["/", "Search the article"],
  ["Escape", "Close what is open"],
  ["Ctrl V", "Read another article"],
  ["?", "These keys"],
];

/**
 * @param {HTMLDialogElement} root
 * @param {Store} store
 * @returns {View}
 */
export function createKeys(root, store) {
  fill(root, [
    h("header", {}, h("h2", { id: "keys-title" }, "Keys"),
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    h("dl", {}, ...KEYS.flatMap(([keys, what]) => [
      h("dt", {}, ...keys.split(" ").flatMap((key, at) => [at > 0 ? " " : null, h("kbd", {}, key)])),
      h("dd", {}, what),
    ])),
  ]);
  root.addEventListener("close", () => store.set({ dialog: null }));
  return {
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog === "keys" && !root.open) root.showModal();
      else if (state.dialog !== "keys" && root.open) root.close();
    },
  };
}

/**
 * @param {Store} store
 * @param {Actions} actions
 * @param {HTMLElement} article
 * @param {{ turn: (mode: Mode) => void, review: () => void, skip: () => void }} doing `turn` opens a form of the card
 */
export function listenToKeys(store, actions, article, { turn, review, skip }) {
  /** @type {Record<string, Layer>} */
  const layers = { 1: "names", 2: "figures", 3: "claims" };
  document.addEventListener("keydown", (event) => {
    const state = store.get();
    const { target } = event;
    const typing = target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z" && state.screen === "read" && !state.dialog && !typing) {
      if (event.shiftKey) actions.redo();
      else actions.undo();
      event.preventDefault();
      return;
    }
    if (event.shiftKey && !event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight") && state.card && !typing) {
      const moving = () => document.querySelector("#card .ends")?.closest("form");
      if (!moving()) turn("move");
      moving()?.dispatchEvent(new CustomEvent("postil-move", {
        detail: { which: event.ctrlKey || event.metaKey ? "start" : "end", by: event.key === "ArrowLeft" ? -1 : 1 },
      }));
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || state.screen !== "read" || state.dialog) return;
    if (typing) return;
    if (event.key === "Escape") {
      if (document.querySelector(":popover-open")) return;
      if (state.card) {
        const inside = target instanceof Element && target.closest("#card");
        actions.close();
        const mark = article.querySelector(".m.sel, .m[tabindex='0']");
        if (inside && mark instanceof HTMLElement) mark.focus({ preventScroll: true });
      } else if (state.search.open) store.set({ search: { ...state.search, open: false } });
      else if (state.sheet !== "closed") store.set({ sheet: "closed" });
      else if (state.current) store.set({ current: null, jump: null });
      return;
    }
    if (layers[event.key]) {
      store.set({ layers: { ...state.layers, [layers[event.key]]: !state.layers[layers[event.key]] } });
    } else if (decide(event.key)) {
      // Done.
    } else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "/") store.set({ search: { ...state.search, open: true } });
    else if (event.key === "r") review();
    else if (event.key === "s") skip();
    else if (event.key === "?") store.set({ dialog: "keys" });
    else return;
    event.preventDefault();
  });

  /**
   * What a key decides about the mark whose card is open or that has the focus, or about the row that is current.
   *
   * @param {string} key
   */
  function decide(key) {
    const { card, reading } = store.get();
    const focused = document.activeElement?.closest("#article [data-ids]");
    if (!card && focused && "axenm".includes(key)) focused.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    const row = document.activeElement?.closest("#panel .row")?.getAttribute("data-ids")?.split(" ")[0];
    const at = store.get().card?.at ?? row ?? store.get().current;
    const item = at && reading?.items.get(at);
    if (!reading || !item) return false;
    if (!store.get().card && "enm".includes(key)) actions.open([item.id], item.id, item.spans[0], true);
    if (key === "a") actions.decide(accept(reading, item));
    else if (key === "x") actions.decide(reject(reading, item));
    else if (key === "e") turn("edit");
    else if (key === "n") turn("note");
    else if (key === "m" && canJoin(item)) turn("same");
    else return false;
    return true;
  }

  /** @param {Item} item */
  function canJoin(item) {
    return item.layer === "mention" && Boolean(item.item.entity);
  }

  /** @param {number} by */
  function step(by) {
    const marks = [...article.querySelectorAll(".m")];
    if (marks.length === 0) return;
    const focused = marks.indexOf(/** @type {Element} */ (document.activeElement));
    const chosen = marks.findIndex((mark) => mark.classList.contains("sel"));
    const at = focused >= 0 ? focused : chosen;
    const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
    if (!(next instanceof HTMLElement)) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    const { ids, anchor } = markAt(next);
    actions.open(ids, ids[0], anchor, true);
  }
}
