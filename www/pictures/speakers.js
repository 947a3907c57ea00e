// Who speaks, how much and how: a bar per speaker, and who speaks of whom. Both have their bars and points on one line, so
// that the eye goes straight down.

/** @import { Actions, Claim, Reading } from "../types.d.ts" */
/** @import { Speaker } from "../speakers.js" */

import { svg } from "../dom.js";
import { counted } from "../words.js";
import { board, hatch, key, picture, point } from "./picture.js";
import { clip } from "./scale.js";

/** Speakers that are drawn; the list below has all. */
const MOST = 8;
const NAMES = 172;
const ROW = 29;
/** Rows of the map, on either side. */
const SIDE = 7;

/**
 * The room that names have: less where there is little.
 *
 * @param {number} width
 */
const left = (width) => Math.min(NAMES, Math.round(width * 0.45));

/**
 * Solid what is word for word, hatched what is in the writer's words, dashed what has no source, or none that is clear.
 *
 * @param {Speaker[]} speakers most words first
 * @param {Actions} actions
 */
export function speakersPicture(speakers, actions) {
  if (speakers.length < 2) return null;
  const shown = [...speakers.slice(0, MOST)].sort((a, b) => b.quoted + b.reported - a.quoted - a.reported);
  const most = Math.max(...shown.map(({ quoted, reported }) => quoted + reported), 1);
  const wordsFor = (/** @type {Speaker} */ { name, quoted, reported, claims: [{ source }] }) => `${name}: ${counted(quoted + reported, "word")}${!source ? "" : quoted === 0 ? ", none of them word for word" : reported === 0 ? ", all word for word" : `, ${quoted} of them word for word`}`;
  return picture((width, measure) => {
    const start = left(width);
    const amount = Math.max(64, measure(counted(most, "word"))) + 10;
    const x = (/** @type {number} */ words) => Math.round((words * (width - start - amount)) / most);
    return [
      board(`Words per speaker. ${shown.map(wordsFor).join("; ")}`, width, shown.length * ROW + 2, hatch("hatch-words"),
        ...shown.map((speaker, at) => {
          const { name, quoted, reported, claims } = speaker;
          const y = at * ROW + 4;
          const solid = x(quoted);
          const whole = Math.max(2, x(quoted + reported));
          const sourced = Boolean(claims[0].source) && !speaker.unclear;
          return point(actions, { label: wordsFor(speaker), spans: claims.flatMap(({ content }) => content), ids: claims.map(({ id }) => id) },
            svg("rect", { class: "hit", x: 0, y: y - 4, width, height: ROW }),
            svg("text", { x: 0, y: y + 11 }, clip(name, start - 10, measure)),
            sourced ? null : svg("rect", { class: "dashed", x: start + 0.5, y: y + 0.5, width: whole, height: 12 }),
            sourced && solid > 0 ? svg("rect", { class: "solid", x: start, y, width: solid, height: 13 }) : null,
            sourced && whole > solid ? svg("rect", { class: "hatched", fill: "url(#hatch-words)", x: start + solid + 0.5, y: y + 0.5, width: whole - solid, height: 12 }) : null,
            svg("text", { class: "amount", x: start + whole + 8, y: y + 11 }, at === 0 ? counted(quoted + reported, "word") : String(quoted + reported)));
        })),
      key(
        [svg("rect", { class: "solid", y: 1, width: 18, height: 8 }), "word for word"],
        [svg("rect", { class: "hatched", fill: "url(#hatch-words)", x: 0.5, y: 1.5, width: 17, height: 7 }), "in the writer’s words"],
        shown.some(({ claims: [{ source }], unclear }) => !source || unclear) ? [svg("rect", { class: "dashed", x: 0.5, y: 1.5, width: 17, height: 7 }), "no source, or not clear who"] : null),
    ];
  });
}

/**
 * That somebody speaks of somebody or something.
 *
 * @typedef {{ from: string, to: string, claims: Claim[] }} Link
 */

/**
 * Who speaks of whom, the most first; nobody of themselves.
 *
 * @param {Reading} reading
 * @returns {Link[]}
 */
export function linksOf(reading) {
  /** @type {Map<string, Link>} */
  const links = new Map();
  for (const claim of reading.said) {
    const from = claim.source?.entity;
    if (!from || !reading.entities.has(from)) continue;
    for (const to of claim.entities ?? []) {
      const about = reading.entities.get(to);
      if (!about || to === from || !["person", "organisation", "place", "group"].includes(about.kind)) continue;
      const link = links.get(`${from} ${to}`) ?? { from, to, claims: [] };
      link.claims.push(claim);
      links.set(`${from} ${to}`, link);
    }
  }
  return [...links.values()].sort((a, b) => b.claims.length - a.claims.length);
}

/**
 * The links between those who speak most and those who are spoken of most.
 *
 * @param {Link[]} links
 * @returns {{ links: Link[], from: string[], to: string[] }}
 */
export function layMap(links) {
  const most = (/** @type {(link: Link) => string} */ side, /** @type {Link[]} */ list) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const link of list) counts.set(side(link), (counts.get(side(link)) ?? 0) + link.claims.length);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, SIDE).map(([id]) => id);
  };
  const from = most((link) => link.from, links);
  const kept = links.filter((link) => from.includes(link.from));
  const to = most((link) => link.to, kept);
  const shown = kept.filter((link) => to.includes(link.to));
  const speak = from.filter((id) => shown.some((link) => link.from === id));
  return { links: shown, from: speak, to };
}

/**
 * @param {Reading} reading
 * @param {Actions} actions
 */
export function mapPicture(reading, actions) {
  const { links, from, to } = layMap(linksOf(reading));
  if (from.length < 2 || links.length < 3) return null;
  const name = (/** @type {string} */ id) => reading.entities.get(id)?.name ?? "";
  const times = (/** @type {Link} */ { claims }) => (claims.length === 1 ? "" : `, ${claims.length} times`);
  return picture((width, measure) => {
    const start = left(width);
    const needed = Math.max(...to.map((id) => measure(name(id)))) + 12;
    const end = Math.max(start + 60, Math.min(start + 110, width - needed));
    const rows = Math.max(from.length, to.length);
    const y = (/** @type {number} */ at, /** @type {number} */ count) => Math.round(14 + ((rows - count) * 28) / 2 + at * 28);
    return [board(`Who speaks of whom: ${links.map((link) => `${name(link.from)} of ${name(link.to)}${times(link)}`).join("; ")}`, width, rows * 28,
      ...from.map((id, at) => svg("text", { x: 0, y: y(at, from.length) + 4 }, clip(name(id), start - 14, measure))),
      ...to.map((id, at) => svg("text", { x: end + 10, y: y(at, to.length) + 4 }, clip(name(id), width - end - 10, measure))),
      ...links.sort((a, b) => from.indexOf(a.from) - from.indexOf(b.from) || to.indexOf(a.to) - to.indexOf(b.to)).map((link) => {
        const [top, foot] = [y(from.indexOf(link.from), from.length), y(to.indexOf(link.to), to.length)];
        const half = (start + end) / 2;
        const d = `M${start} ${top}C${half} ${top} ${half} ${foot} ${end} ${foot}`;
        return point(actions, {
          label: `${name(link.from)} speaks of ${name(link.to)}${times(link)}`, kind: "link",
          spans: link.claims.flatMap(({ content }) => content), ids: link.claims.map(({ id }) => id),
        }, svg("path", { class: "hit", d }), svg("path", { class: "curve", d, "stroke-width": Math.min(1 + link.claims.length / 2, 4) }));
      }),
      ...from.map((_, at) => svg("circle", { class: "is", cx: start, cy: y(at, from.length), r: 2.5 })),
      ...to.map((_, at) => svg("circle", { class: "was", cx: end, cy: y(at, to.length), r: 3 })))];
  });
}
