// "Keep on this device": off unless asked for, never overwritten by another tab, and forgotten at a word.

import { ARTICLE, expect, exported, mark, press, read, test } from "./kit.js";

const HEAD = "Harbour bridge to close for 90 days";

const menu = (page) => page.getByRole("button", { name: "More", exact: true });
const headline = (page) => page.locator("article h1");
const shelf = (page) => page.getByRole("dialog", { name: "Kept on this device" });
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function keep(page) {
  await menu(page).click();
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText(/Kept on this device from now on/)).toBeVisible();
}

async function openShelf(page) {
  await menu(page).click();
  await page.getByRole("button", { name: /^Kept articles/ }).click();
  await expect(shelf(page)).toBeVisible();
}

async function reject(page, words) {
  await press(mark(page, words).first());
  await page.keyboard.press("x");
  await expect(mark(page, words)).toHaveCount(0);
}

/** Another tab of the same browser. */
async function tab(page) {
  const other = await page.context().newPage();
  other.complaints = [];
  await other.goto("/");
  return other;
}

/** Closes the tab and opens another. */
async function anew(page) {
  const next = await tab(page);
  await page.close();
  return next;
}

test("nothing is kept unless asked", async ({ page }) => {
  await read(page);
  await reject(page, "Tom Reyes");
  expect(await databases(page)).toEqual([]);
  const next = await anew(page);
  await expect(next.locator("html")).toHaveAttribute("data-screen", "start");
  await expect(next.getByText("Kept on this device:")).toHaveCount(0);
  expect(await databases(next)).toEqual([]);
});

test("a kept article comes back with its date, its HTML and every decision", async ({ page }) => {
  const html = ARTICLE.trim().split("\n\n").map((words, at) => (at === 0 ? `<h1>${words}</h1>` : `<p>${words}</p>`)).join("");
  await read(page, ARTICLE, `<article>${html}</article>`);
  await keep(page);
  await expect(page.getByRole("status").getByRole("button", { name: "Export" })).toBeVisible();
  await reject(page, "Tom Reyes");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /As of/ }).click();
  await page.locator("input[type=date]").fill("2024-01-02");
  await page.locator("input[type=date]").press("Enter");
  await expect(page.getByRole("button", { name: /2 January 2024/ })).toBeVisible();
  const before = await exported(page);

  const second = await anew(page);
  await expect(second.locator("html")).toHaveAttribute("data-screen", "start");
  const line = second.locator(".opened").filter({ hasText: "Kept on this device:" });
  await line.getByRole("button", { name: HEAD }).click();
  await expect(headline(second)).toHaveText(HEAD);
  expect(await exported(second)).toEqual(before);
  // It goes on being kept, and its history goes back to the beginning.
  await second.keyboard.press("ControlOrMeta+z");
  await second.keyboard.press("ControlOrMeta+z");
  await expect(mark(second, "Tom Reyes").first()).toBeVisible();
  const third = await anew(second);
  await third.getByRole("button", { name: HEAD }).click();
  await expect(mark(third, "Tom Reyes").first()).toBeVisible();
  await third.keyboard.press("ControlOrMeta+Shift+z");
  await expect(mark(third, "Tom Reyes")).toHaveCount(0);
});

test("it is kept by key, listed with what it holds, deleted, and put back by Undo", async ({ page }) => {
  await read(page);
  await menu(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Keep on this device" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Kept on this device from now on/)).toBeVisible();
  await menu(page).click();
  await expect(page.getByRole("button", { name: "Keep on this device" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await reject(page, "Tom Reyes");
  await page.keyboard.press("Escape");
  await openShelf(page);
  await expect(shelf(page).getByRole("listitem")).toContainText(/Harbour bridge.*1 step · \d+\skB/);
  await shelf(page).getByRole("button", { name: `Delete: ${HEAD}` }).click();
  await expect(shelf(page).getByText("Nothing. More → Keep on this device")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await openShelf(page);
  await expect(shelf(page).getByRole("listitem")).toContainText(HEAD);
  await page.keyboard.press("Escape");
  await expect(headline(page)).toHaveText(HEAD);
});

test("everything is forgotten, after a question if anything is kept", async ({ page }) => {
  await read(page);
  await keep(page);
  await openShelf(page);
  await shelf(page).getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("alert")).toContainText("This also deletes what is kept on this device, for good: 1 article.");
  await expect(headline(page)).toHaveText(HEAD);
  await page.getByRole("alert").getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Forgotten. Nothing is left")).toBeVisible();
  expect(await databases(page)).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.getByText("Kept on this device:")).toHaveCount(0);
});

test("a reload goes on keeping", async ({ page }) => {
  await read(page);
  await keep(page);
  await page.reload();
  await expect(headline(page)).toHaveText(HEAD);
  await reject(page, "Tom Reyes");
  const next = await anew(page);
  await next.getByRole("button", { name: HEAD }).click();
  await expect(headline(next)).toHaveText(HEAD);
  await expect(mark(next, "Tom Reyes")).toHaveCount(0);
});

for (const [what, words, spoil] of [
  ["full", "its room for this page is full", async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1000 });
  }],
  ["forbidden", "storage is off, or this is a private window", (page) => page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  })],
]) {
  test(`storage that is ${what} is said, and the export offered`, async ({ page, browserName }) => {
    test.skip(what === "full" && browserName !== "chromium", "only Chromium can be told how much room there is");
    await read(page);
    await spoil(page);
    await menu(page).click();
    await page.getByRole("button", { name: "Keep on this device" }).click();
    await expect(page.getByRole("alert")).toContainText(`Your browser does not keep this on the device: ${words}. Nothing is lost: the article stays in this tab.`);
    await page.getByRole("alert").getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
    await page.keyboard.press("Escape");
    await reject(page, "Tom Reyes");
  });
}

test("a storage that fills up later is said once, and what was kept before stays", async ({ page }) => {
  await read(page);
  await keep(page);
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await reject(page, "Tom Reyes");
  await expect(page.getByRole("alert")).toContainText("could not be kept on this device: its room for this page is full. It is still open in this tab.");
  expect(await asks(page, () => page.reload()), "the tab still has it").toBe(true);
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
});

test("a second tab does not overwrite: it can take over, and the first says so", async ({ page }) => {
  await read(page);
  await keep(page);
  await reject(page, "Tom Reyes");
  const other = await tab(page);
  await other.getByRole("button", { name: HEAD }).click();
  await expect(other.getByRole("alert")).toContainText("That article is open in another tab.");
  await other.getByRole("button", { name: "manage …" }).click();
  await expect(shelf(other).getByRole("listitem")).toContainText("open in another tab");
  await expect(shelf(other).getByRole("button", { name: /^Delete/ })).toHaveCount(0);
  await shelf(other).getByRole("button", { name: `Take it over: ${HEAD}` }).click();
  await expect(headline(other)).toHaveText(HEAD);
  await expect(mark(other, "Tom Reyes")).toHaveCount(0);
  await expect(page.getByRole("alert")).toContainText("Another tab has taken it over. What you decide here stays in this tab.");
  await reject(other, "Maren Holt");
  // What the first goes on to decide is not written over what the second has.
  await page.bringToFront();
  await reject(page, "15%");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(mark(page, "15%").first()).toBeVisible();
  await menu(page).click();
  await expect(page.getByRole("button", { name: "Keep on this device" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Escape");
  await openShelf(page);
  await shelf(page).getByRole("button", { name: `Take it over: ${HEAD}` }).click();
  await expect(mark(page, "Maren Holt")).toHaveCount(0);
  await expect(mark(page, "15%").first()).toBeVisible();
  await expect(other.getByRole("alert")).toContainText("Another tab has taken it over");
});

test("a second tab can work on a copy", async ({ page }) => {
  await read(page);
  await keep(page);
  const other = await tab(page);
  await other.getByRole("button", { name: HEAD }).click();
  await other.getByRole("alert").getByRole("button", { name: "Open a copy" }).click();
  await expect(headline(other)).toHaveText(HEAD);
  await reject(other, "Tom Reyes");
  await page.bringToFront();
  await expect(mark(page, "Tom Reyes").first()).toBeVisible();
  await reject(page, "Maren Holt");
  await expect(mark(other, "Maren Holt").first()).toBeVisible();
  await openShelf(page);
  await expect(shelf(page).getByRole("listitem")).toHaveCount(2);
});

test("a tab that was duplicated says that the first one keeps the article", async ({ page }) => {
  await read(page);
  await keep(page);
  await reject(page, "Tom Reyes");
  await page.waitForTimeout(400);
  const session = await page.evaluate(() => Object.entries(sessionStorage));
  const other = await page.context().newPage();
  other.complaints = [];
  await other.addInitScript((entries) => {
    for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, session);
  await other.goto("/");
  await expect(other.getByRole("alert")).toContainText("It is open in another tab, which keeps it.");
  await expect(headline(other)).toHaveText(HEAD);
  await other.getByRole("alert").getByRole("button", { name: "Take it over" }).click();
  await expect(page.getByRole("alert")).toContainText("Another tab has taken it over");
  await expect(headline(other)).toHaveText(HEAD);
  await menu(other).click();
  await expect(other.getByRole("group", { name: "Open articles" }).getByRole("button", { name: /^Close/ })).toHaveCount(1);
  await expect(other.getByRole("button", { name: "Keep on this device" })).toHaveAttribute("aria-pressed", "true");
});

test("without locks nothing is overwritten either", async ({ page }) => {
  await page.context().addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
  await read(page);
  await keep(page);
  const other = await tab(page);
  await other.getByRole("button", { name: HEAD }).click();
  await expect(headline(other)).toHaveText(HEAD);
  await reject(other, "Tom Reyes");
  await page.bringToFront();
  await reject(page, "Maren Holt");
  await expect(page.getByRole("alert")).toContainText("It was changed in another tab. What you decide here stays in this tab.");
  await page.getByRole("alert").getByRole("button", { name: "Keep a copy" }).click();
  await openShelf(page);
  await expect(shelf(page).getByRole("listitem")).toHaveCount(2);
});

test("what another tab deletes stays open, and can be kept again", async ({ page }) => {
  await read(page);
  await keep(page);
  const other = await tab(page);
  await other.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase("postil").onsuccess = resolve;
  }));
  await page.bringToFront();
  await reject(page, "Tom Reyes");
  await expect(page.getByRole("alert")).toContainText("was deleted in another tab. It is still open here.");
  await page.getByRole("alert").getByRole("button", { name: "Keep it again" }).click();
  await openShelf(page);
  await expect(shelf(page).getByRole("listitem")).toContainText("1 step");
});

/** Whether the browser asks before the page is left. */
async function asks(page, leave) {
  let asked = false;
  const answer = (dialogue) => {
    asked ||= dialogue.type() === "beforeunload";
    return dialogue.accept();
  };
  page.on("dialog", answer);
  await leave();
  await page.waitForTimeout(300);
  page.off("dialog", answer);
  return asked;
}

test("leaving is asked about only where something would be lost", async ({ page }) => {
  const leave = () => page.goto("about:blank");
  await read(page);
  expect(await asks(page, leave), "pasted, nothing decided").toBe(false);
  await read(page);
  await reject(page, "Tom Reyes");
  // The tests' reload is none by key.
  await page.keyboard.press("F5");
  expect(await asks(page, () => page.reload()), "a reload brings it back").toBe(false);
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.locator("article").click({ position: { x: 5, y: 5 } });
  expect(await asks(page, leave), "decided").toBe(true);
  await page.goto("/");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await exported(page);
  expect(await asks(page, leave), "exported").toBe(false);
  await page.goto("/");
  await reject(page, "Maren Holt");
  await keep(page);
  expect(await asks(page, leave), "kept").toBe(false);
});

test("the note on privacy says what is stored, and where", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "How?" }).click();
  await expect(page.locator(".priv")).toContainText("this tab’s own storage (session storage)");
  await expect(page.locator(".priv")).toContainText("this browser’s database for this page (IndexedDB)");
});
