// The notes in the margin: one per claim, each at the line where its source or cue first stands.
//
// Notes are pushed down where it is crowded, never up. Where one would stand too far from its line, its block
// gives way: details go, neighbours of one speaker fold together, and at last the rest folds into "2 more". The
// note one points at always comes to its line.

/** @import { Actions, Claim, Places, Reading, Span, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { blockAt } from "./reading.js";
import { channelWords, flagWords, modeWords, sentenceCase, speakerWords, standInWords } from "./words.js";

/** How far from its line a note may stand, in rem: three lines. */
const FAR = 5.56;
const APART = 0.5;
/** Where the baseline stands: in the article’s line box, as a share of it; in a note, in rem. */
const ASCENT = 0.78;
const BASELINE = 0.8375;
/** Beyond so many notes only those near the top are placed with care. */
const MOST = 400;

/**
 * @typedef {{ claims: Claim[], block: string, at: number, speaker: string, spans: Span[], element: HTMLElement,
 *   line: number, top: number, height: number }} Note
 */

/**
 * @param {HTMLElement} root
 * @param {{ actions: Actions, places: Places }} given
 * @returns {View & { place(): void }}
 */
export function createNotes(root, { actions, places }) {
  /** @type {Note[]} */
  let notes = [];
  /** @type {Reading | null} */
  let reading = null;
  let shownClaims = false;
  let rem = 16;
  /** @type {Note | null} */
  let held = null;
  /** @type {Set<string>} */
  const opened = new Set();

  root.addEventListener("pointerleave", () => {
    actions.hover(null);
    hold(null);
  });

  // One stop of the Tab key; the arrows go from note to note.
  root.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const list = [...root.querySelectorAll("[role=button], .note .lk")];
    const next = by && list[list.indexOf(/** @type {Element} */ (event.target)) + by];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    for (const one of list) one.setAttribute("tabindex", one === next ? "0" : "-1");
    next.focus();
  });

  /** @param {Note | null} note */
  function hold(note) {
    if (held === note) return;
    held?.element.classList.remove("on");
    held = note;
    note?.element.classList.add("on");
    root.classList.add("moving");
    settle();
  }

  /**
   * @param {Claim[]} claims
   * @param {Reading} of
   * @returns {Note | null}
   */
  function noteOf(claims, of) {
    const [claim] = claims;
    const home = claim.content[0] && blockAt(of, claim.content[0].start16);
    // A speaker that a person chose may be named elsewhere.
    const voiced = [claim.source?.span, claim.cue?.span].flatMap((span) => (span && (!home || blockAt(of, span.start16) === home) ? [span.start16] : []));
    const starts = voiced.length > 0 ? voiced : claim.content.map(({ start16 }) => start16);
    if (starts.length === 0) return null;
    const at = Math.min(...starts);
    const spans = claims.flatMap(({ content }) => content);
    const flag = flagWords(of, claim);
    const element = h("div", {
      class: `note${flag ? " ck" : ""}`, role: "button", tabindex: -1,
      onclick: () => actions.open(claims.map(({ id }) => id), claim.id, claim.content[0] ?? claim.cue?.span),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        actions.open(claims.map(({ id }) => id), claim.id, claim.content[0] ?? claim.cue?.span);
        document.querySelector("#card")?.querySelector("button")?.focus();
      },
    }, ...wordsIn(of, claims));
    /** @type {Note} */
    const note = {
      claims, block: blockAt(of, at)?.id ?? "", at, speaker: claim.source ? speakerWords(of, claim) : "", spans, element,
      line: 0, top: 0, height: 0,
    };
    const point = () => {
      actions.hover(spans);
      hold(note);
    };
    element.addEventListener("pointerenter", point);
    element.addEventListener("focus", point);
    element.addEventListener("blur", () => {
      actions.hover(null);
      hold(null);
    });
    return note;
  }

  /** Measures where each note belongs, and puts it there or as near as there is room. */
  function place() {
    if (!reading || getComputedStyle(root).display === "none") return;
    root.classList.remove("moving");
    rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const of = reading;
    notes = (shownClaims ? of.voiced : []).slice(0, MOST).flatMap((claim) => noteOf([claim], of) ?? []);
    const reference = referenceNote(of, actions);
    if (reference) notes.push(reference);
    notes = lay(notes);
    for (const block of crowded()) {
      for (const note of notes) if (note.block === block) note.element.classList.add("few");
    }
    measure();
    const still = crowded();
    if (still.size > 0) notes = lay(fold(still, of));
    const over = crowded();
    if (over.size > 0) notes = lay(stow(over));
    held = null;
  }

  /**
   * Puts notes into the page, measures them and lets them fall into place.
   *
   * @param {Note[]} list
   */
  function lay(list) {
    const top = root.getBoundingClientRect().top;
    const here = list.filter((note) => {
      const box = places.range(note.at, note.at + 1)?.getBoundingClientRect();
      // The first baseline of the note sits on the baseline of its line.
      if (box) note.line = box.top + box.height * ASCENT - top - BASELINE * rem;
      return box;
    });
    here.sort((a, b) => a.line - b.line || a.at - b.at);
    fill(root, here.map(({ element }) => element));
    root.querySelector("[tabindex]")?.setAttribute("tabindex", "0");
    notes = here;
    measure();
    return here;
  }

  function measure() {
    for (const note of notes) note.height = note.element.offsetHeight;
    settle();
  }

  /** Each note at its line or below the one before; the one held at its line, and the others give way. */
  function settle() {
    const pivot = held ? notes.indexOf(held) : -1;
    let free = -Infinity;
    for (const note of pivot > 0 ? notes.slice(0, pivot) : notes) {
      note.top = Math.max(note.line, free);
      free = note.top + note.height + APART * rem;
    }
    if (pivot >= 0) {
      free = notes[pivot].line;
      for (const note of notes.slice(pivot)) {
        note.top = Math.max(note.line, free);
        free = note.top + note.height + APART * rem;
      }
      let under = notes[pivot].top;
      for (const note of notes.slice(0, pivot).reverse()) {
        note.top = Math.min(note.top, under - APART * rem - note.height);
        under = note.top;
      }
    }
    for (const note of notes) note.element.style.setProperty("--y", `${Math.round(note.top)}px`);
  }

  /** The blocks of which a note stands too far from its line. */
  function crowded() {
    return new Set(notes.filter(({ top, line, block }) => top - line > FAR * rem && !opened.has(block)).map(({ block }) => block));
  }

  /**
   * @param {Set<string>} blocks
   * @param {Reading} of
   * @returns {Note[]}
   */
  function fold(blocks, of) {
    /** @type {Note[]} */
    const folded = [];
    for (const note of notes) {
      const last = folded[folded.length - 1];
      if (last && blocks.has(note.block) && last.block === note.block && last.speaker && last.speaker === note.speaker) {
        const joined = noteOf([...last.claims, ...note.claims], of);
        if (joined) folded[folded.length - 1] = joined;
      } else folded.push(note);
    }
    for (const { element, block } of folded) if (blocks.has(block)) element.classList.add("few");
    return folded;
  }

  /**
   * @param {Set<string>} blocks
   * @returns {Note[]}
   */
  function stow(blocks) {
    /** @type {Note[]} */
    const kept = [];
    /** @type {Map<string, Note[]>} */
    const away = new Map();
    for (const note of notes) {
      if (!blocks.has(note.block) || note.top - note.line <= FAR * rem) kept.push(note);
      else away.set(note.block, [...(away.get(note.block) ?? []), note]);
    }
    for (const [block, list] of away) {
      const count = list.reduce((sum, { claims }) => sum + Math.max(1, claims.length), 0);
      kept.push({
        ...list[0], claims: [], speaker: "",
        element: h("div", { class: "note" }, h("button", {
          class: "lk", type: "button",
          onclick: () => {
            opened.add(block);
            place();
          },
        }, `${count} more`)),
      });
    }
    return kept;
  }

  return {
    place,
    update(state, before) {
      if (state.reading !== before.reading) opened.clear();
      reading = state.reading;
      shownClaims = state.layers.claims;
      if (!reading) fill(root, []);
    },
  };
}

/**
 * What a note says, in the order of the sentence: "Kevin Hassett said", "According to Kevin Hassett".
 *
 * @param {Reading} reading
 * @param {Claim[]} claims
 */
function wordsIn(reading, claims) {
  const [claim] = claims;
  const who = h("span", { class: "who" }, speakerWords(reading, claim));
  if (claims.length > 1) return [who, ` ×${claims.length}`];
  const cue = claim.cue && claim.cue.span.end16 - claim.cue.span.start16 < 40
    ? h("span", { class: "how" }, reading.text.slice(claim.cue.span.start16, claim.cue.span.end16))
    : null;
  const cueFirst = cue && claim.source && claim.cue && claim.cue.span.start16 < claim.source.span.start16
    && /^(according|in the words|per\b)/i.test(cue.textContent ?? "");
  if (cue && cueFirst) cue.textContent = sentenceCase(cue.textContent ?? "");
  const stand = standInWords(reading, claim);
  const detail = [channelWords(claim.channel), stand && `“${stand}”`].filter(Boolean)[0];
  const flag = flagWords(reading, claim);
  return [
    ...(cueFirst ? [cue, " ", who] : [who, cue && " ", cue]),
    h("span", { class: "fl" }, icon(claim.mode, "mode"), modeWords(claim.mode),
      detail ? h("span", { class: "det" }, ` · ${detail}`) : null),
    flag ? h("span", { class: "fl ck" }, icon("flag"), flag) : null,
  ];
}

/**
 * The note beside the line that the reference date was read from.
 *
 * @param {Reading} reading
 * @param {Actions} actions
 * @returns {Note | null}
 */
function referenceNote(reading, actions) {
  const { span, basis } = reading.postil.reference;
  if (!span || basis === "user") return null;
  return {
    claims: [], block: "", at: span.start16, speaker: "", spans: [span], line: 0, top: 0, height: 0,
    element: h("div", {
      class: "note", onpointerenter: () => actions.hover([span]), onpointerleave: () => actions.hover(null),
    }, h("span", { class: "who" }, "Reference date"), h("span", { class: "fl" }, "read from this line")),
  };
}
