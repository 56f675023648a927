// How much does a reader download? The budgets, on every page that was built and, in Chromium, on one of every type.
//   node tests/browser/weight.mjs SITE_DIR [--all]
// Sizes are gzip level 6, as most servers send; 1 KB = 1000 bytes; a first view with an empty cache, nothing pressed.
// Prints the heaviest page of every type; --all loads and prints each language. Exit 0: within the budgets.  Exit 1: what is over.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TYPES, fileOf, present } from "./pages.mjs";
import { Tally, browser, command, each, files, gzipped, serve } from "./site.mjs";

const KB = 1000;
const HTML = 20 * KB, SIDE_BY_SIDE = 35 * KB, CSS = 10 * KB, JS = 10 * KB, REQUESTS = 6;
const FONT = 70 * KB, HAN_FONT = 250 * KB;            // 0 is the rule; a theme may bring one, a Chinese subset one more
const DOCUMENT = 60 * KB, AIM = 30 * KB;              // HTML + CSS + JS of a document: the bar, and where we want to be

const { site, has } = command("tests/browser/weight.mjs SITE_DIR [--all]");
const tally = new Tally();
const kb = (bytes) => (bytes / KB).toFixed(1);
const over = (what, size, limit) => size > limit && `${what}: ${kb(size)} KB, at most ${kb(limit)}`;

// ---- Every file -----------------------------------------------------------------------------------------------------

for (const file of files(site)) {
  const size = () => gzipped(readFileSync(join(site, file))).length;
  if (file.endsWith(".html")) tally.check(file, over("HTML", size(), /^vi-(en|zh)\//.test(file) ? SIDE_BY_SIDE : HTML));
  if (file.endsWith(".css")) tally.check(file, over("CSS", size(), CSS));
  if (/\.m?js$/.test(file)) tally.check(file, over("JavaScript", size(), JS));
  if (/\.(ttf|otf|woff)$/.test(file)) tally.check(file, "a font that is not woff2");
  if (file.endsWith(".woff2")) tally.check(file, over("font", readFileSync(join(site, file)).length, /han|cjk|zh/i.test(file) ? HAN_FONT : FONT));
}

// ---- One page of every type, as a browser loads it ------------------------------------------------------------------

const server = await serve(site);
const chromium = await browser();
const rows = [];

async function view(entry) {
  const context = await chromium.newContext({ viewport: { width: 360, height: 800 } });     // its cache is empty
  const page = await context.newPage();
  const loaded = [];
  const foreign = [];
  page.on("request", (it) => { if (!it.url().startsWith(server.origin) && !it.url().startsWith("data:")) foreign.push(new URL(it.url()).host); });
  page.on("requestfinished", (it) => loaded.push(it));
  await page.goto(server.origin + entry.address, { waitUntil: "load" });
  await page.waitForTimeout(100);                                                           // what a script asks for at once
  const sum = { html: 0, css: 0, js: 0, font: 0, other: 0 };
  const count = { css: 0, js: 0, font: 0 };
  for (const it of loaded) {
    const { responseBodySize } = await it.sizes();
    const kind = { document: "html", stylesheet: "css", script: "js", font: "font" }[it.resourceType()] ?? "other";
    sum[kind] += responseBodySize;
    if (kind in count) count[kind] += 1;
  }
  await context.close();
  const sides = entry.type.startsWith("side-by-side");
  const text = sum.html + sum.css + sum.js;
  rows.push({ entry, sum, requests: loaded.length, text });
  tally.check(entry.name, [
    over("HTML", sum.html, sides ? SIDE_BY_SIDE : HTML), over("CSS", sum.css, CSS), over("JavaScript", sum.js, JS),
    over("fonts", sum.font, /zh/.test(entry.language) ? FONT + HAN_FONT : FONT),
    count.css > 1 && `${count.css} style sheets, at most 1`,
    loaded.length > REQUESTS && `${loaded.length} requests, at most ${REQUESTS}`,
    ...foreign.map((it) => `a request leaves for ${it}`),
    entry.kind === "document" && over("HTML + CSS + JavaScript", text, DOCUMENT),
  ]);
}

try {
  // One of a type stands for its languages where only words differ: the heaviest; the commonest types in each language.
  const size = (it) => gzipped(readFileSync(join(site, fileOf(it.address)))).length;
  const all = present(site, tally);
  const heaviest = (type) => all.filter((it) => it.type === type).sort((a, b) => size(b) - size(a))[0];
  await each(all.filter((it) => has("--all") || ["home", "list", "document"].includes(it.type) || it === heaviest(it.type)), view, 3);
} finally {
  await chromium.close();
  server.close();
}

console.log(`${"KB, gzip".padEnd(36)} HTML   CSS    JS  fonts other requests`);
for (const type of Object.keys(TYPES)) {
  const these = rows.filter((it) => it.entry.type === type).sort((a, b) => b.text - a.text);
  for (const { entry, sum, requests } of has("--all") ? these : these.slice(0, 1))
    console.log(`${`${entry.type}.${entry.language}`.padEnd(34)} ${[sum.html, sum.css, sum.js, sum.font, sum.other].map((it) => kb(it).padStart(6)).join("")} ${String(requests).padStart(6)}`);
}
const heavy = rows.filter((it) => it.entry.kind === "document" && it.text > AIM);
console.log(`documents: ${heavy.length ? `${heavy.length} pages above` : "all within"} the aim of ${kb(AIM)} KB`);
tally.end();
