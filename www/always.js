// "Always", "never", "call it": the form of the card, and the dialogue that lists a person's own lexicon.

/** @import { Actions, LexiconEntry, NameKind, Store, View } from "./types.d.ts" */
/** @import { Doing } from "./edit.js" */

import { always, callIt, never } from "./decisions.js";
import { closable, fill, h, icon } from "./dom.js";
import { nameKind } from "./words.js";

/** @type {NameKind[]} */
export const NAMES = ["person", "organisation", "place", "group", "event", "work", "law", "product", "language"];
/** @type {[LexiconEntry["action"], string][]} */
const ACTIONS = [["always", "Always"], ["never", "Never a name"], ["call", "Call it"]];

/**
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {string} label
 * @param {() => void} [change]
 */
function select(options, chosen, label, change) {
  return h("select", { "aria-label": label, onchange: change }, ...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
}

/** @type {[string, string][]} */
const KINDS = NAMES.map((kind) => [kind, nameKind(kind)]);

/**
 * What the card offers for a name, in every article.
 *
 * @param {Doing} doing
 * @param {import("./types.d.ts").Entity | undefined} entity
 */
export function lexiconForm({ reading, item, decide }, entity) {
  const words = reading.text.slice(item.spans[0].start16, item.spans[0].end16);
  const kind = select(KINDS, "kind" in item.item ? item.item.kind : "person", "Kind");
  const name = h("input", { type: "text", value: entity?.name ?? words, "aria-label": "Name", autocomplete: "off" });
  const row = (/** @type {string} */ label, /** @type {() => void} */ save, /** @type {HTMLElement | null} */ field) => h("form", {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      save();
    },
  }, h("button", { class: "btn", type: "submit" }, label), field);
  return h("div", { class: "lex" },
    h("p", {}, "From now on, in every article, wherever it says “", h("b", {}, words), "”:"),
    row("Always", () => decide(always(reading, item, words, kind.value)), kind),
    row("Never a name", () => decide(never(reading, item, words)), null),
    entity ? row("Call it", () => name.value.trim() && decide(callIt(reading, entity, words, name.value.trim())), name) : null);
}

/**
 * @param {HTMLElement} home
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createLexiconList(home, { store, actions }) {
  const list = h("ul", { class: "rows" });
  const keep = h("input", { type: "checkbox", onchange: () => actions.keepLexicon(keep.checked) });
  const words = h("input", { type: "text", "aria-label": "Words", placeholder: "A name, as it is written", autocomplete: "off", spellcheck: "false" });
  const file = h("input", { type: "file", hidden: true, accept: ".json,application/json", "aria-label": "Open a lexicon", onchange: () => open() });
  const apply = h("button", { class: "btn", type: "button", onclick: () => close(() => actions.applyLexicon()) }, "Apply to this article");
  const add = h("form", {
    class: "add",
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const name = words.value.trim();
      if (!name) return;
      actions.setLexicon(name, { words: name, action: "always", kind: "person" });
      words.value = "";
    },
  }, words, h("button", { class: "btn", type: "submit" }, "Add"));
  const root = h("dialog", { class: "help kept", "aria-labelledby": "lexicon-title" },
    h("header", {}, h("h2", { id: "lexicon-title" }, "Your lexicon"),
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    list, add,
    h("footer", {}, h("label", { class: "tick" }, keep, h("span", {}, "Keep it on this device. Otherwise it is forgotten with this tab.")),
      h("span", { class: "ops" },
        h("button", { class: "btn", type: "button", onclick: () => file.click() }, "Open a file"),
        h("button", { class: "btn", type: "button", onclick: () => actions.saveLexicon() }, "Save as a file"), apply), file));
  home.append(root);
  closable(root, () => store.set({ dialog: null }));

  /** @param {() => void} run */
  function close(run) {
    root.close();
    run();
  }

  async function open() {
    const chosen = file.files?.[0];
    file.value = "";
    if (chosen) actions.readLexicon(await chosen.text());
  }

  /** @param {LexiconEntry} entry */
  function row(entry) {
    const of = entry.words;
    const change = () => {
      const next = /** @type {LexiconEntry["action"]} */ (action.value);
      const called = name.value.trim();
      kind.hidden = next !== "always";
      name.hidden = next === "never";
      name.required = next === "call";
      // "Call it" waits for a name.
      if (next === "call" && !called) return name.focus();
      return actions.setLexicon(of, {
        words: of, action: next, ...(next === "always" ? { kind: /** @type {NameKind} */ (kind.value) } : {}), ...(called && next !== "never" ? { name: called } : {}),
      });
    };
    const action = select(ACTIONS, entry.action, `What to do with ${of}`, change);
    const kind = select(KINDS, entry.kind ?? "person", `Kind of ${of}`, change);
    const name = h("input", { type: "text", value: entry.name ?? "", placeholder: "called …", "aria-label": `Name of ${of}`, autocomplete: "off", onchange: change });
    kind.hidden = entry.action !== "always";
    name.hidden = entry.action === "never";
    return h("li", { "data-words": of }, h("b", {}, of), h("span", { class: "fields" }, action, kind, name),
      h("span", { class: "ops" }, h("button", { class: "lk", type: "button", "aria-label": `Remove ${of}`, onclick: () => actions.setLexicon(of, null) }, "Remove")));
  }

  /** @param {LexiconEntry[]} lexicon */
  function draw(lexicon) {
    const held = document.activeElement?.getAttribute("aria-label");
    fill(list, lexicon.length > 0 ? lexicon.map(row) : [h("li", {}, "Nothing yet. The card of a name has “In every article …”, or add one here.")]);
    const again = held && [...list.querySelectorAll("select, input, button")].find((each) => each.getAttribute("aria-label") === held);
    if (again instanceof HTMLElement) again.focus();
  }

  return {
    update(state, before) {
      if (state.lexicon !== before.lexicon) draw(state.lexicon);
      keep.checked = state.lexiconKept;
      apply.hidden = !state.reading;
      apply.disabled = state.lexicon.length === 0;
      if (state.dialog === before.dialog) return;
      if (state.dialog === "lexicon" && !root.open) {
        draw(state.lexicon);
        root.showModal();
      } else if (state.dialog !== "lexicon" && root.open) root.close();
    },
  };
}
