// What the tests share: a page that is watched, and a person's hands.

import { test as base, expect } from "@playwright/test";
import { readFile, readdir, rename } from "node:fs/promises";
import { join } from "node:path";

/** What is said of what Playwright does: it blocks service workers, and for a picture puts the style `body {}` into a page
 * whose policy forbids it. */
const OTHERS = ["Service Worker registration blocked by Playwright", "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA="];

/** A page whose every request and complaint is written down; a test fails if there was one too many. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const complaints = [];
    const strangers = [];
    const complain = (words) => {
      if (!OTHERS.some((other) => words.includes(other))) complaints.push(words);
    };
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complain(message.text());
    });
    page.on("pageerror", (error) => complain(`${error.message} ${error.stack ?? ""}`));
    page.context().on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL) && !/^(blob|data|file):/.test(url)) strangers.push(url);
    });
    page.complaints = complaints;
    // A test that asks for what Firefox cannot be told to do is skipped there.
    if (inFirefox()) {
      const lacks = (what) => () => test.skip(true, `Firefox’s WebDriver BiDi has no ${what}`);
      page.emulateMedia = lacks("emulation of media features yet");
      page.context().newCDPSession = lacks("DevTools of Chromium");
    }
    // A paste without the clipboard. Firefox does not let a script give a ClipboardEvent its data.
    await page.addInitScript(() => {
      window.sendPaste = (text, target = document.body) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        const event = new Event("paste", { bubbles: true, cancelable: true });
        target.dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
      };
    });
    await use(page);
    expect(strangers, "requests to elsewhere").toEqual([]);
    expect(complaints, "what the console was told").toEqual([]);
  },
});

export { expect };

/** Whether this is Firefox, which is driven by WebDriver BiDi: there is less that it can be told to do. */
export const inFirefox = () => test.info().project.name === "firefox";

/** Why a test that asks for dark colours, forced ones or paper does not run there. */
export const NO_MEDIA = "Firefox’s WebDriver BiDi cannot emulate media features yet";

export const ARTICLE = `Harbour bridge to close for 90 days

By Maren Holt

LYME, 11 June 2025 — The Lyme harbour bridge will close on Monday for 90 days, the city council said on Tuesday.

Repairs will cost $4.2 million, said Mayor Ada Quill. “We have waited too long,” Quill told reporters. “The bridge carried 31,000 cars a day last year.”

According to the Lyme Chamber of Commerce, shops near the bridge expect sales to fall by 15%. The chamber’s director, Tom Reyes, said that “nobody asked the shops”.

The United Kingdom has 2,300 bridges of the same kind. Quill said she would open a ferry on 1 July.
`;

/** A picture of the page; none in Firefox, where it takes a style that the page's policy refuses with a complaint. */
export async function shot(page, options) {
  if (test.info().project.name !== "firefox") await page.screenshot(options);
}

/** Puts words on the real clipboard and presses Ctrl+V. */
export async function paste(page, text, html) {
  await page.bringToFront();
  await page.evaluate(async ([plain, rich]) => {
    const parts = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    if (rich) parts["text/html"] = new Blob([rich], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  }, [text, html ?? ""]);
  // The browser cleans HTML on its way to the clipboard, and complains on the console of what it leaves out.
  if (html) page.complaints.length = 0;
  await page.keyboard.press("ControlOrMeta+v");
}

/** Opens the page and pastes. */
export async function read(page, text = ARTICLE, html) {
  await page.goto("/");
  await paste(page, text, html);
  await expect(page.locator("html")).toHaveAttribute("data-screen", "read");
}

/** Where a file that the page saves ends up, and its name. `act` makes the page save it. */
export async function saved(page, act) {
  const { project, workerIndex } = test.info();
  if (!inFirefox()) {
    const [file] = await Promise.all([page.waitForEvent("download"), act()]);
    return { path: await file.path(), name: file.suggestedFilename() };
  }
  // Firefox saves the file, but its events do not say which navigation it belongs to, and Playwright passes over them.
  const folder = join(project.outputDir, `.playwright-artifacts-${workerIndex}`);
  const files = async () => (await readdir(folder).catch(() => [])).filter((name) => !/\.part$|^saved-/.test(name));
  const before = await files();
  await act();
  let name;
  await expect.poll(async () => (name = (await files()).find((each) => !before.includes(each))), { timeout: 5000 }).toBeTruthy();
  const path = join(folder, `saved-${Date.now()}-${name}`);
  await rename(join(folder, name), path);
  return { path, name };
}

/** Downloads the article in a format, told by the name that people see. */
export async function download(page, format) {
  await page.getByRole("button", { name: "Export" }).click();
  const dialogue = page.getByRole("dialog", { name: "Export" });
  await dialogue.getByText(format, { exact: true }).click();
  const button = dialogue.getByRole("button", { name: "Download" });
  await expect(button).toBeEnabled();
  await expect(dialogue.locator("pre")).not.toBeEmpty();
  const { path, name } = await saved(page, () => button.click());
  await dialogue.getByRole("button", { name: "Close" }).click();
  return { path, name, text: await readFile(path, "utf8") };
}

/** Clicks the words of a mark, not the letter over it. A mark that is drawn anew meanwhile is looked for again. */
export async function press(mark) {
  let box = { x: 0, y: 0 };
  await expect(async () => {
    await mark.scrollIntoViewIfNeeded({ timeout: 1000 });
    box = await mark.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { x, y, width, height } = range.getClientRects()[0];
      return { x: x + width / 2, y: y + height / 2 };
    });
  }).toPass({ timeout: 5000 });
  await mark.page().mouse.move(box.x, box.y);
  await mark.page().mouse.down();
  await mark.page().mouse.up();
}

/** The words that a CSS custom highlight lights. */
export function lit(page, name) {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

/** The marks over some words. */
export const mark = (page, words) => page.locator("article .m").filter({ hasText: words });

/** The export as it would be saved. */
export async function exported(page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  const { path } = await saved(page, () => page.getByRole("button", { name: "Download" }).click());
  const text = await readFile(path, "utf8");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Download" }).waitFor({ state: "hidden" });
  return JSON.parse(text);
}

/** Opens a file as one would from the disk. */
export async function open(page, { name, text }) {
  await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

/** Selects words of the article with the mouse. */
export async function select(page, words, from = 0) {
  const ends = await page.evaluate(([wanted, skip]) => {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, at: text.length });
      text += node.data;
    }
    const place = (at) => {
      const found = nodes.findLast((each) => each.at <= at);
      return [found.node, at - found.at];
    };
    const start = text.indexOf(wanted) + skip;
    const range = document.createRange();
    range.setStart(...place(start));
    range.setEnd(...place(text.indexOf(wanted) + wanted.length));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    const boxes = [...range.getClientRects()];
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
  }, [words, from]);
  await page.mouse.move(ends[0], ends[1]);
  await page.mouse.down();
  await page.mouse.move(ends[2], ends[3], { steps: 4 });
  await page.mouse.up();
}
