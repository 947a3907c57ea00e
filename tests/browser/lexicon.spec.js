// "Always", "never", "call it": what a person decides about a name for every article, kept only if asked.

import { readFile } from "node:fs/promises";
import { ARTICLE, expect, exported, mark, open, paste, press, read, saved, test } from "./kit.js";

const OTHER = `Ferry to start in spring

OXMERE, 3 May 2025 — A ferry will start next spring, said Tom Reyes, who runs the port of Oxmere. Maren Holt reported it from the Old Quay. Ada Quill was there.
`;

const card = (page) => page.locator("#card");
const names = (postil) => postil.entities.map(({ name }) => name);
const dialogue = (page) => page.getByRole("dialog", { name: "Your lexicon" });
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function openList(page) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Your lexicon …" }).click();
  await expect(dialogue(page)).toBeVisible();
}

async function every(page, words) {
  await press(mark(page, words).first());
  await card(page).getByRole("button", { name: "In every article" }).click();
}

async function another(page, text = OTHER) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await paste(page, text);
  await expect(page.locator("article h1, article h2, article p").first()).toContainText(text.split("\n")[0]);
}

test("never, always and call it hold in the next article, by the lexicon", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await expect(page.getByText("Never a name: “Maren Holt”.")).toBeVisible();
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await every(page, "Tom Reyes");
  await card(page).getByLabel("Kind").selectOption("organisation");
  await card(page).getByRole("button", { name: "Always" }).click();
  await expect(page.getByText("Always an organisation: “Tom Reyes”.")).toBeVisible();
  await every(page, "Ada Quill");
  await card(page).getByLabel("Name").fill("Dame Ada");
  await card(page).getByLabel("Name").press("Enter");
  await expect(page.getByText("“Ada Quill” is called Dame Ada.")).toBeVisible();
  // In the article itself they are decisions like any other.
  const here = await exported(page);
  expect(here.review.map(({ action, by, scope }) => [action, by, scope])).toEqual([["reject", "user", "all"], ["add", "user", "all"], ["rename", "user", "here"]]);
  expect(names(here)).toEqual(expect.arrayContaining(["Dame Ada", "Tom Reyes"]));

  await another(page);
  const there = await exported(page);
  expect(there.review.every(({ by, problem }) => by === "lexicon" && !problem)).toBe(true);
  expect(there.review.map(({ action }) => action).sort()).toEqual(["add", "reject", "rename"]);
  expect(names(there)).toContain("Dame Ada");
  expect(names(there)).not.toContain("Maren Holt");
  expect(there.mentions.find(({ span }) => span.exact === "Tom Reyes")).toMatchObject({ kind: "organisation", status: "suggested" });
  await press(mark(page, "Tom Reyes").first());
  await expect(card(page).getByText("your lexicon says so")).toBeVisible();
  // What is decided here goes before it, and stays when the article is read anew.
  await card(page).getByRole("button", { name: "Change kind" }).click();
  await card(page).getByLabel("Kind").selectOption("person");
  await card(page).getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Made Tom Reyes (organisation) a person.")).toBeVisible();
  const own = await exported(page);
  expect(own.mentions.find(({ span }) => span.exact === "Tom Reyes").kind).toBe("person");
  expect(own.review).toHaveLength(4);
});

test("an article in which no entry occurs has nothing of the lexicon, and no message", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await another(page, "Rain again\n\nIt rained in Oxmere on Monday, said Bea Marsh.\n");
  await expect(page.getByRole("alert")).toBeEmpty();
  expect((await exported(page)).review).toEqual([]);
});

test("undo takes the entry back as well", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "Maren Holt").first()).toBeVisible();
  await openList(page);
  await expect(dialogue(page).getByText("Nothing yet.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await openList(page);
  await expect(dialogue(page).getByRole("listitem")).toContainText("Maren Holt");
});

test("it is listed, changed, added to and applied, by key", async ({ page }) => {
  await read(page);
  await openList(page);
  await dialogue(page).getByRole("textbox", { name: "Words" }).fill("harbour bridge");
  await page.keyboard.press("Enter");
  await dialogue(page).getByLabel("Kind of harbour bridge").focus();
  await dialogue(page).getByLabel("Kind of harbour bridge").selectOption("work");
  await expect(dialogue(page).getByLabel("Kind of harbour bridge")).toBeFocused();
  await dialogue(page).getByRole("textbox", { name: "Words" }).fill("Tom Reyes");
  await page.keyboard.press("Enter");
  await dialogue(page).getByLabel("What to do with Tom Reyes").focus();
  await dialogue(page).getByLabel("What to do with Tom Reyes").selectOption("call");
  await expect(dialogue(page).getByLabel("Name of Tom Reyes")).toBeFocused();
  await page.keyboard.type("Thomas Reyes");
  await page.keyboard.press("Tab");
  await dialogue(page).getByRole("button", { name: "Apply to this article" }).click();
  await expect(page.getByText("Applied your lexicon.")).toBeVisible();
  const postil = await exported(page);
  expect(postil.mentions.find(({ span }) => span.exact === "harbour bridge").kind).toBe("work");
  expect(names(postil)).toContain("Thomas Reyes");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "harbour bridge")).toHaveCount(0);
  await openList(page);
  await dialogue(page).getByRole("button", { name: "Remove harbour bridge" }).click();
  await expect(dialogue(page).getByRole("listitem")).toHaveCount(1);
});

test("it lasts through a reload, and is kept on the device only if asked", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await expect(page.getByRole("status").getByRole("button", { name: "Keep the lexicon" })).toBeVisible();
  expect(await databases(page)).toEqual([]);
  await page.reload();
  await openList(page);
  await expect(dialogue(page).getByRole("listitem")).toContainText("Maren Holt");
  await expect(dialogue(page).getByLabel(/Keep it on this device/)).not.toBeChecked();
  await dialogue(page).getByLabel(/Keep it on this device/).check();
  await expect.poll(() => databases(page)).toEqual(["postil"]);
  const other = await page.context().newPage();
  other.complaints = [];
  await page.close();
  await other.goto("/");
  await other.bringToFront();
  await paste(other, ARTICLE);
  await expect(other.locator("article h1")).toBeVisible();
  await expect(mark(other, "Maren Holt")).toHaveCount(0);
  await openList(other);
  await dialogue(other).getByLabel(/Keep it on this device/).uncheck();
  await expect(dialogue(other).getByRole("listitem")).toContainText("Maren Holt");
  const third = await other.context().newPage();
  await third.goto("/");
  expect(await third.evaluate(() => sessionStorage.getItem("postil-lexicon"))).toBe(null);
});

test("it leaves as a file and comes back, and a bad file changes nothing", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await openList(page);
  const { path, name } = await saved(page, () => dialogue(page).getByRole("button", { name: "Save as a file" }).click());
  expect(name).toBe("my.lexicon.json");
  const text = await readFile(path, "utf8");
  expect(JSON.parse(text)).toEqual({ format: "postil-lexicon", version: "1.0.0", entries: [{ words: "Maren Holt", action: "never" }] });
  await dialogue(page).getByRole("button", { name: "Remove Maren Holt" }).click();
  await page.keyboard.press("Escape");
  // Opened like any file, or from the dialogue.
  await open(page, { name: "my.lexicon.json", text });
  await expect(page.getByText("Your lexicon has 1 entries now, 1 of them from this file.")).toBeVisible();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  const bad = { format: "postil-lexicon", version: "1.0.0", entries: [{ words: "Basin", action: "always", kind: "soup" }] };
  await open(page, { name: "bad.json", text: JSON.stringify(bad) });
  await expect(page.getByRole("alert")).toContainText("That lexicon could not be read: entry 1 of this lexicon: “soup” is no kind of name. Yours is as it was.");
  await openList(page);
  await expect(dialogue(page).getByRole("listitem")).toHaveCount(1);
});

test("Forget everything forgets it too", async ({ page }) => {
  await read(page);
  await every(page, "Maren Holt");
  await card(page).getByRole("button", { name: "Never a name" }).click();
  await page.getByRole("status").getByRole("button", { name: "Keep the lexicon" }).click();
  await expect.poll(() => databases(page)).toEqual(["postil"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("alert")).toContainText("for good: the lexicon.");
  await page.getByRole("alert").getByRole("button", { name: "Forget everything" }).click();
  await expect.poll(() => databases(page)).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
