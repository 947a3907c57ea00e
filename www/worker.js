// The worker: owns the wasm, answers calls one after another.
//
// In:  { id, call, args }     Out: { id, result } or { id, error, fatal }
//
// A panic in the core leaves the instance unfit for use: it is reported as fatal, and the page puts a new
// worker in this one's place.

import init, { annotate, attach, compare, convert, formats, read } from "./pkg/postil.js";

/** @type {Record<string, (...args: any[]) => unknown>} */
const calls = {
  start: (module) => init(module ? { module_or_path: module } : undefined).then(() => true),
  annotate: (text, given) => annotate(text, given),
  read: (json) => read(json),
  attach: (json, text) => attach(json, text),
  compare: (old, now) => compare(old, now),
  formats: () => formats(),
  convert: (json, format, options) => convert(json, format, options),
};

/** Read before anyone pastes, so that the tables stand and the code is compiled when somebody does. */
const FIRST = "LYME, 3 May 2021 – Ada Quill, the mayor, said on Monday that “nobody” had asked for the $4.2 million, 3% more than in 2019.";

self.addEventListener("message", async ({ data: { id, call, args } }) => {
  try {
    self.postMessage({ id, result: await calls[call](...args) });
    if (call === "start") setTimeout(() => annotate(FIRST, {}));
  } catch (error) {
    const fatal = call === "start" || error instanceof WebAssembly.RuntimeError;
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error), fatal });
  }
});
