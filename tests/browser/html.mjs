// Is the markup right? Every page, style sheet and drawing of the built folder, through the checker of the W3C (vnu).
//   node tests/browser/html.mjs SITE_DIR [--warnings]
// An error is a fault; with --warnings so is a warning. What the checker does not know yet is in KNOWN, each with the
// standard that defines it. Exit 0: no error.  Exit 1: the errors.  Exit 2: no Java.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { Tally, command, files } from "./site.mjs";

const JAR = join(createRequire(import.meta.url).resolve("vnu-jar/package.json"), "..", "build", "dist", "vnu.jar");
const KNOWN = [
  /CSS: Unrecognized at-rule “@container”/,                        // CSS Conditional Rules 5
  /CSS: “container(-type|-name)?”: Property “.*” doesn't exist/,   // CSS Conditional Rules 5
];

const { site, has } = command("tests/browser/html.mjs SITE_DIR [--warnings]");
const tally = new Tally();
const kinds = [["html"], ["css", "--css"], ["svg", "--svg"]];

for (const [ending, option] of kinds) {
  const list = files(site).filter((it) => it.endsWith(`.${ending}`));
  if (!list.length) continue;
  const run = spawnSync("java", ["-Xss4m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", ...(option ? [option] : []), ...list.map((it) => join(site, it))],
    { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error || run.status !== 0) {
    console.error(`vnu does not run: ${run.error ?? run.stderr}`);
    process.exit(2);
  }
  const faults = new Map(list.map((it) => [it, []]));
  for (const { type, subType, url, message, lastLine, extract = "" } of JSON.parse(run.stdout).messages) {
    const level = type === "info" ? (subType ?? "info") : type;
    if (level !== "error" && level !== "non-document-error" && !(has("--warnings") && level === "warning")) continue;
    if (KNOWN.some((it) => it.test(message))) continue;
    const file = url ? relative(resolve(site), decodeURI(url).replace(/^file:/, "")) : "?";
    const where = `line ${lastLine}: ${extract.replace(/\s+/g, " ").trim().slice(0, 80)}`;
    faults.set(file, [...(faults.get(file) ?? []), { text: `vnu ${level}: ${message}`, where }]);
  }
  for (const [file, them] of faults) {
    const texts = [...new Set(them.map((it) => it.text))];
    tally.check(them.length ? `${file} ${them[0].where}` : file, texts);
  }
}
tally.end();
