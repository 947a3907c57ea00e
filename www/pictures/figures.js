// Figures of one unit on one scale: a dot each, and an arrow from what was before to what came after. Money of two
// currencies has two scales; what has no unit, and what stands alone with its unit, has none.

/** @import { Actions, Figure, Reading } from "../types.d.ts" */
/** @import { Measure } from "./scale.js" */

import { h, svg } from "../dom.js";
import { excerptAround } from "../reading.js";
import { compact, figureWords, measureWords, plural, sentenceCase } from "../words.js";
import { board, key, picture, point } from "./picture.js";
import { clip, scaleOf } from "./scale.js";

const KINDS = ["money", "percent", "percentagePoint", "count", "quantity", "age"];
/** Scales that are drawn, rows of each, and rows of all. */
const SCALES = 3;
const ROWS = 6;
const ALL = 12;
const ROW = 46;
/** Room for half a value at either end. */
const EDGE = 30;

/**
 * A line of the picture: a figure, or a figure and what it was before.
 *
 * @typedef {{ figure: Figure, before: Figure | null }} Row
 * @typedef {{ unit: string, title: string, rows: Row[] }} Scale
 */

/**
 * The scales that say something: of units with two figures at least that differ.
 *
 * @param {Figure[]} figures
 * @returns {Scale[]} those with most rows first
 */
export function scalesOf(figures) {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const able = figures.filter((figure) => KINDS.includes(figure.kind) && unitOf(figure) && amounts(figure).length > 0 && figure.status !== "rejected");
  const scales = [...Map.groupBy(able, unitOf)].map(([unit, group]) => {
    const bases = new Set(group.flatMap((figure) => figure.change?.base ?? []));
    /** @type {Map<string, Row>} */
    const rows = new Map();
    for (const figure of group) {
      const before = figure.change?.base ? known.get(figure.change.base) ?? null : null;
      const pair = before && unitOf(before) === unit && amounts(before).length > 0 ? before : null;
      if (bases.has(figure.id) && !pair) continue;
      const same = `${measureWords(figure)} ${amounts(figure)} ${pair ? amounts(pair) : ""}`;
      if (!rows.has(same)) rows.set(same, { figure, before: pair });
    }
    return { unit, title: titleOf(group[0]), rows: [...rows.values()] };
  });
  return scales.filter(({ rows }) => (rows.length > 1 || rows.some(({ before }) => before)) && new Set(rows.flatMap(valuesOf)).size > 1)
    .map((scale) => ({ ...scale, rows: keepBest(scale.rows) }))
    .sort((a, b) => b.rows.length - a.rows.length).slice(0, SCALES)
    .filter(({ rows }, at, all) => all.slice(0, at).reduce((sum, each) => sum + each.rows.length, rows.length) <= ALL);
}

/** @param {Figure} figure */
function unitOf({ kind, unit, unitName }) {
  if (kind === "percent" || kind === "percentagePoint") return kind;
  const name = unit ?? unitName;
  return name ? `${kind} ${kind === "money" ? unit ?? "" : unitName ?? unit}`.trimEnd() : "";
}

/** @param {Figure} figure */
function amounts({ value, range }) {
  const written = value !== null && value !== undefined ? [value] : [range?.low, range?.high];
  return written.flatMap((one) => (one === null || one === undefined || !Number.isFinite(Number(one)) ? [] : [Number(one)]));
}

/** @param {Row} row */
function valuesOf({ figure, before }) {
  return [...amounts(figure), ...(before ? amounts(before) : [])];
}

/** @param {Figure} figure */
function titleOf({ kind, unit, unitName }) {
  if (kind === "percent") return "Percentages";
  if (kind === "percentagePoint") return "Percentage points";
  if (kind === "age") return "Ages, in years";
  if (kind === "money") return sentenceCase(unitName ? plural(unitName) : unit ?? "");
  return sentenceCase(plural(unitName ?? unit ?? ""));
}

/**
 * Changes first, then what says what it measures; in the order of the article.
 *
 * @param {Row[]} rows
 */
function keepBest(rows) {
  const worth = (/** @type {Row} */ { figure, before }) => (before ? 2 : 0) + (figure.measures ? 1 : 0);
  const best = new Set([...rows].sort((a, b) => worth(b) - worth(a)).slice(0, ROWS));
  return rows.filter((row) => best.has(row));
}

/**
 * Where the dots of a scale and their values stand.
 *
 * @param {Row[]} rows
 * @param {number} width
 * @param {Measure} measure
 */
export function layFigures(rows, width, measure) {
  const { x, ticks, factors } = scaleOf(rows.flatMap(valuesOf), EDGE, width - EDGE);
  const middle = (/** @type {Figure} */ figure) => amounts(figure).reduce((sum, value) => sum + x(value), 0) / amounts(figure).length;
  const placed = rows.map(({ figure, before }) => {
    const dots = [figure, ...(before ? [before] : [])].map((one) => {
      const words = figureWords(one);
      const half = measure(words) / 2;
      return { at: middle(one), ends: amounts(one).map(x), words, textX: Math.max(half, Math.min(width - half, middle(one))), half };
    });
    const [now, then] = dots;
    if (then) {
      // Two values side by side, each as near to its dot as the other lets it.
      const [left, right] = now.textX <= then.textX ? [now, then] : [then, now];
      const over = left.textX + left.half + 10 - (right.textX - right.half);
      if (over > 0) {
        left.textX = Math.max(left.half, left.textX - over / 2);
        right.textX = Math.min(width - right.half, Math.max(right.textX + over / 2, left.textX + left.half + 10 + right.half));
      }
    }
    return { now, then: then ?? null };
  });
  let last = -Infinity;
  const labels = ticks.map((tick) => {
    const words = compact(String(tick));
    const half = measure(words) / 2;
    const textX = Math.max(half, Math.min(width - half, x(tick)));
    const fits = textX - half > last;
    if (fits) last = textX + half + 8;
    return { x: x(tick), textX, words: fits ? words : "" };
  });
  return { placed, ticks: labels, factors };
}

/**
 * @param {Reading} reading
 * @param {Actions} actions
 * @returns {(HTMLElement | null)[]}
 */
export function figurePictures(reading, actions) {
  const scales = scalesOf(reading.postil.figures);
  const pictures = scales.map(({ title, rows }) => picture((width, measure) => {
    const { placed, ticks, factors } = layFigures(rows, width, measure);
    const foot = rows.length * ROW + 10;
    return [
      h("p", { class: "pic-title" }, title, factors ? h("small", {}, " by factors of ten") : null),
      board(`${title} on one scale: ${rows.map((row) => rowWords(reading, row)).join("; ")}`, width, foot + 22,
        ...rows.map((row, at) => {
          const { now, then } = placed[at];
          const y = at * ROW;
          const line = y + 23;
          const spans = [row.figure.span, ...(row.before ? [row.before.span] : [])];
          return point(actions, { label: rowWords(reading, row), spans, ids: [row.figure.id, ...(row.before ? [row.before.id] : [])] },
            svg("rect", { class: "hit", x: 0, y, width, height: ROW }),
            svg("text", { x: 0, y: y + 12 }, clip(nameOf(reading, row.figure), width, measure)),
            then ? svg("path", { class: "arrow", d: arrow(then.at, now.at, line) }) : null,
            ...[now, ...(then ? [then] : [])].map(({ ends }) => (ends.length > 1 ? svg("path", { class: "range", d: `M${ends[0]} ${line}H${ends[1]}` }) : null)),
            then ? svg("circle", { class: "was", cx: then.at, cy: line, r: 4 }) : null,
            svg("circle", { class: "is", cx: now.at, cy: line, r: 4.5 }),
            ...[now, ...(then ? [then] : [])].map(({ textX, words }) => svg("text", { class: "amount", x: textX, y: line + 15, "text-anchor": "middle" }, words)));
        }),
        svg("path", { class: "axis", d: `M0 ${foot}h${width}${ticks.map(({ x }) => `M${x} ${foot - 3}v6`).join("")}` }),
        ...ticks.map(({ textX, words }) => svg("text", { class: "tick", x: textX, y: foot + 16, "text-anchor": "middle" }, words))),
    ];
  }));
  if (scales.some(({ rows }) => rows.some(({ before }) => before))) {
    pictures.push(key([svg("circle", { class: "was", cx: 9, cy: 5, r: 4 }), "before"], [svg("circle", { class: "is", cx: 9, cy: 5, r: 4.5 }), "after, or as it stands"]));
  }
  return pictures;
}

/**
 * From what was to what is, between the two dots, with its head in the middle where there is room.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} y
 */
function arrow(from, to, y) {
  const way = Math.sign(to - from);
  if (Math.abs(to - from) < 14) return "";
  const head = (from + to) / 2 + way * 3;
  return `M${from + way * 4} ${y}H${to - way * 4}M${head - way * 5} ${y - 3.5}L${head} ${y}L${head - way * 5} ${y + 3.5}`;
}

/**
 * What is measured; the article's words where that is one word, which tells little.
 *
 * @param {Reading} reading
 * @param {Figure} figure
 */
function nameOf(reading, figure) {
  const measured = measureWords(figure);
  return measured.includes(" ") ? sentenceCase(measured) : `“${excerptAround(reading, figure.span, 54).replace(/^[“"]+|[”"]+$/g, "")}”`;
}

/**
 * @param {Reading} reading
 * @param {Row} row
 */
function rowWords(reading, { figure, before }) {
  return `${nameOf(reading, figure)}: ${before ? `from ${figureWords(before)} to ` : ""}${figureWords(figure)}`;
}
