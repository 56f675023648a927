// Does the site ask browsers to be strict? The headers that it is to be served with, and the policy in its pages.
//   node tests/browser/security.mjs SITE_DIR
//   policy    csp_evaluator has no finding of severity high; each directive is the designed one, no host but that of forms
//   headers   _headers and the snippets for nginx, Caddy and Apache give the same, complete set
//   pages     each page carries the policy, without frame-ancestors, before anything that it governs; the file that readers
//             keep runs its own script and nothing else
//   files     .well-known/security.txt (RFC 9116) and robots.txt (RFC 9309) can be read
// What the browser itself makes of the policy is seen by access.mjs: its server sends these headers.
// Exit 0: all hold.  Exit 1: the faults.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notYet, tags } from "./pages.mjs";
import { Tally, command, files, headerRules } from "./site.mjs";

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

const POLICY = {
  "default-src": "'none'", "style-src": "'self'", "script-src": "'self'", "img-src": "'self'", "font-src": "'self'",
  "connect-src": "'self'", "manifest-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
};
const HEADERS = {
  "Content-Security-Policy": /./,
  "Strict-Transport-Security": /^max-age=(3153[6-9]\d{3}|[4-9]\d{7}|\d{9,}); includeSubDomains\b/,
  "X-Content-Type-Options": /^nosniff$/,
  "Referrer-Policy": /^same-origin$/,
  "Permissions-Policy": /^(?=.*camera=\(\))(?=.*geolocation=\(\))(?=.*microphone=\(\))/,
  "Cross-Origin-Opener-Policy": /^same-origin$/,
};
const SNIPPETS = ["headers/nginx.conf", "headers/Caddyfile", "headers/apache.htaccess"];

const { site } = command("tests/browser/security.mjs SITE_DIR");
const tally = new Tally();
const known = notYet().files;
const read = (file) => readFileSync(join(site, file), "utf8");
const there = (file) => existsSync(join(site, file));

function policyFaults(text, inPage = false) {
  const faults = [];
  for (const { severity, directive, value, description } of new CspEvaluator(new CspParser(text).csp).evaluate())
    if (severity === Severity.HIGH || severity === Severity.SYNTAX)
      faults.push(`csp_evaluator, ${severity === Severity.HIGH ? "high" : "syntax"}: ${directive} ${value ?? ""} ${description}`);
  const directives = new Map(text.split(";").map((it) => it.trim().split(/\s+/)).map(([name, ...sources]) => [name.toLowerCase(), sources.join(" ")]));
  for (const [name, sources] of Object.entries(POLICY)) {
    const found = directives.get(name);
    if (inPage && name === "frame-ancestors") found !== undefined && faults.push("frame-ancestors has no effect in a page");
    else if (name === "form-action" ? !/^'self'( https:\/\/[^\s;*]+)?$/.test(found ?? "") : found !== sources) faults.push(`policy: ${name} is "${found ?? "missing"}", should be "${sources}"`);
  }
  return faults;
}

/** The file that readers keep: its own script and style by their hashes, and nothing else. */
function keptFaults(html, policy) {
  const source = (name) => `'sha256-${createHash("sha256").update(html.match(new RegExp(`<${name}>([^]*?)</${name}>`))?.[1] ?? "").digest("base64")}'`;
  const wanted = `default-src 'none'; script-src ${source("script")}; style-src ${source("style")}; base-uri 'none'; form-action 'none'`;
  return [policy !== wanted && `policy is "${policy}", should be "${wanted}"`, / (src|href|srcset)=/.test(html) && "it asks for something"];
}

const withoutAncestors = (text) => text.split(";").map((it) => it.trim()).filter((it) => it && !it.startsWith("frame-ancestors")).sort().join("; ");

// ---- Headers ----------------------------------------------------------------------------------------------------------

let sent = {};
if (tally.part("_headers", there("_headers"), known)) {
  const of = headerRules(site);
  for (const path of ["/", "/vi/", "/404.html", "/V/", "/assets/site.css"]) {
    const list = of(path);
    const names = list.map(([name]) => name.toLowerCase());
    tally.check(`_headers ${path}`, [
      ...Object.entries(HEADERS).map(([name, wanted]) => { const value = list.find(([it]) => it.toLowerCase() === name.toLowerCase())?.[1]; return !wanted.test(value ?? "") && `${name} is "${value ?? "missing"}"`; }),
      ...names.filter((it, at) => names.indexOf(it) !== at).map((it) => `${it} stands there twice`),
    ]);
  }
  sent = Object.fromEntries(of("/").map(([name, value]) => [name.toLowerCase(), value]));
  tally.check("_headers policy", policyFaults(sent["content-security-policy"] ?? ""));
}

for (const file of SNIPPETS)
  if (tally.part(file, there(file), known))
    tally.check(file, Object.keys(HEADERS).map((name) => {
      const value = read(file).match(new RegExp(`^[^#\\n]*\\b${name}["']?\\s+(?:"((?:[^"\\\\]|\\\\.)*)"|'([^']*)'|(\\S+?))\\s*(?:always)?\\s*;?\\s*$`, "im"))?.slice(1).find((it) => it !== undefined);
      return value !== sent[name.toLowerCase()] && `${name} is "${value ?? "missing"}", in _headers "${sent[name.toLowerCase()]}"`;
    }));

// ---- Pages ------------------------------------------------------------------------------------------------------------

const pages = files(site).filter((it) => it.endsWith(".html")).map((file) => {
  const html = read(file);
  const place = html.search(/<meta\b[^>]*http-equiv=["']?Content-Security-Policy/i);
  return { file, html, place, policy: [...tags(html, "meta")].find((it) => it["http-equiv"]?.toLowerCase() === "content-security-policy")?.content };
});
if (tally.part("csp-meta", pages.some((it) => it.policy), known))
  for (const { file, html, place, policy } of pages) {
    const governed = html.search(/<(link\b[^>]*(stylesheet|icon|preload|manifest)|script\b(?![^>]*ld\+json)|style\b)/i);
    if (file.endsWith("/verify.html")) {
      tally.check(file, keptFaults(html, policy ?? ""));
      continue;
    }
    tally.check(file, policy === undefined ? "carries no policy" : [
      ...policyFaults(policy, true),
      governed >= 0 && governed < place && "loads something before its policy",
      sent["content-security-policy"] && withoutAncestors(policy) !== withoutAncestors(sent["content-security-policy"]) && "its policy is not that of the headers",
    ]);
  }

// ---- Files ------------------------------------------------------------------------------------------------------------

if (tally.part(".well-known/security.txt", there(".well-known/security.txt"), known)) {
  const rows = read(".well-known/security.txt").split(/\r?\n/).filter((it) => it && !it.startsWith("#"));
  const fields = rows.map((it) => it.match(/^([A-Za-z-]+): (\S.*)$/)?.slice(1)).map((it) => it && [it[0].toLowerCase(), it[1]]);
  const all = (name) => fields.filter((it) => it?.[0] === name).map((it) => it[1]);
  const expires = all("expires");
  tally.check(".well-known/security.txt", [
    fields.includes(undefined) && "a line that is no field",
    !all("contact").length && "no Contact",
    ...all("contact").filter((it) => !/^(mailto:|https:|tel:)/.test(it)).map((it) => `Contact is no address: ${it}`),
    expires.length !== 1 && `${expires.length} times Expires, should be once`,
    ...expires.filter((it) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(it) || Number.isNaN(Date.parse(it))).map((it) => `Expires is no time of RFC 3339: ${it}`),
    all("preferred-languages").length > 1 && "Preferred-Languages twice",
  ]);
}

if (tally.part("robots.txt", there("robots.txt"), known)) {
  const rows = read("robots.txt").split(/\r?\n/).map((it) => it.replace(/#.*/, "").trim()).filter(Boolean);
  tally.check("robots.txt", [
    ...rows.filter((it) => !/^(user-agent|allow|disallow|sitemap|crawl-delay)\s*:/i.test(it)).map((it) => `no rule: ${it}`),
    !/^user-agent\s*:/i.test(rows[0] ?? "") && !/^sitemap\s*:/i.test(rows[0] ?? "") && "a rule before any User-agent",
    !rows.some((it) => /^user-agent\s*:\s*\*$/i.test(it)) && "no User-agent: *",
    ...rows.filter((it) => /^sitemap/i.test(it) && !/^sitemap\s*:\s*https:\/\/\S+\/sitemap\.xml$/i.test(it)).map((it) => `Sitemap is no full address: ${it}`),
  ]);
}
tally.end();
