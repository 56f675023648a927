// The page types of the site, and where a built site has one of each in each language.
//   node tests/browser/pages.mjs SITE_DIR [--json]
// Only the Vietnamese address stands here ("*" is any run of letters, the last match counts); the others are read
// from the language switcher of that page, so a page that leads nowhere in a language is found to be absent.
// What a site is known not to have yet stands in not-yet.json: it is reported, never passed over. Exit 1: a page is
// absent that is not listed there, or listed there and present.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TAGS, Tally, command } from "./site.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ALL = ["vi", "en", "zh"];

/** type: [address, languages to look at]. "mul": one page for all languages. A kind tells which JSON-LD is due. */
export const TYPES = {
  "home": { at: "/vi/" },
  "list": { at: "/vi/van-ban/" },
  "browse-year": { at: "/vi/van-ban/nam-*/" },
  "browse-topic": { at: "/vi/van-ban/chu-de-*/" },
  "document": { at: "/vi/van-ban/ke-hoach-ho-tro-doanh-nghiep-2026/", kind: "document" },
  "document-superseded": { at: "/vi/van-ban/ke-hoach-ho-tro-doanh-nghiep-2025/", kind: "document" },
  "document-sealed": { at: "/vi/van-ban/huong-dan-xac-thuc-ma-qr/", kind: "document" },
  "document-stub": { at: "/vi/van-ban/bao-cao-cai-thien-chi-so/", languages: ["en", "zh"], kind: "document" },
  "document-partial": { at: "/vi/van-ban/cong-van-lay-y-kien-doanh-nghiep/", languages: ["en"], kind: "document" },
  "document-machine": { at: "/vi/van-ban/cong-van-lay-y-kien-doanh-nghiep/", languages: ["zh"], kind: "document" },
  "agreement": { at: "/vi/hop-tac/bien-ban-ghi-nho-nong-san-2026/", kind: "mou" },
  "agreement-expiring": { at: "/vi/hop-tac/bien-ban-ghi-nho-dao-tao-2023/", kind: "mou" },
  "agreement-facts": { at: "/vi/hop-tac/thoa-thuan-du-lich-2024/", kind: "mou" },
  "procedure": { at: "/vi/thu-tuc/cap-ho-chieu-cong-vu/", kind: "procedure" },
  "procedure-withdrawn": { at: "/vi/thu-tuc/hoi-nghi-quoc-te/", kind: "procedure" },
  "programme": { at: "/vi/thong-bao/ket-noi-giao-thuong-mua-vai/", kind: "programme" },
  "programme-over": { at: "/vi/thong-bao/ho-tro-dich-thuat-2025/", kind: "programme" },
  "event": { at: "/vi/thong-bao/doi-thoai-doanh-nghiep-quy-2/", kind: "programme" },
  "consultation": { at: "/vi/thong-bao/lay-y-kien-bang-gia/", kind: "programme" },
  "question": { at: "/vi/hoi-dap/ho-chieu-cong-vu-mat-bao-lau/", kind: "question" },
  "question-waiting": { at: "/vi/hoi-dap/gia-phien-dich-co-thay-doi-khong/", kind: "question" },
  "questions": { at: "/vi/hoi-dap/", kind: "questions" },
  "alert": { at: "/vi/cua-khau/tam-dung-thong-quan/", kind: "alert" },
  "page": { at: "/vi/gioi-thieu/co-cau-to-chuc/", kind: "page" },
  "contacts": { at: "/vi/gioi-thieu/lien-he/", kind: "page" },
  "privacy": { at: "/vi/gioi-thieu/bao-ve-du-lieu-ca-nhan/", kind: "page" },
  "glossary": { at: "/vi/phap-ly/thuat-ngu/", kind: "data" },
  "prices": { at: "/vi/bang-gia/gia-dich-vu/", kind: "data" },
  "ddci": { at: "/vi/minh-bach/chi-so-ddci/", kind: "data" },
  "feedback-form": { at: "/vi/gop-y/gui-phan-anh/", kind: "page" },
  "feedback-log": { at: "/vi/gop-y/nhat-ky-phan-anh/", kind: "data" },
  "translation-status": { at: "/vi/minh-bach/tinh-trang-ban-dich/", kind: "page" },
  "disclosure": { at: "/vi/minh-bach/danh-muc-cong-khai/", kind: "page" },
  "site-map": { at: "/vi/so-do/" },
  "search": { at: "/vi/tim-kiem/" },
  "verify-help": { at: "/vi/xac-thuc/" },
  "side-by-side-vi-en": { at: "/vi-en/van-ban/ke-hoach-ho-tro-doanh-nghiep-2026/", languages: ["mul"] },
  "side-by-side-vi-zh": { at: "/vi-zh/van-ban/ke-hoach-ho-tro-doanh-nghiep-2026/", languages: ["mul"] },
  "verification": { from: "document", languages: ["mul"] },
  "verification-sealed": { from: "document-sealed", languages: ["mul"] },
  "verification-index": { at: "/V/", languages: ["mul"] },
  "not-found": { at: "/404.html", languages: ["mul"] },
  "chooser": { at: "/", languages: ["mul"] },
};

/** The start tags of one name in a page, as plain objects of their attributes. */
export function* tags(html, name) {
  for (const [, inside] of html.matchAll(new RegExp(`<${name}\\b((?:"[^"]*"|'[^']*'|[^>"'])*)>`, "gi"))) {
    const at = {};
    for (const [, key, , double, single, bare] of inside.matchAll(/([^\s=/"']+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g))
      at[key.toLowerCase()] = (double ?? single ?? bare ?? "").replaceAll("&amp;", "&");
    yield at;
  }
}

export const fileOf = (address) => `${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`;

export function notYet() {
  return JSON.parse(readFileSync(join(HERE, "not-yet.json"), "utf8"));
}

function matching(site, address) {
  let found = [""];
  for (const part of address.split("/").slice(1, -1)) {
    const pattern = new RegExp(`^${part.replaceAll("*", ".*")}$`);
    found = found.flatMap((it) => part.includes("*")
      ? (existsSync(join(site, it)) ? readdirSync(join(site, it)).filter((name) => pattern.test(name)).sort().map((name) => `${it}/${name}`) : [])
      : [`${it}/${part}`]);
  }
  return found.map((it) => `${it}/${address.split("/").at(-1)}`).at(-1) ?? address;
}

/** The address of one type in one language, or undefined. */
function find(site, type, language) {
  const it = TYPES[type];
  const vietnamese = it.from ? find(site, it.from, "vi") : matching(site, it.at);
  const file = vietnamese && join(site, fileOf(vietnamese));
  if (!file || !existsSync(file)) return undefined;
  if (!it.from && (language === "vi" || language === "mul")) return vietnamese;
  const links = [...tags(readFileSync(file, "utf8"), "a")];
  const wanted = it.from
    ? links.find((a) => /^\/V\/[^/]+\/$/.test(a.href ?? ""))
    : links.find((a) => a.hreflang === TAGS[language] && a.href?.startsWith(`/${language}/`));
  return wanted && existsSync(join(site, fileOf(wanted.href))) ? wanted.href : undefined;
}

/** {pages: [{type, kind, language, address, name}], absent: ["type language"]} */
export function pagesOf(site) {
  const pages = [];
  const absent = [];
  for (const [type, { languages = ALL, kind }] of Object.entries(TYPES))
    for (const language of languages) {
      const address = find(site, type, language);
      if (address) pages.push({ type, kind, language, address, name: `${type}.${language} ${address}` });
      else absent.push(`${type}.${language}`);
    }
  return { pages, absent };
}

/** Pages to look at; what is absent is said, and is a fault unless not-yet.json knows of it. */
export function present(site, tally) {
  const { pages, absent } = pagesOf(site);
  for (const name of absent) tally.note(`absent: ${name}${name.split(".")[0] in notYet().pages ? " (known, see not-yet.json)" : ""}`);
  return pages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { site, has } = command("tests/browser/pages.mjs SITE_DIR [--json]");
  const { pages, absent } = pagesOf(site);
  if (has("--json")) console.log(JSON.stringify({ pages, absent }));
  else {
    const tally = new Tally();
    const known = notYet().pages;
    for (const type of Object.keys(TYPES)) {
      const missing = absent.filter((it) => it.split(".")[0] === type);
      const found = pages.filter((it) => it.type === type);
      console.log(`${type.padEnd(22)} ${found.map((it) => it.address).join("  ")}`);
      if (missing.length && type in known) tally.note(`absent, and known to be: ${missing.join(", ")} – ${known[type]}`);
      tally.check(type, [
        missing.length && !(type in known) && `no page of this type in ${missing.join(", ")}`,
        !missing.length && type in known && "is there by now: strike it from not-yet.json",
      ]);
    }
    for (const type of Object.keys(known)) if (!(type in TYPES)) tally.check(type, "not-yet.json names a type that pages.mjs does not know");
    tally.end();
  }
}
