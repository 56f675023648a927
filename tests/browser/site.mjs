// What every browser test needs: the arguments, a server of the built folder, the browser, a tally.
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, normalize, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const TAGS = { vi: "vi", en: "en", zh: "zh-Hans" };            // folder → language tag

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
  ".xml": "application/xml", ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
};
const PACKED = new Set([".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".ics", ".csv", ".txt", ".md", ".webmanifest"]);

// A server that gzips as most do: level 6, not the 9 that would flatter us.
export const gzipped = (data) => gzipSync(data, { level: 6 });

/** The built folder from the command line, and the options after it. */
export function command(usage) {
  const [site, ...options] = process.argv.slice(2);
  if (!site || site.startsWith("-") || !existsSync(join(site, "index.html"))) {
    console.error(`usage: node ${usage}\n${site ?? "SITE_DIR"} is no built site`);
    process.exit(2);
  }
  const value = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  return { site, value, has: (name) => options.includes(name) };
}

/** Every file below a folder, as paths from it with "/". */
export function files(folder, at = folder) {
  return readdirSync(at, { withFileTypes: true }).flatMap((it) =>
    it.isDirectory() ? files(folder, join(at, it.name)) : [relative(folder, join(at, it.name)).replaceAll("\\", "/")]).sort();
}

/** A built `_headers` file: blocks of a path pattern and, indented, "Name: value". */
export function headerRules(site) {
  const path = join(site, "_headers");
  const rules = [];
  for (const line of existsSync(path) ? readFileSync(path, "utf8").split(/\r?\n/) : []) {
    if (!line.trim() || line.trimStart().startsWith("#")) continue;
    if (/^\S/.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    else rules.at(-1)?.headers.push([line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
  }
  const matches = (pattern, path) =>
    new RegExp(`^${pattern.split("*").map((it) => it.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`).test(path);
  return (path) => rules.filter((it) => matches(it.pattern, path)).flatMap((it) => it.headers);
}

/** Serves the folder on 127.0.0.1 as a plain static host would, with the headers that the site asks for. */
export async function serve(site) {
  const headersOf = headerRules(site);
  const made = new Map();                                              // a site that is looked at does not change
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = join(site, normalize(path));
    let status = 200;
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith("/")) return response.writeHead(301, { location: `${path}/` }).end();
      file = join(file, "index.html");
    }
    if (!existsSync(file)) [file, status] = [join(site, "404.html"), 404];
    if (!existsSync(file)) return response.writeHead(404).end();
    const kind = extname(file);
    const packed = PACKED.has(kind) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const key = `${file} ${packed}`;
    if (!made.has(key)) made.set(key, packed ? gzipped(readFileSync(file)) : readFileSync(file));
    for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    response.setHeader("content-type", TYPES[kind] ?? "application/octet-stream");
    if (packed) response.setHeader("content-encoding", "gzip");
    response.setHeader("vary", "accept-encoding");
    response.setHeader("content-length", made.get(key).length);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : made.get(key));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => { server.closeAllConnections(); server.close(); } };
}

/** Debian's Chromium with a profile of its own, and no request of its own to anywhere. */
export function browser(...more) {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more],
  });
}

/** Calls `work` for each item, a few at a time. */
export async function each(items, work, atOnce = 2) {
  const left = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (left.length) await work(left.shift());
  }));
}

/** Counts what held; names what did not. One fault seen on many pages is said once, with the first pages. */
export class Tally {
  passed = 0;
  faults = new Map();
  notes = [];

  /** One check of one page: passed when it has no fault. */
  check(page, faults) {
    const list = [faults].flat().filter(Boolean);
    if (!list.length) this.passed += 1;
    for (const fault of list) this.faults.set(fault, [...(this.faults.get(fault) ?? []), page]);
    if (list.length) this.broken = (this.broken ?? 0) + 1;
    return !list.length;
  }

  note(text) { this.notes.push(text); }

  /** A part of the site that may not be built yet: whether to look at it. */
  part(name, there, known) {
    if (!there && name in known) this.note(`absent, and known to be: ${name} – ${known[name]}`);
    else this.check(name, !there ? "is not there" : name in known && "is there by now: strike it from not-yet.json");
    return there;
  }

  /** Prints all, ends with the exit code. */
  end() {
    for (const note of this.notes) console.log(note);
    const rows = [...this.faults].sort((a, b) => b[1].length - a[1].length);
    for (const [fault, pages] of rows) {
      const some = [...new Set(pages)];
      console.log(`FAULT ${fault}\n      ${some.slice(0, 4).join(", ")}${some.length > 4 ? ` and ${some.length - 4} more` : ""}`);
    }
    console.log(`${this.passed} passed, ${this.broken ?? 0} failed`);
    process.exitCode = this.broken ? 1 : 0;
  }
}
