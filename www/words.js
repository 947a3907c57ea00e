// What the page says about an item, in plain words. Text in, text out.

/** @import { Claim, Common, Entity, Figure, Item, Mention, NameKind, Postil, Reading, Time } from "./types.d.ts" */

import { ordinalOf, wordsOf } from "./reading.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const DAY = 86_400_000;

/** @type {Record<NameKind, [one: string, many: string]>} */
const NAME_KINDS = {
  person: ["Person", "People"], organisation: ["Organisation", "Organisations"], place: ["Place", "Places"],
  group: ["Group", "Groups"], event: ["Event", "Events"], work: ["Work", "Works"], law: ["Law", "Laws"],
  product: ["Product", "Products"], language: ["Language", "Languages"], contact: ["Address", "Addresses"],
};

/** @type {Record<string, [one: string, many: string]>} */
const FIGURE_KINDS = {
  money: ["Money", "Money"], percent: ["Percentage", "Percentages"],
  percentagePoint: ["Percentage points", "Percentage points"], count: ["Count", "Counts"],
  quantity: ["Quantity", "Quantities"], ratio: ["Ratio", "Ratios"], ordinal: ["Place in an order", "Place in an order"],
  rank: ["Rank", "Ranks"], score: ["Score", "Scores"], age: ["Age", "Ages"], cardinal: ["Number", "Numbers"],
};

/** @type {Record<string, string>} */
const TIME_KINDS = { date: "Date", time: "Time of day", duration: "Length of time", set: "Repeated time", range: "Range of time" };

/** @type {Record<string, string>} */
const MODES = { direct: "quoted", mixed: "part quoted", indirect: "reported", narrator: "in the article’s voice" };

/** @type {Record<string, string>} */
const CHANNELS = {
  interview: "in an interview", statement: "in a statement", pressConference: "at a press conference",
  socialPost: "in a post", document: "in a document", court: "in court", poll: "in a poll", outlet: "to the press",
  noComment: "no comment", noResponse: "no answer",
};

/** @type {Record<string, string>} */
const CURRENCIES = { USD: "$", GBP: "£", EUR: "€", JPY: "¥", INR: "₹", KRW: "₩", AUD: "A$", CAD: "C$", NZD: "NZ$", HKD: "HK$" };

/** @param {NameKind} kind */
export function nameKind(kind) {
  return NAME_KINDS[kind]?.[0] ?? "Name";
}

/** @param {NameKind} kind */
export function nameKinds(kind) {
  return NAME_KINDS[kind]?.[1] ?? "Names";
}

/** @param {string} kind */
export function figureKind(kind) {
  return FIGURE_KINDS[kind]?.[0] ?? "Figure";
}

/** @param {string} kind */
export function figureKinds(kind) {
  return FIGURE_KINDS[kind]?.[1] ?? "Figures";
}

/** @param {string} kind */
export function timeKind(kind) {
  return TIME_KINDS[kind] ?? "Time";
}

/** @param {string} mode */
export function modeWords(mode) {
  return MODES[mode] ?? mode;
}

/** @param {string | null | undefined} channel */
export function channelWords(channel) {
  return channel ? (CHANNELS[channel] ?? channel) : "";
}

/**
 * "1 line", "2 lines".
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** @param {string} text */
export function sentenceCase(text) {
  return text && text[0].toUpperCase() + text.slice(1);
}

/**
 * A day as the bar shows it: "Wed 11 June 2025".
 *
 * @param {string | null | undefined} iso
 * @param {{ weekday?: boolean, year?: boolean }} [parts]
 */
export function dayWords(iso, { weekday = true, year = true } = {}) {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  if (!match) return iso ?? "";
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const name = `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
  return `${weekday ? `${DAYS[day.getUTCDay()]} ` : ""}${name}${year ? ` ${day.getUTCFullYear()}` : ""}`;
}

/**
 * What a time means: "Tue 10 June 2025", "May 2025", "2–8 June 2025", "90 days"; empty if nothing is known.
 *
 * @param {Time} time
 * @returns {string}
 */
export function timeWords(time) {
  const { from, to } = time.interval ?? { from: null, to: null };
  if (from && to) return intervalWords(from, to, time.grain ?? null);
  if (to) return `before ${dayWords(to, { weekday: false })}`;
  if (from) return `from ${dayWords(from, { weekday: false })}`;
  return timexWords(time);
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string | null} grain
 */
function intervalWords(from, to, grain) {
  const clock = /T(\d\d:\d\d)/.exec(from)?.[1];
  const first = Date.parse(`${from.slice(0, 10)}T00:00Z`);
  const until = Date.parse(`${to.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(first) || Number.isNaN(until)) return `${from} to ${to}`;
  if (clock && until - first <= DAY) {
    const end = /T(\d\d:\d\d)/.exec(to)?.[1];
    const hours = grain === "minute" || grain === "second" || grain === "hour" || !end ? clock : `${clock}–${end}`;
    return `${dayWords(from)}, ${hours}`;
  }
  const days = Math.round((until - first) / DAY);
  const start = new Date(first);
  const last = new Date(until - DAY);
  const startYear = start.getUTCFullYear();
  const lastYear = last.getUTCFullYear();
  if (days <= 1) return dayWords(from);
  const firstOfMonth = start.getUTCDate() === 1 && new Date(until).getUTCDate() === 1;
  const months = (lastYear - startYear) * 12 + last.getUTCMonth() - start.getUTCMonth() + 1;
  if (firstOfMonth && start.getUTCMonth() === 0 && months % 12 === 0) {
    return months === 12 ? `${startYear}` : `${startYear}–${lastYear}`;
  }
  if (firstOfMonth && months === 1) return `${MONTHS[start.getUTCMonth()]} ${startYear}`;
  if (firstOfMonth) {
    return `${MONTHS[start.getUTCMonth()]}${startYear === lastYear ? "" : ` ${startYear}`}–${MONTHS[last.getUTCMonth()]} ${lastYear}`;
  }
  if (startYear !== lastYear) return `${dayWords(from, { weekday: false })} – ${isoWords(last)}`;
  if (start.getUTCMonth() !== last.getUTCMonth()) {
    return `${dayWords(from, { weekday: false, year: false })} – ${isoWords(last)}`;
  }
  return `${start.getUTCDate()}–${isoWords(last)}`;
}

/** @param {Date} day */
function isoWords(day) {
  return dayWords(day.toISOString(), { weekday: false });
}

/** @param {Time} time */
function timexWords(time) {
  const value = time.timex3?.value ?? "";
  const named = { PRESENT_REF: "now", PAST_REF: "in the past, not said when", FUTURE_REF: "to come, not said when" }[value];
  if (named) return named;
  const length = /^P(T)?(\d+(?:\.\d+)?|X)([YMWDHSQE]|DE|CE)$/.exec(value);
  if (length) {
    const [, clock, amount, letter] = length;
    const unit = { Y: "year", M: clock ? "minute" : "month", W: "week", D: "day", H: "hour", S: "second", Q: "quarter",
      DE: "decade", CE: "century", E: "" }[letter] ?? "";
    if (amount === "X") return unit === "century" ? "some centuries" : `some ${unit}s`;
    return counted(Number(amount), unit, unit === "century" ? "centuries" : `${unit}s`);
  }
  if (time.kind === "set" && value) return { P1D: "every day", P1W: "every week", P1M: "every month", P1Y: "every year" }[value] ?? "again and again";
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value) : "";
}

/**
 * How far the words state a time and how far it was worked out: "stated", "year worked out", "worked out".
 *
 * @param {Time} time
 */
export function statedWords(time) {
  const implied = time.implied ?? [];
  if (!time.interval || time.basis === "explicit" || (implied.length === 0 && !time.basis)) return time.interval ? "stated" : "";
  if (implied.length === 0) return "stated";
  if (implied.length === 1 && implied[0] === "year") return "year worked out";
  return "worked out";
}

/**
 * A decimal string with thousands parted: "4,200,000". Never goes through a floating-point number.
 *
 * @param {string} value
 */
export function grouped(value) {
  const match = /^([-+−]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  return `${match[1].replace("-", "−")}${match[2].replace(/\B(?=(\d{3})+$)/g, ",")}${match[3] ?? ""}`;
}

/**
 * A decimal string in few signs: "4.2 billion".
 *
 * @param {string} value
 */
export function compact(value) {
  const match = /^([-+]?)(\d+)$/.exec(value);
  for (const [zeros, name] of /** @type {const} */ ([[12, "trillion"], [9, "billion"], [6, "million"]])) {
    if (!match || match[2].length <= zeros) continue;
    const rest = match[2].slice(-zeros).replace(/0+$/, "");
    if (rest.length > 3) break;
    return `${match[1].replace("-", "−")}${grouped(match[2].slice(0, -zeros))}${rest ? `.${rest}` : ""} ${name}`;
  }
  return grouped(value);
}

/**
 * What a figure comes to: "145%", "$4.2 billion", "20 square miles".
 *
 * @param {Figure} figure
 * @returns {string}
 */
export function figureWords(figure) {
  if (figure.range) {
    const { low, high } = figure.range;
    if (low !== null && high !== null) return amountWords(figure, `${compact(low)}–${compact(high)}`, high);
    if (low !== null) return `≥ ${amountWords(figure, compact(low), low)}`;
    if (high !== null) return `≤ ${amountWords(figure, compact(high), high)}`;
  }
  if (figure.value === null || figure.value === undefined) return figure.span.exact ?? "";
  const sign = figure.approx ? `${figure.approx === "~" ? "about" : figure.approx} ` : "";
  return sign + amountWords(figure, compact(figure.value), figure.value);
}

/**
 * @param {Figure} figure
 * @param {string} amount
 * @param {string} value
 */
function amountWords(figure, amount, value) {
  const name = figure.unitName ?? figure.unit ?? "";
  const many = value === "1" || value === "-1" || !name ? name : plural(name);
  switch (figure.kind) {
    case "percent": return `${amount}%`;
    case "percentagePoint": return `${amount} percentage ${value === "1" ? "point" : "points"}`;
    case "money": {
      const symbol = CURRENCIES[figure.unit ?? ""];
      if (symbol) return amount.startsWith("−") ? `−${symbol}${amount.slice(1)}` : `${symbol}${amount}`;
      return `${amount} ${figure.unit ?? many}`.trim();
    }
    case "ordinal":
    case "rank":
      return /^\d+$/.test(value) ? ordinalWords(Number(value)) : amount;
    case "age": return `${amount} ${many || "years"} old`.replace(/ old old$/, " old");
    case "ratio":
    case "score": return figure.span.exact ?? amount;
    default: return many ? `${amount} ${many}` : amount;
  }
}

/** @param {number} number */
function ordinalWords(number) {
  const tens = number % 100;
  const ending = tens > 10 && tens < 20 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[number % 10] ?? "th");
  return `${grouped(String(number))}${ending}`;
}

/** @param {string} name */
export function plural(name) {
  const irregular = { person: "people", foot: "feet", inch: "inches", child: "children", man: "men", woman: "women",
    "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit", "mile per hour": "miles per hour",
    "kilometre per hour": "kilometres per hour", hertz: "hertz" }[name];
  if (irregular) return irregular;
  if (/per |^[A-Z°µ%]|[^a-z]$/.test(name)) return name;
  if (/(s|x|z|ch|sh)$/.test(name)) return /(?:[^s]s)$/.test(name) ? name : `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/**
 * What a figure measures: "tariffs on China".
 *
 * @param {Figure} figure
 */
export function measureWords(figure) {
  const { measures } = figure;
  if (!measures) return "";
  if (!measures.of || measures.what.toLowerCase().includes(measures.of.toLowerCase())) return measures.what;
  if (measures.span?.exact && measures.span.exact.length < 60 && measures.span.exact.includes(measures.of)) return measures.span.exact;
  return `${measures.what}, ${measures.of}`;
}

/**
 * "Treasury Secretary, United States"; empty if the article gives no role.
 *
 * @param {Reading} reading
 * @param {Entity} entity
 */
export function roleWords(reading, entity) {
  const role = entity.roles?.[0];
  if (!role) return "";
  const held = role.organisation && reading.entities.get(role.organisation)?.name;
  const title = sentenceCase(role.title);
  return held && !title.includes(held) ? `${title}, ${held}` : title;
}

/**
 * Who says it, as the margin names them.
 *
 * @param {Reading} reading
 * @param {Claim} claim
 */
export function speakerWords(reading, claim) {
  const { source } = claim;
  if (!source) return "No source given";
  const words = wordsOf(reading.text, source.span).replace(/\s+/g, " ").replace(/,$/, "");
  const entity = source.entity ? reading.entities.get(source.entity) : undefined;
  if (entity && entity.kind !== "group" && source.kind !== "group" && source.kind !== "unnamed") return entity.name;
  return sentenceCase(words);
}

/**
 * Who says it, within a sentence: an entity by its name, else the article's own words.
 *
 * @param {Reading} reading
 * @param {Claim} claim
 */
export function sourceWords(reading, claim) {
  const name = speakerWords(reading, claim);
  const words = claim.source ? wordsOf(reading.text, claim.source.span).replace(/\s+/g, " ").replace(/,$/, "") : "";
  return name === sentenceCase(words) ? words : name;
}

/**
 * The words that stand for the speaker where they are not the name itself: "he", "the American leader".
 *
 * @param {Reading} reading
 * @param {Claim} claim
 */
export function standInWords(reading, claim) {
  if (!claim.source) return "";
  const words = wordsOf(reading.text, claim.source.span).replace(/\s+/g, " ").replace(/,$/, "");
  const name = speakerWords(reading, claim);
  const plain = words.toLowerCase();
  const shared = name.toLowerCase().split(/[\s.]+/).some((word) => word.length > 1 && plain.includes(word));
  return shared || words.length > 40 ? "" : words;
}

/**
 * What in a claim a reader may want to check, in two or three words.
 *
 * @param {Reading} reading
 * @param {Claim} claim
 */
export function flagWords(reading, claim) {
  const codes = (reading.flags.get(claim.id) ?? []).filter(({ dismissed }) => !dismissed).map(({ code }) => code);
  if (claim.source?.anonymous) return "not named";
  if (codes.includes("anonymous-source")) return "no person named";
  if (codes.includes("single-source")) return "one source only";
  return codes.length > 0 ? "worth a check" : "";
}

/**
 * Two to four letters for the pill on a small screen: of the last three words at most, since titles come first.
 *
 * @param {Reading} reading
 * @param {Claim} claim
 */
export function initials(reading, claim) {
  if (!claim.source) return "?";
  const words = speakerWords(reading, claim).split(/[\s-]+/).filter((word) => !/^(the|of|and|for|a|an)$/i.test(word));
  const letters = words.slice(-3).map((word) => /\p{L}/u.exec(word)?.[0] ?? "").join("");
  if (words.length === 1) return /^\p{Lu}{2,4}$/u.test(words[0]) ? words[0] : words[0].slice(0, 2).toUpperCase();
  return letters.toUpperCase() || "?";
}

/**
 * @param {Common} item
 */
export function sureWords(item) {
  if (item.confidence === "low") return "Not very. Worth a glance.";
  return item.confidence === "medium" ? "Fairly." : "";
}

/**
 * The name of a language, from its tag.
 *
 * @param {string} tag
 */
export function languageWords(tag) {
  if (!tag || tag === "und") return "";
  try {
    return new Intl.DisplayNames(["en-GB"], { type: "language" }).of(tag) ?? "";
  } catch {
    return "";
  }
}

/**
 * Where the reference date comes from.
 *
 * @param {Postil["reference"]} reference
 */
export function basisWords({ basis, date }) {
  if (!date) return "No date was found in the article.";
  return {
    user: "You set it.",
    dateline: "Read from the article’s date line.",
    byline: "Read beside the author’s name.",
    none: "Not stated in the article.",
  }[basis] ?? "";
}

/**
 * What the card of an item says.
 *
 * @typedef {{ look: string, letter: string, kind: string, value: string, plain: string, why: string[],
 *   rows: [string, string][], tab: string }} Card
 *
 * @param {Reading} reading
 * @param {Item} entry
 * @param {number} [at] where the card was opened: tells a claim's speaker from its words
 * @returns {Card}
 */
export function cardOf(reading, entry, at) {
  switch (entry.layer) {
    case "mention": return mentionCard(reading, entry.item);
    case "figure": return figureCard(reading, entry.item);
    case "time": return timeCard(reading, entry.item);
    default: return claimCard(reading, entry.item, at);
  }
}

/**
 * @param {Reading} reading
 * @param {Mention} mention
 * @returns {Card}
 */
function mentionCard(reading, mention) {
  const entity = mention.entity ? reading.entities.get(mention.entity) : undefined;
  const kind = nameKind(mention.kind);
  const words = wordsOf(reading.text, mention.span);
  const how = { pronoun: `${kind}, by a pronoun`, nominal: `${kind}, described rather than named` }[/** @type {string} */ (mention.form)];
  const roles = (entity?.roles ?? []).map((role) => {
    const held = role.organisation && reading.entities.get(role.organisation)?.name;
    return held && !role.title.includes(held) ? `${sentenceCase(role.title)}, ${held}` : sentenceCase(role.title);
  });
  /** @type {[string, string][]} */
  const rows = [];
  const aliases = (entity?.aliases ?? []).filter((alias) => alias !== entity?.name);
  if (aliases.length > 0) rows.push(["Also", aliases.slice(0, 6).join(" · ")]);
  sureRow(rows, mention);
  return {
    look: { person: "p", organisation: "o", place: "l", group: "g" }[/** @type {string} */ (mention.kind)] ?? "w",
    letter: { person: "P", organisation: "O", place: "L", group: "G" }[/** @type {string} */ (mention.kind)] ?? "W",
    kind: how ?? kind,
    value: entity?.name ?? words,
    plain: [...new Set(roles)].slice(0, 2).join("; "),
    why: whyOf(mention.reasons, entity?.reasons),
    rows,
    tab: mention.kind === "person" || words.length > 24 ? kind : `${kind} “${words}”`,
  };
}

/**
 * @param {Reading} reading
 * @param {Figure} figure
 * @returns {Card}
 */
function figureCard(reading, figure) {
  /** @type {[string, string][]} */
  const rows = [];
  const when = figure.asOf ? reading.items.get(figure.asOf) : undefined;
  if (when?.layer === "time") rows.push(["When", timeWords(when.item) || wordsOf(reading.text, when.item.span)]);
  const base = figure.change?.base ? reading.items.get(figure.change.base) : undefined;
  if (base?.layer === "figure") rows.push(["Before", figureWords(base.item)]);
  if (figure.also) rows.push(["Also", figureWords({ ...figure, value: null, range: null, approx: null, ...figure.also })]);
  const claim = figure.claim ? reading.items.get(figure.claim) : undefined;
  if (claim?.layer === "claim" && claim.item.source) rows.push(["Says", speakerWords(reading, claim.item)]);
  if (figure.currencyAssumed) rows.push(["Note", "The article does not say which currency; this is our reading."]);
  sureRow(rows, figure);
  const exact = exactWords(figure);
  return {
    look: "n",
    letter: "N",
    kind: figureKind(figure.kind),
    value: figureWords(figure),
    plain: [sentenceCase(measureWords(figure)), exact].filter(Boolean).join(". "),
    why: whyOf(figure.reasons),
    rows,
    tab: figureKind(figure.kind),
  };
}

/**
 * The full number where the card's value shortens it.
 *
 * @param {Figure} figure
 */
function exactWords(figure) {
  const value = figure.value ?? "";
  if (figure.kind === "money" && value) return `${grouped(value)} ${figure.unitName && value !== "1" ? plural(figure.unitName) : (figure.unit ?? "")}`.trim();
  return compact(value) === grouped(value) ? "" : grouped(value);
}

/**
 * @param {Reading} reading
 * @param {Time} time
 * @returns {Card}
 */
function timeCard(reading, time) {
  /** @type {[string, string][]} */
  const rows = [];
  const stated = statedWords(time);
  if (stated) rows.push(["Known", stated === "stated" ? "The article says so." : sentenceCase(stated) + basis(reading, time)]);
  if (time.event) rows.push(["Of", wordsOf(reading.text, time.event.span)]);
  if (time.alternatives && time.alternatives.length > 0) rows.push(["Or", time.alternatives.slice(0, 3).join(", ")]);
  sureRow(rows, time);
  const meaning = timeWords(time);
  const words = wordsOf(reading.text, time.span);
  return {
    look: "t",
    letter: "T",
    kind: timeKind(time.kind),
    value: meaning || words,
    plain: meaning ? "" : "We can’t tell from the article when that is.",
    why: whyOf(time.reasons),
    rows,
    tab: timeKind(time.kind),
  };
}

/**
 * @param {Reading} reading
 * @param {Time} time
 */
function basis(reading, time) {
  const { date } = reading.postil.reference;
  if ((time.basis === "reference" || time.basis === "tense") && date) return ` from ${dayWords(date, { weekday: false })}.`;
  return time.basis === "context" ? " from another time in the text." : ".";
}

/**
 * @param {Reading} reading
 * @param {Claim} claim
 * @param {number} [at]
 * @returns {Card}
 */
function claimCard(reading, claim, at) {
  /** @type {[string, string][]} */
  const rows = [];
  const how = [modeWords(claim.mode), channelWords(claim.channel)].filter(Boolean).join(" · ");
  rows.push(["How", sentenceCase(how)]);
  if (claim.cue) rows.push(["Word", `“${wordsOf(reading.text, claim.cue.span)}”`]);
  const about = (claim.entities ?? []).flatMap((id) => reading.entities.get(id)?.name ?? []);
  if (about.length > 0) rows.push(["About", [...new Set(about)].slice(0, 6).join(" · ")]);
  if (claim.source?.anonymityReason) rows.push(["Unnamed", `“${wordsOf(reading.text, claim.source.anonymityReason)}”`]);
  for (const finding of reading.flags.get(claim.id) ?? []) rows.push(["Check", finding.text]);
  if (claim.checkworthy) rows.push(["To check", checkWords(claim.checkworthy)]);
  sureRow(rows, claim);
  const speaks = claim.source && at !== undefined && at >= claim.source.span.start16 && at < claim.source.span.end16
    && !claim.content.some((span) => at >= span.start16 && at < span.end16);
  const role = claim.source?.entity ? reading.entities.get(claim.source.entity) : undefined;
  return {
    look: "c",
    letter: "C",
    kind: claim.polarity === "negative" ? "Claim, denied" : "Claim",
    value: speakerWords(reading, claim),
    plain: [role && roleWords(reading, role), standInWords(reading, claim) && `here “${standInWords(reading, claim)}”`].filter(Boolean).join("; "),
    why: whyOf(claim.reasons),
    rows,
    tab: speaks ? "Speaker of a claim" : "Claim",
  };
}

/**
 * How much a claim is worth a check, and the most that speaks for it: "86 of 100: it gives a figure; it names a year".
 * The export has all of it, with how much each counts.
 *
 * @param {NonNullable<Claim["checkworthy"]>} checkworthy
 */
function checkWords({ score, reasons }) {
  const why = (reasons ?? []).slice(0, 4).map(({ text }) => text.replace(/ \([+−]\d+\)$/, "")).join("; ");
  return `${score} of 100${why ? `: ${why}` : ""}`;
}

/**
 * @param {[string, string][]} rows
 * @param {Common} item
 */
function sureRow(rows, item) {
  const sure = sureWords(item);
  if (sure) rows.push(["Sure?", sure]);
}

/**
 * @param {...(Common["reasons"])} lists
 * @returns {string[]}
 */
function whyOf(...lists) {
  const texts = lists.flatMap((reasons) => (reasons ?? []).map(({ text }) => text));
  return [...new Set(texts.map((text) => sentenceCase(text.trim())))].slice(0, 6).map((text) => (/[.!?”]$/.test(text) ? text : `${text}.`));
}

/**
 * For people who hear the page: "China, place, 2 of 9".
 *
 * @param {Reading} reading
 * @param {Item} entry
 */
export function spoken(reading, entry) {
  const { at, of } = ordinalOf(reading, entry.id);
  const which = of > 1 ? `, ${at} of ${of}` : "";
  if (entry.layer === "claim") return `Claim by ${speakerWords(reading, entry.item)}${which}`;
  const words = wordsOf(reading.text, entry.spans[0]).replace(/\s+/g, " ");
  const kind = entry.layer === "mention" ? nameKind(entry.item.kind) : entry.layer === "figure" ? figureKind(entry.item.kind) : timeKind(entry.item.kind);
  const name = entry.layer === "mention" && entry.item.entity ? reading.entities.get(entry.item.entity)?.name : undefined;
  const meant = name && name !== words ? `, ${name}` : "";
  return `${words}${meant}, ${kind.toLowerCase()}${which}`;
}

/**
 * A count for where there is little room: from a thousand on as "1.2k".
 *
 * @param {number} count
 */
export function tally(count) {
  return count < 1000 ? String(count) : `${(Math.floor(count / 100) / 10).toFixed(count < 10_000 ? 1 : 0)}k`;
}
