// Is the printed page a document? PDFs as Chromium prints them, JavaScript off, by the layout of Decree 30/2020.
//   node tests/browser/print.mjs SITE_DIR [--keep DIR]
//   paper     A4; margins 20 mm top, 15 right, 20 bottom, 30 left, measured on the words; nothing stands in them but
//             the page number
//   number    top centre, from the second page on, none on the first; every page says that it is a specimen
//   type      serif, 13 to 14 pt, all fonts embedded; links to other hosts are written out; the page's own address
//   screen    navigation, forms and buttons are not printed
//   code      22 mm, the last thing at the left of the last page; read by zbar from the page at 150 dots per inch
// Needs pdftotext, pdftoppm, pdffonts (poppler-utils), zbarimg (zbar-tools) and PYTHON (target/venv/bin/python) with
// zxing-cpp. --keep leaves the PDFs there.
// Exit 0: all hold.  Exit 1: the faults.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf, present, tags } from "./pages.mjs";
import { Tally, browser, command, each, serve } from "./site.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PYTHON = process.env.PYTHON ?? join(HERE, "../../target/venv/bin/python");
const TOP = 20, RIGHT = 15, BOTTOM = 20, LEFT = 30, WIDTH = 210, HEIGHT = 297;      // mm
const QR = 22, DPI = 150;
const DOCUMENTS = ["document", "document-superseded", "document-sealed", "document-stub"];
const OTHERS = ["agreement", "procedure", "question", "prices", "verification"];
const SPECIMEN = ["BẢN MẪU", "SPECIMEN", "样本"];

const { site, value } = command("tests/browser/print.mjs SITE_DIR [--keep DIR]");
const folder = value("--keep") ?? mkdtempSync(join(tmpdir(), "print-"));
mkdirSync(folder, { recursive: true });
const tally = new Tally();
const entries = present(site, tally).filter((it) => DOCUMENTS.includes(it.type) || OTHERS.includes(it.type));
const server = await serve(site);
const chromium = await browser();
const context = await chromium.newContext({ javaScriptEnabled: false });
let longest = 0;

const mm = (points) => Number(points) / 72 * 25.4;
const run = (program, ...rest) => execFileSync(program, rest, { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] });
const around = (found, wanted, off) => Math.abs(found - wanted) <= off;

/** The words of each page, in millimetres from the top left; a word that runs across the paper is no line of text. */
function words(pdf) {
  const unescaped = (it) => it.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" })[name]);
  return run("pdftotext", "-bbox", pdf, "-").split("<page ").slice(1).map((page) => {
    const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/);
    const all = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)]
      .map(([, left, top, right, bottom, text]) => ({ left: mm(left), top: mm(top), right: mm(right), bottom: mm(bottom), text: unescaped(text) }));
    return { width: mm(width), height: mm(height), words: all.filter((it) => it.bottom - it.top < 12), across: all.filter((it) => it.bottom - it.top >= 12).map((it) => it.text).join(""), text: all.map((it) => it.text).join(" ") };
  });
}

/** The dark edges of each sheet below its page number, in millimetres; a pale word across the paper is not dark. */
function ink(pdf, heads) {
  return heads.map((head, at) => {
    const data = execFileSync("pdftoppm", ["-gray", "-r", String(DPI), "-f", String(at + 1), "-l", String(at + 1), pdf], { maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] });
    const [header, width, height] = data.subarray(0, 40).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/).map((it) => (isNaN(it) ? it : Number(it)));
    const edge = { left: Infinity, right: -1, top: Infinity, bottom: -1 };
    for (let y = Math.ceil(head / 25.4 * DPI); y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        if (data[header.length + y * width + x] < 120) {
          edge.left = Math.min(edge.left, x); edge.right = Math.max(edge.right, x);
          edge.top = Math.min(edge.top, y); edge.bottom = y;
        }
    return Object.fromEntries(Object.entries(edge).map(([name, it]) => [name, it / DPI * 25.4]));
  });
}

function paper(entry, pdf, pages) {
  const heads = pages.map((page) => page.words.filter((it) => (it.top + it.bottom) / 2 < TOP - 1));
  const edges = ink(pdf, heads.map((it) => Math.max(0, ...it.map((word) => word.bottom))));
  pages.forEach((page, at) => {
    const faults = [];
    const head = heads[at].map((it) => it.text).join(" ");
    const edge = edges[at];
    if (!around(page.width, WIDTH, 0.5) || !around(page.height, HEIGHT, 0.5)) faults.push(`${page.width.toFixed()} × ${page.height.toFixed()} mm is not A4`);
    if (at === 0 && head) faults.push("the top margin of the first page is not empty");
    if (at > 0 && !head) faults.push("no page number");
    if (at > 0 && head) {
      const centre = (Math.min(...heads[at].map((it) => it.left)) + Math.max(...heads[at].map((it) => it.right))) / 2;
      if (head !== String(at + 1)) faults.push("the top margin holds something else than the page number");
      else if (!around(centre, WIDTH / 2, 2) && !around(centre, (LEFT + WIDTH - RIGHT) / 2, 2)) faults.push("the page number is not centred");
    }
    if (edge.right < 0) faults.push("an empty sheet");
    else {
      if (edge.left < LEFT - 0.5) faults.push(`something stands ${edge.left.toFixed(1)} mm from the left, should be ${LEFT}`);
      if (edge.right > WIDTH - RIGHT + 0.5) faults.push(`something stands ${(WIDTH - edge.right).toFixed(1)} mm from the right, should be ${RIGHT}`);
      if (edge.top < TOP - 0.5 || edge.top > TOP + (at ? 8 : 14)) faults.push(`print begins ${edge.top.toFixed(1)} mm from the top, should be ${TOP}`);
      if (edge.bottom > HEIGHT - BOTTOM + 0.5) faults.push(`something stands ${(HEIGHT - edge.bottom).toFixed(1)} mm from the bottom, should be ${BOTTOM}`);
    }
    // A word across the paper comes letter by letter, in no order.
    const across = (word) => [...word.replace(" ", "")].every((it) => page.across.includes(it));
    if (!SPECIMEN.some((it) => page.text.includes(it) || across(it))) faults.push("a sheet does not say that it is a specimen");
    tally.check(`${entry.type}.${entry.language} sheet ${at + 1}`, faults);
  });
  const left = Math.min(...edges.map((it) => it.left)), right = Math.max(...edges.map((it) => it.right)), bottom = Math.max(...edges.map((it) => it.bottom));
  const long = pages.length > 2 && DOCUMENTS.includes(entry.type);
  tally.check(entry.name, [
    left > LEFT + 1 && `nothing comes nearer than ${left.toFixed(1)} mm to the left edge, should be ${LEFT}`,
    long && right < WIDTH - RIGHT - 10 && `nothing comes nearer than ${(WIDTH - right).toFixed(1)} mm to the right edge, should be ${RIGHT}`,
    long && bottom < HEIGHT - BOTTOM - 20 && `nothing comes nearer than ${(HEIGHT - bottom).toFixed(1)} mm to the bottom edge, should be ${BOTTOM}`,
  ]);
}

/** Every font is in the file; what the text is really set in has serifs. */
function fonts(pdf, families) {
  const rows = run("pdffonts", pdf).split("\n").slice(2).filter(Boolean).map((row) => ({ name: row.slice(0, 36).trim(), embedded: / (yes|no) +(yes|no) +(yes|no) +\d+ +\d+ *$/.exec(row)?.[1] }));
  return [
    ...rows.filter((it) => it.embedded !== "yes").map((it) => `font ${it.name} is not embedded`),
    ...families.filter((it) => !/serif|times|tinos|song|ming/i.test(it) || /sans/i.test(it)).map((it) => `the text is set in ${it}, which has no serifs`),
  ];
}

/** The code on the last page, as a camera would see a plain print. */
function code(pdf, pages, address) {
  const picture = pdf.replace(/\.pdf$/, "");
  run("pdftoppm", "-r", String(DPI), "-f", String(pages.length), "-singlefile", "-png", pdf, picture);
  let seen = "";
  try { seen = run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", `${picture}.png`).trim(); } catch { /* exit 4: none */ }
  const [found] = JSON.parse(run(PYTHON, join(HERE, "code.py"), `${picture}.png`));
  if (!seen || !found) return [`no QR code on the last sheet that ${seen ? "zxing" : "zbar"} reads at ${DPI} dpi`];
  const [x, y] = [0, 1].map((axis) => found.points.map((it) => it[axis] / DPI * 25.4));
  const size = Math.max(...x) - Math.min(...x);
  const modules = 29 / 37 * QR;                               // version 3 in its quiet zone of 4
  const below = pages.at(-1).words.filter((it) => it.top > Math.max(...y) + 36);         // a caption of four lines
  return [
    ...[seen, found.text].filter((it) => it !== address).map((it) => `the QR code says ${it}, should say ${address}`),
    !around(size, modules, 1.2) && `the QR code measures ${size.toFixed(1)} mm without its quiet zone, should be ${modules.toFixed(1)}`,
    (Math.min(...x) < LEFT - 1 || Math.min(...x) > LEFT + 8) && `the QR code stands ${Math.min(...x).toFixed()} mm from the left, should be ${LEFT}`,
    below.length && `something stands below the QR code: "${below.map((it) => it.text).join(" ").slice(0, 40)}"`,
  ];
}

/** What print shows of the screen, and the type. */
function shown() {
  const seen = (it) => it.checkVisibility({ visibilityProperty: true });
  const longest = (where) => [...document.querySelectorAll(where)].filter(seen).sort((a, b) => b.textContent.length - a.textContent.length)[0];
  const text = longest("main .text > p") ?? longest("main p") ?? document.body;
  const style = getComputedStyle(text);
  return {
    screen: [...new Set([...document.querySelectorAll("nav,form,button,input,select,[role=search]")].filter(seen).map((it) => `<${it.localName}> ${it.getAttribute("aria-label") ?? it.className}`))],
    points: parseFloat(style.fontSize) * 0.75,
    hosts: [...document.querySelectorAll("main a[href^='https://']")].filter(seen).map((it) => it.host),
  };
}

/** The fonts that the longest paragraph is really set in. */
async function familiesOf(session) {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "main .text > p, main p" });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.filter((it) => it.glyphCount > 5).map((it) => it.familyName);
}

async function print(entry) {
  const page = await context.newPage();
  await page.goto(server.origin + entry.address);
  await page.emulateMedia({ media: "print" });
  const { screen, points, hosts } = await page.evaluate(shown);
  const session = await context.newCDPSession(page);
  const families = await familiesOf(session);
  const { data } = await session.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: false });
  await page.close();
  const pdf = join(folder, `${entry.type}.${entry.language}.pdf`);
  writeFileSync(pdf, Buffer.from(data, "base64"));

  const pages = words(pdf);
  longest = Math.max(longest, pages.length);
  const document = DOCUMENTS.includes(entry.type);
  const html = readFileSync(join(site, fileOf(entry.address)), "utf8");
  const flat = pages.map((it) => it.text).join("").replace(/\s/g, "");
  paper(entry, pdf, pages);
  tally.check(entry.name, screen.slice(0, 4).map((it) => `is printed: ${it}`));
  tally.check(entry.name, hosts.filter((it) => !flat.includes(it)).map((it) => `a link to ${it} is not written out`));
  if (!document) return;
  const own = [...tags(html, "link")].find((it) => it.rel === "alternate" && it.hreflang === { vi: "vi", en: "en", zh: "zh-Hans" }[entry.language])?.href;
  const canonical = [...tags(html, "link")].find((it) => it.rel === "canonical")?.href ?? "";
  const address = new URL(entry.address, own ?? canonical);
  tally.check(entry.name, !flat.includes(`${address.host}${address.pathname}`) && "does not say which address it was printed from");
  tally.check(entry.name, [...fonts(pdf, families), (points < 12.9 || points > 14.1) && `the text is ${points.toFixed(1)} pt, should be 13 to 14`]);
  const place = [...tags(html, "a")].find((it) => /^\/V\/[^/]+\/$/.test(it.href ?? ""))?.href;
  tally.check(entry.name, place ? code(pdf, pages, `HTTPS://${address.host.toUpperCase()}${place}`) : "leads to no /V/ page, so no code can be looked for");
}

try {
  await each(entries, print, 2);
} finally {
  await chromium.close();
  server.close();
  if (!value("--keep")) rmSync(folder, { recursive: true });
}
tally.check("all", longest < 2 && "no page is printed on two sheets, so page numbers were not seen");
tally.end();
