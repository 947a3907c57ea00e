// Decisions about many things at once, and decisions that lost their place.

import { expect, exported, mark, open, press, read, select, test } from "./kit.js";

const TWICE = `Bridge to close for 90 days

LYME, 11 June 2025 — The bridge will close on Monday for 90 days, the council said on Tuesday. Sales may fall by 15%.

“It was 15% last year,” said Ada Quill. A fall of 15% was feared on Tuesday, and again on Tuesday night.
`;

const card = (page) => page.locator("#card");
const tab = (page, name) => page.getByRole("tab", { name }).click();
const bulk = (page) => page.getByRole("tabpanel").locator(".bulk");

test("a figure and a time are changed wherever the same words stand", async ({ page }) => {
  await read(page, TWICE);
  await press(mark(page, "15%").first());
  await page.keyboard.press("e");
  await card(page).getByLabel("Value").fill("16");
  await card(page).getByLabel("All 3 places that say so").check();
  await card(page).getByRole("button", { name: "Set", exact: true }).click();
  await expect(page.getByText("Set 15% (figure) to 16 everywhere.")).toBeVisible();
  await page.keyboard.press("Escape");
  await press(mark(page, /^Tuesday$/).first());
  await page.keyboard.press("e");
  await card(page).getByLabel("Date").fill("2025-06-03");
  await card(page).getByLabel(/All \d places that say so/).check();
  await card(page).getByLabel("Date").press("Enter");
  await expect(page.getByText("Set Tuesday (time) to 2025-06-03 everywhere.")).toBeVisible();
  const postil = await exported(page);
  expect(postil.figures.filter(({ span }) => span.exact === "15%").map(({ value }) => value)).toEqual(["16", "16", "16"]);
  const days = postil.times.filter(({ span }) => span.exact === "Tuesday").map(({ timex3 }) => timex3.value);
  expect(days.length).toBeGreaterThan(1);
  expect(new Set(days)).toEqual(new Set(["2025-06-03"]));
  expect(postil.review.map(({ scope }) => scope)).toEqual(["all", "all"]);
});

test("a figure is rejected and given another kind wherever it stands", async ({ page }) => {
  await read(page, TWICE);
  await press(mark(page, "15%").first());
  await card(page).getByRole("button", { name: "Change kind" }).click();
  await card(page).getByLabel("Kind").selectOption("ratio");
  await card(page).getByLabel("All 3 places that say so").check();
  await card(page).getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Made 15% (figure) a ratio everywhere.")).toBeVisible();
  expect((await exported(page)).figures.filter(({ kind }) => kind === "ratio")).toHaveLength(3);
  await press(mark(page, "15%").first());
  await card(page).getByRole("button", { name: "Reject all 3" }).click();
  await expect(mark(page, "15%")).toHaveCount(0);
});

test("people and times are accepted or rejected together, and undone in one step", async ({ page }) => {
  await read(page);
  await tab(page, /People/);
  const before = await exported(page);
  await bulk(page).getByRole("button", { name: /^accept all These/ }).click();
  await expect(page.getByText(`Accepted ${before.entities.length} items.`)).toBeVisible();
  const after = await exported(page);
  expect(after.entities.every(({ status }) => status === "accepted")).toBe(true);
  await tab(page, /Timeline/);
  await bulk(page).getByRole("button", { name: /^reject all These/ }).click();
  await expect(page.getByText(`Rejected ${before.times.length} items.`)).toBeVisible();
  expect((await exported(page)).times).toEqual([]);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await exported(page)).review).toEqual([]);
});

test("what is of low confidence is decided about by itself", async ({ page }) => {
  await read(page);
  const postil = await exported(page);
  const low = { names: postil.entities, figures: postil.figures, times: postil.times };
  await tab(page, /People/);
  for (const [name, list] of [["People", low.names], ["Figures", low.figures], ["Timeline", low.times]]) {
    await tab(page, new RegExp(name));
    const count = list.filter(({ confidence }) => confidence === "low").length;
    await expect(bulk(page).getByRole("button", { name: `accept all ${count} of low confidence` })).toHaveCount(count > 0 && count < list.length ? 1 : 0);
  }
  // An article whose only figure of low confidence is made so.
  const made = structuredClone(postil);
  made.figures[0].confidence = "low";
  await open(page, { name: "a.json", text: JSON.stringify(made) });
  await tab(page, /Figures/);
  await bulk(page).getByRole("button", { name: /accept all 1 of low confidence/ }).click();
  await expect(page.getByText("Accepted 1 item.")).toBeVisible();
  expect((await exported(page)).review).toMatchObject([{ action: "accept", target: made.figures[0].id }]);
});

test("words are selected from within a mark too", async ({ page }) => {
  await read(page);
  await select(page, "Ada Quill");
  await expect(page.locator("#selecting")).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe("Ada Quill");
  await page.keyboard.press("Escape");
  await press(mark(page, "Ada Quill").first());
  await expect(mark(page, "Ada Quill").first()).toBeFocused();
  await expect(card(page)).toBeVisible();
});

/** An export in which a decision has lost its words. */
async function withLost(page, entry) {
  const postil = await exported(page);
  const anchor = { start: 9000, end: 9010, start16: 9000, end16: 9010, exact: "Thom Reyez", prefix: "director, ", suffix: ", spoke" };
  postil.review = [{ seq: 1, anchor, before: null, after: null, scope: "here", by: "user", problem: "“Thom Reyez” is not in this text", target: "m-aaaaaaaaaaaaaaaa", ...entry }];
  await open(page, { name: "lost.json", text: JSON.stringify(postil) });
  await expect(page.locator("#strip").getByText("1 decision of this export no longer fits.")).toBeVisible();
}

async function begin(page) {
  const lost = page.locator("#lost");
  if (!(await lost.getByRole("button", { name: "Put it back …" }).isVisible())) await lost.locator("summary").click();
  await lost.getByRole("button", { name: "Put it back …" }).click();
}

test("a lost decision is put back by selecting its words", async ({ page }) => {
  await read(page);
  await withLost(page, { action: "reject" });
  await begin(page);
  await expect(page.getByRole("alert")).toContainText("Rejected “Thom Reyez”. Select the words that this is about now, or open their mark.");
  await select(page, "Tom Reyes");
  await page.locator("#selecting").getByRole("button", { name: "It is about these words" }).click();
  await expect(page.getByText("Put back: Rejected “Thom Reyez”.")).toBeVisible();
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  const postil = await exported(page);
  expect(postil.review).toHaveLength(1);
  expect(postil.review[0]).toMatchObject({ seq: 1, action: "reject", anchor: { exact: "Tom Reyes" } });
  expect(postil.review[0].problem).toBeUndefined();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
});

test("a lost decision is put back at an open mark, by key", async ({ page }) => {
  await read(page);
  await withLost(page, { action: "relabel", after: { kind: "organisation" } });
  await begin(page);
  await page.locator("#read").focus();
  while (!(await card(page).getByText("Tom Reyes").first().isVisible())) await page.keyboard.press("j");
  await page.getByRole("alert").getByRole("button", { name: "The open mark" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Put back: Made an organisation: “Thom Reyez”.")).toBeVisible();
  expect((await exported(page)).mentions.find(({ span }) => span.exact === "Tom Reyes").kind).toBe("organisation");
});

test("words that a lost decision does not fit are refused, and nothing changes", async ({ page }) => {
  await read(page);
  await withLost(page, { action: "relabel", after: { kind: "organisation" } });
  await begin(page);
  await select(page, "nobody asked");
  await page.locator("#selecting").getByRole("button", { name: "It is about these words" }).click();
  await expect(page.getByRole("alert")).toContainText("“nobody asked” is marked as no name here. Nothing was changed.");
  expect((await exported(page)).review[0]).toMatchObject({ anchor: { exact: "Thom Reyez" }, problem: "“Thom Reyez” is not in this text" });
  await begin(page);
  await page.getByRole("alert").getByRole("button", { name: "Leave it" }).click();
  await select(page, "nobody asked");
  await expect(page.locator("#selecting").getByRole("button", { name: "Person" })).toBeVisible();
});

test("Escape gives the handle of a line its focus back", async ({ page }) => {
  await read(page);
  await page.locator("#article .m").first().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator(".pen:focus")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".blk:focus")).toHaveCSS("opacity", "1");
  await page.keyboard.press("Enter");
  await expect(page.locator("#selecting")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".blk:focus")).toHaveCount(1);
});

test("on a small phone the whole menu can be reached, each item in one line", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 560 });
  await read(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  for (const name of ["Keep on this device", "Forget everything"]) {
    const item = page.getByRole("button", { name });
    await item.scrollIntoViewIfNeeded();
    await expect(item).toBeInViewport({ ratio: 1 });
    expect((await item.boundingBox()).width).toBeGreaterThan(180);
  }
});

test("the review count is seen on a phone's half-open sheet", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await read(page);
  await tab(page, /People/);
  await expect(page.locator("html")).toHaveAttribute("data-sheet", "half");
  await page.waitForTimeout(400);
  await expect(page.getByText(/^\d+ of \d+ looked at$/)).toBeInViewport({ ratio: 1 });
});
