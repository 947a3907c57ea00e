// Text into runs: which marks a stretch of the article carries, and which of them it draws.
//
// Marks overlap: a figure in a quotation in a claim. A run is a stretch in which the same marks hold. It
// carries the ids of all of them and draws at most one near line (what it is), one tint, and the far lines
// of the claims around it (who says it). Pure: offsets in, offsets out.

/** @import { Block, Layers, NameKind, Part, Piece, Reading, Run } from "./types.d.ts" */

import { rejectedIn } from "./decisions.js";

/** A block longer than this is drawn in pieces. */
const PIECE = 6000;

/** @type {Record<NameKind, string>} */
const LOOKS = {
  person: "p", organisation: "o", place: "l", group: "g", event: "w",
  work: "w", law: "w", product: "w", language: "w", contact: "w",
};

/**
 * How a kind of name is drawn: the class of its near line.
 *
 * @param {NameKind} kind
 */
export function lookOf(kind) {
  return LOOKS[kind] ?? "w";
}

/**
 * A stretch of text with one reason to be marked.
 *
 * @typedef {{ start: number, end: number, id: string, role: "name" | "number" | "content" | "cue" | "source" | "rejected",
 *   look: string, tint: boolean, letter: string | null, decided?: boolean }} Stretch
 */

/**
 * The stretches of each block.
 *
 * @param {Reading} reading
 * @returns {Map<string, Stretch[]>}
 */
function stretchesOf(reading) {
  /** @type {Map<string, Stretch[]>} */
  const found = new Map();
  const { blocks } = reading;
  /** @param {Stretch} stretch */
  const add = (stretch) => {
    let at = firstEndingAfter(blocks, stretch.start);
    for (; at < blocks.length && blocks[at].span.start16 < stretch.end; at += 1) {
      const list = found.get(blocks[at].id);
      if (list) list.push(stretch);
      else found.set(blocks[at].id, [stretch]);
    }
  };
  /** @type {Set<string>} */
  const lettered = new Set();
  let block = "";
  /** @type {Set<string>} */
  let tinted = new Set();
  for (const mention of [...reading.postil.mentions].sort((a, b) => a.span.start16 - b.span.start16)) {
    const home = blocks[firstEndingAfter(blocks, mention.span.start16)];
    if (home && home.id !== block) {
      block = home.id;
      tinted = new Set();
    }
    const look = lookOf(mention.kind);
    const thing = mention.entity ?? `${look} ${mention.span.exact}`;
    const named = mention.form !== "pronoun" && mention.form !== "nominal";
    const tint = named && look !== "g" && home?.kind !== "headline" && !tinted.has(thing);
    if (tint) tinted.add(thing);
    const letter = tint && !lettered.has(thing);
    if (letter) lettered.add(thing);
    add({
      start: mention.span.start16, end: mention.span.end16, id: mention.id, role: "name", look, tint,
      letter: letter ? (mention.confidence === "low" ? "?" : look.toUpperCase()) : null, decided: isDecided(mention),
    });
  }
  for (const { look, list } of [{ look: "n", list: reading.postil.figures }, { look: "t", list: reading.postil.times }]) {
    for (const item of list) {
      const { id, span } = item;
      add({ start: span.start16, end: span.end16, id, role: "number", look, tint: false, letter: null, decided: isDecided(item) });
    }
  }
  for (const claim of reading.voiced) {
    const plain = { id: claim.id, look: "", tint: false, letter: null };
    for (const span of claim.content) add({ start: span.start16, end: span.end16, role: "content", ...plain });
    if (claim.cue) add({ start: claim.cue.span.start16, end: claim.cue.span.end16, role: "cue", ...plain });
    if (claim.source) add({ start: claim.source.span.start16, end: claim.source.span.end16, role: "source", ...plain });
  }
  for (const { anchor } of rejectedIn(reading)) {
    if (anchor) add({ start: anchor.start16, end: anchor.end16, id: "", role: "rejected", look: "", tint: false, letter: null });
  }
  return found;
}

/**
 * Whether a person agreed to an item, or changed it.
 *
 * @param {import("./types.d.ts").Common} item
 */
function isDecided({ status }) {
  return status === "accepted" || status === "edited";
}

/**
 * @param {Block[]} blocks
 * @param {number} at
 */
function firstEndingAfter(blocks, at) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].span.end16 <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @type {WeakMap<Reading, Map<string, Stretch[]>>} */
const stretches = new WeakMap();

/**
 * The runs of a block, or of a piece of one. They tile it, in order.
 *
 * @param {Reading} reading
 * @param {Part} part
 * @param {Layers & { rejected: boolean }} layers what is shown
 * @param {boolean} letters a letter on every mark, not on the first of each thing alone
 * @returns {Run[]}
 */
export function runsOf(reading, part, layers, letters) {
  let blocks = stretches.get(reading);
  if (!blocks) stretches.set(reading, (blocks = stretchesOf(reading)));
  const wanted = { name: layers.names, number: layers.figures, content: layers.claims, cue: layers.claims, source: layers.claims, rejected: layers.rejected };
  const here = (blocks.get(part.block.id) ?? []).filter(
    (stretch) => wanted[stretch.role] && stretch.start < part.end && stretch.end > part.start && stretch.start < stretch.end,
  );
  const edges = [...new Set([part.start, part.end, ...here.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge >= part.start && edge <= part.end)
    .sort((a, b) => a - b);
  here.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Run[]} */
  const runs = [];
  /** @type {Stretch[]} */
  let open = [];
  let next = 0;
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [start, end] = [edges[at], edges[at + 1]];
    open = open.filter((stretch) => stretch.end > start);
    for (; next < here.length && here[next].start <= start; next += 1) {
      if (here[next].end > start) open.push(here[next]);
    }
    push(runs, runOf(start, end, open, letters));
  }
  return runs;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Stretch[]} open outermost first
 * @param {boolean} letters
 * @returns {Run}
 */
function runOf(start, end, open, letters) {
  const name = open.find(({ role }) => role === "name");
  const number = open.find(({ role }) => role === "number");
  const near = number ?? name;
  const narrow = [...open].sort((a, b) => Number(a.role === "source") - Number(b.role === "source")
    || a.end - a.start - (b.end - b.start));
  return {
    start,
    end,
    ids: [...new Set(narrow.map(({ id }) => id))].filter(Boolean),
    near: near?.id ?? null,
    look: near?.look ?? null,
    tint: name?.tint ? name.look : null,
    letter: near === name && near ? (letters ? near.look.toUpperCase() : near.letter) : null,
    claims: [...new Set(open.filter(({ role }) => role === "content").map(({ id }) => id))],
    cue: open.find(({ role }) => role === "cue")?.id ?? null,
    first: near?.start === start,
    decided: near?.decided === true && near.end === end,
    rejected: open.some(({ role }) => role === "rejected"),
  };
}

/**
 * @param {Run[]} runs
 * @param {Run} run
 */
function push(runs, run) {
  const last = runs[runs.length - 1];
  const alike = last && last.near === run.near && last.rejected === run.rejected && last.tint === run.tint && last.cue === run.cue
    && last.claims.join() === run.claims.join() && (run.near !== null || last.ids.join() === run.ids.join());
  if (!alike) {
    runs.push(run);
    return;
  }
  last.end = run.end;
  last.decided = run.decided;
  last.ids = [...new Set([...last.ids, ...run.ids])];
}

/**
 * The blocks in order: those left out folded together unless they are shown, long ones in pieces.
 *
 * @param {Reading} reading
 * @param {ReadonlySet<string>} shown blocks left out that are to be seen
 * @returns {Piece[]}
 */
export function piecesOf(reading, shown) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const block of reading.blocks) {
    const last = pieces[pieces.length - 1];
    if (!block.included && !shown.has(block.id)) {
      if (last && "fold" in last) last.fold.push(block);
      else pieces.push({ fold: [block] });
      continue;
    }
    const number = reading.numbers.get(block.id) ?? null;
    let start = block.span.start16;
    while (start < block.span.end16) {
      const end = cutAfter(reading.text, start, block.span.end16);
      pieces.push({ part: { block, number, start, end, continued: start > block.span.start16 } });
      start = end;
    }
  }
  return pieces;
}

/**
 * Where a piece that begins at `start` ends: the whole block if it is short, a space or at least no half of a
 * surrogate pair if it is long.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function cutAfter(text, start, end) {
  if (end - start <= PIECE + PIECE / 2) return end;
  const space = text.lastIndexOf(" ", start + PIECE);
  if (space > start + PIECE / 2) return space + 1;
  const unit = text.charCodeAt(start + PIECE);
  return start + PIECE + (unit >= 0xdc00 && unit < 0xe000 ? 1 : 0);
}

/**
 * Every place where `query` stands in the text, up to `most`, whatever its case.
 *
 * @param {string} text
 * @param {string} query
 * @param {number} [most]
 * @returns {{ start: number, end: number }[]} UTF-16
 */
export function searchText(text, query, most = 1000) {
  const needle = query.trim();
  if (!needle) return [];
  const pattern = new RegExp(needle.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
  const found = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === most) break;
  }
  return found;
}

/**
 * Text that can be given to code that wants Unicode: a lone half of a surrogate pair becomes U+FFFD.
 *
 * @param {string} text
 */
export function wellFormed(text) {
  return text.toWellFormed();
}

/**
 * At most `most` UTF-16 units of the text, cut at white space where one is near.
 *
 * @param {string} text
 * @param {number} most
 */
export function cutText(text, most) {
  if (text.length <= most) return text;
  const space = Math.max(text.lastIndexOf(" ", most), text.lastIndexOf("\n", most));
  const end = space > most - 1000 ? space : most;
  const unit = text.charCodeAt(end);
  return text.slice(0, unit >= 0xdc00 && unit < 0xe000 ? end - 1 : end);
}

/**
 * Where the marks after a claim's last word may stand: past the punctuation that closes it.
 *
 * @param {string} text
 * @param {number} end
 * @param {number} limit
 */
export function pastPunctuation(text, end, limit) {
  let at = end;
  while (at < limit && ".,;:!?”’\"')]".includes(text[at])) at += 1;
  return at;
}
