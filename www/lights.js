// What lights up without touching the article: all words of a thing one points at, the words of the current row.

/** @import { Places, Span, State, View } from "./types.d.ts" */

/**
 * @param {Places} places
 * @returns {View & { light(): void }}
 */
export function createLights(places) {
  /** @type {State | null} */
  let last = null;

  /**
   * @param {string} name
   * @param {Span[]} spans
   */
  function set(name, spans) {
    if (!("highlights" in CSS)) return;
    const ranges = spans.slice(0, 500).flatMap(({ start16, end16 }) => places.range(start16, end16) ?? []);
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  /** The titles that stand before the names in these spans. */
  function titles() {
    const starts = new Set((last?.hover ?? []).map(({ start16 }) => start16));
    return (last?.reading?.postil.mentions ?? []).flatMap(({ span, title }) => (title && starts.has(span.start16) ? [title] : []));
  }

  function light() {
    set("hover", last?.hover ?? []);
    set("title", last?.hover ? titles() : []);
    // A claim is one thing, whatever is marked within it.
    const chosen = last?.card && last.reading?.items.get(last.card.at);
    set("lit", last?.current && last.jump ? last.jump.spans : chosen && chosen.layer === "claim" ? chosen.spans : []);
  }

  return {
    light,
    update(state, before) {
      last = state;
      if (state.hover !== before.hover || state.current !== before.current || state.jump !== before.jump || state.card !== before.card || state.reading !== before.reading) light();
    },
  };
}
