// The page: makes the state, the engine and the views, and answers what the views ask for.

/** @import { Actions, Given, Postil, Reading, Span, Tab } from "./types.d.ts" */

import { createArticle } from "./article.js";
import { createBar } from "./bar.js";
import { createCard } from "./card.js";
import { countChecks, createChecks } from "./checks.js";
import { countClaims, createClaims } from "./claims.js";
import { createEngine, EngineError } from "./engine.js";
import { merge, redo, split } from "./decisions.js";
import { createExport } from "./export.js";
import { countFacts, createFacts } from "./facts.js";
import { countFigures, createFigures } from "./figures.js";
import { createKeys, listenToKeys } from "./keys.js";
import { createLights } from "./lights.js";
import { createNotes } from "./notes.js";
import { outlineOf, textOf, titleOf } from "./outline.js";
import { createPanel } from "./panel.js";
import { countPeople, createPeople } from "./people.js";
import { createPlaces } from "./places.js";
import { readingOf } from "./reading.js";
import { createSearch } from "./search.js";
import { cutText, wellFormed } from "./segments.js";
import { createStart } from "./start.js";
import { cleared, createStore } from "./state.js";
import { countTimes, createTimeline } from "./timeline.js";
import { createToast } from "./toast.js";
import { counted } from "./words.js";

/** More than this of a paste is not read: it is a book, or a mistake. UTF-16 units. */
const MOST = 500_000;
/** Bytes of a file that are looked at. */
const LARGEST = 64_000_000;
/** Reading that takes longer says so. Milliseconds. */
const SOON = 100;

/** @type {Record<string, Tab>} */
const TABS = { mention: "people", figure: "figures", time: "timeline", claim: "claims" };

const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const store = createStore();
const engine = createEngine();
const places = createPlaces();
const scroller = $("read");

/** @type {AbortController | null} */
let reading = null;

/**
 * Reads an article, or brings an export back. Whatever happens, the paste is kept.
 *
 * @param {string} paste
 * @param {Given} given
 * @param {{ json?: boolean, keep?: boolean }} [how]
 */
async function readText(paste, given, { json = false, keep = false } = {}) {
  reading?.abort();
  const mine = new AbortController();
  reading = mine;
  if (!keep) store.set({ draft: paste });
  store.set({ message: null });
  const timer = setTimeout(() => store.set({ busy: true }), SOON);
  try {
    const whole = wellFormed(paste);
    const text = cutText(whole, MOST);
    const answer = json ? await engine.read(whole, mine.signal) : await engine.annotate(text, given, mine.signal);
    if (mine.signal.aborted) return;
    /** @type {Postil} */
    const postil = JSON.parse(answer);
    if (postil.document.text === null) {
      say("This export leaves out the article’s text, so there is nothing to show it in.", "alert");
      return;
    }
    const before = keep ? store.get().reading : null;
    const cut = whole.length - text.length;
    if (before) {
      const again = redo(postil, before.postil);
      open(readingOf(again.postil, JSON.stringify(again.postil), cut), given, keep);
      if (again.lost > 0) say(`${counted(again.lost, "decision")} of yours no longer fits; the export keeps it.`);
    } else open(readingOf(postil, answer, cut), json ? givenOf(postil) : given, keep);
  } catch (error) {
    if (!mine.signal.aborted) failed(error, paste, given, json);
  } finally {
    clearTimeout(timer);
    if (reading === mine) {
      reading = null;
      store.set({ busy: false });
    }
  }
}

/**
 * @param {Reading} next
 * @param {Given} given
 * @param {boolean} keep the same article, read anew
 */
function open(next, given, keep) {
  store.set({ ...(keep ? { card: null, jump: null, hover: null } : cleared()), screen: "read", reading: next, given });
  document.title = next.title ? `${next.title} – Postil` : "Postil";
  if (!keep) scroller.focus({ preventScroll: true });
}

/**
 * What an export was made with, as far as it says.
 *
 * @param {Postil} postil
 * @returns {Given}
 */
function givenOf(postil) {
  const options = postil.generator?.options;
  return {
    ...(postil.reference.basis === "user" && postil.reference.date ? { date: postil.reference.date } : {}),
    ...(options?.insist ? { insist: true } : {}),
    ...(options?.whole ? { whole: true } : {}),
    ...(options?.choices ? { choices: options.choices.map(({ span, included }) => ({ start16: span.start16, end16: span.end16, included })) } : {}),
  };
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

/**
 * @param {string} text
 * @param {"status" | "alert"} [kind]
 * @param {{ label: string, run: () => void }} [action]
 */
function say(text, kind = "status", action) {
  store.set({ message: { text, kind, ...(action ? { action } : {}), passing: kind === "status" } });
}

/**
 * @param {string} text
 * @param {string} [html]
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
  const outline = html ? outlineOf(html) : [];
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

async function fetchSample() {
  const answer = await fetch("sample.txt");
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

/**
 * Shows a decision, which can be taken back.
 *
 * @param {Postil | null} postil
 * @param {string} words
 */
function decide(postil, words) {
  const { reading: now } = store.get();
  if (!postil || !now) return;
  store.set({ reading: readingOf(postil, JSON.stringify(postil), now.cut), card: null, hover: null });
  say(words, "status", { label: "Undo", run: () => store.set({ reading: now, card: null, hover: null, message: null }) });
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
    const state = store.get();
    if (!state.reading) return;
    const next = { ...state.given, ...given };
    if ("date" in given && !given.date) delete next.date;
    readText(state.reading.text, next, { keep: true });
  },
  include(blocks, included) {
    const state = store.get();
    const choices = blocks.map(({ span }) => ({ start16: span.start16, end16: span.end16, included }));
    const kept = (state.given.choices ?? []).filter(({ start16 }) => !choices.some((choice) => choice.start16 === start16));
    const before = state.given;
    const { reading: was } = state;
    readText(was?.text ?? "", { ...state.given, choices: [...kept, ...choices] }, { keep: true }).then(() => {
      if (store.get().message) return;
      say(`${included ? "Taken in" : "Left out"}: ${counted(blocks.length, "line")}.`, "status",
        { label: "Undo", run: () => readText(was?.text ?? "", before, { keep: true }) });
    });
  },
  unfold(ids, shown) {
    const now = new Set(store.get().shown);
    for (const id of ids) if (shown) now.add(id);
    else now.delete(id);
    store.set({ shown: now });
  },
  stop() {
    reading?.abort();
    reading = null;
    store.set({ busy: false });
    say("Stopped. Your text is kept.");
  },
  forget() {
    reading?.abort();
    store.set({ ...cleared(), draft: "", screen: "start", theme: "auto", letters: false, layers: { names: true, figures: true, claims: true } });
    document.title = "Postil";
    say("Forgotten. Nothing was stored, and nothing is left in this page.");
  },
  fresh() {
    store.set({ ...cleared(), screen: "start" });
    document.title = "Postil";
  },
  hover(spans) {
    if (spans !== store.get().hover) store.set({ hover: spans });
  },
  show(spans, ids = []) {
    const { sheet } = store.get();
    store.set({ jump: { spans, ids }, current: ids[0] ?? null, card: null, sheet: sheet === "full" ? "half" : sheet });
  },
  open(ids, at, anchor) {
    const entry = store.get().reading?.items.get(at);
    store.set({
      card: { ids, at, anchor }, current: at, jump: null,
      ...(entry ? { tab: TABS[entry.layer] } : {}),
    });
  },
  close() {
    if (store.get().card) store.set({ card: null });
  },
  merge(from, into) {
    const now = store.get().reading;
    const name = now?.entities.get(into)?.name ?? "";
    if (now) decide(merge(now.postil, from, into), `Taken for one: ${name}.`);
  },
  split(mention, into) {
    const now = store.get().reading;
    const name = into && now?.entities.get(into)?.name;
    if (now) decide(split(now.postil, mention, into), name ? `Taken for ${name}.` : "Told apart.");
  },
  async save(format, options) {
    const now = /** @type {Reading} */ (store.get().reading);
    const [file] = await engine.convert(now.json, format, options);
    const words = now.title.toLowerCase().normalize("NFKD").split(/[^a-z0-9]+/).filter(Boolean).slice(0, 8);
    const name = words.join("-") || "article";
    return { ...file, name: `${name}${{ json: ".postil.json", csv: ".csv", w3c: ".jsonld" }[format]}` };
  },
  say: (message) => store.set({ message }),
};

const notes = createNotes($("notes"), { actions, places });
const card = createCard($("card"), { actions, places, scroller });
const lights = createLights(places);
const search = createSearch(document.body, {
  store, places,
  show: ({ start, end }) => store.set({ jump: { spans: [spanOf(start, end)], ids: [] }, current: null }),
});
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
  notes,
  createArticle($("article"), {
    store, actions, places, scroller,
    drawn() {
      notes.place();
      lights.light();
      search.light();
    },
  }),
  card,
  lights,
  search,
  createExport(/** @type {HTMLDialogElement} */ ($("export")), { store, actions }),
  createKeys(/** @type {HTMLDialogElement} */ ($("keys")), store),
  createToast($("strip"), { actions, busy: $("busy") }),
];
const root = document.documentElement;
store.subscribe((state, before) => {
  root.setAttribute("data-screen", state.screen);
  root.setAttribute("data-theme", state.theme);
  root.setAttribute("data-sheet", state.sheet);
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

listenToKeys(store, actions, $("article"));

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
  if (!event.target.closest("#card, [data-ids], .note, .find")) actions.close();
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
    card.place();
  }, 60);
}).observe($("article"));
document.fonts.ready.then(() => notes.place());

engine.start().catch(() => {});
