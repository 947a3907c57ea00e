// Makes decisions: what a person wants, as the entries of an export's `review`, with the words that the history
// shows. The core applies them. Knows no DOM.

/** @import { Block, Claim, Draft, Entity, Finding, Item, LexiconEntry, Mention, NameKind, Reading, Review, Span } from "./types.d.ts" */

import { mentionsOf, wordsOf } from "./reading.js";
import { counted, figureKind, figureWords, nameKind, timeWords } from "./words.js";

/** Code points of context that an anchor carries on each side. */
const CONTEXT = 32;

/**
 * Decisions that are made together, and what they are in words.
 *
 * @typedef {{ entries: Draft[], words: string, lexicon?: LexiconEntry }} Decided `lexicon`: for every article, too
 */

/**
 * A stretch of the text as an anchor.
 *
 * @param {string} text
 * @param {number} start16
 * @param {number} end16
 * @returns {Span}
 */
export function anchorAt(text, start16, end16) {
  const before = [...text.slice(0, start16)];
  const exact = text.slice(start16, end16);
  const after = [...text.slice(end16, end16 + 2 * CONTEXT)];
  return {
    start: before.length, end: before.length + [...exact].length, start16, end16, exact,
    prefix: before.slice(-CONTEXT).join(""), suffix: after.slice(0, CONTEXT).join(""),
  };
}

/**
 * Where an item stands: of a claim from its first word to its last.
 *
 * @param {Reading} reading
 * @param {Item} item
 */
export function placeOfItem(reading, item) {
  const [first] = item.spans;
  const last = item.spans[item.spans.length - 1];
  return anchorAt(reading.text, first.start16, last.end16);
}

/**
 * An item in words: "Nice Guy (person)".
 *
 * @param {Reading} reading
 * @param {Item} item
 */
export function called(reading, item) {
  const words = short(item.spans.map((span) => wordsOf(reading.text, span)).join(" … "));
  if (item.layer === "mention" && (item.item.form === "pronoun" || item.item.form === "nominal") && item.item.entity) {
    return `“${words}” for ${reading.entities.get(item.item.entity)?.name ?? "somebody"}`;
  }
  if (item.layer === "mention") return `${words} (${nameKind(item.item.kind).toLowerCase()})`;
  return item.layer === "claim" ? `the claim “${words}”` : `${words} (${item.layer})`;
}

/**
 * The beginning of some words.
 *
 * @param {string} words
 */
export function short(words) {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length > 48 ? `${plain.slice(0, 46).replace(/\s\S*$/, "")} …` : plain;
}

/**
 * @param {string} target
 * @param {Span | null} anchor
 * @param {string} action
 * @param {Record<string, unknown> | null} after
 * @param {Record<string, unknown> | null} [before]
 * @param {boolean} [all]
 * @returns {Draft}
 */
function draft(target, anchor, action, after, before = null, all = false) {
  return { target, anchor, action, before, after, scope: all ? "all" : "here", by: "user" };
}

/**
 * A name that stands for an entity: its first mention by name.
 *
 * @param {Reading} reading
 * @param {Entity} entity
 */
function anchorOf(reading, entity) {
  const mentions = mentionsOf(reading, entity.id);
  const mention = mentions.find(({ form, span }) => form === "name" && span.exact === entity.name)
    ?? mentions.find(({ form }) => form !== "pronoun" && form !== "nominal") ?? mentions[0];
  return mention ? anchorAt(reading.text, mention.span.start16, mention.span.end16) : null;
}

/**
 * @param {Reading} reading
 * @param {Entity} entity
 */
function who(reading, entity) {
  return { entity: entity.id, anchor: anchorOf(reading, entity), name: entity.name };
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @returns {Decided}
 */
export function accept(reading, item) {
  return { entries: [draft(item.id, placeOfItem(reading, item), "accept", null)], words: `Accepted ${called(reading, item)}` };
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @param {boolean} [all] wherever the same words are marked
 * @returns {Decided}
 */
export function reject(reading, item, all = false) {
  return { entries: [draft(item.id, placeOfItem(reading, item), "reject", null, null, all)], words: `Rejected ${called(reading, item)}${everywhere(all)}` };
}

/** @param {boolean} all */
function everywhere(all) {
  return all ? " everywhere" : "";
}

/**
 * An entity with all its mentions.
 *
 * @param {Reading} reading
 * @param {Entity} entity
 * @param {"accept" | "reject"} action
 * @returns {Decided}
 */
export function decideAll(reading, entity, action) {
  const words = `${action === "accept" ? "Accepted" : "Rejected"} ${entity.name} (${nameKind(entity.kind).toLowerCase()}) everywhere`;
  return { entries: [draft(entity.id, anchorOf(reading, entity), action, null, { name: entity.name })], words };
}

/**
 * Several items at once, entities with all their mentions.
 *
 * @param {Reading} reading
 * @param {string[]} ids
 * @param {"accept" | "reject"} action
 * @returns {Decided}
 */
export function decideMany(reading, ids, action) {
  const entries = ids.flatMap((id) => {
    const entity = reading.entities.get(id);
    const item = reading.items.get(id);
    if (entity) return decideAll(reading, entity, action).entries;
    return item ? [draft(id, placeOfItem(reading, item), action, null)] : [];
  });
  return { entries, words: `${action === "accept" ? "Accepted" : "Rejected"} ${counted(entries.length, "item")}` };
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @param {string} kind
 * @param {Entity | null} entity with all its mentions, or this place alone
 * @param {boolean} [all] wherever the same words are marked
 * @returns {Decided}
 */
export function relabel(reading, item, kind, entity, all = false) {
  const plain = (item.layer === "figure" ? figureKind(/** @type {any} */ (kind)) : nameKind(/** @type {NameKind} */ (kind))).toLowerCase();
  if (entity) {
    return {
      entries: [draft(entity.id, anchorOf(reading, entity), "relabel", { kind }, { kind: entity.kind, name: entity.name })],
      words: `Made ${entity.name} ${article(plain)} everywhere`,
    };
  }
  return {
    entries: [draft(item.id, placeOfItem(reading, item), "relabel", { kind }, { kind: "kind" in item.item ? item.item.kind : null }, all)],
    words: `Made ${called(reading, item)} ${article(plain)}${everywhere(all)}`,
  };
}

/** @param {string} noun */
function article(noun) {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @param {{ start: number, end: number }} to UTF-16
 * @returns {Decided}
 */
export function move(reading, item, to) {
  const anchor = anchorAt(reading.text, to.start, to.end);
  return {
    entries: [draft(item.id, placeOfItem(reading, item), "move", { anchor })],
    words: `Moved ${called(reading, item)} to “${short(anchor.exact ?? "")}”`,
  };
}

/**
 * @param {Reading} reading
 * @param {Item} item a figure or a time
 * @param {Record<string, string>} value
 * @param {boolean} [all] wherever the same words are marked
 * @returns {Decided}
 */
export function setValue(reading, item, value, all = false) {
  const before = item.layer === "figure" ? { value: figureWords(item.item) } : item.layer === "time" ? { value: timeWords(item.item) } : null;
  const said = value.value ?? ([value.low ?? value.from, value.high ?? value.to].filter(Boolean).join(" to ") || value.what || "");
  return { entries: [draft(item.id, placeOfItem(reading, item), "setValue", value, before, all)], words: `Set ${called(reading, item)} to ${said}${everywhere(all)}` };
}

/**
 * @param {Reading} reading
 * @param {Item} item a claim
 * @param {Entity | null} speaker
 * @returns {Decided}
 */
export function setSpeaker(reading, item, speaker) {
  const claim = /** @type {Claim} */ (item.item);
  const before = { name: claim.source?.entity ? (reading.entities.get(claim.source.entity)?.name ?? null) : null };
  return {
    entries: [draft(item.id, placeOfItem(reading, item), "setSpeaker", speaker && who(reading, speaker), before)],
    words: `Gave ${called(reading, item)} to ${speaker?.name ?? "nobody"}`,
  };
}

/**
 * @param {Reading} reading
 * @param {Entity} from
 * @param {Entity} into
 * @returns {Decided}
 */
export function merge(reading, from, into) {
  return {
    entries: [draft(from.id, anchorOf(reading, from), "merge", who(reading, into), { name: from.name })],
    words: `Joined ${from.name} with ${into.name}`,
  };
}

/**
 * @param {Reading} reading
 * @param {Mention} mention
 * @param {Entity} [into] somebody new where nobody is given
 * @returns {Decided}
 */
export function split(reading, mention, into) {
  const anchor = anchorAt(reading.text, mention.span.start16, mention.span.end16);
  const before = { name: mention.entity ? (reading.entities.get(mention.entity)?.name ?? null) : null };
  return {
    entries: [draft(mention.id, anchor, "split", into ? who(reading, into) : null, before)],
    words: into ? `Took “${short(anchor.exact ?? "")}” for ${into.name}` : `Told “${short(anchor.exact ?? "")}” apart`,
  };
}

/**
 * @param {Reading} reading
 * @param {Entity} entity
 * @param {string} name
 * @returns {Decided}
 */
export function rename(reading, entity, name) {
  return {
    entries: [draft(entity.id, anchorOf(reading, entity), "rename", { name }, { name: entity.name })],
    words: `Renamed ${entity.name} to ${name}`,
  };
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @param {string} text
 * @returns {Decided}
 */
export function note(reading, item, text) {
  return {
    entries: [draft(item.id, placeOfItem(reading, item), "note", { text })],
    words: text ? `Noted at ${called(reading, item)}: ${short(text)}` : `Removed the note at ${called(reading, item)}`,
  };
}

/**
 * @param {Finding} finding
 * @param {boolean} dismissed
 * @returns {Decided}
 */
export function dismiss(finding, dismissed) {
  return {
    entries: [draft(finding.id, null, "dismiss", { dismissed }, { code: finding.code })],
    words: `${dismissed ? "Put aside" : "Took up again"}: ${short(finding.text)}`,
  };
}

/**
 * @param {Block[]} blocks
 * @param {{ kind?: string, included?: boolean }} after
 * @returns {Decided}
 */
export function setBlocks(blocks, after) {
  const entries = blocks.map((block) => draft(block.id, block.span, "block", after, { kind: block.kind, included: block.included }));
  const lines = blocks.length === 1 ? `“${short(blocks[0].span.exact ?? "")}”` : `${blocks.length} lines`;
  if (after.kind && after.kind !== "boilerplate") return { entries, words: `Made ${lines} the ${{ dateline: "date" }[after.kind] ?? after.kind}` };
  return { entries, words: `${after.included ? "Took in" : "Left out"} ${lines}` };
}

/**
 * Marks a stretch of text. Names that it overlaps make room.
 *
 * @param {Reading} reading
 * @param {"mention" | "figure" | "time" | "claim"} layer
 * @param {{ start: number, end: number }} at UTF-16
 * @param {Record<string, unknown>} after
 * @returns {Decided}
 */
export function add(reading, layer, at, after) {
  const anchor = anchorAt(reading.text, at.start, at.end);
  const over = layer === "claim" ? [] : [...reading.items.values()].filter((item) => item.layer === layer
    && item.spans.some(({ start16, end16 }) => start16 < at.end && end16 > at.start));
  const what = layer === "mention" ? article(nameKind(/** @type {NameKind} */ (after.kind)).toLowerCase()) : `a ${layer}`;
  return {
    entries: [
      ...over.map((item) => draft(item.id, placeOfItem(reading, item), "reject", null)),
      draft("", anchor, "add", { layer, ...after }),
    ],
    words: `Marked “${short(anchor.exact ?? "")}” as ${what}`,
  };
}

/**
 * A claim, with who says it.
 *
 * @param {Reading} reading
 * @param {{ start: number, end: number }} at UTF-16
 * @param {Entity | null} speaker
 * @returns {Decided}
 */
export function addClaim(reading, at, speaker) {
  const made = add(reading, "claim", at, {});
  if (!speaker) return made;
  const place = made.entries[0].anchor ?? null;
  return { entries: [...made.entries, draft("", place, "setSpeaker", { layer: "claim", ...who(reading, speaker) })], words: `${made.words} by ${speaker.name}` };
}

/**
 * Marks words wherever they stand, here and in every article.
 *
 * @param {Reading} reading
 * @param {Item} item
 * @param {string} words
 * @param {string} kind
 * @returns {Decided}
 */
export function always(reading, item, words, kind) {
  const of = /** @type {NameKind} */ (kind);
  return {
    entries: [draft("", placeOfItem(reading, item), "add", { layer: "mention", kind }, null, true)],
    words: `Always ${article(nameKind(of).toLowerCase())}: “${short(words)}”`,
    lexicon: { words, action: "always", kind: of },
  };
}

/**
 * @param {Reading} reading
 * @param {Item} item
 * @param {string} words
 * @returns {Decided}
 */
export function never(reading, item, words) {
  return {
    entries: [draft(item.id, placeOfItem(reading, item), "reject", null, null, true)],
    words: `Never a name: “${short(words)}”`,
    lexicon: { words, action: "never" },
  };
}

/**
 * @param {Reading} reading
 * @param {Entity} entity
 * @param {string} words
 * @param {string} name
 * @returns {Decided}
 */
export function callIt(reading, entity, words, name) {
  return { ...rename(reading, entity, name), words: `“${short(words)}” is called ${name}`, lexicon: { words, action: "call", name } };
}

/**
 * The last note at an item, or nothing. An item of an edited text may have another id: then its place decides.
 *
 * @param {Reading} reading
 * @param {Item} item
 */
export function noteAt(reading, { id, spans }) {
  const last = (reading.postil.review ?? []).findLast(({ action, target, anchor }) => action === "note"
    && (target === id || (target[0] === id[0] && !reading.items.has(target) && anchor?.start16 === spans[0].start16)));
  return typeof last?.after?.text === "string" ? last.after.text : "";
}

/**
 * Items that were taken out and that nothing stands over now.
 *
 * @param {Reading} reading
 * @returns {Review[]}
 */
export function rejectedIn(reading) {
  const taken = [...reading.items.values()].flatMap(({ id, spans }) => spans.map((span) => `${id[0]} ${span.start16}`));
  const over = new Set(taken);
  return (reading.postil.review ?? []).filter(({ action, anchor, by, problem, target }) => action === "reject" && by !== "lexicon" && anchor && !problem
    && !over.has(`${target[0]} ${anchor.start16}`));
}
