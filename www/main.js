// The page: makes the state, the engine and the views, and answers what the views ask for.

/** @import { Actions, Given, OutlinePiece, Postil, Reading, Span, Tab } from "./types.d.ts" */

import { createLexiconList } from "./always.js";
import { createArticle } from "./article.js";
import { createAttach } from "./attach.js";
import { createBar } from "./bar.js";
import { createCard } from "./card.js";
import { countChecks, createChecks } from "./checks.js";
import { countClaims, createClaims } from "./claims.js";
import { anchorAt, short } from "./decisions.js";
import { createCompare } from "./compare.js";
import { createDesk } from "./desk.js";
import { docxPieces, isZip } from "./docx.js";
import { createEngine, EngineError } from "./engine.js";
import { createExport, saveFile } from "./export.js";
import { countFacts, createFacts } from "./facts.js";
import { countFigures, createFigures } from "./figures.js";
import { createHandles } from "./handles.js";
import { createHistory } from "./history.js";
import { createKept } from "./kept.js";
import { createKeys, listenToKeys } from "./keys.js";
import { warnOfLeaving } from "./leaving.js";
import { createLexicon } from "./lexicon.js";
import { createLights } from "./lights.js";
import { createLost, decidedWords } from "./lost.js";
import { createNotes } from "./notes.js";
import { createOffline, sharedArticle } from "./offline.js";
import { outlineOf, textOf, titleOf } from "./outline.js";
import { createPanel } from "./panel.js";
import { countPeople, createPeople } from "./people.js";
import { createPlaces } from "./places.js";
import { createPrint } from "./print.js";
import { readingOf } from "./reading.js";
import { putBack } from "./restoring.js";
import { createReview } from "./review.js";
import { createRewrite } from "./rewrite.js";
import { createSearch } from "./search.js";
import { cutText, wellFormed } from "./segments.js";
import { createSelecting } from "./selecting.js";
import { createSession } from "./session.js";
import { createShelf } from "./shelf.js";
import { createStart } from "./start.js";
import { createStrip } from "./pictures/strip.js";
import { cleared, createStore } from "./state.js";
import { countTimes, createTimeline } from "./timeline.js";
import { createToast } from "./toast.js";
import { counted, dayWords } from "./words.js";

/** More than this of a paste is not read: it is a book, or a mistake. UTF-16 units. */
const MOST = 500_000;
/** Bytes of a file that are looked at. */
const LARGEST = 64_000_000;

/** @type {Record<string, Tab>} */
const TABS = { mention: "people", figure: "figures", time: "timeline", claim: "claims" };

const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const store = createStore();
const engine = createEngine();
const places = createPlaces();
const scroller = $("read");
const desk = createDesk({
  store, engine, say,
  // What a step decided for every article is taken back with it.
  crossed({ lexicon: change }, back) {
    const entry = back ? change?.before : change?.after;
    if (change) lexicon.put(entry ? [] : [change.after.words], entry ? [entry] : []);
  },
});
const lexicon = createLexicon(store, {
  storage: () => sessionStorage, say, check: (json) => engine.annotate("", { lexicon: json }),
});
const offline = createOffline({ store, say });
const session = createSession(store, {
  storage: () => sessionStorage,
  failed: () => say("Your browser cannot keep this through a reload: it is too long, or storage is off. Export it to be safe.", "alert",
    { label: "Export", run: () => store.set({ dialog: "export" }) }),
});

const shelf = createShelf(store, {
  storage: () => sessionStorage, flush: () => session.flush(), say,
  async turnTo(id) {
    if (id === store.get().article) return;
    history.pushState({ article: id }, "");
    await desk.turnTo(id);
  },
  close: (id) => desk.close(id),
});
/** Articles that left as a file that brings them back, as they were then. @type {WeakSet<object>} */
const exported = new WeakSet();

/**
 * Reads an article, or brings an export back, beside those that are open. Whatever happens, the paste is kept.
 *
 * @param {string} paste
 * @param {Given} given
 * @param {{ json?: boolean }} [how]
 */
async function readText(paste, given, { json = false } = {}) {
  if (json && /"format"\s*:\s*"postil-lexicon"/.test(paste.slice(0, 4000))) {
    lexicon.read(paste);
    return;
  }
  const bare = attach.waiting();
  if (bare && !json) return readAttached(bare, paste, given);
  store.set({ draft: paste, message: null });
  const before = desk.current();
  try {
    const whole = wellFormed(paste);
    const text = cutText(whole, MOST);
    const id = await desk.open(async (signal) => {
      const mine = !json && store.get().lexicon.length > 0 ? { lexicon: lexicon.json() } : {};
      const asked = { ...given, ...mine, truncated: [...whole.slice(text.length)].length };
      const answer = json ? await engine.read(whole, signal) : await engine.annotate(text, asked, signal);
      /** @type {Postil} */
      const postil = JSON.parse(answer);
      if (postil.document.text === null) {
        attach.ask({ json: whole, postil });
        return null;
      }
      const reading = readingOf(postil, answer, postil.document.truncated ?? 0);
      if (!json) return { text: postil.document.text, reading, given: asked, kept: {}, rest: whole.slice(text.length) };
      return { text: postil.document.text, reading, given: givenOf(postil), kept: keptOf(postil) };
    });
    if (id === null) return;
    history.pushState({ article: id }, "");
    scroller.focus({ preventScroll: true });
    const told = json ? lostWords() : "";
    if (before) {
      say(`“${before.title || "The article before"}” is still open, with all you decided. ${told}`.trim(), "status", {
        label: "Undo",
        run: () => {
          desk.close(id);
          actions.turnTo(before.id);
        },
      });
    } else if (told) say(told);
  } catch (error) {
    failed(error, paste, given, json);
  }
}

/** How many decisions of an import do not hold. */
function lostWords() {
  const { length } = (store.get().reading?.postil.review ?? []).filter(({ problem }) => problem);
  return length === 0 ? "" : `${counted(length, "decision")} of this export no longer ${length === 1 ? "fits" : "fit"}. ${length === 1 ? "It is" : "They are"} listed above the article.`;
}

/**
 * Reads the article of an export that left its text out, with all that was decided in it.
 *
 * @param {import("./attach.js").Bare} bare
 * @param {string} paste
 * @param {Given} given
 */
async function readAttached(bare, paste, { outline }) {
  let changed = "";
  try {
    const whole = wellFormed(paste);
    const text = cutText(whole, MOST);
    const before = bare.postil;
    const id = await desk.open(async (signal) => {
      const review = await engine.attach(bare.json, text, signal);
      const asked = { ...givenOf(before), ...(before.generator?.options?.html && outline ? { outline } : {}), ...(review.length > 0 ? { review } : {}) };
      const answer = await engine.annotate(text, asked, signal);
      /** @type {Postil} */
      const postil = JSON.parse(answer);
      const known = new Set(before.document.blocks.map((block) => block.id));
      const same = postil.document.blocks.filter((block) => known.has(block.id)).length;
      if (same === 0) {
        attach.answer("None of its paragraphs is in that text. It may be another article, or another edition of it.");
        return null;
      }
      attach.answer("");
      if (postil.document.id !== before.document.id) changed = `That text is another version: ${same} of the export’s ${counted(known.size, "line")} are in it.`;
      const kept = keptOf(before);
      const out = Object.keys(kept).length > 0 ? { ...postil, ...kept } : postil;
      return { text: postil.document.text ?? text, reading: readingOf(out, out === postil ? answer : JSON.stringify(out), whole.length - text.length), given: asked, kept };
    });
    if (id === null) return;
    history.pushState({ article: id }, "");
    scroller.focus({ preventScroll: true });
    const words = `${changed} ${lostWords()}`.trim();
    if (words) say(words);
  } catch (error) {
    attach.answer(`That could not be done (${error instanceof Error ? error.message : error}).`);
  }
}

/**
 * What an export was made with, as far as it says.
 *
 * @param {Postil} postil
 * @returns {Given}
 */
function givenOf(postil) {
  const { url, title, byline, site } = /** @type {Record<string, string | null | undefined>} */ (postil.document.source ?? {});
  const headline = postil.document.blocks.find(({ kind, included }) => kind === "headline" && included)?.span.exact;
  return {
    ...(postil.reference.basis === "user" && postil.reference.date ? { date: postil.reference.date } : {}),
    ...(postil.generator?.options?.insist ? { insist: true } : {}),
    ...(postil.document.truncated ? { truncated: postil.document.truncated } : {}),
    ...(postil.generator?.options?.whole ? { whole: true } : {}),
    ...(url ? { url } : {}),
    ...(title && title !== headline ? { title } : {}),
    ...(byline && !postil.document.blocks.some(({ kind, span }) => kind === "byline" && span.exact === byline) ? { byline } : {}),
    ...(site ? { site } : {}),
    ...(postil.review?.length ? { review: postil.review } : {}),
  };
}

/**
 * What others have put into an export.
 *
 * @param {Postil} postil
 * @returns {Record<string, unknown>}
 */
function keptOf(postil) {
  const own = ["$schema", "format", "version", "generator", "created", "offsets", "document", "reference", "mentions",
    "entities", "figures", "times", "claims", "relations", "facts", "cards", "findings", "review", "extensions"];
  const strange = Object.entries(postil).filter(([key]) => !own.includes(key));
  const { extensions } = postil;
  return { ...(extensions && Object.keys(extensions).length > 0 ? { extensions } : {}), ...Object.fromEntries(strange) };
}

/**
 * @param {unknown} error
 * @param {string} paste
 * @param {Given} given
 * @param {boolean} json
 */
function failed(error, paste, given, json) {
  const kind = error instanceof EngineError ? error.kind : "broken";
  if (kind === "unavailable") {
    say("Postil’s reading part could not be loaded. Your text is kept. Check the connection, then try again.", "alert",
      { label: "Try again", run: () => readText(paste, given, { json }) });
  } else if (kind === "refused" && json) {
    const why = error instanceof Error ? error.message.replace(/\.$/, "") : "";
    say(`That could not be opened: ${why}.`, "alert", { label: "Read it as text", run: () => readText(paste, {}) });
  } else {
    engine.start().catch(() => {});
    say("Something in this text broke our reader. Your text is kept, and other articles will work.", "alert",
      { label: "Try again", run: () => readText(paste, given, { json }) });
  }
}

async function forget() {
  desk.stop();
  store.set({
    ...cleared(), articles: [], rests: new Map(), draft: "", screen: "start", theme: "auto", letters: false, rejected: false,
    layers: { names: true, figures: true, claims: true },
  });
  session.forget();
  lexicon.forget();
  document.title = "Postil";
  try {
    await shelf.forget();
    say("Forgotten. Nothing is left in this page, nor in what this browser kept for it.");
  } catch {
    say("What is kept on this device could not be deleted. Your browser’s settings can: clear the data of this site.", "alert");
  }
}

/**
 * @param {string} text
 * @param {"status" | "alert"} [kind]
 * @param {{ label: string, run: () => void }} [action]
 * @param {{ label: string, run: () => void }} [other]
 */
function say(text, kind = "status", action, other) {
  store.set({ message: { text, kind, ...(action ? { action } : {}), ...(other ? { other } : {}), passing: kind === "status" } });
}

/**
 * @param {string} text
 * @param {string | OutlinePiece[]} [html] what it was in, or its pieces
 */
function take(text, html) {
  if (!text.trim()) {
    say("There is no text in what you pasted. Copy the article’s words, then paste again.", "alert");
    return;
  }
  if (looksBinary(text)) {
    store.set({ draft: text });
    say("That is not text we can read.", "alert");
    return;
  }
  if (/^\uFEFF?\s*\{/.test(text) && /"format"\s*:/.test(text.slice(0, 4000))) {
    readText(text, {}, { json: true });
    return;
  }
  const outline = typeof html === "string" ? outlineOf(html) : html ?? [];
  readText(text, outline.length > 0 ? { outline } : {});
}

/**
 * Bytes that are no text: nul, or many control characters.
 *
 * @param {string} text
 */
function looksBinary(text) {
  const head = text.slice(0, 4000);
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  return head.includes("\u0000") || odd > head.length / 10 + 2;
}

/** @param {File} file */
async function openFile(file) {
  const still = store.get().reading || store.get().draft ? " Your article is still here." : "";
  const refuse = () => say(`That file is not text we can read.${still}`, "alert", { label: "Choose another", run: () => actions.chooseFile() });
  if (file.size > LARGEST) {
    refuse();
    return;
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isZip(bytes)) {
      const outline = await docxPieces(bytes);
      take(outline.map(({ text }) => text).join("\n\n"), outline);
      return;
    }
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const text = new TextDecoder(wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
    if (looksBinary(text)) {
      refuse();
      return;
    }
    const name = file.name.toLowerCase();
    if (name.endsWith(".json")) readText(text, {}, { json: true });
    else if (/\.html?$/.test(name) || file.type === "text/html") {
      const words = textOf(text);
      const title = titleOf(text);
      if (!words.trim()) say("There are no words in that file.", "alert");
      else readText(words, { outline: outlineOf(text), ...(title ? { title } : {}) });
    } else take(text);
  } catch {
    refuse();
  }
}

/** Reads what another app shared with the installed page. */
async function takeShared() {
  const shared = await offline.shared();
  if (!shared) return;
  const { text, given } = sharedArticle(shared);
  if (shared.file) openFile(shared.file);
  else if (text.trim()) readText(text, given);
  else say("Only an address was shared, and Postil fetches nothing. Select the article’s words, then share those.", "alert");
}

async function fetchSample() {
  const answer = await fetch("sample.txt");
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

/** @type {Actions} */
const actions = {
  read: take,
  openFile,
  chooseFile: () => $("file").click(),
  async sample() {
    try {
      readText(globalThis.postilEmbedded?.sample ?? await fetchSample(), {});
    } catch {
      say("The sample could not be loaded. Paste an article of your own.", "alert");
    }
  },
  again(given) {
    const words = given.insist ? "Read it as English" : given.date ? `Set the date to ${dayWords(given.date)}` : "Took the article’s own date";
    desk.step(words, (before) => {
      const next = { ...before, ...given };
      if ("date" in given && !given.date) delete next.date;
      return next;
    });
  },
  readOn() {
    const { article, rests, given: { date, insist } } = store.get();
    const rest = article !== null && rests.get(article);
    if (rest) readText(rest.trimStart(), { ...(date ? { date } : {}), ...(insist ? { insist } : {}) });
  },
  decide(decided) {
    const { lexicon: entry } = decided;
    const before = (entry && lexicon.get(entry.words)) ?? null;
    // A name that is always marked may be called something besides.
    const after = entry && (entry.action === "call" && before?.action === "always" ? { ...before, name: entry.name } : entry);
    desk.decide(decided, after && {
      lexicon: { before, after },
      ...(store.get().lexiconKept ? {} : { other: { label: "Keep the lexicon", run: () => lexicon.keep(true) } }),
    });
  },
  setLexicon: (words, entry) => lexicon.put(entry ? [] : [words], entry ? [entry] : []),
  keepLexicon: (on) => lexicon.keep(on),
  readLexicon: (json) => lexicon.read(json),
  saveLexicon: () => saveFile({ name: "my.lexicon.json", type: "application/json", text: lexicon.json() }),
  applyLexicon: () => desk.step("Applied your lexicon", (given) => ({ ...given, lexicon: lexicon.json() })),
  restore(seq) {
    const entry = store.get().reading?.postil.review?.find((each) => each.seq === seq);
    if (!entry) return;
    store.set({ restoring: seq });
    say(`${decidedWords(entry)} “${entry.anchor?.exact ?? ""}”. Select the words that this is about now, or open their mark.`, "alert", {
      label: "The open mark",
      run() {
        const { card, reading } = store.get();
        const item = card && reading?.items.get(card.at);
        if (item) actions.putBack({ start: item.spans[0].start16, end: item.spans[item.spans.length - 1].end16 });
        else actions.restore(seq);
      },
    }, { label: "Leave it", run: () => store.set({ restoring: null }) });
  },
  putBack({ start, end }) {
    const { reading, restoring } = store.get();
    const lost = reading?.postil.review?.find(({ seq }) => seq === restoring);
    if (!reading || !lost) return;
    const found = putBack(reading, lost, anchorAt(reading.text, start, end));
    store.set({ restoring: null });
    desk.step(`Put back: ${decidedWords(lost)} “${lost.anchor?.exact ?? ""}”`, (given) => ({
      ...given, review: given.review?.map((each) => (each.seq === lost.seq ? found : each)),
    }), { again: lost.seq });
  },
  edit: (block) => store.set({ dialog: "text", rewriting: block, card: null }),
  rewrite({ start, end, words, outline }) {
    const all = start === 0 && end === store.get().reading?.text.length;
    desk.step(all ? "Took a new version of the text" : `Edited “${short(words)}”`,
      (given) => (outline ? { ...given, outline } : given),
      { rewrite: (text) => cutText(wellFormed(text.slice(0, start) + words + text.slice(end)), MOST) });
  },
  undo: () => desk.undo(),
  redo: () => desk.redo(),
  go: (at) => desk.go(at),
  turnTo(id) {
    if (id === store.get().article) return;
    history.pushState({ article: id }, "");
    desk.turnTo(id);
  },
  shut(id) {
    const { articles } = store.get();
    const gone = articles.find((each) => each.id === id);
    desk.close(id);
    const rests = new Map(store.get().rests);
    rests.delete(id);
    store.set({ rests });
    if (gone) {
      say(`Closed “${gone.title || "the article"}”.`, "status", {
        label: "Undo",
        run: () => {
          store.set({ articles: [...store.get().articles, gone] });
          actions.turnTo(id);
        },
      });
    }
  },
  unfold(ids, shown) {
    const now = new Set(store.get().shown);
    for (const id of ids) if (shown) now.add(id);
    else now.delete(id);
    store.set({ shown: now });
  },
  stop() {
    desk.stop();
    say("Stopped. Your text is kept.");
  },
  keep() {
    const { article, kept } = store.get();
    if (article === null) return;
    if (!kept.has(article)) shelf.keep(article);
    else shelf.drop(article);
  },
  async openKept(key, how) {
    if (await shelf.open(key, how)) return;
    say("That article is open in another tab. Two tabs do not write to one article.", "alert",
      { label: "Take it over", run: () => shelf.open(key, { steal: true }) }, { label: "Open a copy", run: () => shelf.open(key, { copy: true }) });
  },
  deleteKept: (key) => shelf.remove(key),
  lookAtKept: () => shelf.look(),
  exported() {
    const article = desk.current();
    if (article) exported.add(article.steps[article.at]);
  },
  forget() {
    const { shelf: { length }, lexiconKept } = store.get();
    const kept = [length > 0 ? counted(length, "article") : "", lexiconKept ? "the lexicon" : ""].filter(Boolean).join(" and ");
    if (!kept) forget();
    else say(`This also deletes what is kept on this device, for good: ${kept}.`, "alert", { label: "Forget everything", run: forget });
  },
  versions: () => desk.versions(),
  async versionOf(file) {
    const text = await file.text();
    if (/^\uFEFF?\s*\{/.test(text)) return engine.read(text);
    if (!/\.html?$/i.test(file.name)) return engine.annotate(text, {});
    return engine.annotate(textOf(text), { outline: outlineOf(text) });
  },
  compare: async (old, now) => JSON.parse(await engine.compare(old, now)),
  fresh() {
    store.set({ ...cleared(), screen: "start", draft: "" });
    history.pushState(null, "");
  },
  hover(spans) {
    if (spans !== store.get().hover) store.set({ hover: spans });
  },
  show(spans, ids = []) {
    const { sheet } = store.get();
    store.set({ jump: { spans, ids }, current: ids[0] ?? null, card: null, sheet: sheet === "full" ? "half" : sheet });
  },
  open(ids, at, anchor, quiet = false) {
    const entry = quiet ? null : store.get().reading?.items.get(at);
    store.set({
      card: { ids, at, anchor }, current: at, jump: null,
      ...(entry ? { tab: TABS[entry.layer] } : {}),
    });
  },
  close() {
    if (store.get().card) store.set({ card: null });
  },
  async save(format, options) {
    const now = /** @type {Reading} */ (store.get().reading);
    const file = await engine.convert(now.json, format.name, options);
    const words = now.title.toLowerCase().normalize("NFKD").split(/[^a-z0-9]+/).filter(Boolean).slice(0, 8);
    const name = words.join("-") || "article";
    return { ...file, type: format.type, name: `${name}.${format.extension}` };
  },
  formats: () => engine.formats(),
  say: (message) => store.set({ message }),
  update: () => offline.use(),
};

const notes = createNotes($("notes"), { actions, places });
const strip = createStrip($("where"), { actions, places, scroller });
const card = createCard($("card"), { actions, places, scroller });
const handles = createHandles(/** @type {HTMLElement} */ ($("article").parentElement), { store, actions, places });
const lights = createLights(places);
const search = createSearch(document.body, {
  store, places,
  show: ({ start, end }) => store.set({ jump: { spans: [spanOf(start, end)], ids: [] }, current: null }),
});
const attach = createAttach(/** @type {HTMLDialogElement} */ ($("attach")), { store, actions });
const review = createReview($("review"), { store, actions });
const views = [
  createStart($("start"), { store, actions }),
  createBar($("bar"), { store, actions, phone: $("layers") }),
  createPanel($("panel"), {
    store, actions,
    panes: [
      { id: "facts", label: "Facts", count: countFacts, create: createFacts },
      { id: "people", label: "People", name: "and organisations", count: countPeople, create: createPeople },
      { id: "figures", label: "Figures", count: countFigures, create: createFigures },
      { id: "timeline", label: "Timeline", count: countTimes, create: createTimeline },
      { id: "claims", label: "Claims", count: countClaims, create: createClaims },
      { id: "checks", label: "Checks", count: countChecks, create: createChecks },
    ],
  }),
  review,
  notes,
  strip,
  createArticle($("article"), {
    store, actions, places, scroller,
    drawn() {
      notes.place();
      strip.place();
      lights.light();
      search.light();
    },
  }),
  card,
  handles,
  lights,
  search,
  attach,
  createExport(/** @type {HTMLDialogElement} */ ($("export")), { store, actions }),
  createCompare(/** @type {HTMLDialogElement} */ ($("compare")), { store, actions }),
  createHistory($("history"), { store, actions }),
  createLost($("lost"), { actions }),
  createPrint(),
  createRewrite(/** @type {HTMLDialogElement} */ ($("text")), { store, actions }),
  createSelecting($("selecting"), { store, actions, places, article: $("article"), scroller }),
  createKept(document.body, { store, actions, start: $("start") }),
  createLexiconList(document.body, { store, actions }),
  createKeys(/** @type {HTMLDialogElement} */ ($("keys")), store),
  createToast($("strip"), { actions, busy: $("busy") }),
];
const root = document.documentElement;
store.subscribe((state, before) => {
  root.setAttribute("data-screen", state.screen);
  root.setAttribute("data-theme", state.theme);
  root.setAttribute("data-sheet", state.sheet);
  if (state.reading !== before.reading) document.title = state.reading?.title ? `${state.reading.title} – Postil` : "Postil";
  for (const view of views) view.update(state, before);
});

/**
 * @param {number} start
 * @param {number} end
 * @returns {Span}
 */
function spanOf(start, end) {
  return { start, end, start16: start, end16: end };
}

listenToKeys(store, actions, $("article"), { turn: card.turn, review: review.toggle, skip: review.skip });

document.addEventListener("paste", (event) => {
  const { target, clipboardData } = event;
  const state = store.get();
  const other = target instanceof HTMLElement && target.matches("input") && state.screen === "read";
  if (!clipboardData || other || state.dialog) return;
  const file = clipboardData.files[0];
  const text = clipboardData.getData("text/plain");
  if (!text && file) {
    event.preventDefault();
    openFile(file);
    return;
  }
  event.preventDefault();
  take(text, clipboardData.getData("text/html"));
});

/** @type {HTMLInputElement} */ ($("file")).addEventListener("change", (event) => {
  const input = /** @type {HTMLInputElement} */ (event.currentTarget);
  const file = input.files?.[0];
  input.value = "";
  if (file) openFile(file);
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  root.setAttribute("data-dropping", "");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) root.removeAttribute("data-dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  root.removeAttribute("data-dropping");
  const file = event.dataTransfer?.files[0];
  if (file) openFile(file);
  else if (event.dataTransfer) take(event.dataTransfer.getData("text/plain"), event.dataTransfer.getData("text/html"));
});

document.addEventListener("pointerdown", (event) => {
  if (!(event.target instanceof Element) || !store.get().card) return;
  if (!event.target.closest("#card, #selecting, .handle, [data-ids], .note, .find, .strip-area, .bar")) actions.close();
});

let scrolling = false;
scroller.addEventListener("scroll", () => {
  if (scrolling) return;
  scrolling = true;
  requestAnimationFrame(() => {
    scrolling = false;
    const head = $("article").querySelector("h1");
    root.toggleAttribute("data-scrolled", head ? head.getBoundingClientRect().bottom < scroller.getBoundingClientRect().top : scroller.scrollTop > 150);
  });
}, { passive: true });

/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
new ResizeObserver(() => {
  clearTimeout(settling);
  settling = setTimeout(() => {
    notes.place();
    strip.place();
    card.place();
    handles.place();
  }, 60);
}).observe($("article"));
document.fonts.ready.then(() => notes.place());

// Back and Forward go between the articles that are open.
addEventListener("popstate", ({ state }) => {
  const id = state?.article;
  if (store.get().articles.some((each) => each.id === id)) desk.turnTo(id);
  else store.set({ ...cleared(), screen: "start" });
});
addEventListener("pagehide", () => session.flush());
addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  shelf.look();
  if (store.get().lexiconKept) lexicon.load();
});
warnOfLeaving((reload) => store.get().articles.some((article) => (session.fails() || (!reload && article.steps.length > 1))
  && !shelf.has(article) && !exported.has(article.steps[article.at])));

engine.start().catch(() => {}).then(() => offline.start());
const saved = session.load();
store.set({ articles: saved.articles });
shelf.load();
lexicon.load();
if (saved.article !== null) {
  history.replaceState({ article: saved.article }, "");
  desk.turnTo(saved.article).then(() => scroller.focus({ preventScroll: true })).then(takeShared);
} else takeShared();
