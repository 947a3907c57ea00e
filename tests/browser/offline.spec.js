// Without a network: the page opens, reads and exports; a new version waits until it is asked for; what another app
// shares never leaves the machine.

import { createHash } from "node:crypto";
import { ARTICLE, download, expect, mark, paste, press, test as base } from "./kit.js";
import { serve } from "./serve.js";

/** A server of its own for each test, that can go away and bring new files. */
const test = base.extend({
  site: async ({}, use) => {
    const site = { changed: {}, posts: 0, url: "", stop: () => {} };
    const server = serve(0, (path, bytes) => site.changed[path]?.(bytes) ?? bytes);
    await new Promise((done) => { server.once("listening", done); });
    server.on("request", ({ method }) => { site.posts += method === "POST" ? 1 : 0; });
    site.url = `http://127.0.0.1:${server.address().port}/`;
    site.stop = () => {
      server.close();
      server.closeAllConnections();
    };
    await use(site);
    site.stop();
  },
  baseURL: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: "allow" });

/** Opens the page and waits until its files are kept. */
async function install(page) {
  await page.goto("/");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => { navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }); });
    }
  });
}

async function cut(page, site) {
  site.stop();
  // Firefox’s WebDriver BiDi cannot be told to be without a network; without a server it is.
  if (test.info().project.name !== "firefox") await page.context().setOffline(true);
}

/** Another sample article, and with it another version. */
function renew(site, words, { half = false } = {}) {
  const hash = createHash("sha256").update(words).digest("hex").slice(0, 12);
  if (!half) site.changed["/sample.txt"] = () => words;
  site.changed["/pkg/files.js"] = (bytes) => String(bytes)
    .replace(/("sample\.txt":\s*")\w+/, `$1${hash}`).replace(/("version":\s*")\w+/, `$1${hash}`);
}

const update = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => {}, () => {}));

test("loaded once, it opens, reads and exports without a network", async ({ page, site }) => {
  await install(page);
  await cut(page, site);
  await page.reload();
  await paste(page, ARTICLE);
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  await page.keyboard.press("Escape");
  const { text } = await download(page, "Postil (JSON)");
  expect(JSON.parse(text).review).toHaveLength(1);
  await page.reload();
  await expect(page.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
});

test("only the page's own files are kept", async ({ page }) => {
  await install(page);
  await paste(page, ARTICLE);
  await expect(page.locator("article h1")).toBeVisible();
  const kept = await page.evaluate(async () => {
    const [name, ...others] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return { others, paths: requests.map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.others).toEqual([]);
  expect(kept.paths).toContain("/pkg/postil_bg.wasm");
  for (const path of kept.paths) expect(path).toMatch(/^\/$|\.(js|css|svg|png|txt|wasm|webmanifest)$/);
});

test("a new version is announced, and comes when it is asked for", async ({ page, site }) => {
  await install(page);
  await paste(page, ARTICLE);
  await press(mark(page, "Tom Reyes").first());
  await page.keyboard.press("x");
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  renew(site, "A new sample\n\nLyme has a new ferry, said Ada Quill.");
  await update(page);
  // It does not push the Undo of the decision away.
  const strip = page.getByRole("status").filter({ hasText: "Undo" });
  await expect(strip).toBeVisible();
  await strip.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("A new version of Postil is ready.")).toBeVisible();
  await page.reload();
  expect(await page.evaluate(() => fetch("sample.txt").then((answer) => answer.text()))).not.toContain("new ferry");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Use the new version" }).click()]);
  await expect(mark(page, "Ada Quill").first()).toBeVisible();
  await expect(mark(page, "Tom Reyes")).toHaveCount(0);
  expect(await page.evaluate(() => fetch("sample.txt").then((answer) => answer.text()))).toContain("new ferry");
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
});

test("a new version waits while another tab works with the old one", async ({ page, site }) => {
  await install(page);
  const other = await page.context().newPage();
  await other.goto("/");
  renew(site, "A new sample\n\nLyme has a new ferry, said Ada Quill.");
  await update(page);
  await page.bringToFront();
  await page.getByRole("button", { name: "Use it now" }).click();
  await expect(page.getByRole("alert")).toContainText("open in another tab too");
  await other.close();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Try again" }).click()]);
  expect(await page.evaluate(() => fetch("sample.txt").then((answer) => answer.text()))).toContain("new ferry");
});

test("half of a new version is not taken", async ({ page, site }) => {
  await install(page);
  renew(site, "Words that the server does not have yet.", { half: true });
  await update(page);
  await expect.poll(() => page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return Boolean(installing || waiting);
  })).toBe(false);
  await cut(page, site);
  await page.reload();
  await page.getByRole("button", { name: "Try the sample" }).click();
  await expect(page.locator("article")).toContainText("Norland");
});

test("what another app shares is read, and reaches no server", async ({ page, site }) => {
  await install(page);
  await cut(page, site);
  const share = async (fields) => {
    const elsewhere = await page.context().newPage();
    await elsewhere.setContent(`<form method="post" action="${site.url}share" enctype="multipart/form-data">
      ${Object.keys(fields).map((name) => `<textarea name="${name}"></textarea>`).join("")}<button>Share</button></form>`);
    for (const [name, words] of Object.entries(fields)) await elsewhere.locator(`[name=${name}]`).fill(words);
    await elsewhere.getByRole("button").click();
    return elsewhere;
  };
  const full = await share({ title: "Lyme Gazette", text: `“${ARTICLE.trim()}”\n https://gazette.example/bridge#:~:text=Harbour`, url: "" });
  await expect(full.locator("article h1")).toHaveText("Harbour bridge to close for 90 days");
  await expect(full).toHaveURL(site.url);
  const { document: { source } } = JSON.parse((await download(full, "Postil (JSON)")).text);
  expect([source.url, source.title]).toEqual(["https://gazette.example/bridge", "Lyme Gazette"]);
  const bare = await share({ title: "", text: "https://gazette.example/bridge", url: "" });
  await expect(bare.getByRole("alert")).toContainText("Only an address was shared");
  expect(site.posts).toBe(0);
});

test("the manifest is whole", async ({ page, site }) => {
  await page.goto("/");
  const manifest = await (await page.request.get(await page.locator("link[rel=manifest]").evaluate((link) => link.href))).json();
  if (test.info().project.name === "chromium") {
    // What Chromium minds in it.
    const client = await page.context().newCDPSession(page);
    expect((await client.send("Page.getAppManifest")).errors).toEqual([]);
  }
  for (const { src, type } of manifest.icons) {
    const answer = await page.request.get(`${site.url}${src}`);
    expect(answer.headers()["content-type"]).toBe(type);
  }
  expect(manifest.share_target.method).toBe("POST");
});
