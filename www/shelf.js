// The articles that are kept on this device: each open one that a person asked to keep is written to the browser's
// database at every step. A lock says which tab an article belongs to, so that a second tab can ask before it is opened
// twice; a revision, compared in the transaction that writes, makes sure that nothing is ever overwritten. Knows no DOM.

/** @import { KeptArticle, OpenArticle, Store } from "./types.d.ts" */

import * as database from "./database.js";
import { pack, unpack } from "./session.js";
import { counted } from "./words.js";

const LINKS = "postil-kept";
/** How long the tab before a reload may take to let go. Milliseconds. */
const PATIENCE = 1200;
/** How long the browser may take to say whether storage lasts, before the person is told that it may not. Milliseconds. */
const ASKING = 400;

/**
 * An open article and its kept self.
 *
 * @typedef {object} Link
 * @property {string} key
 * @property {number} rev of the last write
 * @property {Pick<OpenArticle, "steps" | "at">} [saved] as it was last written
 * @property {boolean} [held] it is this tab's
 * @property {() => void} [release] gives the lock back
 *
 * @typedef {import("./desk.js").Say} Say
 *
 * @param {Store} store
 * @param {object} given
 * @param {() => Storage} given.storage
 * @param {() => boolean} given.flush writes the tab's own copy, and says whether it could
 * @param {Say} given.say
 * @param {(id: number) => Promise<void>} given.turnTo
 * @param {(id: number) => void} given.close
 */
export function createShelf(store, { storage, flush, say, turnTo, close }) {
  /** By the number of the open article. @type {Map<number, Link>} */
  const links = new Map();
  /** Of articles that were closed, and may come back by Undo. @type {Map<number, Link>} */
  const closed = new Map();
  /** One write after another. */
  let queue = Promise.resolve();
  let failed = false;
  const toExport = { label: "Export", run: () => store.set({ dialog: "export" }) };

  const find = (/** @type {number} */ id) => store.get().articles.find((article) => article.id === id);
  const titleOf = (/** @type {{ title: string }} */ { title }) => (title ? `“${title}”` : "This article");

  /** The links go through a reload with the articles. A tab that could not write its own copy must not claim the new one. */
  function note() {
    store.set({ kept: new Set(links.keys()) });
    list().then((shelf) => store.set({ shelf }), () => {});
    try {
      if (!flush()) return;
      const plain = [...links].map(([id, { key, rev }]) => [id, { key, rev }]);
      if (plain.length === 0) storage().removeItem(LINKS);
      else storage().setItem(LINKS, JSON.stringify(plain));
    } catch {
      // After a reload the list still has them.
    }
  }

  /**
   * Claims an article for this tab, and says whether it could be had.
   *
   * @param {Link} link
   * @param {boolean} steal
   * @returns {Promise<boolean>}
   */
  function hold(link, steal = false) {
    return new Promise((resolve) => {
      const options = steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE) };
      const got = (/** @type {boolean} */ held) => {
        link.held = held;
        resolve(held);
      };
      // Without locks (a page from disk, in some browsers) the revision alone guards what is kept.
      if (!navigator.locks) return got(true);
      return navigator.locks.request(lockOf(link.key), options, () => new Promise((release) => {
        link.release = () => release(undefined);
        got(true);
      })).catch((/** @type {DOMException} */ { name }) => {
        if (!link.release) got(name === "SecurityError");
        else if (name === "AbortError") lost(link, "Another tab has taken it over");
      });
    });
  }

  /**
   * An article is another tab's now: it stays open here, and nothing of it is written any more.
   *
   * @param {Link} link
   * @param {string} why
   */
  function lost(link, why) {
    const [id] = [...links].find(([, each]) => each === link) ?? [];
    const article = id !== undefined && find(id);
    if (!article) return;
    links.delete(article.id);
    link.release?.();
    note();
    say(`${titleOf(article)}: ${why}. What you decide here stays in this tab.`, "alert",
      { label: "Take it over", run: () => openKept(link.key, { steal: true, twin: article }) },
      { label: "Keep a copy", run: () => keep(article.id) });
  }

  /**
   * Writes an article, unless somebody else has since its last write.
   *
   * @param {OpenArticle} article
   * @param {Link} link
   */
  async function write(article, link) {
    const { key, rev } = link;
    const json = JSON.stringify(pack(article));
    /** @type {KeptArticle} */
    const row = { key, rev: rev + 1, title: article.title, saved: Date.now(), decisions: article.at, size: json.length };
    if (rev > 0 && !await database.isThere()) throw new Conflict(0);
    const before = await database.within(["list", "articles"], "readwrite", (list, articles) => {
      const there = list.get(key);
      there.onsuccess = () => {
        if ((there.result?.rev ?? 0) !== rev) return;
        articles.put({ key, json });
        list.put(row);
      };
      return there;
    });
    if ((before?.rev ?? 0) !== rev) throw new Conflict(before?.rev ?? 0);
    link.rev = row.rev;
    link.saved = article;
    note();
  }

  /** @param {number} id */
  function save(id) {
    queue = queue.then(async () => {
      const article = find(id);
      const link = links.get(id);
      if (!article || !link?.held || isSame(article, link.saved)) return;
      try {
        await write(article, link);
        failed = false;
      } catch (error) {
        if (error instanceof Conflict) unkept(article, link, error.rev);
        else {
          if (!failed) say(`${titleOf(article)} could not be kept on this device: ${whyOf(error)}. It is still open in this tab. Export it to be safe.`, "alert", toExport);
          failed = true;
        }
      }
    });
    return queue;
  }

  /**
   * @param {OpenArticle} article
   * @param {Link} link
   * @param {number} rev what stands there now; nothing if it is 0
   */
  function unkept(article, link, rev) {
    if (rev > 0) {
      lost(link, "It was changed in another tab");
      return;
    }
    links.delete(article.id);
    link.release?.();
    note();
    say(`${titleOf(article)} is not kept on this device any more: it was deleted in another tab. It is still open here.`, "alert",
      { label: "Keep it again", run: () => keep(article.id) });
  }

  /**
   * Keeps an open article from now on.
   *
   * @param {number} id
   */
  async function keep(id) {
    const article = find(id);
    if (!article || links.has(id)) return;
    /** @type {Link} */
    const link = { key: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`, rev: 0 };
    try {
      await hold(link);
      await write(article, link);
    } catch (error) {
      link.release?.();
      say(`Your browser does not keep this on the device: ${whyOf(error)}. Nothing is lost: the article stays in this tab. Export it to be safe.`, "alert", toExport);
      return;
    }
    links.set(id, link);
    note();
    // Firefox asks its person, and answers when they do.
    const asked = navigator.storage?.persist?.().catch(() => false);
    const lasting = await Promise.race([asked, new Promise((done) => { setTimeout(done, ASKING, false); })]);
    if (lasting) say("Kept on this device from now on, with all you decide.");
    else say("Kept on this device from now on. A browser that runs short of room may delete it, and a private window forgets it when it closes: export what you must not lose.", "status", toExport);
    save(id);
  }

  /**
   * Opens a kept article: as this tab's own, or as a copy.
   *
   * @param {string} key
   * @param {{ steal?: boolean, copy?: boolean, twin?: OpenArticle }} [how] `twin`: what this tab had of it, which goes
   *   if nothing was decided there since
   * @returns {Promise<boolean>} false if another tab has it
   */
  async function openKept(key, { steal = false, copy = false, twin } = {}) {
    const here = [...links].find(([id, link]) => link.key === key && find(id));
    if (here && !copy) {
      await turnTo(here[0]);
      return true;
    }
    /** @type {Link} */
    const link = { key, rev: 0 };
    if (!copy && !await hold(link, steal)) return false;
    try {
      const [row, record] = await read(key);
      const { articles } = store.get();
      const id = Math.max(0, ...articles.map((each) => each.id)) + 1;
      /** @type {OpenArticle} */
      const article = { ...unpack(JSON.parse(record.json)), id };
      Object.assign(link, { rev: row.rev, saved: article });
      if (!copy) links.set(id, link);
      store.set({ articles: [...articles, article] });
      note();
      await turnTo(id);
      if (copy) await keep(id);
      const left = twin && find(twin.id);
      if (left && isSame(left, twin)) close(left.id);
    } catch {
      link.release?.();
      say("That article is not there any more, or this version of Postil cannot read it.", "alert");
    }
    return true;
  }

  /**
   * Takes an article up again that was open before a reload, or before it was closed.
   *
   * @param {number} id
   * @param {Link} link
   */
  async function resume(id, link) {
    links.set(id, link);
    if (!await hold(link)) {
      lost(link, "It is open in another tab, which keeps it");
      return;
    }
    const article = find(id);
    const row = await rowOf(link.key);
    if (article && row?.rev === link.rev && row.size === JSON.stringify(pack(article)).length) link.saved = article;
    await save(id);
    note();
  }

  /**
   * A kept article, with its row of the list.
   *
   * @param {string} key
   */
  function read(key) {
    return Promise.all([
      database.within(["list"], "readonly", (rows) => rows.get(key)),
      database.within(["articles"], "readonly", (records) => records.get(key)),
    ]);
  }

  /**
   * @param {string} key
   * @returns {Promise<KeptArticle | undefined>}
   */
  async function rowOf(key) {
    return await database.isThere() ? database.within(["list"], "readonly", (rows) => rows.get(key)) : undefined;
  }

  /**
   * What is kept, the last first.
   *
   * @returns {Promise<(KeptArticle & { elsewhere: boolean })[]>}
   */
  async function list() {
    if (!await database.isThere()) return [];
    /** @type {KeptArticle[]} */
    const rows = await database.within(["list"], "readonly", (each) => each.getAll());
    const { held = [] } = await navigator.locks?.query() ?? {};
    const mine = [...links.values()].map(({ key }) => key);
    return rows.sort((a, b) => b.saved - a.saved).map((row) => ({
      ...row, elsewhere: !mine.includes(row.key) && held.some(({ name }) => name === lockOf(row.key)),
    }));
  }

  /**
   * Deletes a kept article. One that is open stays open, in this tab alone.
   *
   * @param {string} key
   */
  async function remove(key) {
    const [row, record] = await read(key);
    const [id, link] = [...links].find(([, each]) => each.key === key) ?? [];
    await database.within(["list", "articles"], "readwrite", (list, articles) => {
      articles.delete(key);
      return list.delete(key);
    });
    if (id !== undefined) links.delete(id);
    link?.release?.();
    note();
    if (!row) return;
    say(`${titleOf(row)} is not kept on this device any more${id === undefined ? "" : "; it is still open in this tab"}.`, "status", {
      label: "Undo",
      run: async () => {
        await database.within(["list", "articles"], "readwrite", (list, articles) => {
          articles.put(record);
          return list.put(row);
        });
        if (id !== undefined && find(id)) await resume(id, { key, rev: row.rev });
        note();
      },
    });
  }

  store.subscribe((state, before) => {
    if (state.articles === before.articles) return;
    for (const [id, link] of links) {
      const article = find(id);
      if (article && !isSame(article, link.saved)) save(id);
      else if (!article) {
        link.release?.();
        links.delete(id);
        closed.set(id, { key: link.key, rev: link.rev });
        note();
      }
    }
    // An article that was closed comes back by Undo.
    for (const { id } of state.articles) {
      const link = closed.get(id);
      closed.delete(id);
      if (link) resume(id, link);
    }
  });
  return {
    keep,
    open: openKept,
    /** Takes up what was kept before a reload. */
    load() {
      try {
        for (const [id, link] of JSON.parse(storage().getItem(LINKS) ?? "[]")) if (find(id)) resume(id, link);
      } catch {
        // Nothing was kept, or it is not ours.
      }
      note();
    },
    /** Looks again at what is kept: another tab may have changed it. */
    look: note,
    remove,
    /** @param {number} id of an open article, which stays open in this tab alone */
    async drop(id) {
      const link = links.get(id);
      if (link) await remove(link.key);
    },
    async forget() {
      for (const link of links.values()) link.release?.();
      links.clear();
      closed.clear();
      failed = false;
      note();
      if (await database.isThere()) await database.forget();
    },
    /**
     * Whether an article is written to this device as it stands.
     *
     * @param {OpenArticle} article
     */
    has: (article) => isSame(article, links.get(article.id)?.saved),
  };
}

/** Somebody else wrote it, or deleted it. */
class Conflict extends Error {
  /** @param {number} rev what stands there now */
  constructor(rev) {
    super();
    this.rev = rev;
  }
}

/** @param {string} key */
function lockOf(key) {
  return `postil-${key}`;
}

/**
 * @param {Pick<OpenArticle, "steps" | "at">} one
 * @param {Pick<OpenArticle, "steps" | "at"> | undefined} other
 */
function isSame(one, other) {
  return one.steps === other?.steps && one.at === other.at;
}

/** @param {unknown} error */
function whyOf(error) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "its room for this page is full";
  return "storage is off, or this is a private window";
}

/**
 * What a row of the list says of an article.
 *
 * @param {KeptArticle} row
 */
export function aboutKept({ decisions, size, saved }) {
  const when = new Date(saved).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  return `${when} · ${decisions === 0 ? "nothing decided yet" : counted(decisions, "step")} · ${Math.ceil(size / 1000).toLocaleString("en-GB")} kB`;
}
