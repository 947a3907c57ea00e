// Facts: what the article adds up to, with the words that say it.

/** @import { Actions, Entity, Figure, Reading, Relation, Span, Time, View } from "./types.d.ts" */

import { fill, h, heading, nothing } from "./dom.js";
import { excerptAround, sentenceAround, wordsOf } from "./reading.js";
import { evidence, first, row } from "./rows.js";
import { figureWords, measureWords, sentenceCase, statedWords, timeWords } from "./words.js";

/** @typedef {{ ids: string[], lead: string, rest: string, when: string, stated: string, words: string, spans: Span[] }} Fact */

/** @type {Record<string, string>} */
const RELATIONS = {
  "holds-role": "holds a role in", "affiliated-with": "belongs to", leads: "leads", "located-in": "is in",
  "part-of": "is part of", "acted-on": "acted on",
};

/** @param {Reading} reading */
export function countFacts(reading) {
  return happened(reading).length + howMuch(reading).length + whoIsWho(reading).length;
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
      const groups = [
        { title: "What happened", facts: happened(reading) },
        { title: "How much", facts: howMuch(reading) },
        { title: "Who is who", facts: whoIsWho(reading) },
      ].filter(({ facts }) => facts.length > 0);
      if (groups.length === 0) {
        return fill(root, [nothing("We could not put a fact together from this text. The other tabs have what was found in it.")]);
      }
      return fill(root, [
        h("p", { class: "sub" }, "What the article states in its own voice, with the words that say it."),
        ...groups.flatMap(({ title, facts }) => {
          const { some, more } = first(facts, 200);
          return [heading(title, facts.length), ...some.map((fact) => factRow(reading, fact, actions)), more];
        }),
      ]);
    },
  };
}

/**
 * @param {Reading} reading
 * @param {Fact} fact
 * @param {Actions} actions
 */
function factRow(reading, fact, actions) {
  return row(actions, "", fact.ids, fact.spans,
    h("span", { class: "fx" }, h("b", {}, fact.lead), fact.rest,
      fact.when ? h("span", { class: "when" }, fact.when, fact.stated ? ", " : "", fact.stated ? h("span", { class: "tag" }, fact.stated) : null) : null),
    evidence(reading, fact.words, fact.spans[0]));
}

/**
 * Events that the article dates in its own voice.
 *
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function happened(reading) {
  return reading.postil.times.flatMap((/** @type {Time} */ time) => {
    if (!time.event || !time.interval || inClaim(reading, time.span)) return [];
    const when = timeWords(time);
    if (!when) return [];
    const stated = statedWords(time);
    const { lead, rest } = clauseOf(reading, time);
    return [{
      ids: [`fact-${time.id}`], lead, rest, when, stated: stated === "stated" ? "" : stated,
      words: excerptAround(reading, time.span, 100), spans: [time.event.span, time.span],
    }];
  });
}

/**
 * The clause of an event: up to its verb in bold, the rest of the sentence without its time after it.
 *
 * @param {Reading} reading
 * @param {Time} time
 */
function clauseOf(reading, time) {
  const event = /** @type {{ span: Span }} */ (time.event).span;
  const tidy = (/** @type {string} */ words) => words.replace(/\s+/g, " ");
  const { start, end } = sentenceAround(reading, event);
  const from = Math.max(start, event.start16 - 90);
  const lead = tidy(reading.text.slice(from, event.start16)).replace(/^[\s,;–—]+/, "").trim();
  const to = Math.min(end, event.end16 + 90);
  const after = tidy(reading.text.slice(event.start16, to)).replace(/[.\s]+$/, "");
  const tail = to < end ? `${after.slice(0, Math.max(after.lastIndexOf(" "), 1))} …` : after;
  if (!lead || lead.length > 80) return { lead: sentenceCase(wordsOf(reading.text, event)), rest: "" };
  return { lead: sentenceCase(`${from > start ? "… " : ""}${lead}`), rest: ` ${tail}` };
}

/**
 * Figures that are known to measure something.
 *
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function howMuch(reading) {
  // What a change started from stands in the row of where it came to.
  const bases = new Set(reading.postil.figures.map(({ change }) => change?.base));
  return reading.postil.figures.flatMap((/** @type {Figure} */ figure) => {
    const measured = measureWords(figure);
    if (!measured || ["ordinal", "rank", "cardinal"].includes(figure.kind) || figure.claim || inClaim(reading, figure.span)) return [];
    if (bases.has(figure.id)) return [];
    if (figure.kind === "count" && measured === figure.unitName) return [];
    const base = figure.change?.base ? reading.items.get(figure.change.base) : undefined;
    const value = base?.layer === "figure" ? `${figureWords(base.item)} → ${figureWords(figure)}` : figureWords(figure);
    const when = figure.asOf ? reading.items.get(figure.asOf) : undefined;
    return [{
      ids: [`fact-${figure.id}`], lead: sentenceCase(measured), rest: ` ${value}`,
      when: when?.layer === "time" ? timeWords(when.item) : "", stated: "",
      words: excerptAround(reading, figure.span, 90),
      spans: base?.layer === "figure" ? [figure.span, base.item.span] : [figure.span],
    }];
  });
}

/**
 * Roles and relations.
 *
 * @param {Reading} reading
 * @returns {Fact[]}
 */
function whoIsWho(reading) {
  const roles = reading.postil.entities.flatMap((/** @type {Entity} */ entity) => (entity.roles ?? []).map((role, at) => {
    const held = role.organisation ? reading.entities.get(role.organisation)?.name : undefined;
    const title = sentenceCase(role.title);
    return {
      ids: [`fact-${entity.id}-${at}`], lead: entity.name, when: "", stated: "",
      rest: `, ${title}${held && !title.includes(held) ? `, ${held}` : ""}`,
      words: excerptAround(reading, role.span, 70), spans: [role.span],
    };
  }));
  const relations = reading.postil.relations.flatMap((/** @type {Relation} */ relation) => {
    const from = reading.entities.get(relation.from);
    const to = reading.entities.get(relation.to);
    const [span] = relation.spans;
    if (!from || !to || !span || relation.claim || relation.type === "holds-role") return [];
    return [{
      ids: [relation.id], lead: from.name, rest: ` ${RELATIONS[relation.type] ?? relation.type.replaceAll("-", " ")} ${to.name}`,
      when: "", stated: "", words: excerptAround(reading, span, 80), spans: relation.spans,
    }];
  });
  const seen = new Set();
  return [...roles, ...relations].filter(({ lead, rest }) => !seen.has(lead + rest) && seen.add(lead + rest));
}

/**
 * Whether somebody says it, and not the article itself.
 *
 * @param {Reading} reading
 * @param {Span} span
 */
function inClaim(reading, span) {
  return reading.postil.claims.some(({ mode, content }) => mode !== "narrator"
    && content.some(({ start16, end16 }) => start16 <= span.start16 && end16 >= span.end16));
}
