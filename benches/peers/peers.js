// Times the page's module beside other libraries, in one process and over the same texts, in turns.
//
//   node peers.js GLUE MODULE TEXTS ROUNDS     TEXTS: JSON lines with a "text"
//
// Prints a line for each: its name, and the MB of each round to a second of the processor, so that what else runs on the
// machine counts less than by the clock.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import compromise from "compromise";

const [glue, module, file, rounds] = process.argv.slice(2);
const texts = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;

const postil = await import(pathToFileURL(glue).href);
postil.initSync({ module: readFileSync(module) });
const wink = winkNLP(model);

const readers = {
  // Parts of speech, trees, names, figures, times, claims, entities, facts and the export.
  postil: (text) => postil.annotate(text, { insist: true }).length,
  // Sentences, negation, sentiment, parts of speech, entities, custom entities: all that it has.
  "wink-nlp": (text) => wink.readDoc(text).tokens().length(),
  // Sentences, parts of speech, chunks.
  compromise: (text) => compromise(text).length,
};

const found = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
for (let round = -1; round < Number(rounds); round += 1) {
  for (const [name, read] of Object.entries(readers)) {
    const start = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(start);
    // The first round is for the compilers.
    if (round >= 0) found[name].push((megabytes / (user + system)) * 1e6);
  }
}
for (const [name, speeds] of Object.entries(found)) console.log(name, ...speeds.map((speed) => speed.toFixed(4)));
