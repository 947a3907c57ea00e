// The timeline: a picture, and a list of what the article dates, in order, and how far each date is stated.

/** @import { Actions, Fact, Reading, Time, View } from "./types.d.ts" */

import { fill, h, heading, nothing, quoted } from "./dom.js";
import { excerptAround, placeOf, wordsOf } from "./reading.js";
import { timelinePicture } from "./pictures/timeline.js";
import { bulk, first, row } from "./rows.js";
import { sentenceCase, statedWords, timeWords } from "./words.js";

/** @param {Reading} reading */
export function countTimes(reading) {
  return reading.postil.times.length;
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createTimeline(root, actions) {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const { reading } = state;
      if (!reading) return fill(root, []);
      const { times } = reading.postil;
      if (times.length === 0) return fill(root, [nothing("No dates or times here that we could find.")]);
      const dated = times.filter(isDated).sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.span.start - b.span.start);
      const today = reading.postil.reference.date;
      /** @param {Time} time */
      const isAhead = (time) => Boolean(today && startOf(time).slice(0, 10) > today);
      const told = factsByTime(reading);
      const groups = [
        { title: "In order", list: dated.filter((time) => !isAhead(time)) },
        { title: "Ahead", list: dated.filter(isAhead) },
        { title: "Again and again", list: times.filter(({ kind }) => kind === "set") },
        { title: "Without a date", list: times.filter((time) => !isDated(time) && time.kind !== "set") },
      ];
      return fill(root, [
        h("p", { class: "sub" }, reading.postil.reference.date
          ? "What is dated, from first to last; what was worked out says so."
          : "The article gives no date of its own, so words such as “Tuesday” stay open. Set one above, under “As of”."),
        timelinePicture(reading, told, actions),
        bulk(actions, reading, times.map(({ id }) => id)),
        ...groups.flatMap(({ title, list }) => {
          if (list.length === 0) return [];
          const { some, more } = first(list);
          return [heading(title, list.length), ...some.map((time) => timeRow(reading, time, told.get(time.id), actions)), more];
        }),
      ]);
    },
  };
}

/**
 * The statement that each time dates: of several the one that matters most. Statements that cannot be read alone are none.
 *
 * @param {Reading} reading
 * @returns {Map<string, Fact>}
 */
function factsByTime({ postil }) {
  /** @type {Map<string, Fact>} */
  const told = new Map();
  for (const fact of postil.facts) {
    const known = fact.time ? told.get(fact.time) : undefined;
    const score = fact.kind === "statement" && fact.text ? fact.salience.score : 0;
    if (fact.time && score > (known?.salience.score ?? 0)) told.set(fact.time, fact);
  }
  return told;
}

/** @param {Time} time */
function isDated(time) {
  return Boolean(time.interval && (time.interval.from || time.interval.to)) && time.kind !== "set";
}

/** @param {Time} time */
function startOf(time) {
  return time.interval?.from ?? time.interval?.to ?? "";
}

/**
 * @param {Reading} reading
 * @param {Time} time
 * @param {Fact | undefined} fact
 * @param {Actions} actions
 */
function timeRow(reading, time, fact, actions) {
  const meaning = timeWords(time);
  const stated = statedWords(time);
  const words = wordsOf(reading.text, time.span);
  const what = fact?.text ?? (time.event ? wordsOf(reading.text, time.event.span) : "");
  return row(actions, "tl", [time.id], time.event ? [time.span, time.event.span] : [time.span],
    h("span", { class: "when" }, meaning || `“${words}”`, stated ? h("small", {}, stated) : null),
    h("span", {},
      h("span", { class: "fx" }, sentenceCase(what) || h("span", { class: "q" }, excerptAround(reading, time.span, 84))),
      h("span", { class: "ev" }, quoted(words))),
    h("span", { class: "pp" }, placeOf(reading, time.span)));
}
