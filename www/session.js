// Keeps the open articles and what was decided about them through a reload or a crash: in this tab's own storage,
// which the browser forgets with the tab. Knows no DOM.

/** @import { OpenArticle, Step, Store } from "./types.d.ts" */

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
 * The decisions of each step are the first so many of the last step's, and the outline of the HTML is that of every
 * step, so both are written once.
 *
 * @param {OpenArticle} article
 */
export function pack({ steps, ...rest }) {
  const { review = [], outline } = steps[steps.length - 1].given;
  return {
    ...rest, review, outline,
    steps: steps.map(({ given: { review: own, outline: _, ...given }, ...step }) => ({ ...step, given, count: own?.length ?? 0 })),
  };
}

/**
 * @param {any} saved
 * @returns {OpenArticle}
 */
export function unpack({ review, outline, steps, ...rest }) {
  return {
    ...rest,
    steps: steps.map((/** @type {Step & { count: number }} */ { given, count, ...step }) => ({
      ...step,
      given: { ...given, ...(outline ? { outline } : {}), ...(count > 0 ? { review: review.slice(0, count) } : {}) },
    })),
  };
}
