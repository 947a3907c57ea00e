import { ARTICLE, expect, paste, read, test } from "./kit.js";

const alert = (page) => page.getByRole("alert").filter({ hasText: /./ });

test("an empty paste and a blank one", async ({ page }) => {
  await page.goto("/");
  await paste(page, " \n\t \n");
  await expect(alert(page)).toContainText("There is no text in what you pasted");
  await expect(page.locator("html")).toHaveAttribute("data-screen", "start");
});

test("thirty characters", async ({ page }) => {
  await read(page, "Mayor Ada Quill left on Monday");
  await expect(page.locator("article")).toHaveText("Mayor Ada Quill left on Monday");
});

test("one line of five megabytes does not freeze the page", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  const started = Date.now();
  await page.evaluate(() => {
    const line = "The council said on Monday that it would spend $4.2 million on 31 bridges. ".repeat(67_000);
    window.sendPaste(line, document.querySelector("textarea"));
  });
  await expect(page.locator("html")).toHaveAttribute("data-screen", "read", { timeout: 60_000 });
  await expect(page.locator("article .above")).toContainText("This text is very long");
  console.log(`five megabytes: ${Date.now() - started} ms to the first marks`);
  const wait = Date.now();
  await page.keyboard.press("3");
  await expect(page.locator(".bar").getByRole("switch", { name: "Claims" })).toHaveAttribute("aria-checked", "false");
  console.log(`five megabytes: ${Date.now() - wait} ms for a key`);
});

test("a binary file", async ({ page }) => {
  await read(page);
  await page.setInputFiles("#file", { name: "photo.txt", mimeType: "text/plain", buffer: Buffer.from([137, 80, 78, 71, 0, 1, 2, 255, 254, 0, 9]) });
  await expect(alert(page)).toContainText("That file is not text we can read. Your article is still here.");
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
});

test("lone surrogates, a wall of emoji, right to left, all capitals", async ({ page }) => {
  await page.goto("/");
  for (const text of [
    "The mayor said\uD800 on Monday that \uDC00 it cost $4 million.",
    `${"🙂👩‍👩‍👧‍👦🇬🇧".repeat(3000)}`,
    "קרא את הכתבה. قال المتحدث يوم الثلاثاء إن الاجتماع سيعقد غدا في لندن.",
    ARTICLE.toUpperCase(),
    "$".repeat(20_000),
    "May ".repeat(5000),
    "“".repeat(5000),
  ]) {
    await page.evaluate((words) => window.sendPaste(words), text);
    await expect(page.locator("html")).toHaveAttribute("data-screen", "read");
    await expect(page.locator("html")).not.toHaveAttribute("data-busy", "");
    await expect(alert(page)).toHaveCount(0);
    await expect.poll(() => page.locator("article").textContent().then((words) => words?.replace(/\s/g, "").slice(-5)))
      .toContain(text.toWellFormed().replace(/\s/g, "").slice(-3));
  }
});

test("an article that is not English", async ({ page }) => {
  await read(page, "Die Hafenbrücke wird am Montag für neunzig Tage gesperrt, teilte die Stadt am Dienstag mit. Die Bürgermeisterin sagte, die Reparatur koste vier Millionen Euro. „Wir haben zu lange gewartet“, sagte sie vor Journalisten. Nach Angaben der Handelskammer rechnen die Geschäfte mit einem Rückgang der Umsätze, weil die Kunden ausbleiben werden.");
  await expect(page.locator("article .above")).toContainText("This looks like German");
  await expect(page.locator("article .m")).toHaveCount(0);
  await page.getByRole("button", { name: "Mark it all the same" }).click();
  await expect(page.locator("article .above")).toHaveCount(0);
});

test("JSON that is not ours, and a later version", async ({ page }) => {
  await read(page);
  const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.setInputFiles("#file", file("package.json", '{"name":"other"}'));
  await expect(alert(page)).toContainText("not an export of Postil");
  await page.setInputFiles("#file", file("later.json", '{"format":"postil","version":"2.0.0"}'));
  await expect(alert(page)).toContainText("2.0.0");
  await page.setInputFiles("#file", file("broken.json", '{"format":"postil"'));
  await expect(alert(page)).toContainText("could not be opened");
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await paste(page, '{"format":"postil","version":"9.1.0"}');
  await expect(alert(page)).toContainText("9.1.0");
});

test.describe("what the network breaks", () => {
  // The browser itself writes of a file that did not come.
  test.afterEach(({ page }) => {
    page.complaints.splice(0, page.complaints.length, ...page.complaints.filter((words) => !/Failed to load resource|net::ERR|wasm/i.test(words)));
  });

  test("a broken wasm download", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("/");
    await paste(page, ARTICLE);
    await expect(alert(page)).toContainText("could not be loaded. Your text is kept");
    await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue(ARTICLE);
    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  });

  test("a worker that does not come", async ({ page }) => {
    await page.route("**/worker.js", (route) => route.abort());
    await page.goto("/");
    await paste(page, ARTICLE);
    await expect(alert(page)).toContainText("could not be loaded. Your text is kept");
    await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue(ARTICLE);
  });
});

test("no worker at all", async ({ page }) => {
  await page.addInitScript(() => {
    delete window.Worker;
  });
  await page.goto("/");
  await paste(page, ARTICLE);
  await expect(alert(page)).toContainText("could not be loaded. Your text is kept");
});

test("no permission for the clipboard", async ({ page }) => {
  await page.addInitScript(() => {
    // Pages that are not secure, such as the empty one, have none in Firefox.
    if (globalThis.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await read(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("dialog", { name: "Export" }).getByRole("status")).toContainText("Download it instead");
});

test("a core that breaks down is put back, and the text is kept", async ({ page }) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    let made = 0;
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        made += 1;
        if (made > 1) return;
        const post = this.postMessage.bind(this);
        this.postMessage = (message) => {
          if (message.call !== "annotate") post(message);
          else this.dispatchEvent(new MessageEvent("message", { data: { id: message.id, error: "unreachable", fatal: true } }));
        };
      }
    };
  });
  await page.goto("/");
  await paste(page, ARTICLE);
  await expect(alert(page)).toContainText("broke our reader. Your text is kept");
  await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue(ARTICLE);
  await paste(page, "Mayor Ada Quill left on Monday.");
  await expect(page.locator("article")).toHaveText("Mayor Ada Quill left on Monday.");
});

test("a new paste takes the place of one that is being read", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => {
    window.sendPaste("The council said that it would spend $4.2 million. ".repeat(9000));
    setTimeout(() => window.sendPaste("Mayor Ada Quill left on Monday."), 30);
  });
  await expect(page.locator("article")).toHaveText("Mayor Ada Quill left on Monday.");
  await page.waitForTimeout(500);
  await expect(page.locator("article")).toHaveText("Mayor Ada Quill left on Monday.");
});
