// Claims: who says what, and at what length.

/** @import { Actions, Claim, Reading, View } from "./types.d.ts" */

import { chooser, returnTo } from "./choose.js";
import { fill, h, heading, icon, nothing } from "./dom.js";
import { isStance, placeOf, wordsOf } from "./reading.js";
import { bulk, first, row } from "./rows.js";
import { channelWords, counted, flagWords, modeWords, roleWords, speakerWords } from "./words.js";

/** @typedef {{ key: string, name: string, role: string, claims: Claim[], quoted: number, reported: number }} Speaker */

/** @param {Reading} reading */
export function countClaims(reading) {
  return reading.said.length;
}

/** @type {[string, string, (reading: Reading, claim: Claim) => boolean][]} */
const FILTERS = [
  ["all", "all", (_, claim) => !isStance(claim)],
  ["check", "worth a check", (reading, claim) => reading.flags.has(claim.id)],
  ["figure", "with a figure", (_, claim) => (claim.figures?.length ?? 0) > 0],
  ["direct", "word for word", (_, { mode }) => mode === "direct" || mode === "mixed"],
  ["anonymous", "by someone unnamed", (_, { source }) => source?.anonymous === true || source?.kind === "unnamed"],
  ["unsourced", "no source given", (_, claim) => !claim.source && !isStance(claim)],
  ["low", "not sure", (_, claim) => claim.confidence === "low" && !isStance(claim)],
  ["stance", "intentions and attitudes", (_, claim) => isStance(claim)],
];

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createClaims(root, actions) {
  let order = "speaker";
  let filter = "all";

  /** @param {Reading | null} reading */
  function draw(reading) {
    if (!reading) return fill(root, []);
    if (reading.postil.claims.length === 0) return fill(root, [nothing("Nobody is quoted or reported here that we could find.")]);
    const speakers = speakersOf(reading, reading.said);
    const only = speakers.find(({ key }) => key === filter);
    const passes = FILTERS.find(([value]) => value === filter)?.[2] ?? FILTERS[0][2];
    const claims = only ? only.claims : reading.postil.claims.filter((claim) => passes(reading, claim));
    const choose = (/** @type {string} */ label, /** @type {() => void} */ change) => {
      change();
      draw(reading);
      returnTo(root, label);
    };
    fill(root, [
      h("p", { class: "sub" }, "Who says what, and at what length."),
      ...(speakers.length > 1 ? barsOf(speakers.slice(0, 8)) : []),
      h("div", { class: "chooses" },
        chooser("Show", [...FILTERS.map(([value, words]) => /** @type {[string, string]} */ ([value, words])),
          ...speakers.filter(({ claims: [claim] }) => claim.source).slice(0, 100).map(({ key, name }) => /** @type {[string, string]} */ ([key, name]))],
        only || filter === "all" ? filter : (FILTERS.find(([value]) => value === filter)?.[0] ?? "all"),
        (value) => choose("Show", () => { filter = value; })),
        chooser("Sorted by", [["speaker", "speaker"], ["check", "worth a check"], ["place", "place in the article"]], order,
          (value) => choose("Sorted by", () => { order = value; }))),
      bulk(actions, reading, claims.map(({ id }) => id)),
      ...(claims.length === 0 ? [nothing("None of that kind here.")] : order === "speaker" ? bySpeaker(reading, claims) : flat(reading, claims)),
    ]);
  }

  /**
   * @param {Reading} reading
   * @param {Claim[]} claims
   */
  function bySpeaker(reading, claims) {
    const speakers = speakersOf(reading, claims);
    const { some, more } = first(speakers, 100);
    return [
      ...some.flatMap((speaker) => [
        h("h3", { class: "speaker" }, h("b", {}, speaker.name), h("span", {}, speaker.role), h("span", { class: "rt" }, speaker.claims.length)),
        ...speaker.claims.map((claim) => claimRow(reading, claim, actions)),
      ]),
      more ? heading("More", speakers.length - some.length) : null,
      more,
    ];
  }

  /**
   * @param {Reading} reading
   * @param {Claim[]} claims
   */
  function flat(reading, claims) {
    const worth = (/** @type {Claim} */ claim) => claim.checkworthy?.score ?? 0;
    const { some, more } = first(order === "check" ? [...claims].sort((a, b) => worth(b) - worth(a)) : claims);
    return [...some.map((claim) => claimRow(reading, claim, actions, true)), more];
  }

  return {
    update(state, before) {
      if (state.reading !== before.reading) draw(state.reading);
    },
  };
}

/**
 * @param {Reading} reading
 * @param {Claim[]} claims
 * @returns {Speaker[]} most words first, what has no source last
 */
function speakersOf(reading, claims) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const claim of claims) {
    const entity = claim.source?.entity ? reading.entities.get(claim.source.entity) : undefined;
    const key = entity?.id ?? speakerWords(reading, claim).toLowerCase();
    const speaker = speakers.get(key) ?? {
      key, name: entity?.name ?? speakerWords(reading, claim), role: entity ? roleWords(reading, entity) : "", claims: [], quoted: 0, reported: 0,
    };
    speaker.claims.push(claim);
    const { inside, outside } = wordsQuoted(claim.content.map((span) => wordsOf(reading.text, span)).join(" "), claim.mode === "direct");
    speaker.quoted += inside;
    speaker.reported += outside;
    speakers.set(key, speaker);
  }
  return [...speakers.values()].sort((a, b) => Number(!a.claims[0].source) - Number(!b.claims[0].source)
    || b.quoted + b.reported - a.quoted - a.reported);
}

/**
 * Words within quotation marks, and without.
 *
 * @param {string} text
 * @param {boolean} direct all of it is quoted
 */
function wordsQuoted(text, direct) {
  const count = (/** @type {string} */ words) => words.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;
  const all = count(text);
  if (direct) return { inside: all, outside: 0 };
  const inside = [...text.matchAll(/[“"]([^”"]*)[”"]?/gu)].reduce((sum, [, words]) => sum + count(words), 0);
  return { inside, outside: Math.max(0, all - inside) };
}

/**
 * A bar per speaker: solid what is word for word, hatched what is in the writer's words.
 *
 * @param {Speaker[]} speakers
 */
function barsOf(speakers) {
  const most = Math.max(...speakers.map(({ quoted, reported }) => quoted + reported), 1);
  const label = speakers.map(({ name, quoted, reported }) => `${name} ${quoted + reported}`).join(", ");
  const part = (/** @type {string} */ kind, /** @type {number} */ words) => {
    if (words === 0) return null;
    const bar = h("i", { class: kind });
    bar.style.setProperty("--w", `${((words * 100) / most).toFixed(1)}%`);
    return bar;
  };
  return [
    h("div", { class: "bars", role: "img", "aria-label": `Words per speaker: ${label}` },
      ...speakers.flatMap(({ name, quoted, reported, claims }, at) => [
        h("span", { class: "name" }, name),
        h("span", { class: "bar-of" },
          ...(claims[0].source ? [part("solid", quoted), part("hatched", reported)] : [part("dashed", quoted + reported)]),
          h("span", { class: "amount" }, at === 0 ? counted(quoted + reported, "word") : String(quoted + reported))),
      ])),
    h("p", { class: "key" },
      h("span", {}, h("i", { class: "solid" }), "word for word"),
      h("span", {}, h("i", { class: "hatched" }), "in the writer’s words")),
  ];
}

/**
 * @param {Reading} reading
 * @param {Claim} claim
 * @param {Actions} actions
 * @param {boolean} [alone] its speaker does not stand over it
 */
function claimRow(reading, claim, actions, alone = false) {
  const words = claim.content.map((span) => wordsOf(reading.text, span).replace(/\s+/g, " ")).join(" … ");
  const bare = words.replace(/^[“"]+|[”"]+$/g, "");
  const flag = flagWords(reading, claim);
  return row(actions, claim.parent ? "clm nested" : "clm", [claim.id], claim.content,
    h("span", { class: "tx" }, claim.mode === "direct" ? `“${bare}”` : words),
    h("span", { class: "meta" },
      alone ? h("b", {}, speakerWords(reading, claim)) : null,
      claim.cue ? h("i", {}, wordsOf(reading.text, claim.cue.span).toLowerCase()) : null,
      h("span", {}, icon(claim.mode, "mode"), modeWords(claim.mode)),
      claim.channel ? h("span", {}, channelWords(claim.channel)) : null,
      flag ? h("span", { class: "ck" }, icon("flag"), flag) : null,
      h("span", { class: "pp" }, placeOf(reading, claim.content[0]))));
}
