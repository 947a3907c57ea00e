// Two versions beside each other.

import { ARTICLE, expect, exported, lit, read, test } from "./kit.js";

const dialogue = (page) => page.getByRole("dialog", { name: "Compare versions" });
const row = (page, words) => dialogue(page).locator(".diff").filter({ hasText: words });

async function compare(page) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Compare versions…" }).click();
}

async function rewrite(page, change) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Edit the text…" }).click();
  const field = page.getByRole("dialog", { name: /Edit/ }).getByRole("textbox");
  await field.fill(change(await field.inputValue()));
  await page.getByRole("dialog", { name: /Edit/ }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Took a new version of the text.")).toBeVisible();
}

test("what an edit changed, with its words in both texts", async ({ page }) => {
  await read(page);
  await compare(page);
  await expect(dialogue(page)).toContainText("Another version is needed");
  await page.keyboard.press("Escape");
  await rewrite(page, (text) => text.replace("$4.2 million", "$4.8 million").replace("Tom Reyes", "Bo Marsh").replace("for 90 days\n", "for 120 days\n"));
  await compare(page);
  await expect(row(page, "$4.8 million").first()).toContainText("$4.2 million");
  await expect(row(page, "Bo Marsh").first()).toContainText("Came:");
  await expect(row(page, "Tom Reyes").first()).toContainText("Went:");
  await expect(row(page, "for 120 days").first()).toContainText("Changed:");
  await row(page, "$4.8 million").first().click();
  await expect.poll(() => lit(page, "compared")).toEqual(["$4.2 million", "$4.8 million"]);
  await expect(dialogue(page).locator(".version ins").first()).toHaveText("120");
  await page.screenshot({ path: "out/compare-1440.png" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: "out/compare-390.png" });
  expect(await dialogue(page).evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
});

test("with an export from a file, by key, and the other way round", async ({ page }) => {
  await read(page);
  const old = JSON.stringify(await exported(page));
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("textbox").fill(ARTICLE.replace("15%", "18%"));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("article")).toContainText("18%");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Compare versions…" }).click();
  // The article that is open beside it is offered first.
  await expect(row(page, "18%").first()).toContainText("15%");
  await dialogue(page).locator("input[type=file]").setInputFiles({ name: "old.postil.json", mimeType: "application/json", buffer: Buffer.from(old) });
  await expect(dialogue(page).locator("select").first()).toContainText("old.postil.json");
  await dialogue(page).locator("input[type=file]").setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(dialogue(page)).toContainText("could not be read");
  await dialogue(page).getByRole("button", { name: "Swap" }).click();
  await expect(row(page, "15%").first().locator("ins")).toHaveText("15%");
  await row(page, "15%").first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => lit(page, "compared")).toEqual(["18%", "15%"]);
});
