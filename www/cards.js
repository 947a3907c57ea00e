// Cards of the facts: who people and bodies are and what they did, and what the article is about. The core fills them.

/** @import { Actions, Card, Reading } from "./types.d.ts" */

import { h, heading } from "./dom.js";
import { mentionsOf } from "./reading.js";
import { counted } from "./words.js";

/** So many people and bodies are shown before a reader asks for the others. */
const OPEN = 6;

/** What stands over the cards of each genre. */
const GENRES = {
  court: "The case", match: "The match", results: "The results", disaster: "The disaster", market: "The markets",
};

/**
 * The cards of the matter, then those of people and organisations.
 *
 * @param {Reading} reading
 * @param {Actions} actions
 */
export function cardSections(reading, actions) {
  const { cards } = reading.postil;
  const genres = cards.filter(({ kind }) => kind in GENRES);
  const people = cards.filter(({ kind }) => !(kind in GENRES));
  const rest = people.slice(OPEN);
  const draw = (/** @type {Card} */ card) => cardElement(reading, card, actions);
  if (cards.length === 0) return [];
  return [
    heading("At a glance", cards.length),
    ...genres.map(draw),
    ...people.slice(0, OPEN).map(draw),
    rest.length > 0
      ? h("details", { class: "more-cards" }, h("summary", {}, counted(rest.length, "more person or body", "more people and bodies")), ...rest.map(draw))
      : null,
  ];
}

/**
 * @param {Reading} reading
 * @param {Card} card
 * @param {Actions} actions
 */
function cardElement(reading, card, actions) {
  const genre = GENRES[/** @type {keyof typeof GENRES} */ (card.kind)];
  // A genre without a subject has its own word for a title.
  const bare = ["Disaster", "Markets", "Results"].includes(card.title);
  const title = genre && !bare ? `${genre}: ${card.title}` : genre ?? card.title;
  const places = card.entity ? mentionsOf(reading, card.entity).map(({ span }) => span) : [];
  return h("section", { class: "fact-card", "aria-label": title },
    h("h4", {}, places.length > 0 && card.entity
      ? h("button", { type: "button", "data-ids": card.entity, onclick: () => actions.show(places, [card.entity ?? ""]) }, title)
      : title),
    card.columns.length > 0 ? table(card, actions) : slots(card, actions));
}

/**
 * @param {Card} card
 * @param {Actions} actions
 */
function slots(card, actions) {
  return h("dl", {}, ...card.rows.map(({ label, cells }) => h("div", {},
    h("dt", {}, label),
    ...cells.map((cell) => h("dd", {}, cellElement(cell, actions))))));
}

/**
 * @param {Card} card
 * @param {Actions} actions
 */
function table(card, actions) {
  const columns = card.columns.map((column, at) => ({ column, at })).filter(({ at }) => card.rows.some(({ cells }) => cells[at]?.text));
  return h("table", {},
    h("thead", {}, h("tr", {}, h("td", {}), ...columns.map(({ column }) => h("th", { scope: "col" }, column)))),
    h("tbody", {}, ...card.rows.map(({ label, cells }) => h("tr", {},
      h("th", { scope: "row" }, label),
      ...columns.map(({ at }) => h("td", {}, cells[at]?.text ? cellElement(cells[at], actions) : "–"))))));
}

/**
 * An answer; a click goes to the words that give it.
 *
 * @param {Card["rows"][number]["cells"][number]} cell
 * @param {Actions} actions
 */
function cellElement({ text, spans, item }, actions) {
  if (spans.length === 0) return text;
  return h("button", {
    type: "button", "data-ids": item ?? "",
    onclick: () => actions.show(spans, item ? [item] : []),
    onpointerenter: (/** @type {PointerEvent} */ event) => event.pointerType === "mouse" && actions.hover(spans),
    onpointerleave: () => actions.hover(null),
    onfocus: () => actions.hover(spans),
    onblur: () => actions.hover(null),
  }, text);
}
