// A decision that has no place any more is put back where a person says that it belongs now.

/** @import { Reading, Review, Span } from "./types.d.ts" */

/**
 * Whether a decision can be put back by pointing at words: those about findings go by what was found.
 *
 * @param {Review} entry
 */
export function canPutBack({ problem, action, anchor }) {
  return Boolean(problem && anchor) && action !== "dismiss";
}

/**
 * The same decision at other words. Where its own words are still there, what it names beside them was lost.
 *
 * @param {Reading} reading
 * @param {Review} entry
 * @param {Span} place
 * @returns {Review}
 */
export function putBack(reading, { problem: _, ...entry }, place) {
  const { anchor, after } = entry;
  const stands = Boolean(anchor) && reading.text.slice(anchor?.start16, anchor?.end16) === anchor?.exact;
  const names = after && "anchor" in after;
  return {
    ...entry,
    anchor: stands && names ? anchor : place,
    after: names && (stands || entry.action === "move") ? { ...after, anchor: place } : after,
  };
}
