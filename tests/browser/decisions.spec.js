// Whatever is marked can be corrected, and every step taken back; the exported `review` says what was done.

import { ARTICLE, expect, exported, mark, open, press, read, select, test } from "./kit.js";

const card = (page) => page.locator("#card");
const actions = (postil) => postil.review.map(({ action }) => action);
const names = (postil) => postil.entities.map(({ name }) => name);

test("two names are taken for one by key, and it can be taken back and done again", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("m");
  const list = card(page).getByRole("combobox", { name: "Same as…" });
  await expect(list).toBeFocused();
  await list.fill("quill");
  await expect(card(page).getByText(/Joins Tom Reyes \(.*\) with Ada Quill/)).toBeVisible();
  await list.press("ArrowDown");
  expect(await page.locator("#history li").count()).toBe(1);
  await list.press("Enter");
  await expect(page.getByText("Joined Tom Reyes with Ada Quill.")).toBeVisible();
  const merged = await exported(page);
  expect(names(merged)).not.toContain("Tom Reyes");
  expect(merged.entities.find(({ name }) => name === "Ada Quill").aliases).toContain("Tom Reyes");
  expect(merged.review).toMatchObject([{ seq: 1, action: "merge", scope: "here", by: "user", before: { name: "Tom Reyes" }, after: { name: "Ada Quill" } }]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Undone: Joined Tom Reyes with Ada Quill.")).toBeVisible();
  const back = await exported(page);
  expect(names(back)).toContain("Tom Reyes");
  expect(back.review).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByText("Done again: Joined Tom Reyes with Ada Quill.")).toBeVisible();
  expect(actions(await exported(page))).toEqual(["merge"]);
});

test("a mention is told apart, and stays so when the article is read anew", async ({ page }) => {
  await read(page);
  await press(mark(page, /^Quill$/).first());
  await card(page).getByRole("button", { name: "Someone else" }).click();
  await card(page).getByRole("option", { name: /Somebody else/ }).click();
  await expect(page.getByText("Told “Quill” apart.")).toBeVisible();
  await page.keyboard.press("Escape");
  // Read anew, against another day: the decision holds.
  await page.getByRole("button", { name: /As of/ }).click();
  const day = page.locator("input[type=date]");
  await day.fill("2024-01-02");
  await day.press("Enter");
  await expect(page.getByRole("button", { name: /2 January 2024/ })).toBeVisible();
  const postil = await exported(page);
  expect(postil.reference).toMatchObject({ date: "2024-01-02", basis: "user" });
  expect(actions(postil)).toEqual(["split"]);
  expect(names(postil)).toEqual(expect.arrayContaining(["Ada Quill", "Quill"]));
  // The date is a step like any other.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "As of Wed 11 June 2025" })).toBeVisible();
});

test("a name is accepted, rejected and looked at again, by key", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Tom Reyes (person).")).toBeVisible();
  await expect(mark(page, "Tom Reyes").first()).toHaveClass(/ok/);
  await page.keyboard.press("x");
  await expect(page.getByText("Rejected Tom Reyes (person).")).toBeVisible();
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  const postil = await exported(page);
  expect(actions(postil)).toEqual(["accept", "reject"]);
  expect(names(postil)).not.toContain("Tom Reyes");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Show what was rejected" }).click();
  await expect(page.locator("article s.gone")).toHaveText("Tom Reyes");
});

test("a whole person is rejected, and says nothing any more", async ({ page }) => {
  await read(page);
  await press(mark(page, "Ada Quill").first());
  await card(page).getByRole("button", { name: /^Reject all/ }).click();
  await expect(page.getByText("Rejected Ada Quill (person) everywhere.")).toBeVisible();
  const postil = await exported(page);
  expect(JSON.stringify(postil.entities)).not.toContain("Quill");
  expect(postil.claims.every(({ source }) => !source?.entity || postil.entities.some(({ id }) => id === source.entity))).toBe(true);
});

test("kind, name, value, speaker and note are changed in the card", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await card(page).getByRole("button", { name: "Change kind" }).click();
  await card(page).getByLabel("Kind").selectOption("organisation");
  await card(page).getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Made Tom Reyes (person) an organisation.")).toBeVisible();
  await page.keyboard.press("e");
  await card(page).getByLabel("Name").fill("Reyes & Co.");
  await card(page).getByLabel("Name").press("Enter");
  await expect(page.locator("#strip").getByText("Renamed Tom Reyes to Reyes & Co.")).toBeVisible();

  await press(mark(page, "15%"));
  await page.keyboard.press("e");
  await card(page).getByLabel("Value").fill("many");
  await card(page).getByLabel("Value").press("Enter");
  await expect(page.getByRole("alert")).toContainText("“many” is no number. Nothing was changed.");
  await card(page).getByLabel("Value").fill("16");
  await card(page).getByLabel("Value").press("Enter");
  await expect(page.getByText("Set 15% (figure) to 16.")).toBeVisible();

  // The card stands over the lines below it.
  await page.keyboard.press("Escape");
  await press(mark(page, "1 July"));
  await page.keyboard.press("e");
  await card(page).getByLabel("Date").fill("2026-07-01");
  await card(page).getByLabel("Date").press("Enter");
  await expect(page.getByText("Set 1 July (time) to 2026-07-01.")).toBeVisible();

  await page.locator("#notes .note").last().click();
  await page.keyboard.press("e");
  await card(page).getByRole("combobox", { name: "Who says it?" }).fill("reyes");
  await page.keyboard.press("Enter");
  await expect(page.locator("#strip").getByText(/^Gave the claim .* to Reyes & Co\.$/)).toBeVisible();
  await page.keyboard.press("n");
  await card(page).getByLabel("Note", { exact: true }).fill("Ask the chamber.");
  await card(page).getByRole("button", { name: "Keep" }).click();
  await expect(card(page).getByText("Ask the chamber.").first()).toBeVisible();

  const postil = await exported(page);
  expect(actions(postil)).toEqual(["relabel", "rename", "setValue", "setValue", "setSpeaker", "note"]);
  expect(postil.entities.find(({ name }) => name === "Reyes & Co.").kind).toBe("organisation");
  expect(postil.figures.find(({ span }) => span.exact === "15%")).toMatchObject({ value: "16", status: "edited" });
  expect(postil.times.find(({ span }) => span.exact === "1 July").timex3.value).toBe("2026-07-01");
  expect(postil.claims.some(({ id, source }) => id === postil.review[4].target && postil.entities.some((one) => one.id === source.entity && one.name === "Reyes & Co."))).toBe(true);
});

test("an end is moved by words, by key", async ({ page }) => {
  await read(page);
  await press(mark(page, "Ada Quill").first());
  await page.keyboard.press("ControlOrMeta+Shift+ArrowLeft");
  await expect(card(page).locator(".moved b")).toHaveText("Mayor Ada Quill");
  await card(page).getByRole("button", { name: "Move it" }).click();
  await expect(page.getByText("Moved Ada Quill (person) to “Mayor Ada Quill”.")).toBeVisible();
  const postil = await exported(page);
  expect(postil.mentions.some(({ span }) => span.exact === "Mayor Ada Quill")).toBe(true);
});

test("what is selected is marked: a name, a figure, a claim", async ({ page }) => {
  await read(page);
  const bar = page.locator("#selecting");
  await select(page, "harbour bridge will", 4);
  await expect(bar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await select(page, "city counci");
  await bar.getByRole("button", { name: "Organisation" }).click();
  await expect(page.getByText("Marked “city council” as an organisation.")).toBeVisible();

  await select(page, "shops near");
  await bar.getByRole("button", { name: "Figure" }).click();
  await expect(bar.getByRole("textbox", { name: "How much is it?" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("gives no number");

  await select(page, "of the same kind");
  await bar.getByRole("button", { name: "Claim…" }).click();
  await bar.getByRole("combobox").fill("Tom");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Marked “of the same kind” as a claim by Tom Reyes.")).toBeVisible();
  const postil = await exported(page);
  expect(actions(postil)).toEqual(["add", "add", "setSpeaker"]);
  const council = postil.mentions.find(({ span }) => span.exact === "city council");
  expect(council).toMatchObject({ kind: "organisation", by: { kind: "user" }, status: "edited" });
  expect(postil.review[0].target).toBe(council.id);
});

test("a line becomes the headline, another is left out", async ({ page }) => {
  await read(page);
  const line = page.locator("article .pa").filter({ hasText: "United Kingdom" });
  await line.hover();
  await line.getByRole("button", { name: "What this line is" }).click();
  await page.locator("#selecting").getByRole("button", { name: "The headline" }).click();
  await expect(page.locator("article h1")).toContainText("United Kingdom");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await line.hover();
  await line.getByRole("button", { name: "What this line is" }).click();
  await page.locator("#selecting").getByRole("button", { name: "Not part of the article" }).click();
  await expect(page.getByText(/1 line of page furniture/)).toBeVisible();
  const postil = await exported(page);
  expect(postil.review).toMatchObject([{ action: "block", after: { included: false } }]);
});

test("a check is put aside and taken up again", async ({ page }) => {
  await read(page);
  await page.getByRole("tab", { name: /^Checks/ }).click();
  const pane = page.locator("#pane-checks");
  const rows = await pane.locator(".chk").count();
  expect(rows).toBeGreaterThan(0);
  await pane.locator(".with").first().hover();
  await pane.getByRole("button", { name: "It’s fine" }).first().click();
  await expect(pane.locator(".chk")).toHaveCount(rows - 1);
  await expect(page.getByRole("tab", { name: /^Checks/ })).toContainText(String(rows - 1 || 0));
  expect((await exported(page)).findings.filter(({ dismissed }) => dismissed)).toHaveLength(1);
  await pane.getByRole("button", { name: "show" }).click();
  await pane.locator(".with.aside").hover();
  await pane.getByRole("button", { name: "Take it up again" }).click();
  await expect(pane.locator(".chk")).toHaveCount(rows);
});

test("the history goes back to any point, and an import brings it all back", async ({ page }) => {
  await read(page);
  for (const words of ["Tom Reyes", "Maren Holt", "United Kingdom"]) {
    await press(mark(page, words).first());
    await page.keyboard.press("x");
    await expect(mark(page, words)).toHaveCount(0);
  }
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "History" }).click();
  const history = page.locator("#history");
  await expect(history.getByRole("listitem")).toHaveCount(4);
  await history.getByRole("button", { name: /Rejected Tom Reyes/ }).click();
  await expect(mark(page, "Maren Holt").first()).toBeVisible();
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.keyboard.press("Escape");
  const saved = await exported(page);
  expect(actions(saved)).toEqual(["reject"]);
  // Another article, then the export: the decision is there, and can be added to.
  await open(page, { name: "saved.postil.json", text: JSON.stringify(saved) });
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await press(mark(page, "Maren Holt").first());
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Maren Holt (person).")).toBeVisible();
  const again = await exported(page);
  expect(actions(again)).toEqual(["reject", "accept"]);
  expect(again.review[0]).toEqual(saved.review[0]);
});

test("the review goes through what nobody has looked at, one key each", async ({ page }) => {
  await read(page);
  const review = page.locator("#review");
  const total = Number(/of (\d+)/.exec(await review.textContent())[1]);
  await expect(review).toContainText(`0 of ${total} looked at`);
  await page.keyboard.press("r");
  await expect(card(page)).toBeVisible();
  const label = await card(page).getAttribute("aria-label");
  await page.keyboard.press("a");
  await expect(review).toContainText(`1 of ${total} looked at`);
  await expect(card(page)).not.toHaveAttribute("aria-label", label);
  await page.keyboard.press("s");
  await page.keyboard.press("x");
  await expect(review).toContainText(`2 of ${total} looked at`);
  await review.getByRole("button", { name: "Stop" }).click();
  await expect(card(page)).toBeHidden();
  expect(actions(await exported(page))).toEqual(["accept", "reject"]);
});

test("all that a list shows is accepted at once", async ({ page }) => {
  await read(page);
  await page.getByRole("tab", { name: /^Figures/ }).click();
  const pane = page.locator("#pane-figures");
  const count = await pane.locator(".fig-row").count();
  await pane.getByRole("button", { name: "accept all" }).click();
  await expect(page.locator("#strip").getByText(`Accepted ${count} items.`)).toBeVisible();
  const postil = await exported(page);
  expect(postil.figures.every(({ status }) => status === "accepted")).toBe(true);
});

test("figures are sorted, claims filtered", async ({ page }) => {
  await read(page);
  await page.getByRole("tab", { name: /^Figures/ }).click();
  const figures = page.locator("#pane-figures");
  const values = async () => figures.locator(".fig-row .v").allTextContents();
  const before = await values();
  await figures.getByLabel("Sorted by").selectOption("place");
  await expect(figures.getByLabel("Sorted by")).toBeFocused();
  const after = await values();
  expect([...after].sort()).toEqual([...before].sort());
  expect(after.indexOf("15%")).toBeGreaterThan(after.findIndex((value) => value.includes("4.2")));
  await page.getByRole("tab", { name: /^Claims/ }).click();
  const claims = page.locator("#pane-claims");
  const all = await claims.locator(".clm").count();
  await claims.getByLabel("Show").selectOption("direct");
  const direct = await claims.locator(".clm").count();
  expect(direct).toBeGreaterThan(0);
  expect(direct).toBeLessThan(all);
  await claims.getByLabel("Show").selectOption({ label: "Ada Quill" });
  await expect(claims.locator("h3.speaker")).toHaveCount(1);
  await claims.getByLabel("Show").selectOption("all");
  await claims.getByLabel("Sorted by").selectOption("check");
  await expect(claims.locator(".clm")).toHaveCount(all);
});

test("the article of the tests is as they think", () => {
  expect(ARTICLE).toContain("United Kingdom has 2,300 bridges of the same kind");
});
