import { readFile } from "node:fs/promises";
import { download, expect, paste, read, saved, test } from "./kit.js";

test("an export brings everything back, byte for byte", async ({ page }) => {
  await read(page);
  const marks = await page.locator("article .m").allTextContents();
  const first = await download(page, "Postil (JSON)");
  expect(first.name).toMatch(/\.postil\.json$/);
  const postil = JSON.parse(first.text);
  expect([postil.format, postil.version]).toEqual(["postil", "1.2.0"]);
  for (const { span } of [...postil.mentions, ...postil.figures, ...postil.times]) {
    expect(postil.document.text.slice(span.start16, span.end16)).toBe(span.exact);
  }
  await page.goto("/");
  await page.setInputFiles("#file", first.path);
  await expect(page.locator("html")).toHaveAttribute("data-screen", "read");
  expect(await page.locator("article .m").allTextContents()).toEqual(marks);
  expect((await download(page, "Postil (JSON)")).text).toBe(first.text);
});

test("an export can be pasted and dropped", async ({ page }) => {
  await read(page);
  const { text } = await download(page, "Postil (JSON)");
  await page.goto("/");
  await paste(page, text);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await page.goto("/");
  await page.evaluate((json) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([json], "a.postil.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
});

test("what is unknown in an export survives", async ({ page }) => {
  await read(page);
  const postil = JSON.parse((await download(page, "Postil (JSON)")).text);
  postil.extensions = { mine: { colour: "teal" } };
  postil.later = [1, 2];
  await page.goto("/");
  await paste(page, JSON.stringify(postil));
  await expect(page.locator("html")).toHaveAttribute("data-screen", "read");
  const again = JSON.parse((await download(page, "Postil (JSON)")).text);
  expect(again.extensions).toEqual(postil.extensions);
  expect(again.later).toEqual([1, 2]);
});

test("CSV and W3C Web Annotation", async ({ page }) => {
  await read(page);
  const csv = await download(page, "Table (CSV)");
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.text.split("\n")[0]).toMatch(/^layer,id,/);
  expect(csv.text).toContain("nobody asked the shops");
  const w3c = JSON.parse((await download(page, "W3C Web Annotation")).text);
  expect(w3c.type).toContain("AnnotationCollection");
});

test("every format of the core is offered, and made", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialogue = page.getByRole("dialog", { name: "Export" });
  const choices = dialogue.getByRole("radio");
  await expect(choices.first()).toBeFocused();
  expect(await choices.count()).toBeGreaterThan(15);
  for (const choice of await choices.all()) {
    await choice.check();
    await expect(dialogue.getByRole("button", { name: "Download" })).toBeEnabled();
    await expect(dialogue.locator("pre")).not.toBeEmpty();
  }
  await dialogue.getByText("brat (zip)", { exact: true }).click();
  await expect(dialogue.locator("pre")).toContainText("article.ann");
  await dialogue.getByRole("button", { name: "Close" }).click();
  const zip = await download(page, "brat (zip)");
  expect(zip.name).toMatch(/\.brat\.zip$/);
  expect(zip.text.slice(0, 2)).toBe("PK");
});

test("what is made of the article’s words asks for them", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialogue = page.getByRole("dialog", { name: "Export" });
  await dialogue.getByLabel("Include the article’s text").uncheck();
  await dialogue.getByText("spaCy", { exact: true }).click();
  await expect(dialogue.locator("pre")).toContainText("Include its text");
  await expect(dialogue.getByRole("button", { name: "Download" })).toBeDisabled();
  await dialogue.getByLabel("Include the article’s text").check();
  await expect(dialogue.locator("pre")).toContainText("\"tokens\"");
});

test("only what was accepted, and CSV as Excel wants it", async ({ page }) => {
  await read(page);
  const postil = JSON.parse((await download(page, "Postil (JSON)")).text);
  postil.mentions[0].status = "accepted";
  await page.goto("/");
  await paste(page, JSON.stringify(postil));
  await page.getByRole("button", { name: "Export" }).click();
  const dialogue = page.getByRole("dialog", { name: "Export" });
  await expect(dialogue.getByLabel("For Excel")).toBeHidden();
  await expect(dialogue.getByLabel("Only what I accepted")).toBeDisabled();
  await dialogue.getByText("Table (CSV)", { exact: true }).click();
  await dialogue.getByLabel("Only what I accepted").check();
  await dialogue.getByLabel("For Excel").check();
  await dialogue.getByRole("button", { name: "Close" }).click();
  const { text } = await download(page, "Table (CSV)");
  expect(text.startsWith("\ufefflayer,")).toBe(true);
  expect(text.trimEnd().split("\r\n").length).toBe(2);
});

test("an export can be copied", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialogue = page.getByRole("dialog", { name: "Export" });
  await dialogue.getByRole("button", { name: "Copy" }).click();
  await expect(dialogue.getByRole("status")).toHaveText("Copied.");
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).format).toBe("postil");
});

test("without its text an export holds no word of it, and says why it cannot be opened", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByLabel("Include the article’s text").uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  const button = page.getByRole("button", { name: "Download" });
  await expect(button).toBeEnabled();
  const { path } = await saved(page, () => button.click());
  expect(await readFile(path, "utf8")).not.toContain("harbour bridge will close");
  await page.goto("/");
  await page.setInputFiles("#file", path);
  await expect(page.getByRole("alert")).toContainText("leaves out the article’s text");
});
