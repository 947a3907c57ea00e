// The timeline on an axis: a row for each date, a bar as wide as the article is exact.
//
// Most dates of an article lie close together, and one or two far off. The axis shows the part of time that holds most of
// them in the least room; what lies outside stands at its edge with an arrow, so that a century does not make days
// invisible.

/** @import { Actions, Fact, Reading, Time } from "../types.d.ts" */
/** @import { Measure } from "./scale.js" */

import { h, svg } from "../dom.js";
import { excerptAround } from "../reading.js";
import { dayWords, sentenceCase, statedWords, timeWords } from "../words.js";
import { board, hatch, key, picture, point } from "./picture.js";
import { clip, DAY, timeTicks } from "./scale.js";

/** Rows that are drawn; the list below has all. */
const MOST = 14;
const ROW = 26;
/** A row whose words stand over their bar. */
const TALL = 40;
const TOP = 24;
/** A bar is never thinner. */
const THIN = 4;

/**
 * A date of the article, or several that are the same. An end that is open is infinite.
 *
 * @typedef {{ from: number, to: number, label: string, stated: boolean, ahead: boolean }} Dated
 * @typedef {{ x: number, y: number, width: number, height: number, out: "" | "before" | "after", text: string, textX: number, anchor: "start" | "end" }} Bar
 */

/**
 * The part of time that is shown: it holds at least half of the dates, and as many more as are worth its width.
 *
 * @param {Dated[]} dates
 * @returns {{ from: number, to: number }}
 */
export function windowOf(dates) {
  const edges = [...new Set(dates.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite))].sort((a, b) => a - b);
  let best = { from: edges[0], to: edges[edges.length - 1] };
  let most = -1;
  for (const from of edges) {
    for (const to of edges) {
      if (to <= from) continue;
      const inside = dates.filter((date) => (Number.isFinite(date.from) ? date.from : date.to) >= from && (Number.isFinite(date.to) ? date.to : date.from) <= to).length;
      const worth = inside / ((to - from) / DAY + 3) ** 0.2;
      if (inside * 2 >= dates.length && worth > most) {
        most = worth;
        best = { from, to };
      }
    }
  }
  const room = Math.max((best.to - best.from) * 0.04, DAY / 4);
  return { from: best.from - room, to: best.to + room };
}

/**
 * Where bars and their words stand.
 *
 * @param {Dated[]} dates in order
 * @param {number} width
 * @param {Measure} measure
 */
export function layTimeline(dates, width, measure) {
  const { from, to } = windowOf(dates);
  const x = (/** @type {number} */ moment) => Math.round(Math.max(0, Math.min(1, (moment - from) / (to - from))) * width);
  let y = TOP;
  /** @type {Bar[]} */
  const bars = dates.map((date) => {
    const out = date.to <= from ? "before" : date.from >= to ? "after" : "";
    const start = out === "after" ? width - 10 : x(date.from);
    const long = out ? 10 : Math.max(THIN, x(date.to) - start);
    const left = Math.min(out === "before" ? 0 : start, width - long);
    const needed = measure(date.label);
    const after = left + long + 8;
    // Beside the bar where there is room, else over it, and then no further right than it can be read in full.
    const beside = width - after >= needed ? /** @type {const} */ ([after, "start"]) : left - 8 >= needed ? /** @type {const} */ ([left - 8, "end"]) : null;
    const text = beside ? date.label : clip(date.label, width - 2, measure);
    const [textX, anchor] = beside ?? [Math.max(0, Math.min(left, width - measure(text))), /** @type {const} */ ("start")];
    const height = beside ? ROW : TALL;
    y += height;
    return { x: left, y: y - ROW, width: long, height, out, text, textX, anchor };
  });
  let last = -Infinity;
  const ticks = timeTicks(from, to, 7).map(({ at, label }) => {
    const place = x(at);
    const fits = place >= last && place + 5 + measure(label) <= width;
    if (fits) last = place + measure(label) + 14;
    return { x: place, label: fits ? label : "" };
  });
  return { bars, ticks, height: y + 4, x: (/** @type {number} */ moment) => (moment < from || moment > to ? null : x(moment)) };
}

/**
 * @param {Reading} reading
 * @param {Map<string, Fact>} told what each time dates
 * @param {Actions} actions
 */
export function timelinePicture(reading, told, actions) {
  const today = momentOf(reading.postil.reference.date);
  const groups = Map.groupBy(reading.postil.times.filter(isPlaced), ({ interval }) => `${interval?.from} ${interval?.to}`);
  const rows = [...groups.values()].map((times) => dateOf(reading, times, told, today)).sort((a, b) => a.date.from - b.date.from || a.date.to - b.date.to);
  if (rows.length < 2) return null;
  const shown = rows.length <= MOST ? rows : keepBest(rows);
  return picture((width, measure) => {
    const { bars, ticks, height, x } = layTimeline(shown.map(({ date }) => date), width, measure);
    const now = today === null ? null : x(today);
    return [
      board(`Timeline of ${shown.length} dates, from ${timeWords(shown[0].times[0])} to ${timeWords(shown[shown.length - 1].times[0])}`, width, height,
        hatch("hatch-time"),
        svg("path", { class: "axis", d: `M0 ${TOP - 4}h${width}` }),
        ...ticks.flatMap((tick) => [
          svg("path", { class: "grid", d: `M${tick.x} 6v${height - 6}` }),
          tick.label ? svg("text", { class: "tick", x: tick.x + 5, y: 14 }, tick.label) : null,
        ]),
        now === null ? null : svg("path", { class: "now", d: `M${now} ${TOP - 4}v${height - TOP + 4}` }),
        ...shown.map(({ date, times, label }, at) => {
          const bar = bars[at];
          const { y } = bar;
          return point(actions, { label, spans: times.map(({ span }) => span), ids: times.map(({ id }) => id), kind: date.ahead ? "ahead" : "" },
            svg("rect", { class: "hit", x: 0, y: y + ROW - bar.height, width, height: bar.height }),
            bar.out ? svg("path", { class: "out", d: bar.out === "before" ? `M8 ${y + 8}l-6 5 6 5` : `M${width - 8} ${y + 8}l6 5-6 5` })
              : svg("rect", { class: date.stated ? "solid" : "hatched", x: bar.x + 0.5, y: y + 7.5, width: Math.max(1, bar.width - 1), height: 11, fill: date.stated ? null : "url(#hatch-time)" }),
            svg("text", { class: "over", x: bar.textX, y: bar.height > ROW ? y + 1 : y + 17, "text-anchor": bar.anchor }, bar.text));
        })),
      key(
        shown.some(({ date }) => date.stated) ? [svg("rect", { class: "solid", y: 1, width: 18, height: 8 }), "stated"] : null,
        shown.some(({ date }) => !date.stated) ? [svg("rect", { class: "hatched", x: 0.5, y: 1.5, width: 17, height: 7, fill: "url(#hatch-time)" }), "worked out"] : null,
        shown.some(({ date }) => date.ahead) ? [svg("rect", { class: "solid ahead", x: 0.5, y: 1.5, width: 17, height: 7 }), "ahead"] : null,
        now === null ? null : [svg("path", { class: "now", d: "M9 0v10" }), `as of ${dayWords(reading.postil.reference.date, { weekday: false })}`],
        bars.some(({ out }) => out) ? [svg("path", { class: "out", d: "M11 1l-5 4 5 4" }), "further off"] : null),
      shown.length < rows.length ? h("p", { class: "calm" }, `The ${shown.length} dates that matter most, of ${rows.length}.`) : null,
    ];
  });
}

/** @param {Time} time */
function isPlaced({ kind, interval }) {
  return kind !== "set" && kind !== "duration" && (momentOf(interval?.from) !== null || momentOf(interval?.to) !== null);
}

/** @param {string | null | undefined} iso */
function momentOf(iso) {
  if (!iso) return null;
  const moment = Date.parse(iso.includes("T") ? `${iso.replace(/Z$/, "")}Z` : `${iso}T00:00Z`);
  return Number.isNaN(moment) ? null : moment;
}

/**
 * @param {Reading} reading
 * @param {Time[]} times of one interval
 * @param {Map<string, Fact>} told
 * @param {number | null} today
 */
function dateOf(reading, times, told, today) {
  const facts = times.flatMap(({ id }) => told.get(id) ?? []).sort((a, b) => b.salience.score - a.salience.score);
  const from = momentOf(times[0].interval?.from) ?? -Infinity;
  const to = momentOf(times[0].interval?.to) ?? Infinity;
  const stated = times.some((time) => statedWords(time) === "stated");
  const words = facts[0]?.text ?? `“${excerptAround(reading, times[0].span, 56).replace(/^[“"]+|[”"]+$/g, "")}”`;
  const more = facts.length > 1 ? `, and ${facts.length - 1} more` : "";
  /** @type {Dated} */
  const date = { from, to, stated, ahead: today !== null && from >= today + DAY, label: sentenceCase(words).replace(/\.$/, "") };
  return { date, times, score: facts[0]?.salience.score ?? 0, label: `${timeWords(times[0])}, ${stated ? "stated" : "worked out"}: ${words}${more}` };
}

/**
 * The rows that matter most, in order of time.
 *
 * @template {{ score: number }} Row
 * @param {Row[]} rows
 */
function keepBest(rows) {
  const least = [...rows].sort((a, b) => b.score - a.score)[MOST - 1].score;
  return rows.filter(({ score }) => score >= least).slice(0, MOST);
}
