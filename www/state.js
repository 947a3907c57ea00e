// What the page knows at one moment, and who wants to hear of it. Knows no DOM.

/** @import { State, Store } from "./types.d.ts" */

/** @returns {State} */
function firstState() {
  return {
    screen: "start",
    draft: "",
    given: {},
    reading: null,
    articles: [],
    rests: new Map(),
    article: null,
    kept: new Set(),
    shelf: [],
    lexicon: [],
    restoring: null,
    lexiconKept: false,
    rejected: false,
    shown: new Set(),
    layers: { names: true, figures: true, claims: true },
    tab: "facts",
    sheet: "closed",
    current: null,
    jump: null,
    card: null,
    hover: null,
    theme: "auto",
    letters: false,
    busy: false,
    message: null,
    update: false,
    dialog: null,
    rewriting: null,
    search: { open: false, query: "", at: 0 },
  };
}

/** @returns {Store} */
export function createStore() {
  let state = firstState();
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = { ...state, ...patch };
      for (const listen of listeners) listen(state, before);
    },
    subscribe(listen) {
      listeners.push(listen);
    },
  };
}

/**
 * What goes away when another article comes, or none.
 *
 * @returns {Partial<State>}
 */
export function cleared() {
  const { given, reading, article, shown, current, jump, card, hover, restoring, search, dialog } = firstState();
  return { given, reading, article, shown, current, jump, card, hover, restoring, search, dialog };
}
