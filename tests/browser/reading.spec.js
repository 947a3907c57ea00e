import { ARTICLE, expect, lit, paste, press, read, test } from "./kit.js";

test("the caret is in the field, and pasting is enough", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: "Paste an article" })).toBeFocused();
  await paste(page, ARTICLE);
  await expect(page.locator("article")).toContainText("The Lyme harbour bridge will close on Monday");
  await expect(page.locator("article .m").first()).toBeVisible();
});

test("the article's words are all there, in order and once", async ({ page }) => {
  await read(page);
  for (const button of await page.getByRole("button", { name: /^Show .* of page furniture/ }).all()) await button.click();
  const words = await page.evaluate(() => [...document.querySelectorAll("article h1, article .pa")].map((block) => block.textContent).join("\n\n"));
  expect(words.split(/\s+/).join(" ")).toBe(ARTICLE.trim().split(/\s+/).join(" "));
});

test("a row goes to its evidence, and a mark to its row", async ({ page }) => {
  await read(page);
  await page.getByRole("tab", { name: /^Claims/ }).click();
  const row = page.locator("#pane-claims .row").filter({ hasText: "nobody asked the shops" });
  await row.click();
  await expect(row).toHaveAttribute("aria-current", "true");
  expect((await lit(page, "lit")).join(" ")).toContain("nobody asked the shops");

  const mark = page.locator("article .m").filter({ hasText: /^15%$/ });
  await press(mark);
  await expect(page.getByRole("tab", { name: /^Figures/ })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#pane-figures .row[aria-current=true]")).toContainText("15%");
});

test("the card says what, why and where else", async ({ page }) => {
  await read(page);
  await press(page.locator("article .m").filter({ hasText: "15%" }));
  const card = page.getByRole("dialog", { name: /Percentage/ });
  await expect(card).toBeVisible();
  await expect(card.locator(".v")).toHaveText("15%");
  await expect(card.getByText("Why")).toBeVisible();
  const place = await card.locator(".pg").textContent();
  expect(place).toMatch(/figure \d of \d/);
  await card.getByRole("button", { name: "Next" }).click();
  await expect(page.locator("#card .pg")).not.toHaveText(place ?? "");
  await page.keyboard.press("Escape");
  await expect(page.locator("#card")).toBeHidden();
});

test("pointing at a name lights all of its mentions", async ({ page }) => {
  await read(page);
  await press(page.locator("article .m.p").filter({ hasText: "Quill" }).first());
  // All of her: in full, by surname and by pronoun.
  await expect.poll(async () => (await lit(page, "hover")).sort()).toEqual(["Ada Quill", "Quill", "Quill", "she"]);
});

test("layers go on and off by key and by switch, and the switches count them", async ({ page }) => {
  await read(page);
  const layer = (name) => page.locator(".bar").getByRole("switch", { name });
  for (const [key, name, marks] of [["1", "Names", ".m.p"], ["2", "Figures & times", ".m.n, .m.t"], ["3", "Claims", ".cl"]]) {
    await expect(page.locator("article").locator(marks).first()).toBeVisible();
    expect(Number((await layer(name).locator(".ct").textContent()) ?? 0)).toBeGreaterThan(0);
    await page.keyboard.press(key);
    await expect(layer(name)).toHaveAttribute("aria-checked", "false");
    await expect(page.locator("article").locator(marks)).toHaveCount(0);
    await layer(name).click();
    await expect(page.locator("article").locator(marks).first()).toBeVisible();
  }
});

test("notes stand in the margin beside their claims, in order and apart", async ({ page }) => {
  await read(page);
  const boxes = await page.locator(".note").evaluateAll((notes) => notes.map((note) => {
    const { top, bottom } = note.getBoundingClientRect();
    return { top, bottom };
  }));
  expect(boxes.length).toBeGreaterThan(3);
  for (let at = 1; at < boxes.length; at += 1) expect(boxes[at].top).toBeGreaterThanOrEqual(boxes[at - 1].bottom);
  await page.locator(".note").filter({ hasText: "Quill" }).first().click();
  await expect(page.getByRole("dialog", { name: /Claim/ })).toBeVisible();
});

test("the reference date moves what is read against it", async ({ page }) => {
  await read(page);
  const control = page.locator(".ref");
  await expect(control).toContainText("Wed 11 June 2025");
  const tuesday = page.locator("#pane-timeline .row").filter({ hasText: "“Tuesday”" });
  await page.getByRole("tab", { name: /^Timeline/ }).click();
  await expect(tuesday).toContainText("Tue 10 June 2025");
  await control.click();
  await page.getByLabel("Reference date").fill("2024-03-07");
  await page.getByRole("button", { name: "Use this date" }).click();
  await expect(control).toContainText("Thu 7 March 2024");
  await expect(tuesday).toContainText("Tue 5 March 2024");
  await control.click();
  await page.getByRole("button", { name: "Use the article’s own date" }).click();
  await expect(control).toContainText("Wed 11 June 2025");
});

test("what is dated can be read alone, what lies ahead apart", async ({ page }) => {
  await read(page, "LEEDS, 11 June 2025 - The tariffs on steel were imposed by Norland in August 2023.\n\nThe council will meet in Leeds on 20 June.");
  await page.evaluate(() => document.getElementById("tab-timeline")?.click());
  const pane = page.locator("#pane-timeline");
  await expect(pane.locator(".row").filter({ hasText: "“August 2023”" })).toContainText("The tariffs on steel were imposed by Norland in August 2023");
  await expect(pane.getByRole("heading", { name: /Ahead/ })).toBeVisible();
  await expect(pane.locator(".row").filter({ hasText: "“20 June”" })).toContainText("The council will meet in Leeds on 20 June");
});

test("what is left out can be seen and taken back in", async ({ page }) => {
  await read(page, `Home | News | Sport | Business | Travel\n\n${ARTICLE}\nRelated articles\n\nSubscribe to our newsletter\n\nMost read\n`);
  await expect(page.locator("article .fold").first()).toContainText("of page furniture");
  await expect(page.locator("article")).not.toContainText("Subscribe to our newsletter");
  await page.getByRole("button", { name: /^Show/ }).last().click();
  await expect(page.locator("article .muted").filter({ hasText: "Subscribe to our newsletter" })).toBeVisible();
  const before = await page.locator("article .pa[data-n]").count();
  await page.getByRole("button", { name: "take back in" }).last().click();
  await expect.poll(() => page.locator("article .pa[data-n]").count()).toBeGreaterThan(before);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("article .pa[data-n]")).toHaveCount(before);
});

test("the keyboard reaches everything", async ({ page }) => {
  await read(page);
  await page.keyboard.press("j");
  await expect(page.locator("article .m").first()).toBeFocused();
  await expect(page.locator("#card")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator("article .m").nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator("article .m").first()).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.closest("#card") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.locator("#card")).toBeHidden();
  await expect(page.locator("article .m").first()).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type("bridge");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^\d+$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of \d+$/);
  expect((await lit(page, "search")).length).toBeGreaterThan(3);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("search")).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /^Facts/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: /^People/ })).toBeFocused();
  await expect(page.locator("#pane-people")).toBeVisible();
});

test("pasted HTML gives its structure and nothing else", async ({ page }) => {
  const html = `<article><h1>Harbour bridge to close</h1><p>The <b>bridge</b> will close on Monday, Mayor Ada Quill said.</p>
    <img src="https://example.com/spy.png" onerror="window.harm = 1" style="color: red"><style>p { color: red }</style><script>window.harm = 1</script>
    <aside><ul><li><a href="https://example.com/">Ten best ferries</a></li></ul></aside></article>`;
  await read(page, "Harbour bridge to close\n\nThe bridge will close on Monday, Mayor Ada Quill said.\n\nTen best ferries\n", html);
  expect(await page.evaluate(() => window.harm)).toBeUndefined();
  await expect(page.locator("article img, article script")).toHaveCount(0);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close");
  await expect(page.locator("article .fold")).toHaveCount(1);
});

test("the sample opens, and everything is forgotten in one click", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample" }).click();
  await expect(page.locator("article")).toContainText("Norland");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("textbox", { name: "Paste an article" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Paste an article" })).toHaveValue("");
  expect(await page.locator("article").textContent()).toBe("");
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie])).toEqual([0, 0, 0, ""]);
});

test("light, dark or as the system has it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await read(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe("rgb(24, 23, 20)");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Light" }).click();
  expect(await paper()).toBe("rgb(252, 251, 248)");
});
