import { ARTICLE, download, expect, exported, paste, read, test } from "./kit.js";

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
  // The rest is not lost: it is read as an article of its own, and so on to the end.
  const left = () => page.locator("article .above").textContent().then((words) => Number(/last ([\d,]+) characters/.exec(words ?? "")?.[1].replaceAll(",", "")));
  const before = await left();
  await page.getByRole("button", { name: "Read on from there" }).click();
  await expect.poll(left, { timeout: 60_000 }).toBeLessThan(before - 400_000);
  await expect(page.locator("article")).toContainText("The council said on Monday");
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

for (const [stage, call] of [["while it loads", "start"], ["while it reads", "annotate"], ["while it converts", "convert"]]) {
  test(`a worker that is killed ${stage}`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.addInitScript((fatal) => {
      const Real = window.Worker;
      let killed = false;
      window.Worker = class extends Real {
        postMessage(message) {
          if (killed || message.call !== fatal) return super.postMessage(message);
          killed = true;
          // A browser that takes a worker's memory away says so, or says nothing.
          this.terminate();
          return this.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
        }
      };
    }, call);
    await page.goto("/");
    await paste(page, ARTICLE);
    // Before anyone has pasted there is nothing to say: the next paste starts another.
    if (call === "annotate") {
      await expect(alert(page)).toContainText("Your text is kept");
      await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue(ARTICLE);
      await page.getByRole("button", { name: "Try again" }).click();
    }
    await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
    // Whatever was killed, the export is whole in the end.
    if (call === "convert") {
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("dialog", { name: "Export" }).getByText("Table (CSV)", { exact: true }).click();
      await expect(page.getByRole("dialog", { name: "Export" })).toContainText("could not be made", { timeout: 10_000 });
      await page.keyboard.press("Escape");
    }
    const { text } = await download(page, "Table (CSV)");
    expect(text).toContain("Ada Quill");
  });
}

test.describe("a module that is not whole", () => {
  test.afterEach(({ page }) => {
    page.complaints.splice(0, page.complaints.length, ...page.complaints.filter((words) => !/wasm|MIME|Failed to load/i.test(words)));
  });

  for (const [what, part] of [["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)], ["empty", (bytes) => bytes.subarray(0, 0)],
    ["a page of a hotel", () => Buffer.from("<!doctype html><title>Log in</title>")]]) {
    test(`it is ${what}, and comes whole at the second try`, async ({ page }) => {
      await page.route("**/*.wasm", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: part(await answer.body()) });
      });
      await page.goto("/");
      await paste(page, ARTICLE);
      await expect(alert(page)).toContainText("could not be loaded. Your text is kept", { timeout: 10_000 });
      await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue(ARTICLE);
      await page.unroute("**/*.wasm");
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
    });
  }
});

test("storage that is forbidden altogether", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["sessionStorage", "localStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await read(page);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(page.locator("article .m.ok")).not.toHaveCount(0);
  expect((await exported(page)).review).toHaveLength(1);
});

test("hostile exports are refused, and never half opened", async ({ page }) => {
  test.setTimeout(60_000);
  await read(page);
  const good = await exported(page);
  const changed = (change) => {
    const value = structuredClone(good);
    change(value);
    return JSON.stringify(value);
  };
  for (const [what, text] of [
    ["a span past the end", changed(({ mentions }) => { mentions[0].span.end = mentions[0].span.end16 = 1e6; })],
    ["a negative span", changed(({ figures }) => { figures[0].span.start16 = -1; })],
    ["a huge number", changed(({ figures }) => { figures[0].span.start = 2 ** 53; })],
    ["an id of nobody", changed(({ mentions }) => { mentions[0].entity = "e-nobody"; })],
    ["a list that is an object", changed((value) => { value.claims = {}; })],
    ["a text that is a list", changed(({ document }) => { document.text = [document.text]; })],
    ["markup for a kind", changed(({ mentions }) => { mentions[0].id = "<img src=x onerror=alert(1)>"; })],
    ["great depth", JSON.stringify(good).replace('"extensions":{', `"extensions":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)},`).replace(",}", "}")],
  ]) {
    await page.setInputFiles("#file", { name: "hostile.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(alert(page), what).toContainText("could not be opened");
    await expect(page.locator("article h1"), what).toHaveText("Harbour bridge to close for 90 days");
    await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  }
  expect((await exported(page)).mentions).toEqual(good.mentions);
});

test("words of an export that look like markup stay words", async ({ page }) => {
  await read(page);
  const value = await exported(page);
  const harm = "<img src=x onerror='window.harm=1'><script>window.harm=1</script>";
  value.entities.forEach((entity) => { entity.name = harm; });
  value.facts.forEach((fact) => { fact.text = harm; });
  value.findings.forEach((finding) => { finding.text = harm; });
  value.mentions.forEach((mention) => { mention.reasons.forEach((reason) => { reason.text = harm; }); });
  await page.setInputFiles("#file", { name: "harm.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value)) });
  await expect(page.locator("#panel")).toContainText("<img src=x");
  await page.keyboard.press("j");
  await expect(page.locator("#card")).toContainText("<script>");
  expect(await page.evaluate(() => window.harm)).toBeUndefined();
  await expect(page.locator("img[src=x], article script, #panel script, #card script")).toHaveCount(0);
});
