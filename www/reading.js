// An export as the page reads it: what it looks up again and again, worked out once.

/** @import { Block, Claim, Finding, Item, Postil, Reading, Span } from "./types.d.ts" */

/**
 * @param {Postil} postil
 * @param {string} json the same, byte for byte as it came
 * @param {number} [cut] characters left out at the end of the paste
 * @returns {Reading}
 */
export function readingOf(postil, json, cut = 0) {
  const text = postil.document.text ?? "";
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const item of postil.mentions) items.set(item.id, { layer: "mention", id: item.id, item, spans: [item.span] });
  for (const item of postil.figures) items.set(item.id, { layer: "figure", id: item.id, item, spans: [item.span] });
  for (const item of postil.times) items.set(item.id, { layer: "time", id: item.id, item, spans: [item.span] });
  for (const item of postil.claims) items.set(item.id, { layer: "claim", id: item.id, item, spans: item.content });
  const blocks = [...postil.document.blocks].sort((a, b) => a.span.start16 - b.span.start16);
  /** @type {Map<string, number>} */
  const numbers = new Map();
  for (const block of blocks) {
    if (block.included && !["headline", "subhead", "dateline", "byline", "caption"].includes(block.kind)) {
      numbers.set(block.id, numbers.size + 1);
    }
  }
  const headline = blocks.find((block) => block.kind === "headline" && block.included);
  const title = headline ? wordsOf(text, headline.span) : (postil.document.source?.title ?? "");
  /** @type {Map<string, Finding[]>} */
  const flags = new Map();
  for (const finding of postil.findings) {
    for (const id of finding.members) flags.set(id, [...(flags.get(id) ?? []), finding]);
  }
  const said = postil.claims.filter((claim) => !isStance(claim));
  return {
    postil, json, text, title, items, blocks, numbers, flags, cut,
    said,
    // What the article says in its own voice is most of it: of that only what is worth a check is marked.
    voiced: said.filter(({ id, mode, status }) => status !== "rejected" && (mode !== "narrator" || flags.has(id))),
    entities: new Map(postil.entities.map((entity) => [entity.id, entity])),
  };
}

/**
 * Whether a claim is no saying: what somebody means to do, is for or against, or agrees to. The export has these; the
 * page shows them when asked.
 *
 * @param {Claim} claim
 */
export function isStance({ cue }) {
  return ["intention", "attitude", "agreement"].includes(cue?.class ?? "");
}

/**
 * The words of a span.
 *
 * @param {string} text
 * @param {Span} span
 */
export function wordsOf(text, span) {
  return span.exact ?? text.slice(span.start16, span.end16);
}

/**
 * The block a place stands in, or none.
 *
 * @param {Reading} reading
 * @param {number} at UTF-16
 * @returns {Block | undefined}
 */
export function blockAt(reading, at) {
  const { blocks } = reading;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].span.end16 <= at) low = middle + 1;
    else high = middle;
  }
  return blocks[low] && blocks[low].span.start16 <= at ? blocks[low] : undefined;
}

/**
 * "¶5", "headline", or nothing.
 *
 * @param {Reading} reading
 * @param {Span | undefined} span
 */
export function placeOf(reading, span) {
  const block = span && blockAt(reading, span.start16);
  if (!block) return "";
  const number = reading.numbers.get(block.id);
  if (number !== undefined) return `¶${number}`;
  return block.included ? block.kind : "left out";
}

/**
 * The sentence around a span, or the span itself where none is known.
 *
 * @param {Reading} reading
 * @param {Span} span
 * @returns {{ start: number, end: number }} UTF-16
 */
export function sentenceAround(reading, span) {
  const { sentences } = reading.postil.document;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].span.end16 <= span.start16) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low]?.span;
  return sentence && sentence.start16 <= span.start16
    ? { start: sentence.start16, end: Math.max(sentence.end16, span.end16) }
    : { start: span.start16, end: span.end16 };
}

/**
 * A sentence cut down to the words round a span, at most about `room` characters.
 *
 * @param {Reading} reading
 * @param {Span} span
 * @param {number} [room]
 */
export function excerptAround(reading, span, room = 110) {
  const { start, end } = sentenceAround(reading, span);
  const tidy = (/** @type {string} */ words) => words.replace(/\s+/g, " ").trim();
  if (end - start <= room + 30) return tidy(reading.text.slice(start, end));
  const spare = Math.max(0, room - (span.end16 - span.start16));
  const after = Math.min(end - span.end16, Math.floor(spare * 0.4));
  let from = Math.max(start, span.start16 - (spare - after));
  let to = Math.min(end, span.end16 + (spare - (span.start16 - from)));
  if (from > start) from = reading.text.indexOf(" ", from) + 1 || from;
  if (from > span.start16) from = span.start16;
  if (to < end) to = Math.max(span.end16, reading.text.lastIndexOf(" ", to));
  if (to - from > room * 3) to = from + room * 3;
  const words = tidy(reading.text.slice(from, to));
  return `${from > start ? "… " : ""}${to < end ? `${words.replace(/[,;:]$/, "")} …` : words}`;
}

/**
 * All spans of the thing that an item is about: every mention of its entity, or its own.
 *
 * @param {Reading} reading
 * @param {string} id of an item or an entity
 * @returns {Span[]}
 */
export function spansOf(reading, id) {
  const entity = reading.entities.get(id);
  if (entity) return mentionsOf(reading, entity.id).map((mention) => mention.span);
  const item = reading.items.get(id);
  if (!item) return [];
  if (item.layer === "mention" && item.item.entity && reading.entities.has(item.item.entity)) {
    return spansOf(reading, item.item.entity);
  }
  return item.spans;
}

/**
 * The mentions of an entity, in order.
 *
 * @param {Reading} reading
 * @param {string} entity
 */
export function mentionsOf(reading, entity) {
  return (reading.entities.get(entity)?.mentions ?? []).flatMap((id) => {
    const item = reading.items.get(id);
    return item?.layer === "mention" ? [item.item] : [];
  });
}

/** @type {WeakMap<Reading, Map<string, { at: number, of: number }>>} */
const ordinals = new WeakMap();

/**
 * Which of how many an item is: a mention among those of its entity, everything else in its list.
 *
 * @param {Reading} reading
 * @param {string} id
 */
export function ordinalOf(reading, id) {
  let known = ordinals.get(reading);
  if (!known) {
    known = new Map();
    const { entities, figures, times, claims } = reading.postil;
    // As the card counts them: sayings apart from intentions and attitudes.
    const stances = claims.filter(isStance);
    for (const list of [...entities.map(({ mentions }) => mentions), ...[figures, times, reading.said, stances].map((items) => items.map((item) => item.id))]) {
      for (const [at, each] of list.entries()) known.set(each, { at: at + 1, of: list.length });
    }
    ordinals.set(reading, known);
  }
  return known.get(id) ?? { at: 1, of: 1 };
}
