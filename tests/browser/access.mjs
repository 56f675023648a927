// Can everyone use it? One page of every type and language, in Chromium.
//   node tests/browser/access.mjs SITE_DIR [--only TYPE]
//   axe       no violation of WCAG 2.2 A and AA or of good practice, at 360 and 1280 px, light and dark
//   dark      a dark scheme is really dark, the light one light: else the second pass would look at the first one again
//   reflow    at 320 px, and at 360 and 1280 px with text of twice the size, nothing makes the page scroll sideways
//   fold      the first screen of a phone (360 × 640) holds the first words to compare of a document that has a code
//   sizes     what can be pressed is at least 24 px, or stands in a line of text or free of its neighbours
//   keyboard  Tab reaches everything that can be pressed, in a place that can be seen; the skip link comes first
//   script    what is read with JavaScript is read without it, each link and form too
//   requests  nothing is asked of another host; the console says nothing; nothing moves by itself
//   reach     every page of the site can be reached from / by links alone (not the error page and unlisted records)
// Exit 0: all hold.  Exit 1: the faults, each with its pages.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf, present, tags } from "./pages.mjs";
import { Tally, browser, command, each, files, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },                 // off by default in axe
  resultTypes: ["violations"],
};
const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];

const { site, value } = command("tests/browser/access.mjs SITE_DIR [--only TYPE]");
const tally = new Tally();
const pages = present(site, tally).filter((it) => !value("--only") || it.type === value("--only"));
const server = await serve(site);
const chromium = await browser();

// ---- What runs inside the page ------------------------------------------------------------------------------------

/** Elements that stick out of the window, deepest first; empty when the page does not scroll sideways. */
function sideways() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= Math.max(innerWidth, width)) return [];
  const scrolls = (it) => it && it !== document.body && it !== document.documentElement &&
    (/auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > width + 0.5 && !scrolls(it.parentElement));
  const deepest = out.filter((it) => !out.some((other) => other !== it && it.contains(other)));
  const name = (it) => `<${it.localName}${it.className && typeof it.className === "string" ? `.${it.className.trim().replace(/\s+/g, ".")}` : ""}>`;
  return [...new Set(deepest.map(name))].slice(0, 3).concat(deepest.length ? [] : ["(no element sticks out)"]);
}

/** Controls smaller than 24 px, by the rule of WCAG 2.2: in a sentence, or with a free circle of 24 px, they may be. */
function small() {
  const shown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.getClientRects().length;
  const boxOf = (it) => {
    const label = it.matches("input[type=radio],input[type=checkbox]") && (it.closest("label") ?? (it.id && document.querySelector(`label[for="${it.id}"]`)));
    return [it, label].filter(Boolean).map((one) => one.getBoundingClientRect())
      .reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
  };
  const inSentence = (it) => {
    if (getComputedStyle(it).display !== "inline") return false;
    const block = (one) => (getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one);
    const around = block(it.parentElement).cloneNode(true);
    for (const link of around.querySelectorAll("a,button")) link.remove();
    return /[\p{L}\p{N}]/u.test(around.textContent);
  };
  const all = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary")]
    .filter((it) => shown(it)).map((it) => ({ it, box: boxOf(it) })).filter(({ box }) => box.right > 0 && box.bottom > 0);
  const little = ({ box }) => Math.min(box.width, box.height) < 23.5;
  const crowded = (one) => all.some((two) => {
    if (two.it === one.it || two.it.contains(one.it) || one.it.contains(two.it)) return false;
    const x = (one.box.left + one.box.right) / 2, y = (one.box.top + one.box.bottom) / 2;
    if (little(two)) return Math.hypot(x - (two.box.left + two.box.right) / 2, y - (two.box.top + two.box.bottom) / 2) < 24;
    return Math.hypot(x - Math.max(two.box.left, Math.min(x, two.box.right)), y - Math.max(two.box.top, Math.min(y, two.box.bottom))) < 12;
  });
  return all.filter((one) => little(one) && !inSentence(one.it) && crowded(one))
    .map(({ it, box }) => `"${(it.textContent.trim() || it.name || it.localName).slice(0, 40)}" ${box.width.toFixed()}×${box.height.toFixed()}`);
}

/** What a reader sees and can follow: the texts of the smallest blocks, the links, the forms. */
function readable() {
  for (const it of document.querySelectorAll("details")) it.open = true;
  // What checks in the browser is for scripts alone: verify.mjs sees to it.
  const shown = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[data-verify],[data-typed]");
  const blocks = [...document.querySelectorAll("h1,h2,h3,h4,p,li,td,th,dt,dd,figcaption,caption,summary,legend")];
  const flat = (it) => it.textContent.replace(/\s+/g, " ").trim();
  return {
    texts: blocks.filter((it) => shown(it) && !blocks.some((other) => other !== it && it.contains(other))).map(flat).filter(Boolean),
    links: [...document.querySelectorAll("a[href]")].filter(shown).map((it) => it.getAttribute("href")),
    forms: [...document.querySelectorAll("form")].map((it) => ({
      action: it.getAttribute("action") ?? "", method: it.method,
      button: !!it.querySelector("button:not([type=button]):not([type=reset]),input[type=submit]"),
      lone: it.querySelectorAll("input:not([type=hidden])").length === 1,
    })),
  };
}

/** The controls that Tab should reach, marked so that they are known again. */
function stops() {
  const open = (it) => { const details = it.closest("details:not([open])"); return !details || (it.localName === "summary" && it.parentElement === details); };
  const all = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']")]
    .filter((it) => !it.disabled && it.tabIndex >= 0 && open(it) && it.checkVisibility({ visibilityProperty: true }))
    .filter((it) => it.type !== "radio" || it.checked || ![...document.querySelectorAll("input[type=radio]:checked")].some((other) => other.name === it.name));
  window.stopsOf = all;
  return all.length;
}

/** Links stand before the content, and the first stop does not lead past them. */
function unskipped() {
  const main = document.querySelector("main");
  const before = window.stopsOf.filter((it) => it.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING && !main.contains(it));
  const target = document.activeElement.getAttribute("href") ?? "";
  return before.length > 1 && !(target.startsWith("#") && main.contains(document.querySelector(target)));
}

/** The control that has the focus now: its number, and what is wrong with how it shows. */
function focused() {
  const it = document.activeElement;
  const name = `"${(it.textContent.trim() || it.getAttribute("aria-label") || it.localName).slice(0, 40)}"`;
  const box = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  const at = window.stopsOf.indexOf(it);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none";
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0 && box.height > 0;
  return { at, name, fault: !inside ? `${name} has the focus and is out of sight` : !ring ? `${name} has the focus and nothing shows it` : "" };
}

/** Which of number, day, signer and title do not stand on the first screen of a page of a code. */
function below() {
  const first = [...document.querySelectorAll(".compare > div")].slice(0, 4);
  return first.filter((it) => it.getBoundingClientRect().bottom > innerHeight).map((it) => it.querySelector("dt").textContent);
}

// ---- The checks ---------------------------------------------------------------------------------------------------

async function violations(page) {
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
  return violations.flatMap(({ id, help, nodes }) => [...new Set(nodes.map((node) => {
    const pair = node.any.map((it) => it.data).find((it) => it?.fgColor);
    return `axe ${id}: ${help}${pair ? ` (${pair.fgColor} on ${pair.bgColor} is ${pair.contrastRatio}, ${pair.expectedContrastRatio} asked)` : ""}: ${shape(node.html)}`;
  }))].slice(0, 5));
}

/** The start tag of an element without what differs from page to page, so that one fault is said once. */
const shape = (html) => html.match(/^<[^>]*>/)?.[0].replace(/ (href|id|for|datetime|aria-labelledby|aria-label|src|title)="[^"]*"/g, "").slice(0, 100) ?? html.slice(0, 60);

/** How light the page's ground is, from 0 to 1. */
function ground() {
  const clear = (it) => /^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(it).backgroundColor);
  const parts = getComputedStyle(clear(document.body) ? document.documentElement : document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]) / 255;
}

/** A page whose requests and console are watched; pages are used again, since a new one costs more than a load. */
async function opened(context, entry) {
  const it = idle.get(context)?.pop() ?? (await watched(context));
  it.seen.clear();
  await it.page.setViewportSize({ width: WIDTHS[0], height: 800 });
  await it.page.emulateMedia({ colorScheme: "light" });
  const answer = await it.page.goto(server.origin + entry.address, { waitUntil: "load" });
  if (answer.status() !== 200) it.seen.add(`answered ${answer.status()}`);
  return { ...it, done: () => idle.set(context, [...(idle.get(context) ?? []), it]) };
}

const idle = new Map();

async function watched(context) {
  const page = await context.newPage();
  const seen = new Set();
  const own = (url) => url.startsWith(server.origin) || /^(data|blob|about):/.test(url);
  const icon = (url) => url.endsWith("/favicon.ico");
  page.on("request", (it) => { if (!own(it.url())) seen.add(`a request leaves for ${new URL(it.url()).host}`); });
  page.on("requestfailed", (it) => { if (!icon(it.url())) seen.add(`request failed: ${it.url().replace(server.origin, "")}`); });
  page.on("console", (it) => { if (["error", "warning"].includes(it.type()) && !icon(it.location().url)) seen.add(`console: ${it.text().slice(0, 200)} ${it.location().url.replace(server.origin, "")}`); });
  page.on("pageerror", (it) => seen.add(`script error: ${String(it).slice(0, 200)}`));
  return { page, seen };
}

async function tabbed(page) {
  const count = await page.evaluate(stops);
  const reached = new Set();
  const faults = [];
  await page.evaluate(() => { document.activeElement?.blur?.(); scrollTo(0, 0); });
  for (let press = 0; press < count + 2 && reached.size < count; press += 1) {
    await page.keyboard.press("Tab");
    const { at, name, fault } = await page.evaluate(focused);
    if (press === 0 && (await page.evaluate(unskipped))) faults.push("keyboard: links stand before <main>, and the first stop is no skip link");
    if (fault) faults.push(`keyboard: ${fault}`);
    if (at >= 0) reached.add(at);
  }
  const names = await page.evaluate((reached) => window.stopsOf.filter((_, at) => !reached.includes(at)).map((it) => it.textContent.trim().slice(0, 40) || it.localName), [...reached]);
  return [...faults, ...names.slice(0, 5).map((it) => `keyboard: Tab never reaches "${it}"`)];
}

async function look(entry, keyboard) {
  const { page, seen, done } = await opened(scripted, entry);
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const light = await page.evaluate(ground);
      tally.check(`${entry.name} ${width} ${colorScheme}`, [
        ...(await violations(page)),
        colorScheme === "dark" ? light > 0.3 && "the dark scheme is not dark" : light < 0.7 && "the light scheme is not light",
      ]);
    }
    tally.check(`${entry.name} ${width}`, (await page.evaluate(small)).map((it) => `smaller than 24 px and crowded: ${it}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    tally.check(entry.name, (await page.evaluate(sideways)).map((it) => `scrolls sideways at ${width} px with text of twice the size: ${it}`));
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  await page.setViewportSize({ width: 320, height: 800 });
  tally.check(entry.name, (await page.evaluate(sideways)).map((it) => `scrolls sideways at 320 px: ${it}`));
  tally.check(entry.name, (await page.evaluate(() => document.getAnimations().length)) ? "something moves by itself" : "");
  if (keyboard) {
    await page.setViewportSize({ width: 360, height: 800 });
    tally.check(entry.name, await tabbed(page));
  }
  const rich = await page.evaluate(readable);
  tally.check(entry.name, [...seen]);
  done();

  const without = await opened(plain, entry);
  const poor = await without.page.evaluate(readable);
  if (entry.type.startsWith("verification")) {
    await without.page.setViewportSize({ width: 360, height: 640 });
    tally.check(entry.name, (await without.page.evaluate(below)).map((it) => `not on the first screen of a phone: ${it}`));
  }
  const missing = (list, from) => [...new Set(list)].filter((it) => !from.includes(it)).slice(0, 3);
  tally.check(entry.name, [
    ...missing(rich.texts, poor.texts).map((it) => `not to be read without JavaScript: "${it.slice(0, 60)}"`),
    ...missing(rich.links, poor.links).map((it) => `not to be reached without JavaScript: ${it}`),
    ...poor.forms.filter((it) => !it.button && !it.lone).map(() => "a form that cannot be sent without JavaScript: it has no button"),
    ...poor.forms.filter((it) => !it.action).map(() => "a form without action: it goes nowhere without JavaScript"),
    !poor.texts.length && "nothing to read without JavaScript",
    ...[...without.seen].map((it) => `without JavaScript: ${it}`),
  ]);
  without.done();
}

/** Without an icon each browser asks for /favicon.ico once and is sent the error page. */
function icon() {
  const bare = pages.filter((it) => ![...tags(readFileSync(join(site, fileOf(it.address)), "utf8"), "link")].some((link) => /\bicon\b/.test(link.rel ?? "")));
  for (const it of pages) tally.check(it.name, bare.includes(it) && !existsSync(join(site, "favicon.ico")) && "no icon: browsers ask for /favicon.ico and are sent the error page");
}

/** Every page is reached from / by links; records that no page may name are let off. */
function reach() {
  const all = files(site).filter((it) => it.endsWith(".html"));
  const texts = new Map(all.map((it) => [it, readFileSync(join(site, it), "utf8")]));
  const links = (file) => [...tags(texts.get(file), "a"), ...tags(texts.get(file), "area")].map((a) => a.href ?? "")
    .filter((href) => href.startsWith("/") && !href.startsWith("//")).map((href) => fileOf(decodeURI(href.split(/[?#]/)[0])));
  const seen = new Set(["index.html"]);
  for (const file of seen) for (const next of texts.has(file) ? links(file) : []) if (texts.has(next)) seen.add(next);
  const record = (file) => /^V\/[^/]+\//.test(file) && !links(file).some((it) => /^(vi|en|zh)\/[^/]+\/[^/]+\//.test(it));
  for (const file of all) tally.check(file, !seen.has(file) && file !== "404.html" && !record(file) && "no way of links leads there from /");
}

const scripted = await chromium.newContext();
const plain = await chromium.newContext({ javaScriptEnabled: false });
const first = new Set();
const jobs = pages.map((entry) => ({ entry, keyboard: !first.has(entry.type) && first.add(entry.type) }));
try {
  icon();
  if (!value("--only")) reach();
  await each(jobs, ({ entry, keyboard }) => look(entry, keyboard), 3);
} finally {
  await chromium.close();
  server.close();
}
tally.end();
