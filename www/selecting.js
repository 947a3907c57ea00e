// The small bar at a selection in the article: mark these words as a name, a figure, a time or a claim; say what this
// line is. It snaps to words.

/** @import { Actions, Places, Store, View } from "./types.d.ts" */

import { add, addClaim, setBlocks } from "./decisions.js";
import { fill, h } from "./dom.js";
import { picker } from "./pick.js";
import { blockAt } from "./reading.js";

/** @type {[string, string][]} */
const NAMES = [["person", "Person"], ["organisation", "Organisation"], ["place", "Place"]];
/** @type {[string, string][]} */
const OTHERS = [["group", "Group"], ["event", "Event"], ["work", "Work"], ["law", "Law"], ["product", "Product"], ["language", "Language"]];
/** @type {[string, { kind?: string, included?: boolean }][]} */
const LINES = [
  ["The headline", { kind: "headline" }], ["The byline", { kind: "byline" }], ["The date", { kind: "dateline" }],
  ["A paragraph", { kind: "paragraph" }], ["Not part of the article", { included: false }],
];

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions, places: Places, article: HTMLElement, scroller: HTMLElement }} given
 * @returns {View}
 */
export function createSelecting(root, { store, actions, places, article, scroller }) {
  /** @type {{ start: number, end: number } | null} */
  let chosen = null;
  /** The handle of the line that the bar is about. @type {HTMLElement | null} */
  let from = null;
  let pressed = false;

  article.addEventListener("pointerdown", () => {
    pressed = true;
  });
  document.addEventListener("pointerup", () => {
    if (!pressed) return;
    pressed = false;
    setTimeout(look);
  });
  document.addEventListener("keyup", ({ key, shiftKey }) => {
    if (shiftKey || key === "Shift") look();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!root.hidden && target instanceof Node && !root.contains(target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || root.hidden) return;
    if (root.contains(document.activeElement)) (from?.isConnected ? from : scroller).focus({ preventScroll: true });
    document.getSelection()?.removeAllRanges();
    hide();
    event.stopPropagation();
  }, true);
  root.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...root.querySelectorAll("button")];
    buttons[(buttons.indexOf(event.target) + by + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  });
  article.addEventListener("click", ({ target }) => {
    const handle = target instanceof Element ? target.closest(".blk") : null;
    const block = store.get().reading?.blocks.find(({ id }) => id === handle?.getAttribute("data-of"));
    if (!block || !handle) return;
    chosen = { start: block.span.start16, end: block.span.end16 };
    if (handle instanceof HTMLElement) from = handle;
    lines();
    show(handle.getBoundingClientRect());
    root.querySelector("button")?.focus();
  });

  /** Shows the bar where words are selected. */
  function look() {
    const selection = document.getSelection();
    const { reading, screen } = store.get();
    if (!selection || selection.isCollapsed || !reading || screen !== "read" || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!article.contains(range.commonAncestorContainer)) return;
    const ends = textEnds(range);
    if (!ends) return;
    chosen = snap(reading.text, ends.start, ends.end);
    if (!chosen) return;
    kinds();
    show(range.getBoundingClientRect());
  }

  /**
   * The first and the last of the article's words in a range.
   *
   * @param {Range} range
   */
  function textEnds(range) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    let start = null;
    let end = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : /** @type {Text} */ (node).length;
      const first = places.offset(node, from);
      const last = places.offset(node, to);
      if (first === null || last === null || from >= to) continue;
      start ??= first;
      end = last;
    }
    return start === null || end === null ? null : { start, end };
  }

  /** @param {DOMRect} box */
  function show(box) {
    root.hidden = false;
    const width = root.offsetWidth;
    const height = root.offsetHeight;
    const above = box.top - height - 10 > scroller.getBoundingClientRect().top;
    root.style.setProperty("--x", `${Math.round(Math.max(8, Math.min(box.left, innerWidth - width - 8)))}px`);
    root.style.setProperty("--y", `${Math.round(above ? box.top - height - 10 : Math.min(box.bottom + 10, innerHeight - height - 8))}px`);
  }

  function hide() {
    root.hidden = true;
    chosen = null;
    from = null;
    fill(root, []);
  }

  /** @param {Parameters<Actions["decide"]>[0]} decided */
  function decide(decided) {
    document.getSelection()?.removeAllRanges();
    hide();
    actions.decide(decided);
  }

  /** @param {[string, () => void][]} buttons */
  function row(buttons) {
    fill(root, buttons.map(([words, run]) => h("button", { type: "button", onclick: run }, words)));
  }

  function kinds() {
    const { reading } = store.get();
    const at = chosen;
    if (!reading || !at) return;
    if (store.get().restoring !== null) {
      row([["It is about these words", () => {
        document.getSelection()?.removeAllRanges();
        hide();
        actions.putBack(at);
      }]]);
      return;
    }
    const name = (/** @type {[string, string]} */ [kind, words]) => /** @type {[string, () => void]} */ ([words, () => decide(add(reading, "mention", at, { kind }))]);
    row([
      ...NAMES.map(name),
      ["Other…", () => {
        row(OTHERS.map(name));
        root.querySelector("button")?.focus();
      }],
      ["Figure", () => (/\d/.test(reading.text.slice(at.start, at.end)) ? decide(add(reading, "figure", at, {})) : amount(at))],
      ["Time", () => decide(add(reading, "time", at, {}))],
      ["Claim…", () => speaker(at)],
      ["This line…", () => {
        lines();
        root.querySelector("button")?.focus();
      }],
    ]);
  }

  /**
   * Words without digits do not say how much they are: "several", "a couple".
   *
   * @param {{ start: number, end: number }} at
   */
  function amount(at) {
    const { reading } = store.get();
    if (!reading) return;
    const value = h("input", { type: "text", inputmode: "decimal", "aria-label": "How much is it?", placeholder: "How much is it?", autocomplete: "off" });
    const unit = h("input", { type: "text", "aria-label": "Unit", placeholder: "of what unit", autocomplete: "off" });
    fill(root, [h("form", {
      class: "amount",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        decide(add(reading, "figure", at, {
          ...(value.value.trim() ? { value: value.value.trim() } : {}), ...(unit.value.trim() ? { unitName: unit.value.trim() } : {}),
        }));
      },
    }, value, unit, h("button", { class: "btn pri", type: "submit" }, "Mark it"))]);
    value.focus();
  }

  /** @param {{ start: number, end: number }} at */
  function speaker(at) {
    const { reading } = store.get();
    if (!reading) return;
    const people = reading.postil.entities.filter(({ kind }) => kind !== "contact" && kind !== "language")
      .sort((a, b) => Number(b.kind === "person") - Number(a.kind === "person") || a.name.localeCompare(b.name, "en"));
    fill(root, [picker("Who says it?", [
      ...people.map((entity) => ({ value: /** @type {import("./types.d.ts").Entity | null} */ (entity), name: entity.name, say: `${entity.name} says it.` })),
      { value: null, name: "Nobody is named", say: "A claim without a source." },
    ], (entity) => decide(addClaim(reading, at, entity)))]);
    root.querySelector("input")?.focus();
  }

  function lines() {
    const { reading } = store.get();
    const block = reading && chosen && blockAt(reading, chosen.start);
    if (!block) return;
    row([
      ...LINES.filter(([, after]) => after.kind !== block.kind || !block.included)
        .map(([words, after]) => /** @type {[string, () => void]} */ ([words, () => decide(setBlocks([block], after))])),
      ["Edit the words…", () => {
        hide();
        actions.edit(block.id);
      }],
    ]);
    root.setAttribute("aria-label", "This line is");
  }

  return {
    update(state, before) {
      if (state.reading !== before.reading) hide();
    },
  };
}

/**
 * Out to whole words, without what stands around them.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function snap(text, start, end) {
  const word = /[\p{L}\p{N}\p{M}]/u;
  const outer = /[\p{L}\p{N}\p{M}$£€%“”"’']/u;
  while (start < end && !outer.test(text[start])) start += 1;
  while (end > start && !outer.test(text[end - 1]) && text[end - 1] !== ".") end -= 1;
  if (text[end - 1] === "." && !/\p{Lu}\.$/u.test(text.slice(start, end))) end -= 1;
  while (start > 0 && word.test(text[start]) && word.test(text[start - 1])) start -= 1;
  while (end < text.length && word.test(text[end - 1]) && word.test(text[end])) end += 1;
  return start < end && word.test(text.slice(start, end)) ? { start, end } : null;
}
