// A person's own lexicon: what is decided about a name in every article. It lasts as long as the tab, or is kept on this
// device if one asks for it: an entry a record, so that two tabs do not overwrite each other. Knows no DOM.

/** @import { LexiconEntry, Store } from "./types.d.ts" */

import * as database from "./database.js";

const KEY = "postil-lexicon";
/** The record that says that the lexicon is kept, were it empty. */
const KEPT = "";

/**
 * @param {Store} store
 * @param {{ storage: () => Storage, check: (json: string) => Promise<unknown>, say: import("./desk.js").Say }} given
 *   `check` fails, in words, on what is no lexicon
 */
export function createLexicon(store, { storage, check, say }) {
  const entries = () => store.get().lexicon;
  const isKept = () => store.get().lexiconKept;

  /** @param {LexiconEntry[]} list */
  function show(list) {
    const lexicon = [...list].sort((a, b) => a.words.localeCompare(b.words, "en"));
    store.set({ lexicon });
    try {
      if (lexicon.length === 0) storage().removeItem(KEY);
      else storage().setItem(KEY, JSON.stringify(lexicon));
    } catch {
      // It lasts until the page is left; the dialogue has its export.
    }
  }

  /**
   * Puts entries in place of others.
   *
   * @param {string[]} gone the words of those that go
   * @param {LexiconEntry[]} come
   */
  async function put(gone, come) {
    const words = new Set([...gone, ...come.map((entry) => entry.words)]);
    show([...entries().filter((entry) => !words.has(entry.words)), ...come]);
    if (!isKept()) return;
    try {
      await write(gone, come);
    } catch {
      store.set({ lexiconKept: false });
      say("Your browser could not keep the lexicon on this device. It is still in this tab: save it as a file to be safe.", "alert",
        { label: "The lexicon", run: () => store.set({ dialog: "lexicon" }) });
    }
  }

  /**
   * @param {string[]} gone
   * @param {LexiconEntry[]} come
   */
  function write(gone, come) {
    return database.within(["lexicon"], "readwrite", (records) => {
      for (const words of gone) records.delete(words);
      for (const entry of come) records.put(entry);
      return records.put({ words: KEPT });
    });
  }

  /** Takes up what this device keeps, or what the tab had before a reload. */
  async function load() {
    try {
      if (await database.isThere()) {
        /** @type {LexiconEntry[]} */
        const kept = await database.within(["lexicon"], "readonly", (records) => records.getAll());
        const lexiconKept = kept.some(({ words }) => words === KEPT);
        if (lexiconKept) show(kept.filter(({ words }) => words !== KEPT));
        store.set({ lexiconKept });
        if (lexiconKept) return;
      }
      show(JSON.parse(storage().getItem(KEY) ?? "[]"));
    } catch {
      // Nothing was kept, or it is not ours.
    }
  }

  return {
    load,
    put,
    /** As it is saved, and as the core reads it. */
    json: () => `${JSON.stringify({ format: "postil-lexicon", version: "1.0.0", entries: entries() }, null, 2)}\n`,
    /** @param {string} words */
    get: (words) => entries().find((entry) => entry.words === words),
    /**
     * Adds what a file holds to the lexicon.
     *
     * @param {string} json
     */
    async read(json) {
      try {
        await check(json);
      } catch (error) {
        const why = error instanceof Error ? error.message.replace(/\.$/, "") : "";
        say(`That lexicon could not be read: ${why}. Yours is as it was.`, "alert");
        return;
      }
      /** @type {LexiconEntry[]} */
      const come = JSON.parse(json.replace(/^\uFEFF/, "")).entries;
      const before = entries();
      await put([], come);
      say(`Your lexicon has ${entries().length} entries now, ${come.length} of them from this file.`, "status", {
        label: "Undo", run: () => put(entries().map(({ words }) => words), before),
      });
    },
    /** @param {boolean} on */
    async keep(on) {
      try {
        if (on) await write([], entries());
        else if (await database.isThere()) await database.within(["lexicon"], "readwrite", (records) => records.clear());
        store.set({ lexiconKept: on });
      } catch {
        store.set({ lexiconKept: false });
        say("Your browser does not keep this on the device. Nothing is lost: the lexicon stays in this tab. Save it as a file to be safe.", "alert");
      }
    },
    forget() {
      store.set({ lexiconKept: false });
      show([]);
    },
  };
}
