// The articles that are open, each with its history: what was decided, step by step, and where in it one stands.
// A step is taken by annotating anew with what it gives; nothing is changed on what came out.

/** @import { Given, OpenArticle, Postil, Reading, Step, Store, Version } from "./types.d.ts" */
/** @import { Decided } from "./decisions.js" */

import { readingOf } from "./reading.js";
import { cleared } from "./state.js";
import { counted, sentenceCase } from "./words.js";

/** Reading that takes longer says so. Milliseconds. */
const SOON = 100;

/**
 * @typedef {ReturnType<typeof import("./engine.js").createEngine>} Engine
 * @typedef {(text: string, kind?: "status" | "alert", action?: { label: string, run: () => void }, other?: { label: string, run: () => void }) => void} Say
 *
 * @param {object} given
 * @param {Store} given.store
 * @param {Engine} given.engine
 * @param {Say} given.say
 * @param {(step: Step, back: boolean) => void} given.crossed a step was taken that changes more than its article, or taken back
 */
export function createDesk({ store, engine, say, crossed }) {
  /** @type {AbortController | null} */
  let busy = null;
  /** Steps are taken one after the other: each begins where the one before ended. */
  let queue = Promise.resolve();

  function current() {
    const { articles, article } = store.get();
    return articles.find(({ id }) => id === article);
  }

  /**
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} work
   * @returns {Promise<T | null>} null if it was stopped
   */
  async function working(work) {
    const mine = new AbortController();
    busy = mine;
    const timer = setTimeout(() => store.set({ busy: true }), SOON);
    try {
      const answer = await work(mine.signal);
      return mine.signal.aborted ? null : answer;
    } catch (error) {
      if (mine.signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(timer);
      if (busy === mine) {
        busy = null;
        store.set({ busy: false });
      }
    }
  }

  /**
   * Annotates an article as a step of its history gives it. A worker that broke down is tried once more.
   *
   * @param {OpenArticle} article
   * @param {string} text
   * @param {Given} given
   * @param {AbortSignal} signal
   * @returns {Promise<Reading>}
   */
  async function annotate(article, text, given, signal) {
    let json = "";
    try {
      json = await engine.annotate(text, given, signal);
    } catch (error) {
      if (signal.aborted || /** @type {{ kind?: string }} */ (error).kind === "refused") throw error;
      json = await engine.annotate(text, given, signal);
    }
    /** @type {Postil} */
    const postil = JSON.parse(json);
    const cut = postil.document.truncated ?? 0;
    if (Object.keys(article.kept).length === 0) return readingOf(postil, json, cut);
    const whole = { ...postil, ...article.kept };
    return readingOf(whole, JSON.stringify(whole), cut);
  }

  /**
   * Puts an article on the page.
   *
   * @param {OpenArticle} article
   * @param {Reading} reading
   * @param {boolean} same it was there already
   */
  function show(article, reading, same) {
    const { articles } = store.get();
    const now = { ...article, title: reading.title || article.title };
    const known = articles.some(({ id }) => id === article.id);
    store.set({
      ...(same ? { jump: null, hover: null, card: stillOpen(store.get().card, reading) } : cleared()), screen: "read", reading, given: article.steps[article.at].given,
      article: article.id, articles: known ? articles.map((each) => (each.id === article.id ? now : each)) : [...articles, now],
    });
  }

  /**
   * Takes a step: decisions, another date, or another text.
   *
   * @param {string} words
   * @param {(given: Given) => Given} change
   * @param {object} [more]
   * @param {(text: string) => string} [more.rewrite]
   * @param {Step["lexicon"]} [more.lexicon] what it changes in the lexicon
   * @param {{ label: string, run: () => void }} [more.other] what else to offer
   * @param {number} [more.again] an earlier decision that this step is about
   */
  function step(words, change, { rewrite = (text) => text, lexicon, other, again } = {}) {
    queue = queue.then(async () => {
      const article = current();
      if (!article) return;
      const before = article.steps[article.at].given;
      const given = change(before);
      const old = textAt(article);
      const text = rewrite(old);
      const reading = await working((signal) => annotate(article, text, given, signal));
      if (!reading || current()?.id !== article.id) return;
      const review = reading.postil.review ?? [];
      const earlier = new Map(before.review?.map((entry) => [entry.seq, entry]));
      const refused = review.find(({ seq, problem }) => problem && (seq === again || !earlier.has(seq)))?.problem;
      if (refused) {
        say(`${sentenceCase(refused)}. Nothing was changed.`, "alert");
        return;
      }
      /** @type {Step} */
      const next = { words, given: stored(given, reading), ...(reading.text === old ? {} : { text: reading.text }), ...(lexicon ? { lexicon } : {}) };
      show({ ...article, steps: [...article.steps.slice(0, article.at + 1), next], at: article.at + 1 }, reading, true);
      crossed(next, false);
      const lost = review.filter(({ seq, problem }) => problem && earlier.has(seq) && !earlier.get(seq)?.problem).length;
      const more = lost > 0 ? ` ${lost === 1 ? "One earlier decision has no place in it: it is" : `${lost} earlier decisions have no place in it: they are`} listed above the article.` : "";
      say(`${ended(words)}${more}`, "status", { label: "Undo", run: () => go(article.at) }, other);
    }).catch(failed);
    return queue;
  }

  /** @param {unknown} error */
  function failed(error) {
    engine.start().catch(() => {});
    say(`That could not be done (${error instanceof Error ? error.message : error}). Your article is as it was.`, "alert");
  }

  /**
   * Goes to a point of the history.
   *
   * @param {number | ((at: number) => number)} to where, or from where one is once the steps before this are taken
   */
  function go(to) {
    queue = queue.then(async () => {
      const article = current();
      if (!article) return;
      const at = typeof to === "number" ? to : to(article.at);
      if (!article.steps[at] || at === article.at) return;
      const reading = await working((signal) => annotate(article, textAt(article, at), article.steps[at].given, signal));
      if (!reading || current()?.id !== article.id) return;
      const back = at < article.at;
      const between = back ? article.steps.slice(at + 1, article.at + 1).reverse() : article.steps.slice(article.at + 1, at + 1);
      for (const each of between) crossed(each, back);
      show({ ...article, at }, reading, true);
      const words = back ? article.steps[at + 1].words : article.steps[at].words;
      const many = Math.abs(at - article.at) > 1;
      say(ended(many ? `Back at: ${article.steps[at].words}` : `${back ? "Undone" : "Done again"}: ${words}`));
    }).catch(failed);
    return queue;
  }

  /**
   * @param {OpenArticle} article
   * @param {number} at
   */
  async function exportOf(article, at) {
    const { reading, article: shown } = store.get();
    if (article.id === shown && at === article.at && reading) return reading.json;
    return (await annotate(article, textAt(article, at), article.steps[at].given, new AbortController().signal)).json;
  }

  return {
    current,
    step,
    go,
    /**
     * @param {Decided} decided
     * @param {Parameters<typeof step>[2]} [more]
     */
    decide: ({ entries, words }, more) => step(words, (given) => {
      const review = given.review ?? [];
      const last = Math.max(0, ...review.map(({ seq }) => seq));
      return { ...given, review: [...review, ...entries.map((entry, at) => ({ seq: last + 1 + at, ...entry }))] };
    }, more),
    /**
     * What can be compared: each open article as it is and as it was before its text was changed, the one that is shown
     * first.
     *
     * @returns {Version[]}
     */
    versions() {
      const { articles, article: shown } = store.get();
      const name = (/** @type {OpenArticle} */ { title }) => title || "Without a headline";
      return [...articles].sort((a, b) => Number(b.id === shown) - Number(a.id === shown) || b.id - a.id).flatMap((article) => [
        { key: `${article.id}`, name: name(article), json: () => exportOf(article, article.at) },
        ...article.steps.flatMap(({ text, words }, at) => (text === undefined || at > article.at ? [] : [
          { key: `${article.id} ${at}`, name: `${name(article)}, before “${words}”`, json: () => exportOf(article, at - 1) },
        ])).reverse(),
      ]);
    },
    undo: () => go((at) => at - 1),
    redo: () => go((at) => at + 1),
    /**
     * Opens an article beside those that are open.
     *
     * @param {(signal: AbortSignal) => Promise<{ text: string, reading: Reading, given: Given, kept: Record<string, unknown>, rest?: string } | null>} read
     */
    async open(read) {
      busy?.abort();
      const made = await working(read);
      if (!made) return null;
      const { articles, rests } = store.get();
      const id = Math.max(0, ...articles.map((each) => each.id)) + 1;
      const { text, reading, given, kept, rest } = made;
      if (rest) store.set({ rests: new Map(rests).set(id, rest) });
      const own = given.lexicon ? (reading.postil.review ?? []).filter(({ by }) => by === "lexicon").length : 0;
      const words = own > 0 ? `Opened, with ${counted(own, "decision")} of your lexicon` : "Opened";
      show({ id, title: reading.title, text, kept, steps: [{ words, given: stored(given, reading) }], at: 0 }, reading, false);
      return id;
    },
    /**
     * Goes to an article that is open.
     *
     * @param {number} id
     */
    async turnTo(id) {
      const article = store.get().articles.find((each) => each.id === id);
      if (!article) return;
      busy?.abort();
      try {
        const reading = await working((signal) => annotate(article, textAt(article), article.steps[article.at].given, signal));
        if (reading) show(article, reading, false);
      } catch (error) {
        failed(error);
      }
    },
    /**
     * Closes an article. It is gone with its decisions: the caller offers to take that back.
     *
     * @param {number} id
     */
    close(id) {
      const { articles, article } = store.get();
      const rest = articles.filter((each) => each.id !== id);
      store.set({ articles: rest, ...(article === id ? { ...cleared(), screen: "start" } : {}) });
    },
    stop() {
      busy?.abort();
      busy = null;
      store.set({ busy: false });
    },
  };
}

/**
 * What an article is annotated with from now on: the decisions as they came out, those of the lexicon among them.
 *
 * @param {Given} given
 * @param {Reading} reading
 * @returns {Given}
 */
function stored({ lexicon: _, ...given }, { postil: { review = [] } }) {
  return review.length > 0 ? { ...given, review } : given;
}

/**
 * The text of an article at a step of its history.
 *
 * @param {OpenArticle} article
 * @param {number} [at]
 */
export function textAt({ text, steps, at: now }, at = now) {
  return steps.slice(0, at + 1).findLast((step) => step.text !== undefined)?.text ?? text;
}

/**
 * With a full stop, if it has none.
 *
 * @param {string} words
 */
function ended(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/**
 * The card after a step: as it was if its item is still there, with its words where they are now.
 *
 * @param {import("./types.d.ts").State["card"]} card
 * @param {Reading} reading
 */
function stillOpen(card, reading) {
  const item = card && reading.items.get(card.at);
  if (!card || !item) return null;
  const near = item.layer !== "claim" && item.spans[0].start16 !== card.anchor.start16;
  return { ids: card.ids.filter((id) => reading.items.has(id)), at: card.at, anchor: near ? item.spans[0] : card.anchor };
}
