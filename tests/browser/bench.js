// How long a reader waits: from a cold start to the first annotation, and MB/s after it.
//
//   node bench.js [TEXT]     TEXT: JSON lines with a "text"; without it the page's sample article

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const PORT = 4174;
const RUNS = 7;

const sample = await readFile(fileURLToPath(new URL("../../www/sample.txt", import.meta.url)), "utf8");
const file = process.argv[2] ? await readFile(process.argv[2], "utf8") : "";
const texts = file ? file.trim().split("\n").map((line) => JSON.parse(line).text) : Array(200).fill(sample);

const server = spawn(process.execPath, [fileURLToPath(new URL("serve.js", import.meta.url))], {
  env: { ...process.env, POSTIL_PORT: String(PORT) },
  stdio: "inherit",
});
await new Promise((resolve) => setTimeout(resolve, 500));
const browser = await chromium.launch({
  executablePath: process.env.POSTIL_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});

/** Times a fresh worker in a fresh page: [until it is ready, until the first article is annotated]. */
async function cold() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const waited = await page.evaluate(async (text) => {
    const { createEngine } = await import("./engine.js");
    const start = performance.now();
    const engine = createEngine();
    await engine.start();
    const ready = performance.now() - start;
    await engine.annotate(text, {});
    return [ready, performance.now() - start];
  }, sample);
  await context.close();
  return waited;
}

/** Megabytes a second over all texts, in a worker that is warm. */
async function warm() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const seconds = await page.evaluate(async (texts) => {
    const { createEngine } = await import("./engine.js");
    const engine = createEngine();
    for (const text of texts.slice(0, 20)) await engine.annotate(text, { insist: true });
    const start = performance.now();
    for (const text of texts) await engine.annotate(text, { insist: true });
    return (performance.now() - start) / 1000;
  }, texts);
  await page.close();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes / 1e6 / seconds;
}

try {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await cold());
  const middle = (/** @type {number} */ at) => runs.map((run) => run[at]).sort((a, b) => a - b)[RUNS >> 1].toFixed(0);
  console.log(`cold start: the module is ready after ${middle(0)} ms, the first article annotated after ${middle(1)} ms`);
  console.log(`warm: ${(await warm()).toFixed(2)} MB/s over ${texts.length} texts, with the way to the worker and back`);
} finally {
  await browser.close();
  server.kill();
  await once(server, "exit");
}
