// Whoever reads: from right to left, with larger text, without motion.

import { chromium } from "@playwright/test";
import { ARTICLE, NO_MEDIA, expect, inFirefox, mark, paste, press, read, shot, test } from "./kit.js";

const HEBREW = "נועה ברק";
/** A lost control character that turns round all that follows it in its line. */
const TURNED = "\u202E";

test("words of another direction turn nothing round beside them", async ({ page }) => {
  await read(page, `Harbour bridge to close\n\nLYME, 11 June 2025 — ${HEBREW} told Ada Quill on Monday that the bridge would close. “${TURNED}We have waited too long,” Quill said. It will cost $4.2 million.\n\nהגשר ייסגר ביום שני.\n`);
  for (const pane of ["facts", "people", "claims", "figures", "timeline"]) {
    await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), pane);
    // Of every row the place it stands at, or the count, is the last thing in its line.
    const wrong = await page.locator(`#pane-${pane} .row`).evaluateAll((rows) => rows.flatMap((row) => {
      const last = row.querySelector(".pp, .cn");
      const first = row.querySelector(".fx, .nm, .tx, .when, .v");
      return last && first && last.textContent && last.getBoundingClientRect().right < first.getBoundingClientRect().left + 20 ? [row.textContent] : [];
    }));
    expect(wrong, pane).toEqual([]);
  }
  const directions = await page.locator("article .pa").evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).unicodeBidi));
  expect(new Set(directions)).toEqual(new Set(["plaintext"]));
  // The marks after the lost character stand where their words are.
  await press(mark(page, "$4.2 million"));
  await expect(page.getByRole("dialog", { name: /Money/ })).toBeVisible();
});

test("a browser that sets the page from right to left breaks nothing", async ({ page }) => {
  for (const width of [1440, 900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await paste(page, ARTICLE);
    await expect(page.locator("article h1")).toBeInViewport({ ratio: 1, timeout: 10_000 });
    expect(await page.locator(".note, .pane .sub, .who").evaluateAll((parts) => parts.every((part) => getComputedStyle(part).direction === "ltr"))).toBe(true);
    for (const part of ["html", "#read", "#panel"]) {
      const over = await page.locator(part).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(over, `${part} at ${width}`).toBeLessThanOrEqual(0);
    }
    await expect(page.getByRole("button", { name: "Export" })).toBeInViewport();
    await page.evaluate(() => document.getElementById("tab-claims")?.click());
    await shot(page, { path: `out/rtl-${width}.png` });
    const out = await page.locator("#pane-claims .pic text").evaluateAll((texts) => texts.filter((text) => {
      const [box, frame] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
      return box.left < frame.left - 2 || box.right > frame.right + 2;
    }).map((text) => text.textContent));
    expect(out).toEqual([]);
  }
});

test("at 200 per cent everything is there, and nothing scrolls sideways", async ({ page }) => {
  // Zoom: half as many pixels.
  await page.setViewportSize({ width: 640, height: 450 });
  await read(page);
  for (const pane of ["facts", "people", "figures", "timeline", "claims", "checks"]) {
    await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), pane);
    const over = await page.locator(`#pane-${pane}`).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(over, pane).toBeLessThanOrEqual(0);
  }
});

test("with text twice as large, as a browser can be set, everything is there", async ({ browserName, launchOptions, baseURL }) => {
  test.skip(browserName !== "chromium", "it is an option of Chromium’s command line");
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--blink-settings=defaultFontSize=32"] });
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  await page.goto("/");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await expect(page.locator("article h1")).toBeVisible({ timeout: 15_000 });
  expect(await page.locator("article p, article .pa").last().evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBe(36);
  for (const part of ["html", "#read", "#panel"]) {
    const over = await page.locator(part).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(over, part).toBeLessThanOrEqual(0);
  }
  await expect(page.getByRole("button", { name: "Export" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeInViewport();
  await page.getByRole("tab", { name: /^Claims/ }).click();
  await shot(page, { path: "out/text-200.png" });
  const cut = await page.locator(".bar button:visible, .tabs button").evaluateAll((buttons) => buttons.filter((button) => button.scrollHeight > button.clientHeight + 4).map((button) => button.textContent));
  expect(cut).toEqual([]);
  await browser.close();
});

test("who asks for less motion gets none", async ({ page }) => {
  test.skip(inFirefox(), NO_MEDIA);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await read(page);
  await page.evaluate(() => document.getElementById("tab-timeline")?.click());
  await press(mark(page, "Ada Quill").first());
  await expect(page.locator("#card")).toBeVisible();
  const moving = await page.evaluate(() => ({
    running: document.getAnimations().length,
    able: [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== "none" || transitionDuration.split(",").some((one) => parseFloat(one) > 0);
    }).map((element) => element.className),
  }));
  expect(moving).toEqual({ running: 0, able: [] });
});

test("with forced colours, what is switched, chosen or current can be told", async ({ page }) => {
  test.skip(inFirefox(), NO_MEDIA);
  await page.emulateMedia({ forcedColors: "active" });
  await read(page);
  await page.evaluate(() => document.getElementById("tab-figures")?.click());
  const row = page.locator("#pane-figures .row").first();
  await row.click();
  await expect(row).toHaveAttribute("aria-current", "true");
  const styles = await page.evaluate(() => {
    const edge = getComputedStyle(document.querySelector("#pane-figures .row.on"), "::before");
    const tab = getComputedStyle(document.querySelector(".tabs [aria-selected=true]"), "::after");
    const ground = getComputedStyle(document.body).backgroundColor;
    return { edge: edge.borderLeftColor !== ground && edge.borderLeftStyle === "solid", tab: tab.backgroundColor !== ground };
  });
  expect(styles).toEqual({ edge: true, tab: true });
  await shot(page, { path: "out/forced-colours-figures.png" });
});
