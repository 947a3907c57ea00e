// Search in the article: `/` opens it, Enter goes on, Shift+Enter back, Escape ends it.

/** @import { Places, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { searchText } from "./segments.js";

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, places: Places, show: (range: { start: number, end: number }) => void }} given
 * @returns {View & { light(): void }}
 */
export function createSearch(root, { store, places, show }) {
  const input = h("input", { type: "search", "aria-label": "Search the article", placeholder: "Search", autocomplete: "off", spellcheck: "false" });
  const count = h("span", { class: "ct", role: "status" });
  const box = h("div", { class: "find", role: "search", hidden: true }, input, count,
    h("button", { class: "ib", type: "button", "aria-label": "Previous", onclick: () => step(-1) }, icon("left")),
    h("button", { class: "ib", type: "button", "aria-label": "Next", onclick: () => step(1) }, icon("right")),
    h("button", { class: "ib", type: "button", "aria-label": "Close the search", onclick: () => close() }, icon("x")));
  root.append(box);
  /** @type {{ start: number, end: number }[]} */
  let found = [];
  let at = -1;

  input.addEventListener("input", () => store.set({ search: { open: true, query: input.value, at: 0 } }));
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      // Firefox would empty the field, and that input would open the search again.
      event.preventDefault();
      close();
    }
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  });

  function close() {
    store.set({ search: { ...store.get().search, open: false } });
    const read = document.querySelector("#read");
    if (read instanceof HTMLElement) read.focus({ preventScroll: true });
  }

  /** @param {number} by */
  function step(by) {
    if (found.length === 0) return;
    at = (at + by + found.length) % found.length;
    show(found[at]);
    light();
    tell();
  }

  function tell() {
    const { query } = store.get().search;
    const total = found.length === 1000 ? "1,000+" : String(found.length);
    fill(count, [query.trim() ? (found.length === 0 ? "none" : at < 0 ? total : `${at + 1} of ${total}`) : ""]);
  }

  function light() {
    if (!("highlights" in CSS)) return;
    const ranges = found.flatMap(({ start, end }) => places.range(start, end) ?? []);
    CSS.highlights.set("search", new Highlight(...ranges));
    const now = found[at] && places.range(found[at].start, found[at].end);
    CSS.highlights.set("found", now ? new Highlight(now) : new Highlight());
  }

  return {
    light,
    update(state, before) {
      const { search, reading } = state;
      if (search === before.search && reading === before.reading) return;
      box.hidden = !search.open || state.screen !== "read";
      if (search.open && !before.search.open) {
        input.focus();
        input.select();
      }
      if (input.value !== search.query) input.value = search.query;
      if (search.query !== before.search.query || search.open !== before.search.open || reading !== before.reading) {
        found = search.open && reading ? searchText(reading.text, search.query) : [];
        at = -1;
        light();
        tell();
      }
    },
  };
}
