// The pictures: what they draw and leave undrawn, as functions of what was found; and that they can be reached, read and
// printed.

import { layFigures, scalesOf } from "../../www/pictures/figures.js";
import { clip, DAY, roughly, scaleOf, timeTicks } from "../../www/pictures/scale.js";
import { layMap } from "../../www/pictures/speakers.js";
import { thin } from "../../www/pictures/strip.js";
import { layTimeline, windowOf } from "../../www/pictures/timeline.js";
import { NO_MEDIA, expect, inFirefox, lit, paste, read, shot, test } from "./kit.js";

// Node 20 has no such function; browsers do.
Map.groupBy ??= (list, keyOf) => list.reduce((groups, item) => groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]), new Map());

const day = (iso) => Date.parse(`${iso}T00:00Z`);
const date = (from, to, label = "Something happened") => ({ from: day(from), to: day(to), label, stated: true, ahead: false });
let last = 0;
const figure = (kind, unit, value, more = {}) => ({
  id: `f-${last += 1}`, kind, unit, unitName: unit?.toLowerCase(), value, confidence: "high", span: { start: last, end: last + 1, start16: last, end16: last + 1, exact: value },
  measures: { what: `what number ${last} is of` }, ...more,
});

test.describe("scales", () => {
  test("even steps from nought, or factors of ten", () => {
    const even = scaleOf([10, 145], 0, 100);
    expect([even.ticks, even.factors, even.x(0), even.x(75)]).toEqual([[0, 50, 100, 150], false, 0, 50]);
    const factors = scaleOf([5, 3e9], 0, 100);
    expect(factors.factors).toBe(true);
    expect(factors.ticks.every((tick) => Number.isInteger(Math.log10(tick)))).toBe(true);
    expect(factors.x(5)).toBeGreaterThanOrEqual(0);
    expect(factors.x(3e9)).toBeLessThanOrEqual(100);
    const below = scaleOf([-4, 6], 0, 100);
    expect(below.ticks).toContain(0);
    expect(below.x(-4)).toBeGreaterThanOrEqual(0);
    for (const values of [[0, 0], [0.0003, 0.0004], [-7, -2], [1e15, 2e15], [99, 101]]) {
      const { x, ticks } = scaleOf(values, 0, 100);
      for (const value of values) expect(x(value)).toBeGreaterThanOrEqual(0);
      for (const value of values) expect(x(value)).toBeLessThanOrEqual(100.001);
      expect(ticks.length).toBeLessThan(9);
    }
  });

  test("ticks of time say what is new", () => {
    const labels = (from, to) => timeTicks(day(from), day(to), 7).map(({ label }) => label);
    expect(labels("2025-03-25", "2025-06-12")).toEqual(["Apr 2025", "May", "June"]);
    expect(labels("2024-12-30", "2025-01-03")).toEqual(["30 Dec", "31", "1 Jan", "2", "3"]);
    expect(labels("2019-06-01", "2025-06-01")).toEqual(["2020", "2021", "2022", "2023", "2024", "2025"]);
    expect(labels("1700-01-01", "2025-01-01")).toEqual(["1700", "1750", "1800", "1850", "1900", "1950", "2000"]);
  });

  test("words are cut at a word", () => {
    expect(clip("The bridge closes", 200, roughly)).toBe("The bridge closes");
    expect(clip("The bridge closes on Monday", 120, roughly)).toBe("The bridge closes…");
    expect(clip("The bridge", 6, roughly)).toBe("");
  });
});

test.describe("the timeline", () => {
  test("a date far off does not make the others invisible", () => {
    const dates = [date("1876-01-01", "1877-01-01"), date("2025-06-02", "2025-06-03"), date("2025-06-10", "2025-06-11"), date("2025-06-11", "2025-06-12")];
    const { from, to } = windowOf(dates);
    expect((to - from) / DAY).toBeLessThan(20);
    const { bars } = layTimeline(dates, 400, roughly);
    expect(bars.map(({ out }) => out)).toEqual(["before", "", "", ""]);
  });

  test("a bar is as wide as its date is exact, and open ends reach the edge", () => {
    const { bars } = layTimeline([{ ...date("2025-04-01", "2025-04-01"), from: -Infinity }, date("2025-05-01", "2025-06-01"), date("2025-06-10", "2025-06-11")], 400, roughly);
    expect(bars[0].x).toBe(0);
    expect(bars[1].width).toBeGreaterThan(10 * bars[2].width);
  });

  test("words stay within the picture and off their bar", () => {
    const words = ["Short", "A label of middling length about a ferry", "A very long statement about a harbour bridge that closes for ninety days in June, they said"];
    for (const width of [270, 400, 640]) {
      const dates = Array.from({ length: 12 }, (_, at) => ({ ...date("2025-06-01", "2025-06-02", words[at % 3]), from: day("2025-06-01") + at * DAY, to: day("2025-06-01") + (at * 3 + 1) * DAY }));
      const { bars, ticks, height } = layTimeline(dates, width, roughly);
      let bottom = 0;
      for (const { x, y, width: long, height: tall, text, textX, anchor } of bars) {
        const [left, right] = anchor === "start" ? [textX, textX + roughly(text)] : [textX - roughly(text), textX];
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
        expect(x + long).toBeLessThanOrEqual(width + 1);
        if (tall === 26) expect(right <= x || left >= x + long).toBe(true);
        expect(y + 26 - tall).toBeGreaterThanOrEqual(bottom);
        bottom = y + 26;
      }
      expect(height).toBeGreaterThanOrEqual(bottom);
      let end = -1;
      for (const { x, label } of ticks.filter((tick) => tick.label)) {
        expect(x).toBeGreaterThan(end);
        end = x + 5 + roughly(label);
        expect(end).toBeLessThanOrEqual(width);
      }
    }
  });
});

test.describe("figures on a scale", () => {
  test("one unit on one scale: never two currencies, never one value alone", () => {
    const scales = scalesOf([
      figure("money", "USD", "5"), figure("money", "USD", "9"), figure("money", "EUR", "7"), figure("percent", "%", "3"),
      figure("count", "ship", "4"), figure("count", "ship", "4"), figure("ordinal", null, "2"), figure("ordinal", null, "3"),
      figure("cardinal", null, "8"), figure("cardinal", null, "12"),
    ]);
    expect(scales.map(({ unit, rows }) => [unit, rows.length])).toEqual([["money USD", 2]]);
    expect(scalesOf([figure("money", "EUR", "7")])).toEqual([]);
    expect(scalesOf([figure("count", "ship", null, { value: null, range: { low: "6", high: "8" } })])).toEqual([]);
  });

  test("a change is one row from before to after", () => {
    const before = figure("percent", "%", "145");
    const after = figure("percent", "%", "30", { change: { direction: "down", base: before.id } });
    const [{ rows }] = scalesOf([before, after]);
    expect(rows).toEqual([{ figure: after, before }]);
  });

  test("values stay within the picture and apart", () => {
    const great = [figure("money", "USD", "60000000"), figure("money", "USD", "300000000")];
    for (const { textX, words } of layFigures(scalesOf(great)[0].rows, 300, roughly).ticks) expect(textX + roughly(words) / 2).toBeLessThanOrEqual(300);
    const before = figure("money", "USD", "4200000");
    const after = figure("money", "USD", "4300000", { change: { direction: "up", base: before.id } });
    const range = figure("money", "USD", null, { value: null, range: { low: "1000", high: "9000000" } });
    for (const width of [250, 400]) {
      const [{ rows }] = scalesOf([before, after, figure("money", "USD", "10"), figure("money", "USD", "3000000000000"), range]);
      const { placed, ticks, factors } = layFigures(rows, width, roughly);
      expect(factors).toBe(true);
      for (const { now, then } of placed) {
        for (const { textX, half, at } of [now, ...(then ? [then] : [])]) {
          expect(textX - half).toBeGreaterThanOrEqual(-1);
          expect(textX + half).toBeLessThanOrEqual(width + 1);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(width);
        }
        if (then) expect(Math.abs(now.textX - then.textX)).toBeGreaterThanOrEqual(now.half + then.half + 2);
      }
      let end = -Infinity;
      for (const { textX, words } of ticks.filter((tick) => tick.words)) {
        expect(textX - roughly(words) / 2).toBeGreaterThan(end);
        end = textX + roughly(words) / 2;
        expect(end).toBeLessThanOrEqual(width);
      }
    }
  });
});

test("the map has who speaks and of whom, those with the most links", () => {
  const link = (from, to, count) => ({ from, to, claims: Array(count).fill({ id: "c" }) });
  const many = Array.from({ length: 12 }, (_, at) => link(`speaker ${at}`, `other ${at % 9}`, 12 - at));
  const { links, from, to } = layMap(many);
  expect([from.length, to.length]).toEqual([7, 7]);
  expect(links.every((each) => from.includes(each.from) && to.includes(each.to))).toBe(true);
});

test("ticks of the strip that would touch are one", () => {
  expect(thin([1, 2, 3, 4, 9, 10, 20])).toEqual([1, 4, 9, 20]);
});

const PICTURED = `Harbour bridge to close for 90 days

By Maren Holt

LYME, 11 June 2025 — The Lyme harbour bridge will close on Monday for 90 days, the city council said on Tuesday.

Repairs will cost $4.2 million, said Mayor Ada Quill. “We have waited too long for Lyme,” Quill told reporters. In May 2024 the council had set aside $3 million. Fares on the Oxmere ferry fell from 12% to 7% last year, and the port of Oxmere took £900,000.

According to the Lyme Chamber of Commerce, shops near the bridge expect sales to fall by 15%. The chamber’s director, Tom Reyes, said that “nobody asked the shops, and Quill knows it”. Reyes said the Lyme Chamber of Commerce would go to court on 20 August 2025. Quill said Reyes was wrong about Lyme.

The bridge opened in 1931.
`;

const tab = (page, name) => page.getByRole("tab", { name }).click();

test("each point is reached by key, says what it is and leads to its words", async ({ page }) => {
  await read(page, PICTURED);
  await tab(page, /^Timeline/);
  const picture = page.getByRole("group", { name: /^Timeline of \d+ dates, from 1931/ });
  const points = picture.getByRole("button");
  await expect(points.filter({ has: page.locator(".solid") }).first()).toBeVisible();
  await points.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(points.nth(1)).toBeFocused();
  await expect(points.nth(1)).toHaveAccessibleName(/^2024, worked out: Fares/);
  await expect(points.nth(2)).toHaveAccessibleName(/^May 2024, stated/);
  await page.keyboard.press("End");
  await expect(points.last()).toHaveAccessibleName(/20 August 2025/);
  await page.keyboard.press("Enter");
  expect((await lit(page, "lit")).join(" ")).toContain("20 August 2025");
  expect(await picture.locator("[tabindex='0']").count()).toBe(1);

  await tab(page, /^Figures/);
  const money = page.getByRole("group", { name: /^Dollars on one scale/ });
  await expect(money.getByRole("button")).toHaveCount(2);
  await money.getByRole("button", { name: /\$3 million/ }).click();
  expect((await lit(page, "lit")).join(" ")).toContain("$3 million");
  await expect(page.getByRole("group", { name: /Pounds on one scale/ })).toHaveCount(0);

  await tab(page, /^Claims/);
  await expect(page.getByRole("group", { name: /^Words per speaker/ }).getByRole("button", { name: /^Tom Reyes: \d+ words/ })).toBeVisible();
  const map = page.getByRole("group", { name: /^Who speaks of whom/ });
  await map.getByRole("button", { name: /Quill speaks of Tom Reyes/ }).focus();
  await page.keyboard.press(" ");
  expect((await lit(page, "lit")).join(" ")).toContain("Reyes was wrong");
});

test("where there is nothing to see there is no picture", async ({ page }) => {
  await read(page, "A calm day\n\nThe sea was calm at Lyme. Ada Quill said so on 3 May 2021. It cost $5 and 3%.");
  for (const name of [/^Timeline/, /^Figures/, /^Claims/]) {
    await tab(page, name);
    await expect(page.locator(".pic")).toHaveCount(0);
  }
});

test("the strip shows where claims, figures and checks stand, and goes there", async ({ page }) => {
  await page.goto("/");
  await paste(page, `${PICTURED}\n\n${"The sea was calm, and nobody said a word about it.\n\n".repeat(40)}Oxmere paid $77, said Tom Reyes.`);
  await expect(page.locator("article h1")).toBeVisible({ timeout: 20_000 });
  const strip = page.getByRole("slider", { name: /^Where \d+ claims, \d+ figures/ });
  await strip.focus();
  await page.keyboard.press("Home");
  await expect(strip).toHaveAttribute("aria-valuetext", /^(Claim|Figure|Worth a check), (¶\d|headline)/);
  await page.keyboard.press("End");
  await expect(strip).toHaveAttribute("aria-valuetext", /¶\d\d/);
  await expect.poll(() => page.locator("#read").evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
  const box = await strip.boundingBox();
  await strip.click({ position: { x: 5, y: 5 } });
  await expect.poll(() => page.locator("#read").evaluate((element) => element.scrollTop)).toBeLessThan(300);
  expect(box.height).toBeGreaterThan(500);
});

for (const [name, media] of /** @type {const} */ ([["forced-colours", { forcedColors: "active" }], ["dark", { colorScheme: "dark" }], ["light", { colorScheme: "light" }]])) {
  test(`${name}: marks and words of the pictures stand out`, async ({ page }) => {
    test.skip(inFirefox() && name !== "light", NO_MEDIA);
    if (!inFirefox()) await page.emulateMedia(media);
    await read(page, PICTURED);
    for (const pane of ["Figures", "Timeline", "Claims"]) {
      await tab(page, new RegExp(`^${pane}`));
      await shot(page, { path: `out/picture-${pane.toLowerCase()}-${name}.png` });
      const weak = await page.locator(`#pane-${pane.toLowerCase()} .pic`).evaluateAll((pictures) => {
        const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const light = (colour) => {
          pixel.fillStyle = colour;
          pixel.fillRect(0, 0, 1, 1);
          const parts = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const ground = light(getComputedStyle(document.querySelector(".panel")).backgroundColor);
        const contrast = (colour) => (Math.max(light(colour), ground) + 0.05) / (Math.min(light(colour), ground) + 0.05);
        return pictures.flatMap((picture) => [
          ...[...picture.querySelectorAll("text")].filter((text) => contrast(getComputedStyle(text).fill) < 4.5),
          ...[...picture.querySelectorAll(".solid, .is")].filter((mark) => contrast(getComputedStyle(mark).fill) < 3),
          ...[...picture.querySelectorAll(".hatched, .dashed, .was, .arrow, .curve, .axis")].filter((mark) => contrast(getComputedStyle(mark).stroke) < 3),
        ].map((element) => element.outerHTML.slice(0, 100)));
      });
      expect(weak).toEqual([]);
    }
  });
}

test("pictures print, at the size of text", async ({ page }) => {
  test.skip(inFirefox(), NO_MEDIA);
  await read(page, PICTURED);
  await page.emulateMedia({ media: "print" });
  for (const pane of ["figures", "timeline", "claims"]) {
    const picture = page.locator(`#pane-${pane} .pic svg`).first();
    await expect(picture).toBeVisible();
    const scale = await picture.evaluate((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
    expect(scale).toBeGreaterThan(0.7);
    expect(scale).toBeLessThan(1.3);
  }
  await expect(page.locator("#where")).toBeHidden();
  await page.pdf({ path: "out/print-pictures.pdf", format: "A4" });
});

test("no words of a picture lie over others", async ({ page }) => {
  for (const [width, size] of [[1440, "100%"], [1280, "100%"], [900, "100%"], [390, "100%"], [1440, "150%"]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await page.evaluate((value) => document.documentElement.style.setProperty("font-size", value), size);
    await paste(page, PICTURED);
    await expect(page.locator("article h1")).toBeVisible();
    for (const pane of ["figures", "timeline", "claims"]) {
      await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), pane);
      await page.waitForTimeout(100);
      const clash = await page.locator(`#pane-${pane} .pic svg`).evaluateAll((pictures) => pictures.flatMap((picture) => {
        const frame = picture.getBoundingClientRect();
        const boxes = [...picture.querySelectorAll("text")].filter((text) => text.textContent).map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
        const out = boxes.filter(({ box }) => box.left < frame.left - 3 || box.right > frame.right + 3).map(({ words }) => `outside: ${words}`);
        const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter(({ box }) => one.box.left < box.right - 1 && box.left < one.box.right - 1
          && one.box.top < box.bottom - 4 && box.top < one.box.bottom - 4).map(({ words }) => `${one.words} / ${words}`));
        return [...out, ...over];
      }));
      expect(clash, `${pane} at ${width}, ${size}`).toEqual([]);
    }
  }
});
