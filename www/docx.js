// Word's .docx: a zip whose `word/document.xml` holds the paragraphs. The browser unpacks it and reads its XML; what a
// person deleted, field codes, notes and pictures are left out.

/** @import { OutlinePiece } from "./types.d.ts" */

import { inertXml } from "./outline.js";

const BODY = "word/document.xml";
/** Bytes of that file that are unpacked: more is no article. */
const MOST = 64_000_000;

/** @param {Uint8Array} bytes */
export function isZip(bytes) {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The paragraphs of a document, as an outline.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<OutlinePiece[]>}
 * @throws if it is no such document
 */
export async function docxPieces(bytes) {
  const xml = new TextDecoder().decode(await unpack(bytes, BODY));
  const paragraphs = [...inertXml(xml).getElementsByTagName("w:p")].filter((element) => !element.closest("Fallback"));
  return paragraphs.flatMap((paragraph) => {
    const text = wordsOf(paragraph).replace(/\s+/g, " ").trim();
    return text ? [{ text, role: roleOf(paragraph), linkShare: 0, aside: false, main: true }] : [];
  });
}

/**
 * One file of a zip. Its list of files is at its end.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 */
async function unpack(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [method, size, whole] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [called, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + called)) === name) {
      if (whole > MOST) break;
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + size);
      if (method === 0) return data;
      return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
    }
    at += 46 + called + extra + comment;
  }
  throw new Error(`no ${name}`);
}

/**
 * The words of a paragraph, without those of a text box within it, which is a paragraph of its own.
 *
 * @param {Element} paragraph
 */
function wordsOf(paragraph) {
  let words = "";
  for (const element of paragraph.querySelectorAll("t, tab, br, cr, noBreakHyphen")) {
    if (element.closest("p") !== paragraph) continue;
    if (element.localName === "t") words += element.textContent;
    else words += element.localName === "noBreakHyphen" ? "-" : " ";
  }
  return words;
}

/**
 * What its style says that it is. The names of built-in styles are the same in every language.
 *
 * @param {Element} paragraph
 */
function roleOf(paragraph) {
  const style = paragraph.querySelector("pStyle")?.getAttribute("w:val") ?? "";
  if (style === "Title") return "h1";
  const level = /^Heading([1-6])$/.exec(style)?.[1];
  if (level) return `h${level}`;
  return paragraph.querySelector("numPr") ? "listItem" : "paragraph";
}
