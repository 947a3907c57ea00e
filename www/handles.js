// The two ends of the mark whose card is open, to be dragged by mouse, pen or finger. They snap to words. By key it is
// Shift with the arrows.

/** @import { Actions, Item, Places, Store, View } from "./types.d.ts" */

import { move } from "./decisions.js";
import { wordEdge } from "./edit.js";
import { h } from "./dom.js";

/** @typedef {"start" | "end"} End */

/**
 * @param {HTMLElement} root what the article stands in
 * @param {{ store: Store, actions: Actions, places: Places }} given
 * @returns {View & { place(): void }}
 */
export function createHandles(root, { store, actions, places }) {
  let [start, end] = [0, 0];
  const handles = {
    start: h("div", { class: "handle at-start", "aria-hidden": "true", hidden: true }),
    end: h("div", { class: "handle at-end", "aria-hidden": "true", hidden: true }),
  };
  root.append(handles.start, handles.end);
  for (const which of /** @type {End[]} */ (["start", "end"])) handles[which].addEventListener("pointerdown", (event) => drag(which, event));

  /** @returns {Item | undefined} */
  function item() {
    const { card, reading } = store.get();
    return card ? reading?.items.get(card.at) : undefined;
  }

  /** @param {End} which */
  function boxOf(which) {
    const range = which === "start" ? places.range(start, start + 1) : places.range(end - 1, end);
    const boxes = range?.getClientRects();
    return boxes?.[which === "start" ? 0 : boxes.length - 1];
  }

  function draw() {
    const home = root.getBoundingClientRect();
    for (const which of /** @type {End[]} */ (["start", "end"])) {
      const box = item() && boxOf(which);
      handles[which].hidden = !box;
      if (!box) continue;
      handles[which].style.setProperty("--x", `${Math.round((which === "start" ? box.left : box.right) - home.left - 1)}px`);
      handles[which].style.setProperty("--y", `${Math.round(box.top - home.top)}px`);
      handles[which].style.setProperty("--h", `${Math.round(box.height)}px`);
    }
  }

  function place() {
    const found = item();
    if (found) [start, end] = [found.spans[0].start16, found.spans[found.spans.length - 1].end16];
    draw();
  }

  /**
   * @param {End} which
   * @param {PointerEvent} event
   */
  function drag(which, event) {
    const found = item();
    const { reading } = store.get();
    const box = boxOf(which);
    if (!found || !reading || !box || event.button !== 0) return;
    event.preventDefault();
    const handle = handles[which];
    handle.setPointerCapture(event.pointerId);
    document.documentElement.toggleAttribute("data-dragging", true);
    // The finger holds the handle, not the edge: the edge keeps its distance.
    const by = { x: (which === "start" ? box.left + 1 : box.right - 1) - event.clientX, y: (box.top + box.bottom) / 2 - event.clientY };
    const listening = new AbortController();
    const stop = () => {
      listening.abort();
      document.documentElement.toggleAttribute("data-dragging", false);
      actions.hover(null);
      place();
    };
    const listen = { signal: listening.signal };
    handle.addEventListener("pointermove", ({ clientX, clientY }) => {
      const at = offsetAt(clientX + by.x, clientY + by.y);
      if (at === null) return;
      const edge = nearest(reading.text, at, which);
      if (which === "start") start = Math.min(edge, end - 1);
      else end = Math.max(edge, start + 1);
      actions.hover([{ start, end, start16: start, end16: end }]);
      draw();
    }, listen);
    handle.addEventListener("pointerup", () => {
      const to = { start, end };
      const { spans } = found;
      const moved = start !== spans[0].start16 || end !== spans[spans.length - 1].end16;
      stop();
      if (moved) actions.decide(move(reading, found, to));
    }, listen);
    handle.addEventListener("pointercancel", stop, listen);
    document.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Escape") return;
      pressed.stopPropagation();
      stop();
    }, { ...listen, capture: true });
  }

  /**
   * The place in the text under a point of the window.
   *
   * @param {number} x
   * @param {number} y
   */
  function offsetAt(x, y) {
    const found = /** @type {any} */ (document).caretPositionFromPoint?.(x, y);
    if (found) return places.offset(found.offsetNode, found.offset);
    const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
    return range ? places.offset(range.startContainer, range.startOffset) : null;
  }

  return {
    place,
    update(state, before) {
      if (state.card !== before.card || state.reading !== before.reading) place();
    },
  };
}

/**
 * The nearest place where a word begins, or ends.
 *
 * @param {string} text
 * @param {number} at
 * @param {End} which
 */
function nearest(text, at, which) {
  const back = wordEdge(text, at + 1, -1, which);
  const on = wordEdge(text, at - 1, 1, which);
  return at - back <= on - at ? back : on;
}
