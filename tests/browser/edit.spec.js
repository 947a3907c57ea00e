// The text edited with what was decided about it: a paragraph, the whole, undone, reloaded.

import { expect, exported, mark, paste, press, read, test } from "./kit.js";

/** Accepts or rejects the mark over some words by its key. */
async function decide(page, words, key) {
  await press(mark(page, words).first());
  await page.keyboard.press(key);
  await page.keyboard.press("Escape");
}

const dialogue = (page) => page.getByRole("dialog", { name: /Edit/ });

async function edit(page, paragraph, change) {
  const block = page.locator("article .pa", { hasText: paragraph });
  await block.hover();
  await block.getByRole("button", { name: "Edit the words" }).click();
  const field = dialogue(page).getByRole("textbox");
  await field.fill(change(await field.inputValue()));
  await dialogue(page).getByRole("button", { name: "Save" }).click();
}

test("a paragraph is edited; decisions follow their words, and undo brings all of it back", async ({ page }) => {
  await read(page);
  await decide(page, "Tom Reyes", "a");
  await decide(page, "31,000", "a");
  await decide(page, "15%", "a");
  await edit(page, "31,000 cars", (words) => `On Monday the deck was shut. ${words.replace("31,000", "32,500")}`);
  await expect(page.locator("article")).toContainText("32,500 cars");
  await expect(mark(page, "Tom Reyes")).toHaveClass(/ok/);
  await expect(mark(page, "15%")).toHaveClass(/ok/);
  const lost = page.locator("#lost");
  await expect(lost.getByText("One decision has no place in this text")).toBeVisible();
  await lost.getByText("One decision has no place").click();
  await expect(lost).toContainText("Accepted “31,000 cars” (figure)");
  await expect(mark(page, "32,500")).not.toHaveClass(/ok/);

  await page.reload();
  await expect(page.locator("article")).toContainText("32,500 cars");
  await expect(page.locator("#lost")).toContainText("One decision");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator("article")).toContainText("31,000 cars");
  await expect(mark(page, "31,000")).toHaveClass(/ok/);
  await expect(page.locator("#lost")).toBeEmpty();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "15%")).not.toHaveClass(/ok/);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.locator("article")).toContainText("32,500 cars");
  const { review, document: { text } } = await exported(page);
  expect(text).toContain("On Monday the deck was shut.");
  expect(review.map(({ problem }) => Boolean(problem))).toEqual([false, true, false]);
});

test("by key: to the pencils by Tab, along them by arrow, saved by Ctrl+Enter", async ({ page }) => {
  await read(page);
  await page.locator("article .pen[tabindex='0']").focus();
  for (let down = 0; down < 2; down += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "What this line is" }).nth(2)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(dialogue(page).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("At last. ");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("article")).toContainText("At last. LYME, 11 June 2025");
  await expect(dialogue(page)).toBeHidden();
});

test("a new version pasted over the old keeps what still fits", async ({ page }) => {
  await read(page);
  await decide(page, "Tom Reyes", "a");
  await decide(page, "United Kingdom", "x");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Edit the text…" }).click();
  await expect(dialogue(page).getByRole("textbox")).toBeFocused();
  await paste(page, "Bridge shut\n\nNobody asked us, said Tom Reyes of the Lyme Chamber of Commerce on 12 June 2025.\n");
  await dialogue(page).getByRole("button", { name: "Save" }).click();
  await expect(page.locator("article")).toContainText("Nobody asked us");
  await expect(page.locator("article")).not.toContainText("Repairs");
  await expect(page.locator("#lost")).toContainText("decision");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(page.locator("#lost")).toBeEmpty();
  await expect(mark(page, "Tom Reyes")).toHaveClass(/ok/);
});

test("a text of nothing is refused, and closing changes nothing", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Edit the text…" }).click();
  const field = dialogue(page).getByRole("textbox");
  await field.fill("  ");
  await dialogue(page).getByRole("button", { name: "Save" }).click();
  await expect(dialogue(page)).toContainText("no text at all");
  await page.keyboard.press("Escape");
  await expect(dialogue(page)).toBeHidden();
  await expect(page.locator("article")).toContainText("31,000 cars");
});
