// Small things seen in use: copies, keys, names for people who hear the page, large type, fingers, paper.

import { expect, lit, mark, paste, press, read, test } from "./kit.js";

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test("the words of a row are selected; it is copied with its quotation, and linked to", async ({ page }) => {
  await read(page);
  await page.locator("#tab-figures").click();
  const row = page.locator("#pane-figures .row").filter({ hasText: "$4.2" });
  const small = row.locator("span").nth(1);
  const box = await small.boundingBox();
  await page.mouse.move(box.x + 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + 8, { steps: 4 });
  await page.mouse.up();
  expect((await page.evaluate(() => String(getSelection()))).length).toBeGreaterThan(3);
  await page.evaluate(() => getSelection().removeAllRanges());
  await row.hover();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied, with its quote.")).toBeVisible();
  expect(await clipboard(page)).toMatch(/\$4\.2 million[^]*“Repairs will cost \$4\.2 million, said Mayor Ada Quill\.” \(¶\d\)\nFrom: Harbour bridge to close for 90 days, 2025-06-11$/);
  await row.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Link" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied. Put it after the article’s address.")).toBeVisible();
  expect(await clipboard(page)).toBe("#:~:text=Repairs%20will%20cost-,%244.2%20million,-%2C%20said%20Mayor");
});

test("j and k leave the panel’s tab, marks say what they are, notes are one stop of Tab", async ({ page }) => {
  await read(page);
  await page.locator("#tab-checks").click();
  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  await expect(page.locator("#card")).toBeVisible();
  await expect(page.locator("#tab-checks")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(mark(page, "Quill").first()).toHaveAccessibleName(/^Ada Quill, person, 1 of \d$/);
  await expect(mark(page, "15%")).toHaveAccessibleName(/^15%, percentage, \d of \d$/);
  await expect(page.locator(".cl[role=group]").first()).toHaveAccessibleName(/^Claim by .+, \d of \d/);
  const notes = page.locator(".note[role=button]");
  expect(await notes.count()).toBeGreaterThan(2);
  await expect(page.locator(".notes [tabindex='0']")).toHaveCount(1);
  await page.locator(".notes [tabindex='0']").focus();
  const first = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement.textContent)).not.toBe(first);
  await page.keyboard.press("Enter");
  await expect(page.locator("#card button").first()).toBeFocused();
});

test("a claim is marked as one thing, and says in words what makes it worth a check", async ({ page }) => {
  await read(page);
  await page.locator(".note").filter({ hasText: "Ada Quill said" }).first().click();
  await expect.poll(() => lit(page, "lit")).toEqual(["Repairs will cost $4.2 million"]);
  await expect(page.locator("article .m.sel")).toHaveCount(0);
  await expect(page.locator("#card dd").filter({ hasText: /^\d+ of 100: it gives a figure/ })).toBeVisible();
});

test("the hit that one is at differs; the bar and the tabs count the same", async ({ page }) => {
  await read(page);
  await page.keyboard.press("/");
  await page.keyboard.type("bridge");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect((await lit(page, "found")).length).toBe(1);
  expect((await lit(page, "search")).length).toBeGreaterThan(3);
  await page.keyboard.press("Escape");
  const counts = await page.evaluate(() => {
    const tab = (name) => Number(document.querySelector(`#tab-${name} .ct`).textContent);
    return { bar: [...document.querySelectorAll(".bar .sw .ct")].map((each) => Number(each.textContent)), tabs: [tab("people"), tab("figures") + tab("timeline"), tab("claims")] };
  });
  expect(counts.bar).toEqual(counts.tabs);
});

test("counts of four digits fit on the tabs", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await paste(page, `Prices in Lyme\n\n${Array.from({ length: 1100 }, (_, at) => `Stall ${at} sold pears for $${at + 2} in Lyme.`).join(" ")}\n`);
  await expect(page.locator("html")).toHaveAttribute("data-screen", "read", { timeout: 20_000 });
  await expect(page.locator("#tab-figures .ct")).toHaveText(/^\d\.\dk$/);
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const frame of [".tabs", ".bar"]) expect(await page.locator(frame).evaluate((box) => box.scrollWidth - box.clientWidth), `${frame} at ${width}`).toBeLessThanOrEqual(0);
  }
});

test("with a default of 32 px, and at 200 %, nothing is covered", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  for (const [standard, width, height] of [[32, 1440, 900], [16, 720, 450]]) {
    await client.send("Page.setFontSizes", { fontSizes: { standard } });
    await page.setViewportSize({ width, height });
    await read(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const tab of ["people", "figures", "timeline", "claims", "checks"]) {
      await page.locator(`#tab-${tab}`).click();
      await page.waitForTimeout(300);
      const wide = await page.locator(`#pane-${tab}`).evaluate((pane) => pane.scrollWidth - pane.clientWidth);
      expect(wide, `${tab} at ${standard} px`).toBeLessThanOrEqual(0);
    }
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".bar > *, .tools > *, .tabs > *")].filter((each) => each.checkVisibility() && !each.matches(".tools, .grow, .pop"))
        .map((each) => ({ each, box: each.getBoundingClientRect() }));
      return boxes.flatMap(({ each, box }, at) => boxes.slice(at + 1).filter(({ box: other }) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
        && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1).map(({ each: other }) => `${each.className} ${other.className}`));
    });
    expect(overlaps).toEqual([]);
    await page.screenshot({ path: `out/large-${standard}.png` });
  }
});

test.describe("by finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the card keeps clear of the sheet, the chart fits, and targets are 44 px", async ({ page }) => {
    await read(page);
    await page.locator("#tab-claims").click();
    await page.waitForTimeout(400);
    const chart = page.locator("#pane-claims .pic").first();
    expect(await chart.evaluate((box) => [...box.querySelectorAll("*")].every((each) => each.getBoundingClientRect().right <= innerWidth + 1))).toBe(true);
    await press(mark(page, "11 June").first());
    await page.waitForTimeout(400);
    const [card, sheet] = [await page.locator("#card").boundingBox(), await page.locator("#panel").boundingBox()];
    expect(card.y + card.height).toBeLessThanOrEqual(sheet.y);
    expect(card.y).toBeGreaterThanOrEqual(48);
    const small = await page.evaluate(() => {
      const size = (each) => {
        const box = each.getBoundingClientRect();
        const after = getComputedStyle(each, "::after");
        return Math.max(box.height, after.content !== "none" && after.position === "absolute" ? parseFloat(after.height) || 0 : 0);
      };
      // Words of the article are in a sentence, and a select in a line: they need not be (WCAG 2.5.5).
      return [...document.querySelectorAll("button, .dot, summary, [role=tab]")].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[inert]"))
        .filter((each) => size(each) < 43.5).map((each) => `${each.className || each.id} ${each.textContent} ${size(each)}`);
    });
    expect(small).toEqual([]);
  });
});

test("on paper: one column, pills and no notes, no controls, a head", async ({ page }) => {
  await read(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".notes")).toBeHidden();
  await expect(page.locator(".dot").first()).toBeVisible();
  for (const gone of [".bar", ".tabs", ".chooses select", ".review", ".acts", ".pen"]) {
    for (const each of await page.locator(gone).all()) await expect(each).toBeHidden();
  }
  const root = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--printed"));
  expect(root).toContain("Harbour bridge to close for 90 days");
  await expect(page.locator("#pane-claims")).toBeVisible();
});
