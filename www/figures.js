// Figures: every number, with what it measures.

/** @import { Actions, Figure, Reading, View } from "./types.d.ts" */

import { fill, h, heading, nothing } from "./dom.js";
import { excerptAround, placeOf } from "./reading.js";
import { first, row } from "./rows.js";
import { figureKinds, figureWords, measureWords, sourceWords, timeWords } from "./words.js";

const ORDER = ["money", "percent", "percentagePoint", "count", "quantity", "ratio", "rank", "score", "age", "cardinal", "ordinal"];

/** @param {Reading} reading */
export function countFigures(reading) {
  return reading.postil.figures.length;
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createFigures(root, actions) {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const { reading } = state;
      if (!reading) return fill(root, []);
      const { figures } = reading.postil;
      if (figures.length === 0) return fill(root, [nothing("No figures here that we could find.")]);
      const kinds = [...new Set([...ORDER, ...figures.map(({ kind }) => kind)])];
      return fill(root, [
        h("p", { class: "sub" }, "Every number, with what it measures."),
        ...kinds.flatMap((kind) => {
          const group = figures.filter((figure) => figure.kind === kind);
          if (group.length === 0) return [];
          const { some, more } = first(group);
          return [heading(figureKinds(kind), group.length), ...some.map((figure) => figureRow(reading, figure, actions)), more];
        }),
      ]);
    },
  };
}

/**
 * @param {Reading} reading
 * @param {Figure} figure
 * @param {Actions} actions
 */
function figureRow(reading, figure, actions) {
  const words = figure.span.exact ?? "";
  const value = words.length <= 9 ? words : figureWords(figure);
  const measured = measureWords(figure);
  const base = figure.change?.base ? reading.items.get(figure.change.base) : undefined;
  const claim = figure.claim ? reading.items.get(figure.claim) : undefined;
  const notes = [
    words.length > 9 && !same(words, value) ? `“${words}”` : "",
    base?.layer === "figure" ? `from ${figureWords(base.item)}` : "",
    claim?.layer === "claim" && claim.item.source ? `according to ${sourceWords(reading, claim.item)}` : "",
  ].filter(Boolean);
  const when = figure.asOf ? reading.items.get(figure.asOf) : undefined;
  return row(actions, "fig-row", [figure.id], [figure.span],
    h("span", { class: `v${value.length > 9 ? " longer" : ""}` }, value),
    h("span", { class: when ? null : "wide" },
      measured || h("span", { class: "q" }, excerptAround(reading, figure.span, 60)),
      notes.length > 0 ? h("small", {}, notes.join(" · ")) : null),
    when?.layer === "time" ? h("span", { class: "d" }, timeWords(when.item)) : null,
    h("span", { class: "pp" }, placeOf(reading, figure.span)));
}

/**
 * @param {string} a
 * @param {string} b
 */
function same(a, b) {
  const bare = (/** @type {string} */ words) => words.toLowerCase().replace(/[\s,]/g, "");
  return bare(a) === bare(b);
}
