// What comes in: an export without its text, a page that the bookmark copied, a Word document.

import { deflateRawSync } from "node:zlib";
import { ARTICLE, download, expect, exported, mark, paste, press, read, shot, test } from "./kit.js";

/** Rejects a name and downloads the export without the article's text. */
async function bareExport(page) {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.keyboard.press("Escape");
  const whole = await exported(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("checkbox", { name: "Include the article’s text" }).uncheck();
  await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Close" }).click();
  const { text } = await download(page, "Postil (JSON)");
  expect(text).not.toContain("Reyes");
  return { whole, bare: text };
}

const question = (page) => page.getByRole("dialog", { name: "Which article is it?" });

test("an export without its text asks for the article, and brings everything back", async ({ page }) => {
  const { whole, bare } = await bareExport(page);
  await page.goto("/");
  await paste(page, bare);
  await expect(question(page)).toContainText("“Harbour bridge to close for 90 days”");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Paste the article");
  await paste(page, "Quite another article.\n\nNothing of it is known here, said Bea Marsh.");
  await expect(question(page).getByRole("alert")).toContainText("None of its paragraphs is in that text.");
  await shot(page, { path: "out/attach.png" });
  await paste(page, ARTICLE);
  await expect(question(page)).toBeHidden();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  expect(await exported(page)).toEqual(whole);
});

test("in a later version of the article, what is found is placed and what is lost is said", async ({ page }) => {
  const { bare } = await bareExport(page);
  await page.goto("/");
  await paste(page, bare);
  await expect(question(page)).toBeVisible();
  await paste(page, ARTICLE.replace("By Maren Holt\n", "By Maren Holt\n\nIt rained all day on the harbour.\n"));
  await expect(page.getByText("That text is another version")).toBeVisible();
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.goto("/");
  await paste(page, bare);
  await expect(question(page)).toBeVisible();
  await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(ARTICLE.replace("The chamber’s director, ", "Its head, ")) });
  await expect(page.getByText("1 decision of this export no longer fits.")).toBeVisible();
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
});

test("the question can be closed, and then an article is an article", async ({ page }) => {
  const { bare } = await bareExport(page);
  await page.goto("/");
  await paste(page, bare);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await paste(page, ARTICLE);
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
});

test("the bookmark copies a page and opens Postil, whatever the page says of copying", async ({ page, baseURL }) => {
  const paragraphs = ARTICLE.trim().split("\n\n").slice(1).map((words) => `<p>${words}</p>`).join("");
  await page.context().route("**/gazette", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html>
    <title>Gazette</title><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><h1>Harbour bridge to close for 90 days</h1>
    ${paragraphs}<script>document.addEventListener("copy", (event) => event.preventDefault(), true)</script>` }));
  await page.goto("/");
  await page.getByText("From other pages and apps").click();
  const link = page.getByRole("link", { name: "Read in Postil" });
  await link.click();
  await expect(page.getByText("Here it does nothing: drag it to your bookmarks")).toBeVisible();
  await shot(page, { path: "out/ways.png" });
  const script = decodeURIComponent((await link.getAttribute("href")).replace("javascript:", ""));
  const gazette = await page.context().newPage();
  await gazette.goto("/gazette");
  const [opened] = await Promise.all([page.context().waitForEvent("page"), gazette.evaluate(script)]);
  await expect(opened).toHaveURL(`${baseURL}#paste`);
  await expect(opened.getByText("The page is copied.")).toBeVisible();
  await opened.bringToFront();
  await opened.keyboard.press("ControlOrMeta+v");
  await expect(opened.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(opened, "Tom Reyes").first()).toBeVisible();
  expect(await opened.evaluate(() => window.opener)).toBeNull();
});

/** A zip with one file, as Word writes it. */
function zip(name, text) {
  const data = deflateRawSync(Buffer.from(text));
  const field = (bytes, ...numbers) => Buffer.concat(numbers.map((number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(number, 0, bytes);
    return buffer;
  }));
  const sizes = [field(4, 0, data.length, Buffer.byteLength(text)), field(2, name.length, 0)];
  const local = Buffer.concat([field(4, 0x04034b50), field(2, 20, 0, 8, 0, 0), ...sizes, Buffer.from(name), data]);
  const entry = Buffer.concat([field(4, 0x02014b50), field(2, 20, 20, 0, 8, 0, 0), ...sizes, field(2, 0, 0, 0), field(4, 0, 0), Buffer.from(name)]);
  return Buffer.concat([local, entry, field(4, 0x06054b50), field(2, 0, 0, 1, 1), field(4, entry.length, local.length), field(2, 0)]);
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("a Word document is read: its headline, its paragraphs, and nothing that was deleted", async ({ page }) => {
  const run = (words) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const [headline, ...rest] = ARTICLE.trim().split("\n\n");
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
    <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(headline)}</w:p><w:p/>
    ${rest.map((words) => `<w:p>${words.split(/(?<= )/).map(run).join("")}<w:del><w:r><w:delText>Deleted words.</w:delText></w:r></w:del></w:p>`).join("")}
    <w:p>${run("Ferries: ")}<w:r><w:tab/></w:r>${run("3,000")}<mc:AlternateContent><mc:Choice><w:p>${run("A boxed line.")}</w:p></mc:Choice><mc:Fallback><w:p>${run("A boxed line.")}</w:p></mc:Fallback></mc:AlternateContent></w:p>
  </w:body></w:document>`;
  await page.goto("/");
  await page.locator("#file").setInputFiles({ name: "bridge.docx", mimeType: DOCX, buffer: zip("word/document.xml", xml) });
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
  const { document } = await exported(page);
  expect(document.text).toBe(`${ARTICLE.trim()}\n\nFerries: 3,000\n\nA boxed line.`);
});

test("a zip that is no document is refused in words", async ({ page }) => {
  await page.goto("/");
  await page.locator("#file").setInputFiles({ name: "bridge.docx", mimeType: DOCX, buffer: zip("other.xml", "<a/>") });
  await expect(page.getByRole("alert")).toContainText("That file is not text we can read.");
  await page.locator("#file").setInputFiles({ name: "bridge.docx", mimeType: DOCX, buffer: Buffer.from("PK\u0003\u0004 and no more") });
  await expect(page.getByRole("alert")).toContainText("That file is not text we can read.");
});
