// The strip beside the scrollbar: where in the article claims, figures and checks stand. A click or the arrow keys go to
// one of them.

/** @import { Actions, Places, Reading, Span, View } from "../types.d.ts" */

import { fill, svg } from "../dom.js";
import { placeOf, wordsOf } from "../reading.js";

/** Items are placed one by one up to here; of a longer list each by its share of the text. */
const MOST = 1500;
/** Ticks closer than this are one. Pixels. */
const NEAR = 3;

/**
 * @typedef {"claim" | "figure" | "check"} Kind
 * @typedef {{ kind: Kind, id: string, spans: Span[] }} Tick
 */

/**
 * What the strip shows, in the order of the article.
 *
 * @param {Reading} reading
 * @returns {Tick[]}
 */
export function ticksOf(reading) {
  /** @type {Tick[]} */
  const claims = reading.voiced.map(({ id, content, cue }) => ({ kind: "claim", id, spans: content.length > 0 ? content : cue ? [cue.span] : [] }));
  /** @type {Tick[]} */
  const figures = reading.postil.figures.map(({ id, span }) => ({ kind: "figure", id, spans: [span] }));
  /** @type {Tick[]} */
  const checks = reading.postil.findings.filter(({ dismissed }) => !dismissed).flatMap(({ members }) => members.flatMap((id) => {
    const item = reading.items.get(id);
    return item && item.spans.length > 0 ? [{ kind: "check", id, spans: [item.spans[0]] }] : [];
  }));
  const first = (/** @type {Tick} */ { spans }) => spans[0].start16;
  return [...claims, ...figures, ...checks].filter(({ spans }) => spans.length > 0).sort((a, b) => first(a) - first(b));
}

/**
 * The places that are drawn of each kind: those that would touch are one.
 *
 * @param {number[]} places in pixels, in order
 */
export function thin(places) {
  let last = -Infinity;
  return places.filter((place) => {
    if (place - last < NEAR) return false;
    last = place;
    return true;
  });
}

/**
 * @param {HTMLElement} root
 * @param {{ actions: Actions, places: Places, scroller: HTMLElement }} given
 * @returns {View & { place(): void }}
 */
export function createStrip(root, { actions, places, scroller }) {
  /** @type {Tick[]} */
  let ticks = [];
  /** Where each stands, in pixels of the strip. @type {number[]} */
  let tops = [];
  /** @type {Reading | null} */
  let reading = null;
  let current = -1;

  root.addEventListener("click", (event) => {
    const y = event.clientY - root.getBoundingClientRect().top;
    let best = -1;
    for (const [at, top] of tops.entries()) if (best < 0 || Math.abs(top - y) < Math.abs(tops[best] - y)) best = at;
    go(best);
  });
  root.addEventListener("keydown", (event) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 10, PageUp: current - 10, Home: 0, End: Infinity }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(Math.max(0, Math.min(ticks.length - 1, to)));
  });

  /** @param {number} at */
  function go(at) {
    if (!ticks[at] || !reading) return;
    current = at;
    const { kind, id, spans } = ticks[at];
    actions.show(spans, [id]);
    const words = wordsOf(reading.text, spans[0]).replace(/\s+/g, " ");
    root.setAttribute("aria-valuenow", String(at + 1));
    root.setAttribute("aria-valuetext", `${{ claim: "Claim", figure: "Figure", check: "Worth a check" }[kind]}, ${placeOf(reading, spans[0])}: ${words.slice(0, 80)}`);
  }

  /** Measures where the words stand in what can be scrolled, and draws. */
  function place() {
    const height = root.clientHeight;
    if (!reading || height === 0) return;
    const { top } = scroller.getBoundingClientRect();
    const whole = scroller.scrollHeight;
    const length = Math.max(1, reading.text.length);
    tops = ticks.map(({ spans: [{ start16 }] }) => {
      const box = ticks.length <= MOST ? places.range(start16, start16 + 1)?.getBoundingClientRect() : null;
      return Math.round(((box && box.height > 0 ? box.top - top + scroller.scrollTop : (start16 / length) * whole) / whole) * height);
    });
    const path = (/** @type {Kind} */ kind, /** @type {(y: number) => string} */ draw) => svg("path", {
      class: kind, d: thin(tops.filter((_, at) => ticks[at].kind === kind)).map(draw).join(""),
    });
    fill(root, [svg("svg", { width: 12, height, "aria-hidden": "true" },
      path("claim", (y) => `M1 ${y}h5`), path("figure", (y) => `M8 ${y}h.01`), path("check", (y) => `M1 ${y}h10`))]);
  }

  return {
    place,
    update(state, before) {
      if (state.reading === before.reading) return;
      ({ reading } = state);
      ticks = reading ? ticksOf(reading) : [];
      current = -1;
      root.hidden = ticks.length === 0;
      const count = (/** @type {Kind} */ kind) => ticks.filter((tick) => tick.kind === kind).length;
      root.setAttribute("aria-label", `Where ${count("claim")} claims, ${count("figure")} figures and ${count("check")} things worth a check stand`);
      root.setAttribute("aria-valuemin", "1");
      root.setAttribute("aria-valuemax", String(Math.max(1, ticks.length)));
      root.setAttribute("aria-valuenow", "1");
      root.removeAttribute("aria-valuetext");
    },
  };
}
