// Figures: every number, with what it measures.

/** @import { Actions, Figure, Reading, View } from "./types.d.ts" */

import { chooser, returnTo } from "./choose.js";
import { fill, h, heading, nothing } from "./dom.js";
import { excerptAround, placeOf } from "./reading.js";
import { figurePictures } from "./pictures/figures.js";
import { bulk, first, row } from "./rows.js";
import { figureKinds, figureWords, measureWords, sentenceCase, sourceWords, timeWords } from "./words.js";

const ORDER = ["money", "percent", "percentagePoint", "count", "quantity", "ratio", "rank", "score", "age", "cardinal", "ordinal"];

/** @param {Reading} reading */
export function countFigures(reading) {
  return reading.postil.figures.length;
}

/** @typedef {{ title: string, figures: Figure[] }} Group */

/** @type {[string, string][]} */
const ORDERS = [
  ["kind", "kind"], ["place", "place in the article"], ["value", "value"],
  ["measure", "what is measured"], ["source", "who says it"], ["when", "when"],
];

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createFigures(root, actions) {
  let order = "kind";

  /** @param {Reading | null} reading */
  function draw(reading) {
    if (!reading) return fill(root, []);
    const { figures } = reading.postil;
    if (figures.length === 0) return fill(root, [nothing("No figures here that we could find.")]);
    fill(root, [
      h("p", { class: "sub" }, "Every number, with what it measures."),
      ...figurePictures(reading, actions),
      chooser("Sorted by", ORDERS, order, (value) => {
        order = value;
        draw(reading);
        returnTo(root, "Sorted by");
      }),
      bulk(actions, reading, figures.map(({ id }) => id)),
      ...groupsOf(reading, order).flatMap(({ title, figures: group }) => {
        const { some, more } = first(group);
        return [title ? heading(title, group.length) : null, ...some.map((figure) => figureRow(reading, figure, actions)), more];
      }),
    ]);
  }

  return {
    update(state, before) {
      if (state.reading !== before.reading) draw(state.reading);
    },
  };
}

/**
 * @param {Reading} reading
 * @param {string} order
 * @returns {Group[]}
 */
function groupsOf(reading, order) {
  const { figures } = reading.postil;
  const titled = (/** @type {(figure: Figure) => string} */ titleOf, /** @type {string} */ none) => {
    const groups = Map.groupBy(figures, titleOf);
    return [...groups].map(([title, group]) => ({ title, figures: group }))
      .sort((a, b) => Number(!a.title) - Number(!b.title) || a.title.localeCompare(b.title, "en", { numeric: true }))
      .map(({ title, figures: group }) => ({ title: title || none, figures: group }));
  };
  switch (order) {
    case "place": return [{ title: "", figures }];
    // Only what has the same unit can be told larger or smaller.
    case "value": return titled((figure) => figure.unitName ?? figure.unit ?? figureKinds(figure.kind), "Others")
      .map(({ title, figures: group }) => ({ title: sentenceCase(title), figures: [...group].sort((a, b) => amount(b) - amount(a)) }));
    case "measure": return titled((figure) => sentenceCase(figure.measures?.what ?? ""), "Not told");
    case "source": return titled((figure) => sourceOf(reading, figure), "The article itself");
    case "when": return titled((figure) => {
      const when = whenOf(reading, figure);
      return when?.interval?.from ?? (when ? timeWords(when) : "");
    }, "Not told");
    default: return [...new Set([...ORDER, ...figures.map(({ kind }) => kind)])]
      .map((kind) => ({ title: figureKinds(kind), figures: figures.filter((figure) => figure.kind === kind) }))
      .filter(({ figures: group }) => group.length > 0);
  }
}

/** @param {Figure} figure for sorting alone */
function amount(figure) {
  return Number(figure.value ?? figure.range?.high ?? figure.range?.low ?? 0);
}

/**
 * @param {Reading} reading
 * @param {Figure} figure
 */
function sourceOf(reading, figure) {
  const claim = figure.claim ? reading.items.get(figure.claim) : undefined;
  return claim?.layer === "claim" && claim.item.source ? sourceWords(reading, claim.item) : "";
}

/**
 * @param {Reading} reading
 * @param {Figure} figure
 */
function whenOf(reading, figure) {
  const when = figure.asOf ? reading.items.get(figure.asOf) : undefined;
  return when?.layer === "time" ? when.item : undefined;
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
  const source = sourceOf(reading, figure);
  const notes = [
    words.length > 9 && !same(words, value) ? `“${words}”` : "",
    base?.layer === "figure" ? `from ${figureWords(base.item)}` : "",
    source ? `according to ${source}` : "",
  ].filter(Boolean);
  const when = whenOf(reading, figure);
  return row(actions, "fig-row", [figure.id], [figure.span],
    h("span", { class: `v${value.length > 9 ? " longer" : ""}` }, value),
    h("span", { class: when ? null : "wide" },
      measured || h("span", { class: "q" }, excerptAround(reading, figure.span, 60)),
      notes.length > 0 ? h("small", {}, notes.join(" · ")) : null),
    when ? h("span", { class: "d" }, timeWords(when)) : null,
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
