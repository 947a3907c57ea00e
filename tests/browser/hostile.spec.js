// HTML from the clipboard that wants to do harm: by what it tries, in words of our own. Nothing of it runs, nothing is
// asked of any address (the kit watches that), nothing is kept, and the article is read as if it had not been there.

import { expect, test } from "./kit.js";

const WORDS = "The bridge will close on Monday, Mayor Ada Quill said.";
const elsewhere = "https://example.com/x";

/** By what each tries. */
const HARM = {
  "a script": "<script>harm()</script>",
  "a script that never closes": "<script>harm()",
  "a script in capitals with a slash": "<SCRIPT/x>harm()</SCRIPT/x>",
  "a script in parts": "<scr<script>ipt>harm()</scr</script>ipt>",
  "a script from elsewhere": `<script src="${elsewhere}.js"></script>`,
  "a module": `<script type="module">import "${elsewhere}.js"</script>`,
  "an image that fails": "<img src=x: onerror=harm()>",
  "an image with a slash for a space": "<img/src=x:/onerror=harm()>",
  "quotes that do not match": "<img title=\"'\" src='x:' onerror='harm()' alt='\"'>",
  "a picture from elsewhere": `<img src="${elsewhere}.png" srcset="${elsewhere}2.png 2x"><picture><source srcset="${elsewhere}3.png"></picture>`,
  "svg that loads": `<svg onload=harm()><image href="${elsewhere}.png" /><use href="${elsewhere}.svg#a" /></svg>`,
  "svg with a script": "<svg><script>harm()</script></svg>",
  "svg that animates a link": "<svg><a><animate attributeName=href values=javascript:harm() /><text>go</text></a></svg>",
  "mathml that turns into HTML": "<math><mtext><table><mglyph><style><img src=x: onerror=harm()></style></mglyph></table></mtext></math>",
  "a style that hides an image": "<svg></p><style><a id=\"</style><img src=x: onerror=harm()>\"></a></style></svg>",
  "a comment that ends early": "<!--><img src=x: onerror=harm()>--><!-- --!><img src=x: onerror=harm()> -->",
  "a noscript that hides": "<noscript><p title=\"</noscript><img src=x: onerror=harm()>\"></p></noscript>",
  "a template": "<template><img src=x: onerror=harm()><script>harm()</script></template>",
  "a shadow root": "<div><template shadowrootmode=open><img src=x: onerror=harm()></template></div>",
  "a frame": `<iframe src="${elsewhere}"></iframe><iframe srcdoc="<script>parent.harm()</script>"></iframe>`,
  "an object and an embed": `<object data="${elsewhere}.swf"></object><embed src="${elsewhere}.swf">`,
  "sound and video": `<video autoplay src="${elsewhere}.mp4" poster="${elsewhere}.png" onerror=harm()></video><audio src="${elsewhere}.mp3" autoplay></audio>`,
  "styles from elsewhere": `<link rel=stylesheet href="${elsewhere}.css"><style>@import "${elsewhere}.css"; body { background: url(${elsewhere}.png) }</style>`,
  "a style attribute": `<p style="background: url(${elsewhere}.png); position: fixed; inset: 0">Over everything</p>`,
  "a prefetch": `<link rel=preload as=image href="${elsewhere}.png"><link rel=prefetch href="${elsewhere}"><link rel=dns-prefetch href="//example.com">`,
  "a page that goes elsewhere": `<meta http-equiv=refresh content="0; url=${elsewhere}">`,
  "a base": `<base href="${elsewhere}/">`,
  "a cookie": "<meta http-equiv=set-cookie content=\"harm=1\">",
  "a form that sends itself": `<form action="${elsewhere}" id=f><input autofocus onfocus=harm() name=a><button form=f formaction=javascript:harm()>Go</button></form>`,
  "a link of javascript": "<a href=\"jav\tascript:harm()\" autofocus onfocus=harm()>Click</a>",
  "a data address": "<a href=\"data:text/html,<script>opener.harm()</script>\">Click</a><img src=\"data:image/svg+xml,<svg onload='harm()' xmlns='http://www.w3.org/2000/svg'/>\">",
  "details that open": "<details open ontoggle=harm()><summary>More</summary></details>",
  "a marquee": "<marquee onstart=harm() onfinish=harm()>News</marquee>",
  "names that shadow the page's": "<form id=article name=body><input name=parentNode><input name=attributes></form><img name=getElementById>",
  "a popover": "<button popovertarget=export autofocus>x</button><div popover onbeforetoggle=harm()>x</div>",
  "an unknown element": "<x-harm onclick=harm() tabindex=0 autofocus onfocus=harm()>x</x-harm>",
  "a nul in a name": "<scr\u0000ipt>harm()</scr\u0000ipt><img src=x: on\u0000error=harm()>",
  "great depth": `${"<div>".repeat(20_000)}deep${"</div>".repeat(20_000)}`,
  "many attributes": `<p ${Array.from({ length: 20_000 }, (_, at) => `a${at}=1`).join(" ")}>wide</p>`,
  "tags that never end": "<".repeat(20_000) + "<p ".repeat(20_000),
};

test("HTML that wants to do harm does none", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.evaluate(() => {
    window.harm = () => { window.harmed = true; };
    // As the clipboard has it: a browser cleans what a script writes there, another program's words it does not.
    window.sendPage = (text, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      clipboardData.setData("text/html", html);
      const event = new Event("paste", { bubbles: true, cancelable: true });
      document.body.dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
    };
  });
  const marks = () => page.locator("article .m").allTextContents();
  let expected;
  for (const [what, harm] of Object.entries({ nothing: "", ...HARM })) {
    const words = `${WORDS}\n\nShe spoke of ${what}.`;
    await page.evaluate(([text, html]) => window.sendPage(text, html), [words, `<article><p>${WORDS}</p>${harm}<p>She spoke of ${what}.</p></article>`]);
    await expect(page.locator("article"), what).toContainText(`She spoke of ${what}.`);
    expected ??= await marks();
    expect((await marks()).slice(0, 2), what).toEqual(expected.slice(0, 2));
    await expect(page.locator("article :is(img, script, iframe, object, style, form, input, video, a), article svg:not(button svg, [aria-hidden])"), what).toHaveCount(0);
    expect(await page.evaluate(() => [window.harmed, document.cookie, localStorage.length, location.pathname, document.baseURI === `${location.origin}/`]), what)
      .toEqual([undefined, "", 0, "/", true]);
  }
  // What loads later has had its time.
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.harmed)).toBeUndefined();
});
