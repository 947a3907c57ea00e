// Nothing that was pasted or decided is lost: not by a paste, not by a reload, not by a worker that dies.

import { ARTICLE, expect, exported, mark, paste, press, read, test } from "./kit.js";

const OTHER = `Ferry to start in spring

OXMERE, 3 May 2025 — A ferry will start next spring, said Bea Marsh, who runs the port of Oxmere. It will carry 40 cars.
`;

test("a paste leaves the open article open, and Undo goes back to it", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await paste(page, OTHER);
  await expect(page.locator("article h1")).toHaveText("Ferry to start in spring");
  await expect(page.getByText("“Harbour bridge to close for 90 days” is still open, with all you decided.")).toBeVisible();
  await page.getByRole("button", { name: "More", exact: true }).click();
  const open = page.getByRole("group", { name: "Open articles" });
  await expect(open.getByRole("button", { pressed: true })).toHaveText("Ferry to start in spring");
  await open.getByRole("button", { name: "Harbour bridge to close for 90 days", exact: true }).click();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  expect((await exported(page)).review).toHaveLength(1);
  // Back and Forward go between them.
  await page.goBack();
  await expect(page.locator("article h1")).toHaveText("Ferry to start in spring");
  await page.goForward();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
});

test("Undo of a paste closes what was pasted", async ({ page }) => {
  await read(page);
  await paste(page, OTHER);
  await expect(page.locator("article h1")).toHaveText("Ferry to start in spring");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("group", { name: "Open articles" }).getByRole("button", { name: /^Close/ })).toHaveCount(1);
});

test("a reload brings back the articles, the decisions and the history", async ({ page }) => {
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await press(mark(page, "Maren Holt").first());
  await page.keyboard.press("a");
  await expect(mark(page, "Maren Holt").first()).toHaveClass(/ok/);
  const before = await exported(page);
  await page.reload();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(page, "Maren Holt").first()).toHaveClass(/ok/);
  expect(await exported(page)).toEqual(before);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
});

test("what is forgotten does not come back", async ({ page }) => {
  await read(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-screen", "start");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("the page says so where it cannot keep an article", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await read(page);
  await expect(page.getByRole("alert")).toContainText("Your browser cannot keep this through a reload");
  await expect(page.getByRole("alert").getByRole("button", { name: "Export" })).toBeVisible();
});

test("a worker that dies in silence is noticed, and the decision is taken", async ({ page }) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.dying = false;
    window.Worker = class extends Real {
      postMessage(message) {
        if (window.dying && message.call === "annotate") {
          window.dying = false;
          this.terminate();
          return;
        }
        super.postMessage(message);
      }
    };
  });
  await read(page);
  await press(mark(page, "Tom Reyes").first());
  await page.evaluate(() => {
    window.dying = true;
  });
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0, { timeout: 15_000 });
  expect((await exported(page)).review).toHaveLength(1);
  expect(ARTICLE).toContain("Tom Reyes");
});
