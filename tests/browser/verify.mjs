// Does the script of the pages check what it says it checks? In Chromium, on the register of tests/vectors/register.
//   node tests/browser/verify.mjs SITE_DIR --condau BINARY
//   notes      what readers must refuse is refused (tests/vectors/notes); keys of small order; codes; proofs of all small trees
//   files      a sealed file is named with its document and version, an earlier one too; a changed one differs
//   receipts   each step is shown; no byte of a receipt may change
//   register   each step is shown; no byte of a tile or the checkpoint may change; wrong signers, two bundles, a stolen key
//   unlisted   the page of a person's result tells the right file from a changed one; no word of it, no request elsewhere
//   grey       without a secure page, without Ed25519, without WebCrypto: neither right nor wrong
//   kept       verify.html from file://, without any request; from a host it asks to be saved
//   codes      the form of /V/ and the error page of SITE_DIR and of a site below a path
//   hosts      the same from python3 -m http.server
//   look       without JavaScript nothing of it is seen; at 360 px nothing sticks out, and what can be pressed is large
//              enough; axe finds nothing, light or dark
//   sizes      as servers send them: gzip level 6, 1 KB = 1000 bytes, as weight.mjs has it
// Exit 0: all hold.  Exit 1: the faults.
import { createRequire } from "node:module";
import { execFileSync, spawn } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey, sign as signEd25519 } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Tally, browser, command, gzipped, serve } from "./site.mjs";

const { site, value } = command("tests/browser/verify.mjs SITE_DIR --condau BINARY");
if (!value("--condau")) {
  console.error("--condau BINARY is missing: the program that builds the pages of the register of the tests");
  process.exit(2);
}
const VECTORS = join(dirname(fileURLToPath(import.meta.url)), "../vectors");
const REGISTER = join(VECTORS, "register");
const CODE = "K7M29QX4TB";
const HOST = "moi.songoaivu.example";
const KB = 1000;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tally = new Tally();
const work = mkdtempSync(join(tmpdir(), "condau-verify-"));
const vector = (...path) => readFileSync(join(VECTORS, ...path));

// ---- A register, and its pages ----------------------------------------------------------------------------------------

const SETTINGS = (base) => `[site]
base_url = "${base}"
languages = ["vi", "en", "zh"]
specimen = true
[office]
organization = "so-mau"
responsible = { vi = "Giám đốc (mẫu)" }
address = { vi = "Địa chỉ (mẫu)" }
email = "lienhe@songoaivu.example"
[sections.about]
path = { vi = "gioi-thieu", en = "about", zh = "jieshao" }
kinds = ["page"]
[verify]
unlisted = "../unlisted"
fingerprint = "${vector("register/fingerprint").toString().trim()}"
`;
const ORGANIZATIONS = `[[organization]]
id = "so-mau"
name = { vi = "Sở Ngoại vụ tỉnh Mẫu", en = "Department (specimen)", zh = "样本省外事厅" }
abbreviations = ["MAU"]
country = "VN"
role = "own"
`;

/** The register of the vectors as a site that condau builds into a folder. */
function build(base, out) {
  const sources = mkdtempSync(join(work, "sources-"));
  mkdirSync(join(sources, "content/data"), { recursive: true });
  writeFileSync(join(sources, "condau.toml"), SETTINGS(base));
  writeFileSync(join(sources, "content/data/organizations.toml"), ORGANIZATIONS);
  cpSync(join(REGISTER, "register"), join(sources, "register"), { recursive: true });
  cpSync(join(REGISTER, "site/so-con-dau/policy.txt"), join(sources, "register/policy.txt"));
  execFileSync(value("--condau"), ["build", "--site", sources, "--out", out, "--as-of", "2026-12-02"], { stdio: ["ignore", "ignore", "inherit"] });
}

cpSync(join(REGISTER, "unlisted"), join(work, "unlisted"), { recursive: true });
const built = join(work, "built");
build(`https://${HOST}/`, built);
const below = join(work, "below");
build(`https://${HOST}/co-quan/`, join(below, "co-quan"));
cpSync(join(below, "co-quan/404.html"), join(below, "404.html"));

// Signers: a private key is its seed 32 times.
const privateKey = (seed) => createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]), format: "der", type: "pkcs8" });
const publicKey = (seed) => createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" }).subarray(-32);
const sha256 = (...parts) => parts.reduce((hash, it) => hash.update(it), createHash("sha256")).digest();
const typed = (seed, type) => Buffer.concat([Buffer.from([type]), publicKey(seed)]);
const idOf = (name, seed, type) => sha256(name, "\n", typed(seed, type)).subarray(0, 4);
const vkey = (name, seed) => `${name}+${idOf(name, seed, 1).toString("hex")}+${typed(seed, 1).toString("base64")}`;
const line = (name, seed, text) => `— ${name} ${Buffer.concat([idOf(name, seed, 1), signEd25519(null, Buffer.from(text), privateKey(seed))]).toString("base64")}\n`;
const cosign = (name, seed, text, time) => {
  const seconds = Buffer.alloc(8);
  seconds.writeBigUInt64BE(BigInt(time));
  const signature = signEd25519(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), privateKey(seed));
  return `— ${name} ${Buffer.concat([idOf(name, seed, 4), seconds, signature]).toString("base64")}\n`;
};
const ORIGIN = "songoaivu.example/so-con-dau";
const NAMES = { 1: "root-1", 2: "root-2", 3: "registrar-1", 4: "registrar-2" };
const signed = (text, ...seeds) => Buffer.from(`${text}\n${seeds.map((it) => line(`songoaivu.example/${NAMES[it]}`, it, text)).join("")}`);

const leaf = (entry) => sha256(Buffer.from([0]), entry);
const node = (left, right) => sha256(Buffer.from([1]), left, right);
const split = (size) => { let it = 1; while (it * 2 < size) it *= 2; return it; };
const rootOf = (leaves) => leaves.length === 1 ? leaves[0] : node(rootOf(leaves.slice(0, split(leaves.length))), rootOf(leaves.slice(split(leaves.length))));
const proofOf = (index, leaves) => {
  if (leaves.length === 1) return [];
  const middle = split(leaves.length), [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle ? [...proofOf(index, left), rootOf(right)] : [...proofOf(index - middle, right), rootOf(left)];
};

/** The text of the checkpoint of these entries, and the checkpoint that log and witness signed. */
const pointOf = (entries) => `${ORIGIN}\n${entries.length}\n${rootOf(entries.map(leaf)).toString("base64")}\n`;
const checkpointOf = (entries, log = 5, witness = 6) => {
  const text = pointOf(entries);
  return `${text}\n${line(ORIGIN, log, text)}${witness ? cosign("witness.example/w1", witness, text, 1796180400) : ""}`;
};
const receiptOf = (entries, index, checkpoint = checkpointOf(entries)) => Buffer.from(
  `c2sp.org/tlog-proof@v1\nextra ${entries[index].toString("base64")}\nindex ${index}\n${proofOf(index, entries.map(leaf)).map((it) => `${it.toString("base64")}\n`).join("")}\n${checkpoint}`);

/** The published files of a register with these entries, by their paths. */
function published(entries) {
  const files = { checkpoint: Buffer.from(checkpointOf(entries)) };
  for (let at = 0; at < entries.length; at += 256) {
    const some = entries.slice(at, at + 256);
    const bundle = some.flatMap((it) => [Buffer.from([it.length >> 8, it.length & 255]), it]);
    files[`tile/entries/${String(at / 256).padStart(3, "0")}${some.length < 256 ? `.p/${some.length}` : ""}`] = Buffer.concat(bundle);
  }
  return files;
}
const example = Array.from({ length: 7 }, (_, at) => vector(`register/register/000/00000${at}.note`));

// ---- What a page says -------------------------------------------------------------------------------------------------

const server = await serve(built);
const subServer = await serve(below);
const siteServer = await serve(site);
const chromium = await browser(`--host-resolver-rules=MAP ${HOST} 127.0.0.1`);
const STATUS = `/V/${CODE}/`;

/** A page whose console and requests to others are faults. */
async function opened(url, prepare = () => {}, options = {}) {
  const context = await chromium.newContext({ viewport: { width: 360, height: 800 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (it) => { if (it.type() === "error" && !/status of (404|403)/.test(it.text())) page.faults.push(`console: ${it.text()}`); });
  page.on("pageerror", (it) => page.faults.push(`script error: ${it}`));
  page.asked = [];
  page.on("request", (it) => page.asked.push(it.url()));
  await prepare(page, context);
  await page.goto(url, { waitUntil: "load" });
  if (options.javaScriptEnabled !== false) await page.waitForFunction(() => !document.querySelector("[data-verify]")?.hidden);
  return page;
}
const close = async (page, name) => {
  tally.check(name, page.faults);
  await page.context().close();
};

/** What stands among the results: the class of each line and its English words. */
const results = (page) => page.evaluate(() => [...document.querySelectorAll("[data-said]>p")].map((it) => `${it.className || "–"}: ${it.querySelector("[lang=en]").textContent}`));
/** Waits until what was begun is done. */
const settled = (page) => page.waitForFunction(() => !isBusy && document.querySelector("[data-said]").childElementCount > 0);
async function choose(page, files, which = "files") {
  await page.setInputFiles(`[data-deed=${which}]`, files);
  await settled(page);
  return results(page);
}
async function press(page, deed) {
  await page.click(`[data-deed=${deed}]`);
  await settled(page);
  return results(page);
}
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const has = (name, said, ...wanted) => tally.check(name, wanted.filter((it) => !said.some((one) => one.startsWith(it))).map((it) => `not said: "${it}"; said: ${said.join(" | ")}`));
const all = (name, said, first) => tally.check(name, said.filter((it) => it.startsWith(first)).length === 0 ? "" : `said: ${said.filter((it) => it.startsWith(first)).join(" | ")}`);

// ---- Notes, keys, codes, trees ----------------------------------------------------------------------------------------

async function readers() {
  const page = await opened(server.origin + STATUS);
  const notes = (folder, ending) => readdirSync(join(VECTORS, "notes", folder)).filter((it) => it.endsWith(ending))
    .map((name) => ({ name, bytes: [...vector("notes", folder, name)] }));
  const own = vector("notes/example.vkey").toString().trim();
  const taken = (list) => page.evaluate(async ({ own, list }) => {
    const names = [];
    for (const { name, bytes } of list) {
      try {
        const key = await readKey(own, 1), note = readNote(new Uint8Array(bytes));
        await checkPoint(note, readPoint(note), { witnesses: [], quorum: 0 }, [key]);
        names.push(name);
      } catch { /* refused */ }
    }
    return names;
  }, { own, list });
  const [refused, accepted, keys] = [notes("refused", ".note"), notes("accepted", ".note"), notes("refused", ".vkey")];
  tally.check("notes", [refused.length !== 15 && "15 notes are to be refused", accepted.length !== 3 && "3 are to be taken", keys.length !== 2 && "2 keys are to be refused"]);
  tally.check("notes", (await taken(refused)).map((it) => `${it} is taken`));
  const right = await taken(accepted);
  tally.check("notes", accepted.filter((it) => !right.includes(it.name)).map((it) => `${it.name} is refused`));
  for (const { name, bytes } of keys) {
    const isTaken = await page.evaluate((line) => readKey(line, 1).then(() => true, () => false), Buffer.from(bytes).toString().trim());
    tally.check("keys", isTaken && `${name} is taken`);
  }
  // RFC 8032 encodings of the eight points of small order, and what is not reduced.
  const order8 = ["26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"];
  const plain = ["00".repeat(32), `01${"00".repeat(31)}`, `ec${"ff".repeat(30)}7f`, `ed${"ff".repeat(30)}7f`, `ee${"ff".repeat(30)}7f`, ...order8];
  const weak = plain.flatMap((it) => [it, it.slice(0, 62) + (parseInt(it.slice(62), 16) ^ 128).toString(16).padStart(2, "0")]);
  const strong = Array.from({ length: 40 }, (_, at) => publicKey(at).toString("hex"));
  const isWeak = (list) => page.evaluate((list) => list.map((it) => isWeak(Uint8Array.from(it.match(/../g), (two) => parseInt(two, 16)))), list);
  tally.check("keys", [(await isWeak(weak)).includes(false) && "a point of small order is taken", (await isWeak(strong)).includes(true) && "a good key is refused"]);

  tally.check("codes", await page.evaluate(() => {
    const faults = [];
    for (const code of ["K7M29QX4TB", "000YFYQ1TR", "DVJZAS54P8", "M4T6P0WQ2X8ZB5JH7RKD"]) {
      if (readCode(code) !== code) faults.push(`${code} is refused`);
      for (let at = 0; at < code.length; at += 1) {
        for (const it of SYMBOLS) {
          const wrong = code.slice(0, at) + it + code.slice(at + 1);
          if (wrong !== code && readCode(wrong)) faults.push(`${wrong} is taken`);
        }
        for (let to = at + 1; to < code.length; to += 1) {
          const swapped = [...code];
          [swapped[at], swapped[to]] = [swapped[to], swapped[at]];
          if (swapped.join("") !== code && readCode(swapped.join(""))) faults.push(`${swapped.join("")} is taken`);
        }
      }
    }
    if (readCode(" k7m2-9qx4 tb ") !== "K7M29QX4TB") faults.push("groups in lower case are refused");
    if (readCode("K7M2\u20119QX4\u2010TB") !== "K7M29QX4TB") faults.push("typeset hyphens are refused");
    if (readCode("oooyfyqitr") !== "000YFYQ1TR") faults.push("symbols that look alike are refused");
    for (const it of ["", "lO0", "K7M29QX4TU", "K7M29QX4TĐ", "K7M29QX4T"]) if (readCode(it)) faults.push(`"${it}" is taken`);
    return faults.slice(0, 5);
  }));

  const leaves = Array.from({ length: 70 }, (_, at) => leaf(`entry ${at}`));
  const trees = leaves.map((_, at) => leaves.slice(0, at + 1)).map((some) => ({ leaves: some.map((it) => [...it]), root: rootOf(some).toString("hex"), proofs: some.map((_, at) => proofOf(at, some).map((it) => [...it])) }));
  tally.check("trees", await page.evaluate(async (trees) => {
    const faults = [];
    const bytes = (list) => list.map((it) => Uint8Array.from(it));
    for (const { leaves, root, proofs } of trees) {
      const all = bytes(leaves), size = all.length;
      if (hex(await rootOf(all)) !== root) faults.push(`root of ${size}`);
      for (let index = 0; index < size; index += size > 20 ? 7 : 1) {
        const climbs = (at, size, proof) => climb(all[index], at, size, bytes(proof)).then((it) => hex(it) === root, () => false);
        if (!await climbs(index, size, proofs[index])) faults.push(`${index} of ${size} is refused`);
        if (await climbs(index + 1, size, proofs[index])) faults.push(`${index} of ${size} is taken for the next one`);
        if (await climbs(index, size, [...proofs[index], proofs[index][0] ?? leaves[0]])) faults.push(`${index} of ${size}: a hash too many is taken`);
        if (size > 1 && await climbs(index, size, proofs[index].slice(1))) faults.push(`${index} of ${size}: a hash too few is taken`);
      }
    }
    return faults.slice(0, 5);
  }, trees));
  await close(page, "readers");
}

// ---- Files and receipts ------------------------------------------------------------------------------------------------

const sealed = (version, name) => join(REGISTER, "site/V", CODE, String(version), name);
const receipt = (version) => join(REGISTER, "site/V", CODE, `${version}.tlog-proof`);
const holder = join(REGISTER, "unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001.holder");
const flipped = (bytes, at) => { const it = Buffer.from(bytes); it[at] ^= 1; return it; };

async function files(page, name) {
  has(name, await choose(page, sealed(2, "125-tb-sngv.pdf")), "yes: 125-tb-sngv.pdf is 125-tb-sngv.pdf of version 2.");
  has(name, await choose(page, sealed(1, "vi.md")), "old: vi.md is vi.md of version 1, an EARLIER version.");
  has(name, await choose(page, [sealed(2, "vi.md"), sealed(2, "zh.md")]), "yes: vi.md is vi.md of version 2.", "yes: zh.md is zh.md of version 2.");
  const pdf = readFileSync(sealed(2, "125-tb-sngv.pdf"));
  const changed = await choose(page, file("ban-chup.pdf", flipped(pdf, 20)));
  has(name, changed, "no: ban-chup.pdf differs from every sealed file of this code.");
  all(name, changed, "yes");
  // The same file again, changed meanwhile: it is looked at again.
  has(name, await choose(page, file("ban-chup.pdf", pdf)), "yes: ban-chup.pdf is 125-tb-sngv.pdf of version 2.");
}

async function receipts(page, name) {
  const said = await press(page, "document");
  has(name, said, "yes: Entry 1 is in the register of 7 entries", "yes: Entry 3 is in the register of 7 entries", `yes: The register ${ORIGIN} signed this state`,
    "yes: Enough witnesses saw this state: witness.example/w1 2026-12-02T03:00:00Z", "yes: A registrar's key signed the entry: songoaivu.example/registrar-1", "–: The register has the words below");
  all(name, said, "no");
  const words = await page.locator("[data-said] pre").allTextContents();
  tally.check(name, [words.length !== 2 && "the words of two versions are due", words[0]?.includes("number: 125/TB-SNgV\n") || "the words of the entry are not shown"].filter((it) => it !== true));
  has(name, await choose(page, receipt(1)), "yes: Entry 1 is in the register of 7 entries");
}

/** No byte of a receipt may change without being told. */
async function changedReceipt(page, name) {
  for (const [what, path, stride] of [["receipt", receipt(1), 11], ["holder's file", holder, 29]]) {
    const bytes = [...readFileSync(path)];
    tally.check(name, await page.evaluate(async ({ bytes, stride, what }) => {
      const faults = [];
      for (let at = 0; at < bytes.length; at += stride) {
        const wrong = Uint8Array.from(bytes);
        wrong[at] ^= 1;
        said.textContent = "";
        await attempt("x", async () => what === "receipt" ? show(await checkReceipt(wrong)) : checkHolder(wrong));
        if (!said.querySelector(".no") || said.querySelector("pre")) faults.push(`${what}: byte ${at} may change`);
      }
      return faults.slice(0, 5);
    }, { bytes, stride, what }));
  }
  // Right to the byte, and signed by others than those who had to.
  const text = example[1].toString().split("\n\n")[0] + "\n";
  const receiptWith = (...seeds) => receiptOf([...example.slice(0, 6), signed(text, ...seeds)], 6);
  const held = async (bytes) => choose(page, file("bien-nhan.tlog-proof", bytes));
  tally.check(name, Buffer.compare(receiptOf(example, 1), readFileSync(receipt(1))) ? "the receipt of the vectors cannot be made again" : "");
  all(name, await held(receiptWith(3)), "no");
  for (const seeds of [[1], [3, 4], [3, 1]]) has(name, await held(receiptWith(...seeds)), "no: A registrar's key signed the entry");
  has(name, await held(receiptOf(example, 1, checkpointOf(example, 9))), "no: The register");
  has(name, await held(receiptOf(example, 1, checkpointOf(example, 5, 0))), "no: Enough witnesses");
  has(name, await held(receiptOf(example, 1, checkpointOf(example, 5, 9))), "no: Enough witnesses");
  const salted = Buffer.from(readFileSync(holder, "utf8").replace("salt: a5", "salt: a4"));
  has(name, await choose(page, file("nguoi-giu.holder", salted)), "no: The register has the commitment");
  // Another document's receipt is right, and not this document's.
  const other = await page.evaluate(async (bytes) => {
    said.textContent = "";
    code = "000YFYQ1TR";
    await attempt("x", async () => show(await checkReceipt(Uint8Array.from(bytes))));
    code = area.dataset.code;
    return [...said.querySelectorAll("p.no [lang=en]")].map((it) => it.textContent);
  }, [...readFileSync(receipt(1))]);
  has(name, other, `It belongs to another code: ${CODE}.`);
}

// ---- The register -------------------------------------------------------------------------------------------------------

async function register(page, name) {
  const said = await press(page, "register");
  has(name, said, "yes: All 7 entries are there and agree with the signed state", "yes: The first entry agrees with the fingerprint f08e549f", "yes: Signatures of the entries: 7 of 7",
    `yes: The register ${ORIGIN} signed this state`, "yes: Enough witnesses saw this state: witness.example/w1", "–: Entry 1, 2026-11-20T01:15:00Z: version 1 sealed", "–: Entry 3,", "–: Entry 4,", "maybe: The whole form");
  tally.check(name, said.some((it) => it.startsWith("–: Entry 4") && it.endsWith("SUSPENDED")) ? "" : "the suspension is not listed");
  all(name, said, "no");
}

/** What is said of a register of these files. */
const judged = async (page, files) => {
  const list = Object.entries(files).map(([path, it]) => [path, [...it]]);
  await page.evaluate(async (list) => {
    const files = new Map(list);
    said.textContent = "";
    await attempt("checkpoint", () => checkRegister((path) => { if (!files.has(path)) throw path; return Uint8Array.from(files.get(path)); }));
  }, list);
  return results(page);
};

async function changedRegister(page, name) {
  const files = published(example);
  tally.check(name, Buffer.compare(files.checkpoint, vector("register/register/checkpoint")) ? "the checkpoint of the vectors cannot be made again" : "");
  for (const [path, stride] of [["checkpoint", 5], ["tile/entries/000.p/7", 101]]) {
    tally.check(name, await page.evaluate(async ({ list, path, stride }) => {
      const faults = [], files = new Map(list.map(([path, it]) => [path, Uint8Array.from(it)]));
      for (let at = 0; at < files.get(path).length; at += stride) {
        const wrong = files.get(path).slice();
        wrong[at] ^= 1;
        said.textContent = "";
        await attempt("checkpoint", () => checkRegister((asked) => { if (!files.has(asked)) throw asked; return asked === path ? wrong : files.get(asked); }));
        // Another size leads to files that are not there: nothing is said, and nothing is right.
        const isFound = said.querySelector(".no") || !said.querySelector(".yes") && said.querySelector(".maybe");
        if (!isFound) faults.push(`${path}: byte ${at} may change`);
      }
      return faults.slice(0, 5);
    }, { list: Object.entries(files).map(([path, it]) => [path, [...it]]), path, stride }));
  }
  // The tree is made again, so only signatures and keys can tell.
  const after = (...more) => judged(page, published([...example, ...more]));
  const seal = (it, day) => `condau/1 private\ncommit: sha256:${sha256(String(it)).toString("hex")}\nsealed: 2026-12-${day}\n`;
  const broken = (said, at, size) => { has(name, said, `no: Signatures of the entries: ${at} of ${size}`); all(name, said, "–: Entry"); };
  has(name, await after(signed(seal(1, "02"), 3)), "yes: Signatures of the entries: 8 of 8");
  const text = seal(2, "02");
  broken(await after(Buffer.from(`${text}\n${line("songoaivu.example/registrar-1", 9, text)}`)), 7, 8);
  broken(await after(Buffer.from(`${text}\n${line("songoaivu.example/registrar-1", 3, "other\n")}`)), 7, 8);
  broken(await after(signed(text, 1)), 7, 8);
  broken(await after(signed(text, 3, 4)), 7, 8);
  broken(await after(Buffer.from(signed(text, 3) + line("other.example/x", 9, text))), 7, 8);
  broken(await after(signed(text.replace("private", "secret"), 3)), 7, 8);
  broken(await after(signed(text.replace("sealed: ", "sealed:  "), 3)), 7, 8);
  const move = "condau/1 move\nhost: moi.example\nreason.vi: Hợp nhất\nsealed: 2026-12-02T04:00:00Z\n";
  has(name, await after(signed(move, 1, 2)), "yes: Signatures of the entries: 8 of 8");
  broken(await after(signed(move, 1)), 7, 8);
  broken(await after(signed(move, 3)), 7, 8);
  broken(await after(example[0]), 7, 8);
  broken(await after(signed(`condau/1 status\nid: ${CODE}\nstatus: same\nreason.vi: Lý do\nsealed: 2026-12-02T04:00:00Z\n`, 3)), 7, 8);
  const key = (action, from = "") => `condau/1 key\naction: ${action}\nrole: registrar\nvkey: ${vkey("songoaivu.example/registrar-1", 3)}\n${from}reason.vi: Lý do\nsealed: 2026-12-02T04:00:00Z\n`;
  broken(await after(signed(key("retire"), 1, 2), signed(text, 3)), 8, 9);
  has(name, await after(signed(key("retire"), 1, 2), signed(text, 4)), "yes: Signatures of the entries: 9 of 9");
  const stolen = await after(signed(key("compromised", "from-index: 3\n"), 1, 2));
  has(name, stolen, "–: Entry 1,", "old: Entry 3,", "old: Entry 4,");
  // Lawfully signed, and not what the checkpoint covers; or another register altogether.
  const last = [...example.slice(0, 6), signed(text, 3)];
  has(name, await judged(page, { ...published(last), checkpoint: published(example).checkpoint }), "no: All 7 entries");
  const open = example[0].toString().split("\n\n")[0].replace(/sealed: \d{4}/, "sealed: 2025") + "\n";
  has(name, await judged(page, published([signed(open, 1, 2), ...example.slice(1)])), "no: The first entry");
  // More than one bundle.
  const many = [...example, ...Array.from({ length: 300 }, (_, at) => signed(seal(at + 10, "02"), 3))];
  has(name, await judged(page, published(many)), "yes: Signatures of the entries: 307 of 307", "–: Entry 4,");
  const missing = published(many);
  delete missing["tile/entries/000"];
  const said = await judged(page, missing);
  has(name, said, "maybe: tile/entries/000 could not be read");
  tally.check(name, said.some((it) => /^(yes|no)/.test(it)) && "something is said of a register that is not there");
}

/** One byte changed on the way: the page says so, and says nothing good after it. */
async function onTheWay() {
  for (const [path, deed, wanted] of [["**/1.tlog-proof", "document", "no"], ["**/tile/entries/**", "register", "no"], ["**/checkpoint", "register", "no"]]) {
    const page = await opened(server.origin + STATUS, (page) => page.route(path, async (route) => {
      const answer = await route.fetch(), body = await answer.body();
      await route.fulfill({ response: answer, body: flipped(body, body.length - 120) });
    }));
    has(`${path} changed`, await press(page, deed), wanted);
    await close(page, path);
  }
  const page = await opened(server.origin + STATUS, (page) => page.route("**/policy.txt", (route) => route.abort()));
  const said = await press(page, "register");
  has("policy withheld", said, "maybe: /so-con-dau/policy.txt could not be read");
  all("policy withheld", said, "no");
  page.faults = page.faults.filter((it) => !it.includes("ERR_FAILED"));
  await close(page, "policy withheld");
}

/** The page of an unlisted record: the right file is told from a changed one, and nothing of a person is said. */
async function unlisted() {
  const code = "M4T6P0WQ2X8ZB5JH7RKD", asked = [];
  const page = await opened(`${server.origin}/V/${code}/`, (page) => page.on("request", (it) => asked.push(it)));
  const words = await page.locator("body").innerText();
  tally.check("unlisted", ["CÒN HIỆU LỰC", "IN FORCE", "现行有效", "November 2026", "details are not shown"].filter((it) => !words.includes(it)).map((it) => `"${it}" is not said`));
  const html = await page.content();
  tally.check("unlisted", ["88/GXN", "88-gxn", "Giấy xác nhận"].filter((it) => html.includes(it)).map((it) => `"${it}" is said`));
  const right = readFileSync(sealed(1, "125-tb-sngv.pdf"));
  has("unlisted", await choose(page, file("giay.pdf", right)), "yes: giay.pdf is the file that was sealed.");
  const changed = await choose(page, file("giay.pdf", flipped(right, 20)));
  has("unlisted", changed, "no: giay.pdf differs from every sealed file of this code.");
  all("unlisted", changed, "yes");
  const said = await choose(page, holder);
  has("unlisted", said, "yes: Entry 2 is in the register of 7 entries", "yes: The register has the commitment to exactly this", "–: The register has the words below");
  all("unlisted", said, "no");
  await look(page, "unlisted");
  tally.check("unlisted", asked.filter((it) => !it.url().startsWith(server.origin)).map((it) => `asks ${it.url()}`));
  // What the page asks for, and where its links lead, does not learn from where.
  tally.check("unlisted", asked.filter((it) => it.headers().referer?.includes(code)).map((it) => `${it.url()} learns the code`));
  await close(page, "unlisted");
}

// ---- Grey ---------------------------------------------------------------------------------------------------------------

async function grey(name, url, prepare) {
  const page = await opened(url, prepare);
  const seen = await page.evaluate(() => {
    const shown = (it) => document.querySelector(it).checkVisibility();
    const cannot = document.querySelector("[data-cannot]");
    const muted = Object.assign(document.body.appendChild(document.createElement("i")), { style: "color:var(--muted)" });
    return { able: shown("[data-able]"), cannot: shown("[data-cannot]"), words: cannot.textContent, isGrey: getComputedStyle(cannot).color === getComputedStyle(muted).color, said: document.querySelector("[data-said]").childElementCount };
  });
  tally.check(name, [
    seen.able && "it offers to check", !seen.cannot && "it does not say that it cannot check", !seen.isGrey && "it is not grey", seen.said && "it says something of a file",
    ...["Trình duyệt này không kiểm tra được", "This browser cannot check", "此浏览器无法核验"].map((it) => !seen.words.includes(it) && `not said: ${it}`),
  ]);
  // The browser says of the insecure page that it ignores a header.
  page.faults = page.faults.filter((it) => !it.includes("untrustworthy"));
  await close(page, name);
}

// ---- The file that readers keep ---------------------------------------------------------------------------------------

async function kept() {
  const own = join(work, "giu/kiem-tra.html");
  mkdirSync(dirname(own), { recursive: true });
  cpSync(join(built, "so-con-dau/verify.html"), own);
  const other = join(work, "khac.pdf");
  writeFileSync(other, "khác");
  const page = await opened(pathToFileURL(own).href);
  has("kept", await choose(page, sealed(2, "vi.md")), "maybe: vi.md: there is nothing to compare it with.");
  const said = await choose(page, [sealed(1, "125-tb-sngv.pdf"), receipt(1), other]);
  has("kept", said, "yes: Entry 1 is in the register", "yes: Enough witnesses", "yes: A registrar's key", "yes: 125-tb-sngv.pdf is 125-tb-sngv.pdf of version 1.", "no: khac.pdf differs from every file of the receipts");
  all("kept", await choose(page, receipt(2)), "no");
  has("kept", await choose(page, sealed(1, "vi.md")), "old: vi.md is vi.md of version 1, an EARLIER version.");
  const register = await choose(page, join(built, "so-con-dau"), "folder");
  has("kept", register, "yes: All 7 entries", "yes: The first entry", "yes: Signatures of the entries: 7 of 7", "–: Entry 4,");
  all("kept", register, "no");
  tally.check("kept", page.asked.filter((it) => it !== pathToFileURL(own).href).map((it) => `a request: ${it}`));
  tally.check("kept", await page.locator("[data-save]").count() && "it still asks to be saved");
  await look(page, "kept");
  await close(page, "kept");
  const again = await opened(pathToFileURL(own).href);
  const held = await choose(again, holder);
  has("kept, holder", held, "yes: Entry 2 is in the register", "yes: The register has the commitment", "–: The register has the words below");
  await close(again, "kept, holder");
  // From a host its own headers forbid the script: it asks to be saved.
  const context = await chromium.newContext();
  const hosted = await context.newPage();
  await hosted.goto(`${server.origin}/so-con-dau/verify.html`);
  tally.check("kept, from a host", !await hosted.locator("[data-save]").isVisible() && "it does not ask to be saved");
  await context.close();
  await grey("kept, without Ed25519", pathToFileURL(own).href, withoutEd25519);
}
const withoutEd25519 = (page) => page.addInitScript(() => {
  SubtleCrypto.prototype.generateKey = () => Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"));
});

// ---- Codes ----------------------------------------------------------------------------------------------------------------

async function codes(origin, base, name) {
  const meant = async (path, wanted) => {
    const page = await opened(origin + path);
    const seen = await page.evaluate(() => ({ meant: document.querySelector("[data-meant]").checkVisibility(), mistyped: document.querySelector("[data-mistyped]").checkVisibility(), to: document.querySelector("[data-meant] a").href }));
    const is = seen.mistyped ? "mistyped" : seen.meant ? seen.to.replace(origin, "") : "";
    tally.check(name, is !== wanted && `${path} leads to "${is}", should be "${wanted}"`);
    await close(page, `${name} ${path}`);
  };
  await meant(`${base}v/000yfyq1tr/`, `${base}V/000YFYQ1TR/`);
  await meant(`${base}V/OOOYFYQITR`, `${base}V/000YFYQ1TR/`);
  await meant(`${base}V/DVJZ-AS54-P8/index.html`, `${base}V/DVJZAS54P8/`);
  await meant(`${base}V/DVJZ%20AS54%E2%80%91P8`, `${base}V/DVJZAS54P8/`);
  await meant(`${base}V/DVJZAS54P9/`, "mistyped");
  await meant(`${base}V/0000000000/`, "");
  await meant(`${base}khong-co/`, "");
  if (base === "/") await meant("//other.example/v/dvjzas54p8/", "//other.example/V/DVJZAS54P8/");
  const page = await opened(`${origin}${base}V/`);
  await page.fill("[name=code]", "K7M2-9QX4-TC");
  await page.keyboard.press("Enter");
  tally.check(name, !await page.locator("[data-mistyped]").isVisible() && "a mistyped code is not told");
  await page.fill("[name=code]", "dvjz-as54-p8");
  await Promise.all([page.waitForURL(`${origin}${base}V/DVJZAS54P8/`), page.click("form[data-typed] button")]).catch((it) => tally.check(name, `a typed code leads nowhere: ${it.message.split("\n")[0]}`));
  await close(page, `${name} form`);
}

// ---- Without JavaScript, on a telephone, in bytes ------------------------------------------------------------------------

async function without() {
  for (const path of [STATUS, "/V/", "/404.html"]) {
    const page = await opened(server.origin + path, undefined, { javaScriptEnabled: false });
    const seen = await page.locator("[data-verify],form[data-typed],[data-meant],[data-mistyped],[data-say],[data-deed]").evaluateAll((list) => list.filter((it) => it.checkVisibility()).length);
    tally.check(`${path} without JavaScript`, seen && `${seen} parts of the tools are seen`);
    await close(page, path);
  }
}

async function look(page, name) {
  const faults = await page.evaluate(() => {
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push("scrolls sideways at 360 px");
    for (const it of document.querySelectorAll("[data-able] :is(button,input,a)")) {
      const box = it.getBoundingClientRect();
      if (it.checkVisibility() && (box.height < 24 || box.width < 24) && getComputedStyle(it).display !== "inline") faults.push(`"${it.textContent || it.id}" is ${box.width}×${box.height}`);
    }
    for (const it of document.querySelectorAll("[data-said]>p")) if (!/"."/.test(getComputedStyle(it, "::before").content)) faults.push("a line without a sign");
    const live = document.querySelector("[data-said]");
    if (live.getAttribute("aria-live") !== "polite") faults.push("results are not spoken");
    return faults;
  });
  tally.check(name, faults);
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }));
    tally.check(`${name} ${colorScheme}`, violations.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes[0].html.slice(0, 120)}`));
  }
}

function sizes() {
  const sent = (path) => gzipped(readFileSync(join(built, path))).length;
  for (const [path, limit] of [["so-con-dau/verify.js", 6 * KB], ["so-con-dau/verify.html", 20 * KB], [`V/${CODE}/index.html`, 15 * KB]]) {
    tally.check(path, sent(path) > limit && `${path}: ${(sent(path) / KB).toFixed(1)} KB, at most ${limit / KB}`);
    tally.note(`${path}: ${(sent(path) / KB).toFixed(1)} KB sent, ${(readFileSync(join(built, path)).length / KB).toFixed(1)} KB kept`);
  }
}

/** The folder as the simplest of hosts serves it. */
async function simple() {
  const host = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "-d", resolve(built)], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((done) => host.stdout.on("data", (it) => { const found = String(it).match(/port (\d+)/); if (found) done(found[1]); }));
  const page = await opened(`http://localhost:${port}${STATUS}`);
  all("python3 -m http.server", await press(page, "document"), "no");
  has("python3 -m http.server", await press(page, "register"), "yes: Signatures of the entries: 7 of 7");
  await close(page, "python3 -m http.server");
  host.kill();
}

sizes();
await readers();
const page = await opened(server.origin + STATUS);
await files(page, "files");
await receipts(page, "receipts");
await look(page, "look");
await register(page, "register");
await look(page, "look");
await changedReceipt(page, "changed receipt");
await changedRegister(page, "changed register");
await close(page, "status page");
await onTheWay();
await unlisted();
const sub = await opened(`${subServer.origin}/co-quan${STATUS}`);
await files(sub, "below a path");
await receipts(sub, "below a path");
await register(sub, "below a path");
await close(sub, "below a path");
await grey("insecure page", `http://${HOST}:${new URL(server.origin).port}${STATUS}`);
await grey("without Ed25519", server.origin + STATUS, withoutEd25519);
await grey("without WebCrypto", server.origin + STATUS, (page) => page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined })));
await kept();
await codes(siteServer.origin, "/", "codes");
await codes(subServer.origin, "/co-quan/", "codes below a path");
await without();
await simple();

await chromium.close();
for (const it of [server, subServer, siteServer]) it.close();
rmSync(work, { recursive: true });
tally.end();
