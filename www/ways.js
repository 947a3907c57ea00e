// Other ways for an article to come: a bookmark that copies it from any page, and sharing with the installed page.

import { h, icon } from "./dom.js";

/** The end of the address that the bookmark opens: what it copied waits to be pasted. */
export const COPIED = "#paste";

/**
 * What the bookmark does on the page that is open: it copies what is selected, or all of it, as a person would, and opens
 * Postil, where that is pasted. Sites that put words of their own into what is copied are not asked.
 *
 * @param {string} address of Postil
 */
export function bookmarklet(address) {
  const script = `(()=>{const s=getSelection(),a=s.isCollapsed;a&&s.selectAllChildren(document.body);`
    + `addEventListener("copy",e=>e.stopImmediatePropagation(),{capture:true,once:true});`
    + `const ok=document.execCommand("copy");a&&s.removeAllRanges();`
    + `ok?open(${JSON.stringify(address + COPIED)},"_blank","noopener"):alert("This page could not be copied. Select the article and copy it yourself.")})()`;
  return `javascript:${encodeURIComponent(script)}`;
}

/** Nothing of this holds for the single file, which no page may open. */
export function moreWays() {
  if (globalThis.postilEmbedded || !/^https?:$/.test(location.protocol)) return null;
  const said = h("span", { role: "status" });
  return h("details", { class: "ways-more" },
    h("summary", {}, "From other pages and apps"),
    h("p", {}, "Drag ",
      h("a", {
        class: "btn", href: bookmarklet(location.origin + location.pathname),
        onclick: (/** @type {Event} */ event) => {
          event.preventDefault();
          said.textContent = " Here it does nothing: drag it to your bookmarks, and click it on the page you read.";
        },
      }, icon("logo", "i"), "Read in Postil"),
      " to your bookmarks. On a page with an article it copies what you selected, or all of it, and opens Postil; paste there. Nothing is sent.", said),
    h("p", {}, "Install Postil from your browser’s menu, and other apps can share an article with it. Once loaded, it opens without a network."));
}
