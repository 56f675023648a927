// Lighthouse, as on a phone: at least 95 in all four categories on eight page types.
//   node tests/browser/light.mjs SITE_DIR [--only TYPE] [--language vi|en|zh]
// The audit "is-crawlable" is left out while a page asks not to be indexed (a specimen must). A page below the bar is
// measured once more and the better run counts, since the machine may have been busy. Exit 0: all reach it.
// Exit 1: the audits that cost points.
import { createServer } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { fileOf, present } from "./pages.mjs";
import { Tally, browser, command, serve } from "./site.mjs";

const BAR = 95;
const TYPES = ["home", "list", "document", "procedure", "search", "verification", "agreement", "question"];
const INSTEAD = { search: "site-map" };                  // while there is no search page: another long list of links
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const { site, value } = command("tests/browser/light.mjs SITE_DIR [--only TYPE] [--language vi|en|zh]");
const tally = new Tally();
const language = value("--language") ?? "vi";
const pages = present(site, tally);
const one = (type) => pages.find((it) => it.type === type && [language, "mul"].includes(it.language));
const chosen = (value("--only") ? [value("--only")] : TYPES).map((type) => one(type) ?? one(INSTEAD[type])).filter(Boolean);

const free = () => new Promise((done) => { const probe = createServer().listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => done(port)); }); });
const port = await free();
const server = await serve(site);
const chromium = await browser(`--remote-debugging-port=${port}`);

async function measure(entry) {
  const noindex = /<meta[^>]+robots[^>]+noindex/i.test(readFileSync(join(site, fileOf(entry.address)), "utf8"));
  const { lhr } = await lighthouse(server.origin + entry.address, { port, logLevel: "error", onlyCategories: CATEGORIES, skipAudits: noindex ? ["is-crawlable"] : [], disableFullPageScreenshot: true });
  if (lhr.runtimeError) throw new Error(`${entry.name}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((it) => Math.round(lhr.categories[it].score * 100));
  const costly = CATEGORIES.flatMap((it) => lhr.categories[it].auditRefs.filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
    .map((ref) => `${it}: ${lhr.audits[ref.id].title}${lhr.audits[ref.id].displayValue ? ` (${lhr.audits[ref.id].displayValue})` : ""}`));
  return { scores, costly };
}

try {
  console.log(`${"".padEnd(22)} ${CATEGORIES.join("  ")}`);
  for (const entry of chosen) {
    let best = await measure(entry);
    if (Math.min(...best.scores) < BAR) {
      const again = await measure(entry);
      if (Math.min(...again.scores) > Math.min(...best.scores)) best = again;
    }
    console.log(`${`${entry.type}.${entry.language}`.padEnd(22)} ${best.scores.map((it, at) => String(it).padStart(CATEGORIES[at].length)).join("  ")}${best.costly.length ? `   ${best.costly.join("; ")}` : ""}`);
    CATEGORIES.forEach((it, at) => tally.check(entry.name, best.scores[at] < BAR && [`${it} is ${best.scores[at]}, at least ${BAR} is asked`, ...best.costly.filter((cost) => cost.startsWith(it))]));
  }
} finally {
  await chromium.close();
  server.close();
}
tally.check("all", !value("--only") && chosen.length < 8 && `only ${chosen.length} of 8 page types could be measured`);
tally.end();
