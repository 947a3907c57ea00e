// How far one is: what was looked at, and a mode that goes through the rest, the least certain first, one key each.

/** @import { Actions, Item, Reading, Store, View } from "./types.d.ts" */

import { rejectedIn } from "./decisions.js";
import { fill, h } from "./dom.js";
import { mentionsOf } from "./reading.js";

const RANK = { low: 0, medium: 1, high: 2 };

/**
 * What there is to look at: of names one mention stands for all of the same thing.
 *
 * @param {Reading} reading
 * @returns {{ done: number, total: number, open: Item[] }}
 */
export function lookedAt(reading) {
  const { postil, items } = reading;
  /** @type {{ item: Item | undefined, done: boolean, rank: number }[]} */
  const all = [];
  const isDone = (/** @type {{ status?: string }} */ { status }) => status === "accepted" || status === "edited";
  for (const entity of postil.entities) {
    const mentions = mentionsOf(reading, entity.id);
    const first = mentions.find(({ form }) => form !== "pronoun" && form !== "nominal") ?? mentions[0];
    if (first) all.push({ item: items.get(first.id), done: isDone(entity) || mentions.some(isDone), rank: RANK[entity.confidence] });
  }
  for (const each of [...postil.figures, ...postil.times, ...reading.voiced]) all.push({ item: items.get(each.id), done: isDone(each), rank: RANK[each.confidence] });
  const open = all.filter(({ done }) => !done).sort((a, b) => a.rank - b.rank || (a.item?.spans[0].start16 ?? 0) - (b.item?.spans[0].start16 ?? 0));
  const gone = rejectedIn(reading).length;
  return { done: all.length - open.length + gone, total: all.length + gone, open: open.flatMap(({ item }) => item ?? []) };
}

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View & { toggle(): void, skip(): void }}
 */
export function createReview(root, { store, actions }) {
  /** The item that is being looked at, while the mode is on. @type {string | null} */
  let at = null;
  let on = false;
  /** @type {Set<string>} */
  let skipped = new Set();

  function next() {
    const { reading } = store.get();
    const item = reading && lookedAt(reading).open.find(({ id }) => !skipped.has(id));
    if (!item) {
      on = false;
      at = null;
      actions.close();
      actions.say({ text: "That was the last one that nobody had looked at.", kind: "status", passing: true });
    } else {
      at = item.id;
      actions.show([item.spans[0]], [item.id]);
      actions.open([item.id], item.id, item.spans[0]);
    }
    draw();
  }

  function toggle() {
    on = !on;
    at = null;
    skipped = new Set();
    if (on) next();
    else actions.close();
    draw();
  }

  function skip() {
    if (!on) return;
    if (at) skipped.add(at);
    next();
  }

  function draw() {
    const { reading } = store.get();
    if (!reading) return fill(root, []);
    const { done, total } = lookedAt(reading);
    return fill(root, [
      h("span", { class: "num", role: "status" }, `${done} of ${total} looked at`),
      h("progress", { max: Math.max(1, total), value: done, "aria-label": "Looked at" }),
      on ? h("button", { class: "lk", type: "button", "aria-keyshortcuts": "s", onclick: () => skip() }, "Skip") : null,
      h("button", { class: "lk", type: "button", "aria-pressed": String(on), "aria-keyshortcuts": "r", disabled: done === total && !on, onclick: () => toggle() }, on ? "Stop" : "Review the rest"),
    ]);
  }

  return {
    toggle,
    skip,
    update(state, before) {
      if (state.reading === before.reading) return;
      if (state.article !== before.article) on = false;
      draw();
      if (!on || !state.reading || !at) return;
      // On to the next once this one was decided about; a form that is open is another's work.
      if (!lookedAt(state.reading).open.some(({ id }) => id === at)) setTimeout(next);
    },
  };
}
