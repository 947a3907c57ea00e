// Clients that live in the browser read what we export: each highlight covers exactly its words.

import { createRequire } from "node:module";
import { download, expect, read, test } from "./kit.js";

const RECOGITO = createRequire(import.meta.url).resolve("@recogito/text-annotator");

const TEXTS = {
  "from offset 0": "Ada Quill left the Bank of Lyme on Monday. Quill said it cost her $2 million. Lyme paid 8% more in 2024, Quill said on 3 July 2026.\n",
  "behind emoji": `🎉👨‍👩‍👧 Ada Quill of Lyme 🛢️ said on 3 July 2026 that sales rose 8% to $3.4bn.\n\n“We 👍 have waited,” Quill said, “and 🇬🇧 paid €20m.”\n`,
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`Recogito highlights the words of every annotation: ${name}`, async ({ page, context }) => {
    await read(page, text);
    const { document } = JSON.parse((await download(page, "Postil (JSON)")).text);
    const annotations = JSON.parse((await download(page, "Recogito")).text);
    expect(annotations.length).toBeGreaterThan(5);
    const client = await context.newPage();
    await client.setContent(`<div id="text" style="white-space: pre-wrap"></div>`);
    // The bundle asks for the environment of Node.
    await client.evaluate(() => (globalThis.process = { env: {} }));
    await client.addScriptTag({ path: RECOGITO });
    const found = await client.evaluate(async ([words, list]) => {
      const root = globalThis.document.getElementById("text");
      root.textContent = words;
      const { createTextAnnotator, W3CTextFormat } = globalThis.RecogitoJS;
      const format = W3CTextFormat("https://example.org/", root);
      // What it cannot read it tells of, and leaves out.
      const refused = list.filter((annotation) => format.parse(annotation).error);
      const annotator = createTextAnnotator(root, { adapter: format });
      await annotator.setAnnotations(list);
      const held = annotator.state.store.all();
      const highlights = held.map(({ id, target }) => ({
        id, words: target.selector.map(({ range }) => range.toString()), quotes: target.selector.map(({ quote }) => quote),
      }));
      return { refused, highlights, out: annotator.getAnnotations().length };
    }, [document.text, annotations]);
    expect(found.refused).toEqual([]);
    expect(found.highlights.length).toBe(annotations.length);
    expect(found.out).toBe(annotations.length);
    for (const { words, quotes } of found.highlights) expect(words).toEqual(quotes);
    const starts = annotations.flatMap(({ target }) => [target].flat()).map(({ selector }) => selector[1].start);
    if (name === "from offset 0") expect(starts).toContain(0);
    await client.close();
  });
}

test("the page and the worksheet show the article’s words as words", async ({ page, context }) => {
  const hostile = `<script>document.title = "taken"</script> of Lyme\n\nAda <b>Quill</b> said on Monday: “</mark><img src=x onerror=alert(1)> costs $5 million &amp; more, 5% up on 2024.”\n`;
  await read(page, hostile);
  for (const [format, marks] of [["Web page (HTML)", "mark"], ["Fact-check worksheet (HTML)", "h1"]]) {
    const { text } = await download(page, format);
    const client = await context.newPage();
    await client.setContent(text);
    expect(await client.locator("script, img, b").count()).toBe(0);
    expect(await client.title()).not.toBe("taken");
    expect(await client.locator(marks).count()).toBeGreaterThan(0);
    if (marks === "mark") await expect(client.locator("article")).toContainText("Ada <b>Quill</b> said");
    await client.close();
  }
});
