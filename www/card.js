// The card of a mark: what it is, its value in plain words, why, and where else it stands.

/** @import { Actions, Item, Places, Reading, Span, State, View } from "./types.d.ts" */
/** @import { Mode } from "./edit.js" */

import { noteAt } from "./decisions.js";
import { badge, fill, footOf, h, icon } from "./dom.js";
import { doings } from "./edit.js";
import { isStance, mentionsOf } from "./reading.js";
import { cardOf } from "./words.js";

/** How long the sheet takes to open, in milliseconds. */
const SHEET = 260;

/**
 * @param {HTMLElement} root
 * @param {{ actions: Actions, places: Places, scroller: HTMLElement }} given
 * @returns {View & { place(): void, turn(mode: Mode | null): void }}
 */
export function createCard(root, { actions, places, scroller }) {
  /** @type {Span | null} */
  let anchor = null;
  /** The form that is open. @type {Mode | null} */
  let mode = null;
  /** @type {State | null} */
  let last = null;

  /** @param {Mode | null} next */
  function openForm(next) {
    mode = next;
    actions.hover(null);
    if (!last?.reading || !last.card) return;
    draw(last, last.reading);
    const form = root.querySelector(".form");
    const first = form?.querySelector(next === "move" ? "button[type=submit]" : "input, select, textarea, button");
    if (first instanceof HTMLElement) first.focus();
    if (first instanceof HTMLInputElement) first.select();
    form?.scrollIntoView({ block: "nearest" });
  }

  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && mode) {
      const from = mode;
      openForm(null);
      const button = root.querySelector(`[data-key=${from}]`);
      if (button instanceof HTMLElement) button.focus();
      event.stopPropagation();
      return;
    }
    if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const list = [...root.querySelectorAll("[role=tab]")];
      const at = list.indexOf(/** @type {Element} */ (document.activeElement));
      const next = list[(at + (event.key === "ArrowRight" ? 1 : list.length - 1)) % list.length];
      if (at >= 0 && next instanceof HTMLElement) {
        next.click();
        const tab = root.querySelector("[role=tab][aria-selected=true]");
        if (tab instanceof HTMLElement) tab.focus();
      }
    }
  });

  /** @param {boolean} [bring] scrolls so that all of it is seen */
  function place(bring = false) {
    if (!anchor || root.hidden) return;
    const range = places.range(anchor.start16, anchor.end16);
    const home = root.parentElement?.getBoundingClientRect();
    const box = range?.getClientRects()[0];
    if (!home || !box) return;
    const frame = scroller.getBoundingClientRect();
    const foot = footOf(scroller);
    const room = Math.max(160, foot - frame.top - box.height - 36);
    root.style.setProperty("--most", `${Math.round(room)}px`);
    const width = root.offsetWidth;
    const height = root.offsetHeight;
    root.classList.toggle("tight", height >= Math.floor(room));
    const x = Math.max(frame.left + 8 - home.left, Math.min(box.left - home.left - 40, frame.right - 8 - width - home.left));
    const above = box.bottom + 12 + height > foot && box.top - 12 - height > frame.top;
    root.classList.toggle("up", above);
    root.style.setProperty("--x", `${Math.round(x)}px`);
    root.style.setProperty("--y", `${Math.round(above ? box.top - home.top - height - 12 : box.bottom - home.top + 12)}px`);
    const nub = Math.max(10, Math.min(box.left - home.left - x + box.width / 2 - 6, width - 22));
    root.style.setProperty("--nub", `${Math.round(nub)}px`);
    const under = box.bottom + 24 + height - foot;
    if (bring && !above && under > 0) scroller.scrollBy({ top: Math.min(under, box.top - frame.top - 8), behavior: "instant" });
  }

  /**
   * @param {State} state
   * @param {Reading} reading
   */
  function draw(state, reading) {
    const card = state.card;
    const entry = card && reading.items.get(card.at);
    root.hidden = !entry;
    anchor = card?.anchor ?? null;
    if (!card || !entry) {
      fill(root, []);
      return;
    }
    const at = card.anchor.start16;
    const said = cardOf(reading, entry, at);
    const stack = card.ids.flatMap((id) => reading.items.get(id) ?? []);
    root.setAttribute("aria-label", `${said.kind}: ${said.value}`);
    const held = root.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : null;
    const others = occurrences(reading, entry);
    const noted = noteAt(reading, entry);
    if (noted) said.rows.push(["Note", noted]);
    const here = Math.max(0, others.findIndex(({ id, span }) => id === entry.id && (entry.layer === "claim" || span.start16 === entry.spans[0].start16)));
    const turn = (/** @type {number} */ by) => {
      const next = others[(here + by + others.length) % others.length];
      if (!next) return;
      actions.show([next.span], [next.id]);
      actions.open(stackAt(reading, next.id, next.span), next.id, next.span);
    };
    fill(root, [
      stack.length > 1
        ? h("div", { class: "stack", role: "tablist", "aria-label": "What stands here" }, ...stack.slice(0, 5).map((item) => {
          const tab = cardOf(reading, item, at);
          const on = item.id === entry.id;
          return h("button", {
            type: "button", role: "tab", "aria-selected": String(on), tabindex: on ? 0 : -1, "data-key": `tab ${item.id}`,
            onclick: () => actions.open(card.ids, item.id, card.anchor),
          }, on ? badge(tab.look, tab.letter, "small") : null, tab.tab);
        }))
        : null,
      h("div", { class: "top" },
        stack.length > 1 ? null : badge(said.look, said.letter),
        h("span", {}, said.kind),
        h("span", { class: "pg" },
          others.length > 1 ? `${nounOf(entry)}${here + 1} of ${others.length}` : null,
          others.length > 1 ? h("button", { class: "ib", type: "button", "aria-label": "Previous", "data-key": "previous", onclick: () => turn(-1) }, icon("left")) : null,
          others.length > 1 ? h("button", { class: "ib", type: "button", "aria-label": "Next", "data-key": "next", onclick: () => turn(1) }, icon("right")) : null,
          h("button", { class: "ib", type: "button", "aria-label": "Close", "data-key": "close", onclick: () => actions.close() }, icon("x")))),
      h("div", { class: "val" },
        h("span", { class: `v${said.value.length > 32 ? " longer" : ""}` }, said.value),
        said.plain ? h("span", { class: "pl" }, said.plain) : null),
      said.why.length + said.rows.length > 0
        ? h("dl", {},
          ...(said.why.length > 0 ? [h("dt", {}, "Why"), h("dd", {}, h("ul", {}, ...said.why.map((why) => h("li", {}, why))))] : []),
          ...said.rows.flatMap(([name, words]) => [h("dt", {}, name), h("dd", {}, words)]))
        : null,
      doings({ reading, item: entry, mode, turn: openForm, decide: (decided) => actions.decide(decided), light: (spans) => actions.hover(spans) }),
    ]);
    if (held) {
      const again = [...root.querySelectorAll("button")].find((button) => button.getAttribute("data-key") === held)
        ?? root.querySelector("button[aria-selected=true], button");
      if (again instanceof HTMLElement) again.focus();
    }
    place(true);
  }

  return {
    place: () => place(),
    turn: openForm,
    update(state, before) {
      last = state;
      // The sheet takes a moment to come up.
      if (state.card && state.sheet !== before.sheet) setTimeout(() => place(true), SHEET);
      if (state.card === before.card && state.reading === before.reading) return;
      if (state.card?.at !== before.card?.at || state.reading !== before.reading) mode = null;
      if (state.reading) draw(state, state.reading);
      else root.hidden = true;
    },
  };
}

/** @param {Item} entry */
function nounOf(entry) {
  return { mention: "", figure: "figure ", time: "time ", claim: "claim " }[entry.layer];
}

/**
 * The other places to leaf through: the mentions of the same thing, or the items of the same list.
 *
 * @param {Reading} reading
 * @param {Item} entry
 * @returns {{ id: string, span: Span }[]}
 */
function occurrences(reading, entry) {
  if (entry.layer === "mention") {
    const mentions = entry.item.entity ? mentionsOf(reading, entry.item.entity) : [];
    return (mentions.length > 0 ? mentions : [entry.item]).map(({ id, span }) => ({ id, span }));
  }
  const lists = { figure: reading.postil.figures, time: reading.postil.times, claim: entry.layer === "claim" && isStance(entry.item) ? reading.postil.claims.filter(isStance) : reading.said };
  return lists[entry.layer].flatMap((item) => {
    const span = "content" in item ? item.content[0] : item.span;
    return span ? [{ id: item.id, span }] : [];
  });
}

/**
 * Everything that covers a span, the item itself first.
 *
 * @param {Reading} reading
 * @param {string} id
 * @param {Span} span
 */
function stackAt(reading, id, span) {
  const over = [...reading.items.values()].filter((entry) => entry.id !== id
    && entry.spans.some(({ start16, end16 }) => start16 <= span.start16 && end16 >= span.end16));
  return [id, ...over.map((entry) => entry.id)];
}
