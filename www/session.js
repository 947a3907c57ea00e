// Keeps the open articles and what was decided about them through a reload or a crash: in this tab's own storage,
// which the browser forgets with the tab. Knows no DOM.

/** @import { Given, OpenArticle, Store } from "./types.d.ts" */

const KEY = "postil";
/** Saved this long after the last change. Milliseconds. */
const CALM = 250;

/**
 * @param {Store} store
 * @param {{ storage: () => Storage, failed: () => void }} given `failed` is told once, when the articles stop fitting
 */
export function createSession(store, { storage, failed }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let kept = true;

  function save() {
    clearTimeout(timer);
    timer = undefined;
    const { articles, article } = store.get();
    try {
      if (articles.length === 0) storage().removeItem(KEY);
      else storage().setItem(KEY, JSON.stringify({ article, articles: articles.map(pack) }));
      kept = true;
    } catch {
      if (kept) failed();
      kept = false;
    }
  }

  store.subscribe((state, before) => {
    if (state.articles === before.articles && state.article === before.article) return;
    clearTimeout(timer);
    timer = setTimeout(save, CALM);
  });

  return {
    /** Whether a reload would lose the articles. */
    fails: () => !kept,
    /** Saves what is waiting, at once, and says whether it is kept. */
    flush() {
      if (timer !== undefined) save();
      return kept;
    },
    forget() {
      try {
        storage().removeItem(KEY);
      } catch {
        // There was nothing to keep it in.
      }
    },
    /** @returns {{ articles: OpenArticle[], article: number | null }} what was open before the reload */
    load() {
      try {
        const saved = JSON.parse(storage().getItem(KEY) ?? "null");
        if (saved) return { article: saved.article ?? null, articles: saved.articles.map(unpack) };
      } catch {
        // Nothing was kept, or it is not ours.
      }
      return { articles: [], article: null };
    },
  };
}

/**
 * While the text stays the same, the decisions of each step are the first so many of the last step's: they are written
 * once for each text, with the outline of its HTML.
 *
 * @param {OpenArticle} article
 */
export function pack({ steps, ...rest }) {
  const last = steps.filter((_, at) => at + 1 === steps.length || steps[at + 1].text !== undefined);
  return {
    ...rest,
    texts: last.map(({ given: { review = [], outline } }) => ({ review, outline })),
    steps: steps.map(({ given: { review, outline: _, ...given }, ...step }) => ({ ...step, given, count: review?.length ?? 0 })),
  };
}

/**
 * @param {any} saved
 * @returns {OpenArticle}
 */
export function unpack({ texts, steps, ...rest }) {
  let at = 0;
  return {
    ...rest,
    steps: steps.map((/** @type {{ words: string, given: Given, text?: string, count: number }} */ { count, given, ...step }) => {
      if (step.text !== undefined) at += 1;
      const { review, outline } = texts[at];
      return { ...step, given: { ...given, ...(outline ? { outline } : {}), ...(count > 0 ? { review: review.slice(0, count) } : {}) } };
    }),
  };
}
