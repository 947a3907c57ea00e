// The ends of a mark dragged, by mouse and by finger.

import { expect, exported, lit, mark, press, read, test } from "./kit.js";

/** Where a word of the article is, its middle. */
function wordAt(page, words, word) {
  return page.evaluate(([all, one]) => {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, at: text.length });
      text += node.data;
    }
    const at = text.indexOf(all) + all.indexOf(one);
    const home = nodes.findLast((each) => each.at <= at);
    const range = document.createRange();
    range.setStart(home.node, at - home.at);
    range.setEnd(home.node, Math.min(home.node.length, at - home.at + one.length));
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width * 0.7, y: top + height / 2 };
  }, [words, word]);
}

async function drag(page, which, to) {
  const box = await page.locator(`.handle.at-${which}`).boundingBox();
  const from = { x: box.x + 1, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

test("an end is dragged out to a word and back, and Escape leaves it", async ({ page }) => {
  await read(page);
  await press(mark(page, "Ada Quill").first());
  await drag(page, "start", await wordAt(page, "Mayor Ada Quill", "May"));
  await expect.poll(() => lit(page, "hover")).toEqual(["Mayor Ada Quill"]);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.locator("#card")).toBeVisible();
  await drag(page, "start", await wordAt(page, "Mayor Ada Quill", "Ma"));
  await page.mouse.up();
  await expect(page.locator(".toast")).toContainText("Moved Ada Quill (person) to “Mayor Ada Quill”");
  const { review, mentions } = await exported(page);
  expect(review.map(({ action }) => action)).toEqual(["move"]);
  expect(mentions.map(({ span }) => span.exact)).toContain("Mayor Ada Quill");
});

test("a finger drags it as well", async ({ page }) => {
  await read(page);
  await press(mark(page, "$4.2 million"));
  const to = await wordAt(page, "said Mayor", "said");
  await page.locator(".handle.at-end").evaluate((handle, point) => {
    handle.setPointerCapture = () => {};
    const box = handle.getBoundingClientRect();
    const send = (type, x, y) => handle.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, pointerType: "touch", button: 0, bubbles: true, cancelable: true }));
    send("pointerdown", box.x + 1, box.y + box.height + 8);
    send("pointermove", point.x, point.y + box.height / 2 + 8);
    send("pointerup", point.x, point.y + box.height / 2 + 8);
  }, to);
  await expect(page.locator(".toast")).toContainText("to “$4.2 million, said”");
});
