// Who speaks in an article, and at what length.

/** @import { Claim, Reading } from "./types.d.ts" */

import { wordsOf } from "./reading.js";
import { roleWords, speakerWords } from "./words.js";

/** @typedef {{ key: string, name: string, role: string, claims: Claim[], unclear: boolean, quoted: number, reported: number }} Speaker */

/**
 * @param {Reading} reading
 * @param {Claim[]} claims
 * @returns {Speaker[]} most words first, what has no source last
 */
export function speakersOf(reading, claims) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const claim of claims) {
    const entity = claim.source?.entity ? reading.entities.get(claim.source.entity) : undefined;
    // "They" of two paragraphs may be two groups: whom a pronoun means is told, or left open, but never guessed by its word.
    const unclear = !entity && claim.source?.form === "pronoun";
    const key = entity?.id ?? (unclear ? "?" : speakerWords(reading, claim).toLowerCase());
    const speaker = speakers.get(key) ?? {
      key, name: unclear ? "Not clear who" : entity?.name ?? speakerWords(reading, claim), unclear, role: entity ? roleWords(reading, entity) : "", claims: [], quoted: 0, reported: 0,
    };
    speaker.claims.push(claim);
    const { inside, outside } = wordsQuoted(claim.content.map((span) => wordsOf(reading.text, span)).join(" "), claim.mode === "direct");
    speaker.quoted += inside;
    speaker.reported += outside;
    speakers.set(key, speaker);
  }
  return [...speakers.values()].sort((a, b) => Number(!a.claims[0].source) - Number(!b.claims[0].source)
    || b.quoted + b.reported - a.quoted - a.reported);
}

/**
 * Words within quotation marks, and without.
 *
 * @param {string} text
 * @param {boolean} direct all of it is quoted
 */
function wordsQuoted(text, direct) {
  const count = (/** @type {string} */ words) => words.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;
  const all = count(text);
  if (direct) return { inside: all, outside: 0 };
  const inside = [...text.matchAll(/[“"]([^”"]*)[”"]?/gu)].reduce((sum, [, words]) => sum + count(words), 0);
  return { inside, outside: Math.max(0, all - inside) };
}
