// `www/` on localhost for the tests, under the policy that `cargo xtask serve` gives it. Run as a program, or used for a
// server of one's own.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; "
  + "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
  + "require-trusted-types-for 'script'";
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
  ".png": "image/png", ".webmanifest": "application/manifest+json",
};

/**
 * @param {number} port 0: any that is free
 * @param {(path: string, bytes: Buffer) => Buffer | string} [change] what to send in place of a file
 */
export const serve = (port, change = (_, bytes) => bytes) => createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
  try {
    if (request.method !== "GET") throw new Error("only GET");
    const bytes = change(path, await readFile(join(WWW, path === "/" ? "index.html" : path)));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(path === "/" ? "index.html" : path)] ?? "application/octet-stream",
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    });
    response.end(bytes);
  } catch {
    response.writeHead(404, { "Content-Type": "text/plain" });
    response.end("not found");
  }
}).listen(port, "127.0.0.1");

if (process.argv[1] === fileURLToPath(import.meta.url)) serve(Number(process.env.POSTIL_PORT ?? 4173));
