// Pictures of every page type for a person to look at, into target/tour.
//   tests/browser/tour SITE_DIR [--only TYPE] [--out DIR]
//   TYPE.LANGUAGE.WIDTH.SCHEME.png     the whole page at 360 and 1280 px, light and dark
//   TYPE.LANGUAGE.print.pdf, .png      as printed, and its first sheet
//   sheet.TYPE.png                     all of one type side by side, cut to the first screens; look at these first
//   sheet.FORM.N.png                   the same form of many types side by side: phone, desktop, dark, print
// Judges nothing. Exit 0: done.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TYPES, present } from "./pages.mjs";
import { Tally, browser, command, each, serve } from "./site.mjs";

const { site, value } = command("tests/browser/tour SITE_DIR [--only TYPE] [--out DIR]");
const out = value("--out") ?? join(dirname(fileURLToPath(import.meta.url)), "../../target/tour");
const only = value("--only");
const tally = new Tally();
const pages = present(site, tally).filter((it) => !only || it.type === only);
if (!only) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const WIDTHS = [360, 1280], SCHEMES = ["light", "dark"];
const server = await serve(site);
const chromium = await browser();
const context = await chromium.newContext();

/** A picture that comes out the same twice: on a busy machine the first shows the page half drawn now and then. */
async function picture(page) {
  let last = await page.screenshot();
  for (let again = 0; again < 5; again += 1) {
    await page.waitForTimeout(20);
    const next = await page.screenshot();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}

async function shoot({ type, language, address }) {
  const name = join(out, `${type}.${language}`);
  const page = await context.newPage();
  await page.goto(server.origin + address);
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: width < 600 ? 740 : 800 });
      await page.emulateMedia({ media: "screen", colorScheme });
      await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
      writeFileSync(`${name}.${width}.${colorScheme}.png`, await picture(page));
    }
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const session = await context.newCDPSession(page);
  const { data } = await session.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: false });
  writeFileSync(`${name}.print.pdf`, Buffer.from(data, "base64"));
  await page.close();
  execFileSync("pdftoppm", ["-r", "72", "-f", "1", "-singlefile", "-png", `${name}.print.pdf`, `${name}.print`], { stdio: "ignore" });
}

/** One picture of many: rows of [title, [file, width of the thumbnail, its greatest height]]. */
async function sheet(page, file, rows) {
  const cells = (list) => list.map(([name, width, height]) => `<figure style="width:${width}px"><figcaption>${name.replace(/\.png$/, "")}</figcaption><div style="max-height:${height}px"><img src="${pictures.origin}/${name}"></div></figure>`).join("");
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body{margin:8px;background:#8a8f98;font:11px sans-serif;width:max-content} section{display:flex;gap:8px;align-items:start;margin-bottom:8px}
    figure{margin:0} figcaption{color:#fff;overflow:hidden;white-space:nowrap} div{overflow:hidden;background:#fff} img{width:100%;display:block}
    </style>${rows.map((list) => `<section>${cells(list)}</section>`).join("")}`, { waitUntil: "load" });
  const { width, height } = await page.evaluate(() => ({ width: document.body.scrollWidth + 16, height: document.body.scrollHeight + 16 }));
  await page.setViewportSize({ width, height });
  await page.screenshot({ path: join(out, file) });
}

await each(pages, shoot, 3);
server.close();

const pictures = await serve(out);
const page = await context.newPage();
const rowOf = (it) => [...WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [`${it.type}.${it.language}.${width}.${scheme}.png`, width < 600 ? 180 : 340, 560])), [`${it.type}.${it.language}.print.png`, 250, 560]];
for (const type of Object.keys(TYPES)) {
  const these = pages.filter((it) => it.type === type);
  if (these.length) await sheet(page, `sheet.${type}.png`, these.map(rowOf));
}
if (!only)
  for (const [form, ending, width, height] of [["phone", "360.light", 200, 640], ["dark", "360.dark", 200, 640], ["desktop", "1280.light", 330, 460], ["print", "print", 240, 345]]) {
    const columns = width > 300 ? 4 : 7, all = Object.keys(TYPES).map((type) => pages.find((it) => it.type === type)).filter(Boolean);
    const rows = Array.from({ length: Math.ceil(all.length / columns) }, (_, at) => all.slice(at * columns, (at + 1) * columns).map((it) => [`${it.type}.${it.language}.${ending}.png`, width, height]));
    for (let at = 0; at < rows.length; at += 2) await sheet(page, `sheet.${form}.${at / 2 + 1}.png`, rows.slice(at, at + 2));
  }
await chromium.close();
pictures.close();
for (const note of tally.notes) console.log(note);
console.log(`${pages.length} pages of ${new Set(pages.map((it) => it.type)).size} types in ${out}; begin with sheet.*.png`);
