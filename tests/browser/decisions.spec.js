// Who is who, as a person decides it; and the lists as a person orders them.

import { expect, press, read, test } from "./kit.js";
import { readFile } from "node:fs/promises";

/** The export as it would be saved. */
async function exported(page) {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  await page.keyboard.press("Escape");
  return JSON.parse(text);
}

const mark = (page, words) => page.locator("article .m").filter({ hasText: words });

test("two names are taken for one, and it can be taken back", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.locator("#card").getByLabel("Same as…").selectOption({ label: "Ada Quill" });
  await expect(page.getByText("Taken for one: Ada Quill.")).toBeVisible();
  const merged = await exported(page);
  expect(merged.entities.map(({ name }) => name)).not.toContain("Tom Reyes");
  expect(merged.entities.find(({ name }) => name === "Ada Quill").aliases).toContain("Tom Reyes");
  expect(merged.review.map(({ action }) => action)).toEqual(["merge"]);
  await page.getByRole("button", { name: "Undo" }).click();
  const back = await exported(page);
  expect(back.entities.map(({ name }) => name)).toContain("Tom Reyes");
  expect(back.review).toEqual([]);
});

test("a mention is told apart, and stays so when the article is read anew", async ({ page }) => {
  await read(page);
  await press(mark(page, /^Quill$/).first());
  await page.locator("#card").getByRole("button", { name: "Someone else here" }).click();
  await expect(page.getByText("Told apart.")).toBeVisible();
  await page.getByRole("tab", { name: /^People/ }).click();
  await expect(page.locator("#pane-people .nm").filter({ hasText: /^Quill$/ })).toBeVisible();
  // Read anew, against another day: the decision holds.
  await page.getByRole("button", { name: /As of/ }).click();
  const day = page.locator("input[type=date]");
  await day.fill("2024-01-02");
  await day.press("Enter");
  await expect(page.getByRole("button", { name: /2 January 2024/ })).toBeVisible();
  const postil = await exported(page);
  expect(postil.reference).toMatchObject({ date: "2024-01-02", basis: "user" });
  expect(postil.review.map(({ action, seq }) => [action, seq])).toEqual([["split", 1]]);
  expect(postil.entities.filter(({ kind }) => kind === "person").map(({ name }) => name)).toEqual(expect.arrayContaining(["Ada Quill", "Quill"]));
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
