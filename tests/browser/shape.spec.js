import AxeBuilder from "@axe-core/playwright";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ARTICLE, expect, inFirefox, paste, read, test } from "./kit.js";

const WIDTHS = [{ width: 1440, height: 900 }, { width: 900, height: 1000 }, { width: 390, height: 844 }];
const SINGLE = fileURLToPath(new URL("../../dist/postil.html", import.meta.url));

for (const viewport of WIDTHS) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`${viewport.width} px, ${colorScheme}: pictures, and nothing that axe minds`, async ({ page }) => {
      test.skip(inFirefox() && colorScheme === "dark", "Firefox’s WebDriver BiDi has no emulation of media features yet");
      test.setTimeout(180_000);
      const axe = async () => {
        // Its styles are against the page's policy, which Firefox writes on the console; the markup is the same there.
        if (inFirefox()) return;
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)).toEqual([]);
      };
      const shot = (name) => page.screenshot({ path: `out/${test.info().project.name}/${viewport.width}-${colorScheme}-${name}.png` });
      await page.setViewportSize(viewport);
      if (!inFirefox()) await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto("/");
      await shot("start");
      await axe();
      await page.getByRole("button", { name: "Try the sample" }).click();
      await expect(page.locator("article .m, article .cl").first()).toBeVisible();
      await shot("read");
      await axe();
      for (const tab of ["people", "figures", "timeline", "claims", "checks"]) {
        await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), tab);
        await shot(tab);
        await axe();
      }
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await expect(page.locator("#card")).toBeVisible();
      await shot("card");
      await axe();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Export" }).click();
      await expect(page.getByRole("button", { name: "Download" })).toBeEnabled();
      await shot("export");
      await axe();
    });
  }
}

test("all tabs of the panel fit beside the article", async ({ page }) => {
  for (const width of [1240, 1360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    await page.getByRole("button", { name: "Try the sample" }).click();
    await expect(page.locator("article .m").first()).toBeVisible();
    const over = await page.locator(".tabs").evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(over, `tabs at ${width}`).toBeLessThanOrEqual(0);
  }
});

test("nothing is wider than a small screen", async ({ page }) => {
  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await read(page, `${ARTICLE}\n\n${"Donaudampfschifffahrtsgesellschaft".repeat(6)}`);
    for (const part of ["html", "#read", "#panel", "#pane-facts"]) {
      const over = await page.locator(part).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(over, `${part} at ${width}`).toBeLessThanOrEqual(0);
    }
    await expect(page.getByRole("button", { name: "Export" })).toBeInViewport();
    await expect(page.getByRole("button", { name: "More", exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test("on a phone the notes are pills, and the panel a sheet", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await read(page);
  await expect(page.locator(".note").first()).toBeHidden();
  const pill = page.locator(".dot").first();
  await expect(pill).toBeVisible();
  await pill.click();
  await expect(page.getByRole("dialog", { name: /Claim/ })).toBeVisible();
  await page.getByRole("dialog", { name: /Claim/ }).getByRole("button", { name: "Close" }).click();
  await page.getByRole("tab", { name: /^People/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-sheet", "half");
  await expect(page.locator("#pane-people")).toBeVisible();
  await page.getByRole("button", { name: "Open or close what was found" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-sheet", "full");
});

test("forced colours keep the lines", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await read(page);
  const styles = await page.locator("article .m").evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine));
  expect(new Set(styles)).toEqual(new Set(["underline"]));
  await page.screenshot({ path: "out/forced-colours.png" });
});

test("it prints the article, then what was found", async ({ page }) => {
  await read(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".bar")).toBeHidden();
  await expect(page.locator("#pane-claims")).toBeVisible();
  await expect(page.locator("#pane-people")).toBeVisible();
  await page.pdf({ path: "out/print.pdf", format: "A4" });
});

test("the single file opens from disk and does the same", async ({ page }) => {
  expect(existsSync(SINGLE), "dist/postil.html is there: `cargo xtask build` writes it").toBe(true);
  await page.goto(`file://${SINGLE}`);
  await paste(page, ARTICLE);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(page.locator("article .cl").first()).toBeVisible();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("button", { name: "Try the sample" }).click();
  await expect(page.locator("article")).toContainText("Norland");
});

test("the first annotation comes soon", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const cold = await page.evaluate((text) => new Promise((done) => {
    const start = performance.now();
    new MutationObserver((_, self) => {
      if (!document.querySelector("article .m, article .cl")) return;
      self.disconnect();
      done(performance.now() - start);
    }).observe(document.querySelector("article"), { childList: true, subtree: true });
    window.sendPaste(text);
  }), ARTICLE);
  console.log(`first annotation: ${cold.toFixed(0)} ms after the paste`);
  expect(cold).toBeLessThan(2000);
});
