// How long a reader waits: from a cold start to the first annotation, for one article after it, and MB/s.
//
//   node bench.js TEXTS ARTICLE     TEXTS: JSON lines with a "text"; ARTICLE: the article that is waited for

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const PORT = Number(process.env.POSTIL_PORT ?? 4174);
const RUNS = 9;

const texts = (await readFile(process.argv[2], "utf8")).trim().split("\n").map((line) => JSON.parse(line).text);
const article = await readFile(process.argv[3], "utf8");

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
  }, article);
  await context.close();
  return waited;
}

/** In a worker that is warm: milliseconds for the article, each time, and megabytes a second over all texts. */
async function warm() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const [waits, seconds] = await page.evaluate(async ([texts, article]) => {
    const { createEngine } = await import("./engine.js");
    const engine = createEngine();
    for (const text of texts.slice(0, 40)) await engine.annotate(text, { insist: true });
    const waits = [];
    for (let run = 0; run < 41; run += 1) {
      const start = performance.now();
      await engine.annotate(article, { insist: true });
      waits.push(performance.now() - start);
    }
    const start = performance.now();
    for (const text of texts) await engine.annotate(text, { insist: true });
    return [waits, (performance.now() - start) / 1000];
  }, /** @type {const} */ ([texts, article]));
  await page.close();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { waits, speed: bytes / 1e6 / seconds };
}

/** The middle one, with the least and the greatest. */
function spread(/** @type {number[]} */ numbers, digits = 0) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [middle, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted[sorted.length - 1]].map((one) => one.toFixed(digits));
  return `${middle} ms (${least} to ${most})`;
}

try {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await cold());
  const column = (/** @type {number} */ at) => spread(runs.map((run) => run[at]));
  console.log(`  cold start: module ready after ${column(0)}, first article annotated after ${column(1)}`);
  const { waits, speed } = await warm();
  console.log(`  an article of ${Buffer.byteLength(article)} bytes, warm, with the way to the worker and back: ${spread(waits, 1)}`);
  console.log(`  all texts, warm, likewise: ${speed.toFixed(2)} MB/s`);
} finally {
  await browser.close();
  server.kill();
  await once(server, "exit");
}
