// Claims: who says what, and at what length.

/** @import { Actions, Claim, Reading, View } from "./types.d.ts" */

import { chooser, returnTo } from "./choose.js";
import { fill, h, heading, icon, nothing } from "./dom.js";
import { isStance, placeOf, wordsOf } from "./reading.js";
import { mapPicture, speakersPicture } from "./pictures/speakers.js";
import { bulk, first, row } from "./rows.js";
import { speakersOf } from "./speakers.js";
import { channelWords, flagWords, modeWords, speakerWords } from "./words.js";

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
    const map = mapPicture(reading, actions);
    fill(root, [
      h("p", { class: "sub" }, "Who says what, and at what length."),
      speakersPicture(speakers, actions),
      ...(map ? [h("h3", { class: "pic-head" }, "Who speaks of whom"), map] : []),
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
