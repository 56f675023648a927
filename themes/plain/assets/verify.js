// Checks in the reader's own browser: files, receipts, the whole register (docs/FORMAT.md, "The register"); codes that
// are typed. The words stand in the page, in its languages. What cannot be checked is grey, neither right nor wrong.
// As strict as the strictest reader of notes: what is not written exactly as the formats say is refused.
"use strict";

// ---- Bytes ----------------------------------------------------------------------------------------------------------

const must = (holds) => { if (!holds) throw Error(); };
const encode = (it) => it.trim ? new TextEncoder().encode(it) : it;
const bytesOf = (...parts) => Uint8Array.from(parts.flatMap((it) => [...encode(it)]));
const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const hex = (bytes) => [...bytes].map((it) => it.toString(16).padStart(2, 0)).join("");
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const hash = (...parts) => sha256(bytesOf(...parts));
// What is not canonical is passed over by atob; written again it is another text.
const unbase = (text) => {
  const raw = atob(text);
  must(btoa(raw) === text);
  return Uint8Array.from(raw, (it) => it.charCodeAt());
};

// ---- Notes and keys -------------------------------------------------------------------------------------------------

// Points of small order, by which anybody signs anything, and what is not reduced. The sign of x says nothing.
const isWeak = (point) => /^(0[01]0{62}|26e8958fc2b227b0|c7176a703d4dd84f|(e[c-f]|f.)f{60}7f)/
  .test(hex(point.map((it, at) => at > 30 ? it & 127 : it)));

// Type 1 signs the text, type 4 is a witness.
const readKey = async (line, type, role) => {
  const [, who, name, base] = line.match(/^(([^\s+\x85]+)\+\w{8})\+(\S+)$/);
  const raw = unbase(base), point = raw.slice(1);
  const id = hex((await hash(name, "\n", raw)).slice(0, 4));
  must(raw.length === 33 && raw[0] === type && who === name + "+" + id && !isWeak(point));
  const key = await crypto.subtle.importKey("raw", point, "Ed25519", false, ["verify"]);
  return { line, who, name, type, role, key };
};

const readNote = (bytes) => {
  const all = textOf(bytes), at = all.lastIndexOf("\n\n") + 1;
  must(bytes.length <= 65536 && at && all.endsWith("\n") && !/[\0-\t\v-\x1f]/.test(all));
  const signatures = all.slice(at + 1, -1).split("\n").map((line) => {
    const [, name, base] = line.match(/^— ([^\s+\x85]+) (\S+)$/), raw = unbase(base);
    must(raw.length > 4);
    return { who: name + "+" + hex(raw.slice(0, 4)), raw: raw.slice(4) };
  });
  must(signatures.length <= 64 && new Set(signatures.map((it) => it.who)).size === signatures.length);
  return { text: all.slice(0, at), signatures };
};

// The keys that signed. One wrong signature of a known key spoils the note; unknown keys say nothing.
const signedBy = async ({ text, signatures }, keys) => {
  const found = [];
  for (const key of keys) for (let { who, raw } of signatures) if (who === key.who) {
    let said = text;
    if (key.type > 1) {
      const seconds = new DataView(raw.buffer).getBigUint64();
      said = `cosignature/v1\ntime ${seconds}\n${text}`;
      key.seen = new Date(Number(seconds) * 1000).toISOString().replace(".000", "");
      raw = raw.slice(8);
    }
    must(!isWeak(raw.slice(0, 32)) && await crypto.subtle.verify("Ed25519", key.key, raw, bytesOf(said)));
    found.push(key);
  }
  return found;
};

const readPoint = ({ text }) => {
  const [, origin, size, root] = text.match(/^(.+)\n([1-9]\d{0,8})\n(\S{43}=)\n$/);
  return { origin, size: +size, root: hex(unbase(root)) };
};

const readPolicy = async (text) => {
  const logs = [], witnesses = [], rules = { none: 0 };
  let quorum = 0;
  for (const line of text.split("\n")) {
    const [what, name, key, ...members] = line.split(/\s+/);
    if (what === "log") logs.push(await readKey(name, 1));
    if (what === "witness") {
      const witness = await readKey(key, 4);
      witnesses.push(witness);
      rules[name] = (seen) => seen.includes(witness);
    }
    if (what === "group") {
      const needed = { any: 1, all: members.length }[key] ?? key;
      must(needed > 0 && members.every((it) => rules[it]));
      rules[name] = (seen) => members.filter((it) => rules[it](seen)).length >= needed;
    }
    if (what === "quorum") {
      must(name in rules);
      quorum = rules[name];
    }
  }
  return { logs, witnesses, quorum };
};

// ---- Tree and entries -----------------------------------------------------------------------------------------------

const leaf = (entry) => hash([0], entry);
const node = (left, right) => hash([1], left, right);
// The largest power of two below a size.
const half = (size) => 2 ** (31 - Math.clz32(size - 1));
const rootOf = async (leaves) => {
  const middle = half(leaves.length);
  return leaves[1] ? node(await rootOf(leaves.slice(0, middle)), await rootOf(leaves.slice(middle))) : leaves[0];
};
const climb = async (leaf, index, size, proof) => {
  must(index < size && (size > 1 ? proof.length : !proof.length));
  if (size < 2) return leaf;
  const middle = half(size), beside = proof.pop();
  return index < middle ? node(await climb(leaf, index, middle, proof), beside)
    : node(beside, await climb(leaf, index - middle, size - middle, proof));
};

const readEntry = (bytes) => {
  const { text, signatures } = readNote(bytes);
  const [, kind] = text.match(/^condau\/1 (open|key|issue|status|private|move)\n([a-z].*: \S.*\n)+$/);
  must(bytes.length <= 16384 && text === text.normalize());
  must(!/[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(text));
  const all = (key) => text.split("\n").filter((it) => it.startsWith(key + ": ")).map((it) => it.slice(key.length + 2));
  return { text, signatures, kind, all, get: (key) => all(key)[0] };
};

const unpack = (bytes) => {
  const entries = [];
  for (let at = 0, end; at < bytes.length; at = end) {
    end = at + 2 + bytes[at] * 256 + bytes[at + 1];
    must(end <= bytes.length);
    entries.push(bytes.slice(at + 2, end));
  }
  return entries;
};

// ---- What is said ---------------------------------------------------------------------------------------------------

const area = document.querySelector("[data-verify]");
const find = (it) => area.querySelector(it);
const said = area && find("[data-said]");
let { code, prefix, fingerprint, policy, signers } = area?.dataset ?? {};

const say = (id, values = {}, result = "") => {
  const line = find(`[data-say=${id}]`).cloneNode(true);
  for (const it of line.children) {
    const end = result && find(`[data-say=${result}] [lang=${it.lang}]`).textContent;
    it.textContent = it.textContent.replace(/{(\w+)}/g, (_, key) => values[key] ?? "") + end;
  }
  delete line.dataset.say;
  if (result) line.className = result;
  said.append(line);
};
// A step holds or not. After one that does not, nothing more is looked at.
const step = async (id, values, work) => {
  try { await work(); } catch {
    say(id, values, "no");
    throw 0;
  }
  say(id, values, "yes");
};
const attempt = async (file, work) => {
  try { await work(); } catch (fault) {
    // Nothing is wrong with what could not be fetched: its address was thrown.
    if (fault) say(fault.trim ? "missing" : "unreadable", { file: fault.trim ? fault : file });
  }
};
const fetched = async (path) => {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => 0);
  if (!answer.ok) throw path;
  return new Uint8Array(await answer.arrayBuffer());
};
const contents = (file) => file.arrayBuffer().then((it) => new Uint8Array(it), () => { throw file.name; });
const trusted = async (own, name) => own ?? textOf(await fetched(prefix + name));

// ---- What is checked ------------------------------------------------------------------------------------------------

// The sealed files that are known, by their hashes, and the newest version.
const sums = {};
let newest = 0;
const learn = (sum, name, version) => {
  newest = Math.max(newest, version);
  if (!(sums[sum]?.version > version)) sums[sum] = { name, version };
};
const compare = async (file, bytes) => {
  const it = sums[hex(await sha256(bytes))];
  const same = !it ? "" : it.version < newest ? "older" : it.name ? "match" : "same";
  say(same || (newest ? "differs" : "unknown"), { file, ...it });
};

const policed = async () => readPolicy(await trusted(policy, "policy.txt"));
const checkPoint = async (note, { origin }, { witnesses, quorum }, logs) => {
  await step("log", { origin }, async () => must((await signedBy(note, logs.filter((it) => it.name === origin)))[0]));
  const values = { names: "–" };
  if (witnesses[0]) await step("witness", values, async () => {
    const seen = await signedBy(note, witnesses);
    values.names = seen.map((it) => `${it.name} ${it.seen}`).join(", ");
    must(!quorum || quorum(seen));
  });
  if (!quorum) say("alone");
};

const checkSigner = async (entry) => {
  const keys = (await trusted(signers, "signers.vkey")).trim().split("\n");
  const registrars = await Promise.all(keys.filter((it) => it.includes("/registrar-")).map((it) => readKey(it, 1)));
  const values = { name: "–" };
  await step("signer", values, async () => {
    const [key] = await signedBy(entry, registrars);
    values.name = key.name;
    must(!entry.signatures[1]);
  });
};

const checkReceipt = async (bytes) => {
  const [, extra, index, proof, rest] = textOf(bytes)
    .match(/^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d{0,5})\n((?:\S{43}=\n){0,63})\n([^]+)$/);
  const entry = unbase(extra), note = readNote(bytesOf(rest)), point = readPoint(note);
  await step("proof", { index, size: point.size }, async () => {
    const hashes = proof.split("\n").slice(0, -1).map(unbase);
    must(hex(await climb(await leaf(entry), +index, point.size, hashes)) === point.root);
  });
  const policy = await policed();
  // Without a key of the log nothing can be said.
  if (!policy.logs[0]) throw "policy.txt";
  await checkPoint(note, point, policy, policy.logs);
  const read = readEntry(entry);
  await checkSigner(read);
  return read;
};

// Words that were proved, to compare with the paper.
const show = ({ text, get }) => {
  const id = get("id");
  if (id !== (code ??= id)) return say("other", { id });
  for (const [, name, tag, sum] of text.matchAll(/^(?:file: (\S+) \d+|text\.(\S+):) sha256:(\w+)$/gm))
    learn(sum, name ?? tag + ".md", +get("version"));
  say("sealed");
  said.append(Object.assign(document.createElement("pre"), { textContent: text }));
};

const checkHolder = async (bytes) => {
  const [, salt, base, proof] = textOf(bytes)
    .match(/^condau\/1 holder\nsalt: ([\da-f]{64})\nentry: (\S+)\nproof: (\S+)\n$/);
  const note = unbase(base), entry = await checkReceipt(unbase(proof));
  const grains = salt.match(/../g).map((it) => parseInt(it, 16));
  const commit = "sha256:" + hex(await hash("condau/1 commit\n", grains, note));
  await step("commit", {}, () => must(entry.get("commit") === commit));
  const read = readEntry(note);
  await checkSigner(read);
  show(read);
};

const checkRegister = async (get) => {
  const note = readNote(await get("checkpoint")), point = readPoint(note), { size } = point;
  const bundles = [], leaves = [], about = [], values = { at: 0, size };
  for (let at = 0; at < size; at += 256) {
    const number = `${at / 256}`.padStart(9, 0).replace(/^(000)+(?=.)/, "").replace(/...(?=.)/g, "x$&/");
    bundles.push(await get(`tile/entries/${number}${at + 256 > size ? ".p/" + (size - at) : ""}`));
  }
  let entries, keys = [], quorum;
  await step("root", { size }, async () => {
    entries = bundles.flatMap(unpack);
    for (const it of entries) leaves.push(await leaf(it));
    must(entries.length === size && hex(await rootOf(leaves)) === point.root);
  });
  await step("first", { fingerprint }, () => must(hex(leaves[0]) === fingerprint));
  await step("entries", values, async () => {
    for (const bytes of entries) {
      const entry = readEntry(bytes), { kind, all, get } = entry, index = values.at;
      must((kind === "open") === !index);
      const add = async (role, line) => keys.push(await readKey(line, 1, role));
      if (!index) for (const role of ["root", "registrar", "log"]) for (const it of all(role)) await add(role, it);
      quorum ??= +get("quorum");
      const role = /open|key|move/.test(kind) ? "root" : "registrar";
      const signed = await signedBy(entry, keys.filter((it) => it.role === role));
      must(signed.length === entry.signatures.length && signed.length === (role === "root" ? quorum : 1));
      const line = get("vkey"), from = get("from-index");
      if (get("action") === "add") await add(get("role"), line);
      else if (kind === "key") {
        keys = keys.filter((it) => it.line !== line);
        // What a stolen key signed since then has no effect.
        for (const it of about) if (it.line === line && it.index >= from) it.id = "disowned";
      }
      const [id, version, time] = [get("status") ?? kind, get("version"), get("sealed")];
      if (get("id") === code) {
        must(/^(issue|in-force|suspended|superseded|revoked)$/.test(id));
        about.push({ id, index, version, time, line: signed[0].line });
      }
      values.at += 1;
    }
  });
  await checkPoint(note, point, await policed(), keys.filter((it) => it.role === "log"));
  for (const it of about) say(it.id, it);
  if (code && !about[0]) say("none");
  say("rest");
};

const checkFiles = async (files) => {
  const held = [];
  for (const it of files) await attempt(it.name, async () => {
    const bytes = await contents(it);
    held.push([it.name, bytes, String.fromCharCode(...bytes.slice(0, 20))]);
  });
  // Receipts come first: they say which other files were sealed.
  const isProof = (it) => /^(c2sp.org.tlog-proof@|condau.1 holder\n)/.test(it[2]);
  held.sort((a, b) => isProof(b) - isProof(a));
  for (const [file, bytes, head] of held) await attempt(file, async () => {
    if (!isProof([, , head])) await compare(file, bytes);
    else if (head.startsWith("condau")) await checkHolder(bytes);
    else show(await checkReceipt(bytes));
  });
};

// ---- The page -------------------------------------------------------------------------------------------------------

// Symbols by value; the last one of a code checks the others in GF(32) with x⁵+x²+1 (verification.md §2.1).
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const readCode = (typed) => {
  const text = typed.toUpperCase().replace(/[\s\u2010\u2011-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const values = [...text].map((it) => SYMBOLS.indexOf(it)), last = values.pop();
  const check = values.reduceRight((sum, it) => (sum ^ it) * 2 ^ ((sum ^ it) > 15 ? 37 : 0), 0);
  return /^(.{10}|.{20})$/.test(text) && !values.includes(-1) && check === last ? text : "";
};

const shown = (name, is) => {
  document.querySelector(`[data-${name}]`).hidden = !is;
};

// On the page of codes: what is typed leads to the page of the code.
const form = document.querySelector("form[data-typed]");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const code = readCode(form.code.value);
  shown("mistyped", !code);
  if (code) location.href = form.getAttribute("action") + code + "/";
});
if (form) form.hidden = false;

// On the page of what is not there: the address as it was perhaps meant.
const meant = document.querySelector("[data-meant] a");
const [, base, typed] = meant && location.pathname.match(/^(.*\/)v\/([^/]+)/i) || [];
if (typed) {
  const code = readCode(typed.replace(/%../g, "")), path = `${base}V/${code}/`;
  meant.textContent = location.host + path;
  // Two slashes at its beginning would name another host.
  meant.href = location.origin + path;
  shown("mistyped", !code);
  shown("meant", code && path !== location.pathname);
}

// On pages of documents and in the file that readers keep.
let isBusy = false;
const run = async (work) => {
  if (isBusy) return;
  isBusy = true;
  said.textContent = "";
  await work();
  isBusy = false;
};
const deeds = {
  files: (files) => checkFiles(files),
  folder: (files) => attempt("checkpoint", () => checkRegister((path) => {
    const it = files.find((it) => it.webkitRelativePath.endsWith("/" + path));
    if (!it) throw path;
    return contents(it);
  })),
  register: () => attempt("checkpoint", () => checkRegister((path) => fetched(prefix + path))),
  document: async () => {
    for (const { dataset: { receipt } } of area.querySelectorAll("[data-receipt]"))
      await attempt(receipt, async () => show(await checkReceipt(await fetched(receipt))));
  },
};
const begin = async () => {
  for (const { dataset: it } of area.querySelectorAll("[data-sum]")) learn(it.sum, it.name, +it.version);
  // Not every browser has Ed25519, and none has it on a page that anybody on the way could have changed.
  const isAble = await crypto.subtle?.generateKey("Ed25519", false, ["sign", "verify"]).catch(() => 0);
  shown("able", isAble);
  shown("cannot", !isAble);
  area.hidden = false;
  document.querySelector("[data-save]")?.remove();
  if (!isAble) return;
  for (const it of area.querySelectorAll("[data-deed]")) {
    const { deed } = it.dataset;
    it.webkitdirectory = deed === "folder";
    it.addEventListener(it.files ? "change" : "click", () => {
      const files = [...it.files ?? []];
      // So that the same file can be chosen again.
      if (it.files) it.value = "";
      run(() => deeds[deed](files));
    });
  }
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    run(() => checkFiles(files));
  });
};
if (area) begin();
