// The article with its marks. Text enters by text nodes alone; long articles are drawn a slice at a time.

/** @import { Actions, Block, Places, Reading, Run, Span, State, Store, View } from "./types.d.ts" */

import { setBlocks } from "./decisions.js";
import { fill, footOf, h, icon } from "./dom.js";
import { blockAt, spansOf } from "./reading.js";
import { markAt } from "./places.js";
import { pastPunctuation, piecesOf, runsOf } from "./segments.js";
import { counted, flagWords, initials, languageWords, modeWords, speakerWords, spoken } from "./words.js";

/** Characters drawn before the browser may paint, and in each slice after that. */
const SLICE = 30_000;
/** A text longer than this is laid out only where it is seen. */
const LONG = 60_000;

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions, places: Places, scroller: HTMLElement, drawn: () => void }} given
 * @returns {View}
 */
export function createArticle(root, { store, actions, places, scroller, drawn }) {
  let drawing = 0;
  /** @type {(() => void) | null} */
  let finish = null;

  root.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element) || !document.getSelection()?.isCollapsed) return;
    const pen = target.closest(".pen");
    if (pen) actions.edit(pen.getAttribute("data-of"));
    if (pen || target.closest(".fold, .blk")) return;
    openAt(target.closest("[data-ids]"));
  });
  root.addEventListener("keydown", (event) => {
    if (event.target instanceof Element && event.target.matches(".pen, .blk")) besideParagraph(event, event.target);
    if (event.key !== "Enter" && event.key !== " ") return;
    const mark = event.target instanceof Element ? event.target.closest("[data-ids]") : null;
    if (!mark) return;
    event.preventDefault();
    openAt(mark);
    document.querySelector("#card")?.querySelector("button")?.focus();
  });
  // Only the Tab key opens a card by focus: focus also comes back from a card that was closed.
  let tabbed = false;
  document.addEventListener("keydown", ({ key }) => {
    tabbed = key === "Tab";
  }, true);
  root.addEventListener("focusin", (event) => {
    const mark = event.target instanceof HTMLElement ? event.target.closest(".m") : null;
    if (!mark) return;
    for (const other of root.querySelectorAll(".m[tabindex='0']")) other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    if (tabbed) openAt(mark, true);
  });
  // Chromium selects nothing from within an element that takes the focus as it is pressed: a mark takes it once let go.
  root.addEventListener("pointerdown", ({ target }) => {
    const mark = target instanceof Element ? target.closest(".m") : null;
    const before = mark?.getAttribute("tabindex");
    if (!(mark instanceof HTMLElement) || !before) return;
    mark.removeAttribute("tabindex");
    const up = new AbortController();
    const letGo = () => {
      up.abort();
      mark.setAttribute("tabindex", before);
      if (document.getSelection()?.isCollapsed) mark.focus({ preventScroll: true });
    };
    for (const event of ["pointerup", "pointercancel"]) addEventListener(event, letGo, { signal: up.signal });
  });
  root.addEventListener("pointerover", (event) => {
    const mark = event.target instanceof Element ? event.target.closest("[data-ids]") : null;
    const { reading } = store.get();
    const id = mark?.getAttribute("data-ids")?.split(" ")[0];
    actions.hover(reading && id ? spansOf(reading, id) : null);
  });
  root.addEventListener("pointerleave", () => actions.hover(null));

  /**
   * The arrows go up and down the paragraphs, and between the two buttons of one.
   *
   * @param {KeyboardEvent} event
   * @param {Element} button
   */
  function besideParagraph(event, button) {
    const along = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const across = event.key === "ArrowRight" || event.key === "ArrowLeft";
    if (!along && !across) return;
    event.preventDefault();
    const own = button.matches(".pen") === across ? ".blk" : ".pen";
    const list = [...root.querySelectorAll(own)];
    const of = button.getAttribute("data-of");
    const next = list[list.findIndex((each) => each.getAttribute("data-of") === of) + along];
    if (!(next instanceof HTMLElement)) return;
    button.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  /**
   * @param {Element | null} mark
   * @param {boolean} [quiet] the panel's tab stays
   */
  function openAt(mark, quiet = false) {
    const { ids, anchor } = markAt(mark);
    if (ids.length === 0) actions.close();
    else actions.open(ids, ids[0], anchor, quiet);
  }

  /** @param {State} state */
  function draw(state) {
    drawing += 1;
    const mine = drawing;
    const { reading } = state;
    places.reset();
    if (!reading) {
      fill(root, []);
      return;
    }
    root.classList.toggle("long", reading.text.length > LONG);
    root.setAttribute("lang", reading.postil.document.language?.tag ?? "en");
    const pieces = piecesOf(reading, state.shown);
    /** @type {Node[]} */
    const first = [above(state, reading, actions)].filter((node) => node !== null);
    let at = 0;
    const slice = () => {
      const nodes = [];
      let room = SLICE;
      for (; at < pieces.length && room > 0; at += 1) {
        const piece = pieces[at];
        if ("fold" in piece) {
          nodes.push(foldOf(piece.fold, actions, false));
          continue;
        }
        const before = pieces[at - 1];
        const { part } = piece;
        if (!part.block.included && !(before && "part" in before && !before.part.block.included)) {
          nodes.push(foldOf(shownFrom(pieces, at), actions, true));
        }
        nodes.push(drawPart(reading, state, piece.part, places));
        room -= part.end - part.start + 200;
      }
      return nodes;
    };
    const rest = () => {
      if (mine !== drawing) return;
      root.append(...slice());
      if (at < pieces.length) setTimeout(rest);
      else finish = null;
      drawn();
    };
    finish = () => {
      while (at < pieces.length) root.append(...slice());
      finish = null;
    };
    fill(root, [...first, ...slice()]);
    // One stop of the Tab key for the marks, one for what can be done with a paragraph.
    for (const one of [".m", ".pen"]) root.querySelector(one)?.setAttribute("tabindex", "0");
    if (at < pieces.length) setTimeout(rest);
    else finish = null;
    drawn();
  }

  /**
   * @param {Reading} reading
   * @param {Span[]} spans
   */
  function jumpTo(reading, spans) {
    const hidden = spans.map((span) => blockAt(reading, span.start16)).filter((block) => block && !block.included);
    const shown = store.get().shown;
    if (hidden.some((block) => block && !shown.has(block.id))) {
      store.set({ shown: new Set([...shown, ...hidden.map((block) => /** @type {Block} */ (block).id)]) });
    }
    const [span] = spans;
    if (!span) return;
    if (!places.range(span.start16, span.end16)) finish?.();
    const range = places.range(span.start16, span.end16);
    if (!range) return;
    scrollTo(range);
    // What content-visibility had only guessed at is laid out by now.
    if (root.classList.contains("long")) requestAnimationFrame(() => scrollTo(range));
    for (const mark of root.querySelectorAll(".pulse")) mark.classList.remove("pulse");
    for (const { start16, end16 } of spans) {
      for (const mark of marksIn(places, start16, end16)) mark.classList.add("pulse");
    }
  }

  /** @param {Range} range */
  function scrollTo(range) {
    const box = range.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const bottom = footOf(scroller);
    const middle = (frame.top + bottom) / 2;
    if (box.top >= frame.top + 24 && box.bottom <= bottom - 24) return;
    const by = box.top - Math.min(middle - 40, frame.top + (bottom - frame.top) * 0.4);
    const far = Math.abs(by) > 2 * frame.height || matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.scrollBy({ top: by, behavior: far ? "instant" : "smooth" });
  }

  return {
    update(state, before) {
      const changed = state.reading !== before.reading || state.shown !== before.shown
        || state.layers !== before.layers || state.letters !== before.letters
        || state.rejected !== before.rejected;
      if (changed) {
        const top = scroller.scrollTop;
        draw(state);
        scroller.scrollTop = state.article === before.article ? top : 0;
      }
      if (state.jump && state.jump !== before.jump && state.reading) jumpTo(state.reading, state.jump.spans);
      if (changed || state.card !== before.card) {
        for (const mark of root.querySelectorAll(".m.sel")) mark.classList.remove("sel");
        const anchor = state.card?.anchor;
        if (anchor && state.reading?.items.get(state.card?.at ?? "")?.layer !== "claim") for (const mark of marksIn(places, anchor.start16, anchor.end16)) mark.classList.add("sel");
      }
    },
  };
}

/**
 * The marks that lie within a span.
 *
 * @param {Places} places
 * @param {number} start
 * @param {number} end
 */
function marksIn(places, start, end) {
  const range = places.range(start, end);
  const root = range?.commonAncestorContainer;
  const home = root instanceof Element ? root : root?.parentElement;
  if (!home) return [];
  const own = home.closest(".m");
  return [...(own ? [own] : []), ...home.querySelectorAll(".m")].filter((mark) => {
    const from = Number(mark.getAttribute("data-start"));
    return from >= start && from < end;
  });
}

/**
 * The line above an article that is not English, or was cut.
 *
 * @param {State} state
 * @param {Reading} reading
 * @param {Actions} actions
 */
function above(state, reading, actions) {
  const { language } = reading.postil.document;
  const marks = reading.items.size;
  if (reading.cut > 0) {
    const rest = state.article !== null && state.rests.has(state.article);
    return h("p", { class: "above" },
      `This text is very long. Postil has read its first ${counted(reading.text.length, "character")}; the last ${counted(reading.cut, "character")} are left out. `,
      rest ? h("button", { class: "lk", type: "button", onclick: () => actions.readOn() }, "Read on from there") : null);
  }
  if (!language || language.tag === "en" || state.given.insist || (language.tag === "und" && marks > 0)) return null;
  const name = languageWords(language.tag);
  if (!name && reading.text.length < 200) return null;
  return h("p", { class: "above" },
    name ? `This looks like ${name}. ` : "We can’t tell which language this is. ",
    "Postil reads English, so nothing is marked. ",
    h("button", { class: "lk", type: "button", onclick: () => actions.again({ insist: true }) }, "Mark it all the same"));
}

/**
 * @param {ReturnType<typeof piecesOf>} pieces
 * @param {number} at
 */
function shownFrom(pieces, at) {
  const blocks = [];
  for (let next = at; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (!("part" in piece) || piece.part.block.included) break;
    if (!piece.part.continued) blocks.push(piece.part.block);
  }
  return blocks;
}

/**
 * The line that stands for blocks left out, or above them once they are shown.
 *
 * @param {Block[]} blocks
 * @param {Actions} actions
 * @param {boolean} open
 */
function foldOf(blocks, actions, open) {
  const what = `${counted(blocks.length, "line")} of page furniture`;
  const ids = blocks.map(({ id }) => id);
  return h("div", { class: "fold" },
    h("span", {}, what),
    h("button", {
      type: "button", "aria-expanded": String(open), "aria-label": `${open ? "Hide" : "Show"} ${what}`,
      onclick: () => actions.unfold(ids, !open),
    }, open ? "hide" : "show"),
    open ? h("button", { type: "button", onclick: () => actions.decide(setBlocks(blocks, { included: true })) }, "take back in") : null);
}

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {{ block: Block, number: number | null, start: number, end: number, continued: boolean }} part
 * @param {Places} places
 */
function drawPart(reading, state, part, places) {
  const { block, number, continued } = part;
  const head = block.kind === "headline" && block.included;
  const level = block.kind === "subhead" && block.included ? "h2" : "p";
  const element = head
    ? h("h1", { "data-block": block.id })
    : h(level, {
      class: `pa ${block.included ? block.kind : "muted"}${part.end < block.span.end16 ? " to" : ""}`,
      "data-block": block.id,
      "data-n": number !== null && !continued ? number : null,
    });
  if (!continued) {
    element.append(h("button", {
      class: "pen", type: "button", "data-of": block.id, "aria-label": "Edit the words", title: "Edit the words", tabindex: -1,
    }, icon("pen")), h("button", {
      class: "blk", type: "button", "data-of": block.id, "aria-label": "What this line is", title: "What this line is", tabindex: -1,
    }));
  }
  if (!block.included) {
    addText(element, reading.text.slice(part.start, part.end), part.start, places);
    return element;
  }
  const pills = state.layers.claims ? pillsOf(reading, part.start, part.end) : [];
  /** @type {{ id: string, element: Element }[]} */
  const open = [];
  /** Claims that have said their name in this block. @type {Set<string>} */
  const said = new Set();
  for (const run of runsOf(reading, part, { ...state.layers, rejected: state.rejected }, state.letters)) {
    const claims = run.claims.slice(0, 2);
    let depth = 0;
    while (depth < open.length && open[depth].id === claims[depth]) depth += 1;
    open.length = depth;
    while (pills.length > 0 && pills[0].at <= run.start) home(open, element).append(/** @type {Pill} */ (pills.shift()).element);
    for (; depth < claims.length; depth += 1) {
      const id = claims[depth];
      const claim = reading.items.get(id);
      const named = claim && !said.has(id) ? spoken(reading, claim) : null;
      said.add(id);
      const span = h("span", { class: "cl", role: named && "group", "aria-label": named, "data-ids": id, "data-start": run.start, "data-end": run.end });
      (open[depth - 1]?.element ?? element).append(span);
      open.push({ id, element: span });
    }
    drawRun(home(open, element), reading, run, places, pills);
  }
  for (const pill of pills.splice(0)) element.append(pill.element);
  return element;
}

/**
 * @typedef {{ at: number, element: HTMLElement }} Pill
 *
 * @param {{ element: Element }[]} open the claims that are open, outermost first
 * @param {Element} block
 */
function home(open, block) {
  return open[open.length - 1]?.element ?? block;
}

/**
 * @param {Element} parent
 * @param {Reading} reading
 * @param {Run} run
 * @param {Places} places
 * @param {Pill[]} pills
 */
function drawRun(parent, reading, run, places, pills) {
  const { text } = reading;
  const due = () => pills.length > 0 && pills[0].at < run.end;
  if (run.near) {
    const letter = run.first ? run.letter : null;
    const item = reading.items.get(run.near);
    const mark = h("span", {
      "aria-label": item && (run.first ? spoken(reading, item) : null),
      class: `m ${run.look}${run.tint ? ` tint-${run.tint}` : ""}${run.cue ? " cue" : ""}${run.decided ? " ok" : ""}`,
      role: "button",
      tabindex: -1,
      "data-ids": run.ids.join(" "),
      "data-start": run.start,
      "data-end": run.end,
      "data-k": letter,
      "data-l": run.first ? (run.look ?? "").toUpperCase() : null,
    });
    addText(mark, text.slice(run.start, run.end), run.start, places);
    parent.append(mark);
    while (due()) parent.append(/** @type {Pill} */ (pills.shift()).element);
    return;
  }
  if (run.rejected) {
    const gone = h("s", { class: "gone", title: "Rejected" });
    addText(gone, text.slice(run.start, run.end), run.start, places);
    parent.append(gone);
    return;
  }
  const inner = run.ids.length > 0 && (run.cue || run.claims.length === 0)
    ? h(run.cue ? "i" : "span", {
      class: run.cue ? "cue" : "src", "data-ids": run.ids.join(" "), "data-start": run.start, "data-end": run.end,
    })
    : null;
  const target = inner ?? parent;
  if (inner) parent.append(inner);
  let from = run.start;
  while (due()) {
    const pill = /** @type {Pill} */ (pills.shift());
    addText(target, text.slice(from, pill.at), from, places);
    target.append(pill.element);
    from = Math.max(from, pill.at);
  }
  addText(target, text.slice(from, run.end), from, places);
}

/**
 * @param {Element} home
 * @param {string} words
 * @param {number} start
 * @param {Places} places
 */
function addText(home, words, start, places) {
  if (!words) return;
  const node = document.createTextNode(words);
  home.append(node);
  places.add(node, start);
}

/**
 * What stands for the margin notes on a small screen: who says it, in two to four letters, after the last word.
 *
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 */
function pillsOf(reading, start, end) {
  const pills = [];
  for (const claim of reading.voiced) {
    const last = claim.content[claim.content.length - 1];
    if (!last || last.end16 <= start || last.end16 > end) continue;
    const flag = flagWords(reading, claim);
    pills.push({
      at: pastPunctuation(reading.text, last.end16, end),
      element: h("span", {
        class: `dot${flag ? " ck" : ""}`,
        role: "button",
        tabindex: 0,
        "data-i": initials(reading, claim),
        "data-ids": claim.id,
        "data-start": last.start16,
        "data-end": last.end16,
        "aria-label": [speakerWords(reading, claim), modeWords(claim.mode), flag].filter(Boolean).join(", "),
      }),
    });
  }
  return pills.sort((a, b) => a.at - b.at);
}
