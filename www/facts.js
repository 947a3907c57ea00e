// Facts: what the article adds up to, with the words that say it. The core words each fact and fills each card; this lays them out.

/** @import { Actions, Fact, Reading, Span, View } from "./types.d.ts" */

import { cardSections } from "./cards.js";
import { fill, h, heading, nothing } from "./dom.js";
import { excerptAround } from "./reading.js";
import { evidence, first, row } from "./rows.js";
import { statedWords, timeWords } from "./words.js";

/** From this salience on a fact is shown. */
const SALIENT = 50;

/** Slots of a card whose facts are not listed below it again. */
const CARD_SLOTS = new Set(["Role", "Age", "People"]);

/** @typedef {{ title: string, facts: Fact[] }} Group */

/** @param {Reading} reading */
export function countFacts(reading) {
  return groupsOf(reading).reduce((count, { facts }) => count + facts.length, 0);
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createFacts(root, actions) {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const { reading } = state;
      if (!reading) return fill(root, []);
      const groups = groupsOf(reading);
      if (groups.length === 0 && reading.postil.cards.length === 0) {
        return fill(root, [nothing("We could not put a fact together from this text. The other tabs have what was found in it.")]);
      }
      return fill(root, [
        h("p", { class: "sub" }, "What the article states, and what it reports others as saying, with the words that say it."),
        ...cardSections(reading, actions),
        ...groups.flatMap(({ title, facts }) => {
          const { some, more } = first(facts, 200);
          return [heading(title, facts.length), ...some.map((fact) => factRow(reading, fact, actions)), more];
        }),
      ]);
    },
  };
}

/**
 * The facts that are shown, by what they are. No sentence stands in two groups.
 *
 * @param {Reading} reading
 * @returns {Group[]}
 */
function groupsOf(reading) {
  const seen = new Set();
  const onCards = new Set(reading.postil.cards.flatMap(({ rows }) => rows.filter(({ label }) => CARD_SLOTS.has(label)).flatMap(({ cells }) => cells.map(({ item }) => item))));
  const shown = reading.postil.facts.filter(({ salience, text }) => salience.score >= SALIENT && text);
  /** @param {(fact: Fact) => boolean} belongs */
  const take = (belongs) => shown.filter((fact) => belongs(fact) && !seen.has(fact.text) && seen.add(fact.text));
  /** @param {Fact} fact */
  const open = ({ standing }) => standing !== "happened" && standing !== "happening";
  return [
    { title: "Who is who", facts: take(({ kind, id }) => kind === "role" && !onCards.has(id)) },
    { title: "What happened", facts: take((fact) => fact.kind === "statement" && !fact.claim && !open(fact)) },
    { title: "How much", facts: take(({ kind }) => kind === "amount") },
    { title: "What is planned or expected", facts: take((fact) => fact.kind === "statement" && open(fact)) },
    { title: "What is claimed", facts: take((fact) => fact.kind === "statement") },
  ].filter(({ facts }) => facts.length > 0);
}

/**
 * @param {Reading} reading
 * @param {Fact} fact
 * @param {Actions} actions
 */
function factRow(reading, fact, actions) {
  const spans = spansOf(fact);
  const time = fact.time ? reading.items.get(fact.time) : undefined;
  const when = time?.layer === "time" && time.item.interval ? timeWords(time.item) : "";
  const stated = when && time?.layer === "time" ? statedWords(time.item) : "";
  const said = stated && stated !== "stated" ? [", ", h("span", { class: "tag" }, stated)] : [];
  const { name } = fact.subject;
  const lead = fact.text.toLowerCase().startsWith(name.toLowerCase()) ? fact.text.slice(0, name.length) : "";
  return row(actions, "", [fact.id], spans,
    h("span", { class: "fx" }, lead ? h("b", {}, lead) : null, fact.text.slice(lead.length),
      when ? h("span", { class: "when" }, when, ...said) : null),
    evidence(reading, excerptAround(reading, spans[0], 100), spans[0]));
}

/**
 * The words of a fact, its verb or its value first.
 *
 * @param {Fact} fact
 * @returns {Span[]}
 */
function spansOf(fact) {
  const { predicate, subject } = fact;
  const own = subject.span ? [subject.span] : [];
  const said = fact.arguments.map(({ span }) => span);
  return predicate ? [...predicate.spans.slice(-1), ...own, ...said] : [...said, ...own];
}
