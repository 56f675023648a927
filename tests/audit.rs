//! `condau audit`: the example of verification.md §1 as a site, and everything that may be done to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use condau::verify::Trust;
use condau::verify::audit::{Audit, Files, Finding, Refusal, audit};
use condau::verify::checkpoint::{self, Checkpoint, Policy};
use condau::verify::code::Code;
use condau::verify::entry::Entry;
use condau::verify::note::{Note, Signature, hex};
use condau::verify::receipt;
use condau::verify::replay::{Shown, Standing};
use condau::verify::tile::Tile;
use condau::verify::time::Day;
use condau::verify::tree::{Tree, leaf};
use sha2::{Digest as _, Sha256};

use crate::office::{self, LOG, ORIGIN, Office, REGISTRAR, key, open, sign};
use crate::rules::{CODES, SECOND, change, issue, status};
use crate::seals;
use crate::support;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/register");
const CODE: &str = "K7M29QX4TB";
const UNLISTED: &str = "M4T6P0WQ2X8ZB5JH7RKD";
const PREFIX: &str = "so-con-dau";
const DAY: &str = "2026-12-02";
const LANGUAGES: [&str; 3] = ["vi", "en", "zh"];

fn folder(path: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            folder(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// The files of a folder of the example.
fn example(name: &str) -> Files {
    let mut files = Files::new();
    folder(&Path::new(EXAMPLE).join(name), "", &mut files);
    files
}

fn read(name: &str) -> Vec<u8> {
    fs::read(format!("{EXAMPLE}/{name}")).unwrap()
}

fn text(name: &str) -> String {
    String::from_utf8(read(name)).unwrap()
}

/// An element that says what a document is, in the words of the format.
fn mark(reference: &str, shown: Shown, language: &str) -> String {
    let (word, words) = (shown.word(), shown.words(language).unwrap());
    format!("<p lang=\"{language}\" data-state=\"{reference} {word}\">{words}.</p>\n")
}

fn status_page(code: &str, shown: Shown) -> Vec<u8> {
    let marks: String = LANGUAGES.iter().map(|it| mark(code, shown, it)).collect();
    format!(
        "<!doctype html>\n<html lang=\"vi\"><title>{code}</title><body>\n{marks}</body></html>\n"
    )
    .into_bytes()
}

/// The published site of the example, with its pages.
fn site() -> Files {
    let mut files = example("site");
    for name in ["fingerprint", "signers.vkey"] {
        files.insert(format!("{PREFIX}/{name}"), read(name));
    }
    let suspended = Shown::Of(Standing::Suspended);
    for language in LANGUAGES {
        let page = text(&format!("page-2-{language}.html"));
        let page = page.replace("<article", &(mark(CODE, suspended, language) + "<article"));
        files.insert(format!("{language}/thong-bao/index.html"), page.into_bytes());
    }
    files.insert(format!("V/{CODE}/index.html"), status_page(CODE, suspended));
    files.insert(format!("V/{}/index.html", CODES[1]), status_page(CODES[1], Shown::Unsealed));
    files.insert("index.html".to_owned(), b"<!doctype html><title>x</title>".to_vec());
    files
}

fn trust() -> Trust {
    let policy = Policy::parse(&text("site/so-con-dau/policy.txt")).unwrap();
    let fingerprint = condau::verify::fingerprint(&text("fingerprint"));
    Trust { fingerprint, policy: Some(policy), ..Trust::default() }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn run(files: &Files, old: &[Checkpoint]) -> Audit {
    audit(files, PREFIX, &trust(), old, day(DAY)).unwrap()
}

fn lines(audit: &Audit) -> Vec<String> {
    let line = |it: &Finding| {
        let place = it.line.map_or_else(|| it.path.clone(), |line| format!("{}:{line}", it.path));
        format!("{place}: {} {} / {}", it.kind.word(), it.found, it.expected)
    };
    audit.findings.iter().map(line).collect()
}

/// What is found is of this kind, at this place.
fn finds(files: &Files, kind: &str, place: &str) {
    let said = lines(&run(files, &[]));
    let start = format!("{place}: {kind} ");
    assert!(said.iter().any(|it| it.starts_with(&start)), "no {start}: {said:#?}");
}

fn clean(files: &Files) {
    assert_eq!(lines(&run(files, &[])), Vec::<String>::new());
}

/// The files with one text replaced by another, once.
fn with(mut files: Files, path: &str, from: &str, to: &str) -> Files {
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

fn point(bytes: &[u8]) -> Checkpoint {
    checkpoint::read(bytes).unwrap().1
}

#[test]
fn the_example_is_sound() {
    clean(&site());
    let result =
        run(&site(), &[point(&read("old-checkpoint")), point(&read("register/checkpoint"))]);
    assert_eq!(lines(&result), Vec::<String>::new());
    assert_eq!((result.size, result.articles, result.states), (Some(7), 3, 9));
    assert!(result.specimen && !result.no_witness);
    clean(&example("register"));
    clean(&example("site/so-con-dau"));
    // Without another policy the one beside the register is trusted.
    let own = Trust { policy: None, ..trust() };
    let result = audit(&site(), PREFIX, &own, &[], day(DAY)).unwrap();
    assert!(result.findings.is_empty() && !result.no_witness);
    // Under another name the register is found by its files.
    assert!(audit(&site(), "other", &trust(), &[], day(DAY)).unwrap().findings.is_empty());
    let refused = |files: &Files, trust: &Trust| audit(files, PREFIX, trust, &[], day(DAY)).err();
    assert_eq!(refused(&site(), &Trust::default()), Some(Refusal::NoAnchor));
    assert_eq!(refused(&Files::new(), &trust()), Some(Refusal::NoRegister));
}

/// The register of the example with one of its entries changed, and all signed again.
fn rewritten(index: usize, from: &str, to: &str) -> Files {
    let mut files = example("register");
    let path = format!("000/{index:06}.note");
    let note = Note::parse(&files[&path]).unwrap();
    let changed = note.text.replacen(from, to, 1);
    assert_ne!(changed, note.text);
    let seeds = BTreeMap::from([("root-1", 1), ("root-2", 2), ("registrar-1", 3)]);
    let again = |it: &Signature| {
        let seed = seeds[it.name.rsplit('/').next().unwrap()];
        Signature::new(&it.name, &key(seed), &changed)
    };
    let signatures = note.signatures.iter().map(again).collect();
    files.insert(path, Note { text: changed.clone(), signatures }.to_string().into_bytes());
    let tree = Tree::new((0..7).map(|it| leaf(&files[&format!("000/{it:06}.note")])));
    let text = Checkpoint { origin: ORIGIN.to_owned(), size: 7, root: tree.root(7) }.to_string();
    let log = Signature::new(ORIGIN, &key(5), &text);
    let witness = Signature::cosign("witness.example/w1", &key(6), &text, 1_796_180_400);
    let note = Note { text, signatures: vec![log, witness] };
    files.insert("checkpoint".to_owned(), note.to_string().into_bytes());
    files
}

#[test]
fn t02_rewrite() {
    // A byte of each part of entry, tile and checkpoint.
    for (files, path) in [
        (example("register"), "000/000001.note"),
        (example("register"), "checkpoint"),
        (site(), "so-con-dau/checkpoint"),
        (site(), "so-con-dau/tile/entries/000.p/7"),
        (site(), "so-con-dau/tile/entries/000.p/2"),
        (site(), "so-con-dau/tile/0/000.p/7"),
        (site(), "so-con-dau/tile/0/000.p/2"),
    ] {
        for at in (0..files[path].len()).step_by(11) {
            let mut files = files.clone();
            files.get_mut(path).unwrap()[at] ^= 1;
            assert!(!run(&files, &[]).findings.is_empty(), "{path} {at}");
        }
    }
    // Somebody with all keys writes another history: lawful in itself, but not what was seen.
    let lawful = rewritten(1, "pages: 2", "pages: 3");
    clean(&lawful);
    let old = point(&read("old-checkpoint"));
    let said = lines(&run(&lawful, std::slice::from_ref(&old)));
    assert!(said.len() == 1 && said[0].starts_with("checkpoint: fork "), "{said:?}");
    // What came after the old checkpoint may still be written.
    assert!(run(&rewritten(6, "reason.vi: ", "reason.vi: Nay "), &[old]).findings.is_empty());
    // A tile of the present size that is missing, and one that nobody asked for.
    let mut files = site();
    files.remove("so-con-dau/tile/0/000.p/7");
    finds(&files, "missing", "so-con-dau/tile/0/000.p/7");
    let mut files = site();
    files.insert("so-con-dau/tile/0/001".to_owned(), vec![0; 32]);
    finds(&files, "rule", "so-con-dau/tile/0/001");
}

#[test]
fn t03_html() {
    let page = "en/thong-bao/index.html";
    let changed = |from: &str, to: &str| with(site(), page, from, to);
    // The article begins on line 3, after the state.
    finds(&changed("10 December 2026", "20 December 2026"), "words", &format!("{page}:3"));
    finds(&changed("<h1>", "<h1 hidden>"), "hidden", &format!("{page}:4"));
    finds(&changed("<h1>", "<h1 style=\"display:none\">"), "hidden", &format!("{page}:4"));
    finds(&changed(">#</a>", ">#2</a>"), "hidden", &format!("{page}:5"));
    finds(&changed("<article", "<div hidden>\n<article"), "hidden", &format!("{page}:4"));
    finds(&changed("<article", "<div hidden/>\n<article"), "hidden", &format!("{page}:3"));
    finds(
        &changed("<article", "<title></titles>\n<article"),
        "untold",
        &format!("V/{CODE}/index.html"),
    );
    finds(&changed("<h2", "<!--><b>new</b><!-- -->\n<h2"), "hidden", &format!("{page}:5"));
    finds(&changed("<h2", "<!-- --!><b>new</b><!-- -->\n<h2"), "hidden", &format!("{page}:5"));
    finds(&changed("K7M29QX4TB/2/en", "K7M29QX4TB/3/en"), "article", &format!("{page}:3"));
    finds(
        &changed("K7M29QX4TB/2/en\" lang=\"en\"", "K7M29QX4TB/2/en\" lang=\"vi\""),
        "article",
        &format!("{page}:3"),
    );
    finds(
        &changed("<article data-seal", "<article data-was"),
        "untold",
        &format!("V/{CODE}/index.html"),
    );
    // The badge.
    finds(&changed("K7M29QX4TB suspended", "K7M29QX4TB in-force"), "state", &format!("{page}:2"));
    finds(&changed("K7M29QX4TB suspended", "K7M29QX4TB/2 earlier"), "state", &format!("{page}:2"));
    finds(&changed("SUSPENDED", "IN FORCE"), "state-words", &format!("{page}:2"));
    finds(&changed("SUSPENDED", "SUSPENDEDLY"), "state-words", &format!("{page}:2"));
    finds(&changed("SUSPENDED", "<b hidden>SUSPENDED</b>"), "state-words", &format!("{page}:2"));
    finds(
        &changed("lang=\"en\" data-state", "lang=\"fr\" data-state"),
        "state-words",
        &format!("{page}:2"),
    );
    finds(&changed("<p lang", "<p hidden lang"), "hidden", &format!("{page}:2"));
    finds(&changed("data-state", "data-stat"), "stateless", &format!("{page}:3"));
    clean(&changed("SUSPENDED", "<svg><title>x</title></svg> Suspended\n until June"));
    clean(&changed("K7M29QX4TB suspended", "K7M29QX4TB/2 suspended"));
    // Earlier versions are shown as such, and not as the text that holds.
    let earlier = mark(&format!("{CODE}/1"), Shown::Earlier, "en");
    clean(&changed("<p lang", &(earlier + "<p lang")));
    let mut old = site();
    let state = mark(CODE, Shown::Of(Standing::Suspended), "en") + "<article";
    let first = text("page-1-en.html").replace("<article", &state);
    old.insert(page.to_owned(), first.into_bytes());
    finds(&old, "old-article", &format!("{page}:3"));
    // Pages of codes.
    let own = format!("V/{CODE}/index.html");
    finds(
        &with(site(), &own, "lang=\"zh\" data-state", "lang=\"zh\" data-stat"),
        "stateless",
        &own,
    );
    let unsealed = format!("V/{}/index.html", CODES[1]);
    finds(&with(site(), &unsealed, "unsealed", "in-force"), "state", &format!("{unsealed}:3"));
    let mut files = site();
    files.insert(unsealed.clone(), b"<!doctype html><title>x</title>Genuine".to_vec());
    finds(&files, "stateless", &unsealed);
    files.remove(&own);
    finds(&files, "missing", &own);
    // Not text.
    let mut files = site();
    files.get_mut(page).unwrap().push(0xff);
    finds(&files, "hidden", page);
}

#[test]
fn sealed_files_lists_and_receipts() {
    let at = |below: &str| format!("V/{CODE}/{below}");
    let lose = |path: &str| {
        let mut files = site();
        files.remove(path).unwrap();
        finds(&files, "missing", path);
    };
    for below in ["1/vi.md", "2/125-tb-sngv.pdf", "1/SHA256SUMS", "1.tlog-proof", "index.html"] {
        lose(&at(below));
    }
    lose("so-con-dau/fingerprint");
    finds(&with(site(), &at("1/vi.md"), "Tiếp", "Tiep"), "file", &at("1/vi.md"));
    let sums = at("1/SHA256SUMS");
    finds(&with(site(), &sums, "590c", "690c"), "sums", &format!("{sums}:2"));
    finds(&with(site(), &sums, "  zh.md", "  zh.txt"), "sums", &format!("{sums}:4"));
    finds(&with(site(), &sums, "22a8", "22a8\n22a8"), "sums", &format!("{sums}:1"));
    let mut files = site();
    files.get_mut(&sums).unwrap().pop();
    finds(&files, "sums", &format!("{sums}:4"));
    let mut files = site();
    files.insert(at("1/new.pdf"), Vec::new());
    finds(&files, "unexpected", &at("1/new.pdf"));
    let mut files = site();
    files.insert(at("3/new.pdf"), Vec::new());
    finds(&files, "unexpected", &at("3/new.pdf"));
    let (first, second) = (at("1.tlog-proof"), at("2.tlog-proof"));
    for (from, to) in [("index 1", "index 3"), ("extra Y", "extra Z"), ("index 1\n", "index 1\n\n")]
    {
        finds(&with(site(), &first, from, to), "receipt", &first);
    }
    let mut files = site();
    let bytes = files[&first].clone();
    files.insert(second.clone(), bytes);
    finds(&files, "receipt", &second);
    finds(
        &with(site(), "so-con-dau/fingerprint", "f08e", "f18e"),
        "file",
        "so-con-dau/fingerprint:1",
    );
    finds(
        &with(site(), "so-con-dau/signers.vkey", "root-2+6", "root-2+7"),
        "key",
        "so-con-dau/signers.vkey:2",
    );
    finds(
        &with(site(), "so-con-dau/policy.txt", "quorum w1", "quorum w2"),
        "form",
        "so-con-dau/policy.txt:3",
    );
    // The register of an office.
    let frozen = format!("sealed/{CODE}/2/en.md");
    finds(&with(example("register"), &frozen, "10", "11"), "file", &frozen);
    let mut files = example("register");
    files.remove(&frozen).unwrap();
    finds(&files, "missing", &frozen);
    finds(&with(example("register"), "sizes", "2", "7"), "form", "sizes:1");
    // What nobody has seen.
    let none =
        with(site(), "so-con-dau/checkpoint", "— witness.example/w1", "— witness.example/w2");
    finds(&none, "quorum", "so-con-dau/checkpoint");
}

#[test]
fn t05_fork() {
    let newest = point(&read("register/checkpoint"));
    let other = rewritten(6, "reason.vi: ", "reason.vi: Nay ");
    clean(&other);
    let said = lines(&run(&other, std::slice::from_ref(&newest)));
    assert!(said.len() == 1 && said[0].starts_with("checkpoint: fork "), "{said:?}");
    let foreign = Checkpoint { origin: "another/register".to_owned(), ..newest };
    assert_eq!(lines(&run(&example("register"), &[foreign])).len(), 1);
}

#[test]
fn t13_leak() {
    let own = format!("V/{UNLISTED}/index.html");
    let mut with_page = site();
    with_page.insert(own, status_page(UNLISTED, Shown::Of(Standing::InForce)));
    clean(&with_page);
    let leaks = |files: &Files, name: &str, text: &str| {
        let mut files = files.clone();
        files.insert(name.to_owned(), format!("one\ntwo {text} three").into_bytes());
        let said = lines(&run(&files, &[]));
        assert!(
            said.iter().all(|it| it.contains(": leak M4T6…") && !it.contains(UNLISTED)),
            "{said:?}"
        );
        said
    };
    // Of a record with a page, in any case and grouping.
    for text in [
        UNLISTED,
        "m4t6p0wq2x8zb5jh7rkd",
        "M4T6-P0WQ-2X8Z-B5JH-7RKD",
        "m4t6 p0wq 2x8z b5jh 7rkd",
        "M4T6P 0WQ2X 8ZB5J H7RKD",
        "xM4T6P0WQ2X8ZB5JH7RKDx",
        "M4T6.P0WQ.2X8Z\nB5JH.7RKD",
        "/V/M4T6POWQ2X8ZB5JH7RKD/",
    ] {
        let said = leaks(&with_page, "sitemap.xml", text);
        assert!(said.len() == 1 && said[0].starts_with("sitemap.xml:2: "), "{text}: {said:?}");
    }
    // Of one that is nowhere else: as a word, or in groups of four.
    for text in
        [UNLISTED, "m4t6p0wq2x8zb5jh7rkd", "M4T6-P0WQ-2X8Z-B5JH-7RKD", "m4t6 p0wq 2x8z b5jh 7rkd"]
    {
        assert_eq!(leaks(&site(), "data/x.json", text).len(), 1, "{text}");
    }
    // A public page with the code in its name; another unlisted page with it.
    assert_eq!(leaks(&site(), &format!("tai-lieu/{UNLISTED}.pdf"), "").len(), 1);
    assert_eq!(leaks(&with_page, "V/000000000000000000000/x.txt", UNLISTED).len(), 1);
    // What only looks like one.
    for text in [
        "M4T6P0WQ2X8ZB5JH7RKE",
        "x-M4T6P0WQ2X8ZB5JH7RKD",
        "0000 0000 0000 0000 0000",
        "f08e 549f c452 b245 a240 6eee 9cd8",
        "20260101000000000000",
    ] {
        assert_eq!(leaks(&site(), "data/x.json", text), Vec::<String>::new(), "{text}");
    }
}

/// A history, and what a simpler reader than `replay` makes of it.
struct History {
    /// The codes that have a page, sealed or not.
    codes: Vec<String>,
    entries: Vec<Vec<u8>>,
    documents: BTreeMap<String, Document>,
}

#[derive(Default, Clone)]
struct Document {
    versions: u32,
    status: &'static str,
    from: u32,
    until: u32,
    /// Sealed only with the key that was stolen.
    is_disowned: bool,
}

impl Document {
    fn shown(&self, day: u32) -> Shown {
        Shown::Of(match self.status {
            _ if self.is_disowned => Standing::Disowned,
            "revoked" => Standing::Revoked,
            "superseded" => Standing::Superseded,
            "suspended" => Standing::Suspended,
            _ if self.until < day => Standing::Expired,
            _ if self.from > day => Standing::NotYet,
            _ => Standing::InForce,
        })
    }
}

/// Random numbers that are the same on each run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll<N: TryFrom<u64, Error: std::fmt::Debug>>(&mut self, sides: usize) -> N {
        let (times, plus) = (6_364_136_223_846_793_005, 1_442_695_040_888_963_407);
        self.0 = self.0.wrapping_mul(times).wrapping_add(plus);
        N::try_from((self.0 >> 33) % sides as u64).unwrap()
    }
}

const FILE: &[u8] = b"%PDF-1.7";

fn history(dice: &mut Dice) -> History {
    let mut entries = vec![open(2), change("add", "registrar", SECOND, None, 3)];
    let mut documents = BTreeMap::<String, Document>::new();
    for _ in 0..dice.roll::<usize>(12) {
        let at = dice.roll::<usize>(3);
        let code = CODES[at];
        let document = documents.get(code).cloned().unwrap_or_default();
        let is_final = matches!(document.status, "revoked" | "superseded");
        if document.versions == 0 || dice.roll::<usize>(3) == 0 && !is_final {
            let (from, until) = (1 + dice.roll::<u32>(20), 5 + dice.roll::<u32>(20));
            let version = document.versions + 1;
            let term = format!("from: 2026-12-{from:02}\nuntil: 2026-12-{until:02}\n");
            entries.push(issue_of_file(code, version, &format!("{at}/TB-MAU"), &term));
            let status = if document.versions == 0 { "in-force" } else { document.status };
            documents.insert(
                code.to_owned(),
                Document { versions: version, status, from, until, ..document },
            );
        } else if !is_final {
            let other = documents.keys().find(|it| it.as_str() != code);
            let (word, by) = match (dice.roll::<usize>(6), other) {
                (0, _) => ("revoked", String::new()),
                (1, Some(by)) => ("superseded", format!("by: {by}\n")),
                (2..4, _) => ("suspended", String::new()),
                _ => ("in-force", String::new()),
            };
            entries.push(sign(&status(code, &format!("status: {word}\n{by}"), 20), &[REGISTRAR]));
            documents.insert(code.to_owned(), Document { status: word, ..document });
        }
    }
    if dice.roll::<usize>(4) == 0 {
        // The key was stolen before it sealed anything.
        entries.push(change("compromised", "registrar", REGISTRAR, Some(2), 22));
        for it in documents.values_mut() {
            it.is_disowned = true;
        }
    }
    History { codes: CODES.map(str::to_owned).to_vec(), entries, documents }
}

/// The site of a history: its register, files and receipts, status pages, and a list of all documents.
fn published(history: &History, day: u32) -> Files {
    let mut files = Files::new();
    let tree = Tree::new(history.entries.iter().map(|it| leaf(it)));
    let size = tree.size();
    let checkpoint = office::checkpoint(&history.entries, LOG);
    for tile in Tile::all(size) {
        let bytes = tile.bytes(&tree, &history.entries).unwrap();
        files.insert(format!("{PREFIX}/{}", tile.path()), bytes);
    }
    files.insert(format!("{PREFIX}/fingerprint"), hex(&tree.level(0)[0]).into_bytes());
    for (index, bytes) in history.entries.iter().enumerate() {
        let entry = Entry::parse(&Note::parse(bytes).unwrap().text).unwrap();
        let Some((code, version)) = entry.get("id").zip(entry.get("version")) else { continue };
        let note = str::from_utf8(&checkpoint).unwrap();
        let receipt = receipt::write(bytes, index, &tree, size, note);
        files.insert(format!("V/{code}/{version}.tlog-proof"), receipt.into_bytes());
        files.insert(format!("V/{code}/{version}/a.pdf"), FILE.to_vec());
        let sums = format!("{}  a.pdf\n", hex(&Sha256::digest(FILE)));
        files.insert(format!("V/{code}/{version}/SHA256SUMS"), sums.into_bytes());
    }
    files.insert(format!("{PREFIX}/checkpoint"), checkpoint);
    let mut list = "<!doctype html>\n<html lang=\"en\"><title>All</title><body>\n".to_owned();
    for code in &history.codes {
        let document = history.documents.get(code);
        let shown = document.map_or(Shown::Unsealed, |it| it.shown(day));
        files.insert(format!("V/{code}/index.html"), status_page(code, shown));
        list += &mark(code, shown, "en");
        let taken_back = [Standing::Disowned, Standing::Revoked, Standing::Superseded];
        let is_taken_back = taken_back.iter().any(|it| shown == Shown::Of(*it));
        for version in 1..document.map_or(0, |it| it.versions) {
            let shown = if is_taken_back { shown } else { Shown::Earlier };
            list += &mark(&format!("{code}/{version}"), shown, "en");
        }
    }
    files.insert("en/index.html".to_owned(), (list + "</body></html>\n").into_bytes());
    files
}

#[test]
fn t08_state() {
    let mut dice = Dice(8);
    let mut seen = BTreeMap::<&str, usize>::new();
    for round in 0..60 {
        let history = history(&mut dice);
        let today = 1 + dice.roll::<u32>(28);
        let files = published(&history, today);
        let fingerprint = Some(leaf(&history.entries[0]));
        let trust = Trust { fingerprint, ..Trust::default() };
        let run = |files: &Files| {
            lines(&audit(files, PREFIX, &trust, &[], day(&format!("2026-12-{today:02}"))).unwrap())
        };
        assert_eq!(run(&files), Vec::<String>::new(), "{round}");
        // Every mention of another state is named with its line.
        for (path, bytes) in files.iter().filter(|it| it.0.ends_with(".html")) {
            let page = str::from_utf8(bytes).unwrap();
            for (number, line) in (1..).zip(page.lines()).filter(|it| it.1.contains("data-state")) {
                let (before, rest) = line.split_once("data-state=\"").unwrap();
                let (reference, rest) = rest.split_once(' ').unwrap();
                let (word, rest) = rest.split_once('"').unwrap();
                let (now, language) =
                    (Shown::all().find(|it| it.word() == word).unwrap(), &line[9..11]);
                *seen.entry(now.word()).or_default() += 1;
                let others: Vec<_> = Shown::all().filter(|it| *it != now).collect();
                let other = others[dice.roll::<usize>(others.len())];
                if other == Shown::Earlier && reference.contains('/') {
                    // An earlier version it is, whatever became of the document.
                    continue;
                }
                let words =
                    rest.replacen(now.words(language).unwrap(), other.words(language).unwrap(), 1);
                for (wrong, kind) in [
                    (
                        format!("{before}data-state=\"{reference} {}\"{words}", other.word()),
                        "state",
                    ),
                    (format!("{before}data-state=\"{reference} {word}\"{words}"), "state-words"),
                ] {
                    let mut files = files.clone();
                    files.insert(path.clone(), page.replacen(line, &wrong, 1).into_bytes());
                    let said = run(&files);
                    let start = format!("{path}:{number}: {kind} ");
                    assert!(said.len() == 1 && said[0].starts_with(&start), "{start}: {said:?}");
                }
            }
        }
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
}

/// An issue of [`FILE`].
fn issue_of_file(code: &str, version: u32, number: &str, term: &str) -> Vec<u8> {
    let text = issue(code, version, number, "", 20)
        .replace("file:", &format!("{term}file:"))
        .replace("a.pdf 4", &format!("a.pdf {}", FILE.len()))
        .replace(&"ab".repeat(32), &hex(&Sha256::digest(FILE)));
    sign(&text, &[REGISTRAR])
}

#[test]
#[ignore = "a large register takes its time to be made"]
fn a_large_site_has_no_fault() {
    let mut dice = Dice(9);
    let mut history =
        History { codes: Vec::new(), entries: vec![open(2)], documents: BTreeMap::new() };
    for number in 0..5_000 {
        let code = Code::from_random(std::array::from_fn(|_| dice.roll(32))).to_string();
        history.entries.push(issue_of_file(&code, 1, &format!("{number}/TB-MAU"), ""));
        let document =
            Document { versions: 1, status: "in-force", from: 1, until: 31, ..Document::default() };
        history.documents.insert(code.clone(), document);
        history.codes.push(code);
    }
    let mut files = published(&history, 2);
    let text = "<p>Thông báo về việc tiếp nhận hồ sơ thẻ <b>ABTC</b>.</p>\n".repeat(300);
    for (number, code) in history.codes.iter().enumerate().take(2_000) {
        let mark = mark(code, Shown::Of(Standing::InForce), "vi");
        let page = format!(
            "<!doctype html>\n<html lang=\"vi\"><title>x</title><body>\n{mark}{text}</body></html>\n"
        );
        files.insert(format!("vi/{number}/index.html"), page.into_bytes());
    }
    let trust = Trust { fingerprint: Some(leaf(&history.entries[0])), ..Trust::default() };
    let audit = audit(&files, PREFIX, &trust, &[], day(DAY)).unwrap();
    assert_eq!(lines(&audit), Vec::<String>::new());
}

/// One change of one file, or two files in each other's place.
fn mutate(files: &mut Files, targets: &[String], dice: &mut Dice) -> Vec<String> {
    let path = &targets[dice.roll::<usize>(targets.len())];
    let mut bytes = files[path].clone();
    let at = dice.roll::<usize>(bytes.len());
    match dice.roll::<usize>(8) {
        0 | 1 => bytes[at] ^= 1 << dice.roll::<usize>(8),
        2 => bytes[at] = dice.roll::<u8>(256),
        3 => bytes.insert(at, dice.roll::<u8>(128)),
        4 => _ = bytes.remove(at),
        5 => {
            let other = &targets[dice.roll::<usize>(targets.len())];
            let theirs = files.insert(other.clone(), bytes).unwrap();
            files.insert(path.clone(), theirs);
            return vec![path.clone(), other.clone()];
        }
        kind => {
            let mut lines: Vec<_> =
                bytes.split_inclusive(|it| *it == b'\n').map(<[u8]>::to_vec).collect();
            let line = dice.roll::<usize>(lines.len());
            match (kind, dice.roll::<usize>(2)) {
                (6, 0) => _ = lines.remove(line),
                (6, _) => lines.insert(line, lines[line].clone()),
                _ => {
                    let other = dice.roll::<usize>(lines.len());
                    lines.swap(line, other);
                }
            }
            bytes = lines.concat();
        }
    }
    files.insert(path.clone(), bytes);
    vec![path.clone()]
}

/// What FORMAT.md says is protected of a file: where it stays the same, a change is none.
fn protected(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if path.ends_with(".html") {
        return match str::from_utf8(bytes) {
            Ok(text) => said(text),
            Err(_) => vec!["not text".to_owned(), hex(bytes)],
        };
    }
    let mut lines: Vec<_> = text.split('\n').map(str::to_owned).collect();
    match path.rsplit('/').next().unwrap() {
        // It names the partial tiles that are kept; each of them is compared.
        "sizes" => {
            let numbers: Vec<_> = text.lines().map(|it| it.parse::<u8>().unwrap_or(9)).collect();
            let is_list = numbers.windows(2).all(|it| it[0] < it[1])
                && numbers.iter().all(|it| (1..7).contains(it));
            let written: Vec<_> = numbers.iter().map(u8::to_string).collect();
            if is_list && text.lines().eq(written.iter()) { Vec::new() } else { lines }
        }
        // White space after it says nothing.
        "fingerprint" => vec![text.trim_end_matches([' ', '\t', '\n', '\r', '\u{c}']).to_owned()],
        // Files stand in any order.
        "SHA256SUMS" if text.ends_with('\n') => {
            lines.sort();
            lines
        }
        // Those who signed may do so in any order.
        "checkpoint" => {
            let first = lines.iter().position(|it| it.starts_with('—')).unwrap_or(lines.len());
            lines[first..].sort();
            if lines.last().is_some_and(|it| !it.is_empty()) {
                // The line feed at the end has become one of the others.
                lines.push(format!("{}", bytes.len()));
            }
            if text.ends_with('\n') { lines } else { vec![hex(bytes)] }
        }
        _ => vec![hex(bytes)],
    }
}

/// The sealed articles and the states of a page, read in another way than by the tool.
fn said(page: &str) -> Vec<String> {
    let article = |(at, _): (usize, &str)| {
        let rest = &page[at..];
        let end = rest.find("</article>").map(|it| it + "</article>".len());
        parts(page, end.map_or(rest, |it| &rest[..it]))
    };
    let articles = page.match_indices("<article").flat_map(article);
    let lower = page.to_ascii_lowercase();
    let mut states: Vec<_> =
        lower.match_indices("data-state").filter_map(|it| state(page, it.0)).collect();
    // What is said twice, or in another order, is said.
    states.sort();
    states.dedup();
    articles.chain(states.concat()).collect()
}

/// The value of an attribute in quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let begins = |at: usize| {
        let before = tag[..at].chars().next_back();
        before.is_some_and(|it| it.is_ascii_whitespace() || matches!(it, '/' | '"'))
    };
    let value = |(at, _)| {
        let rest = tag[at + name.len()..].trim_ascii_start().strip_prefix('=')?;
        Some(rest.trim_ascii_start().strip_prefix('"')?.split_once('"')?.0.to_owned())
    };
    let lower = tag.to_ascii_lowercase();
    lower.match_indices(name).filter(|it| begins(it.0)).find_map(value)
}

/// The language of an element, else of its page.
fn language(page: &str, tag: &str) -> String {
    let around = || attribute(page.split('>').nth(1)?, "lang");
    attribute(tag, "lang").or_else(around).unwrap_or_default()
}

/// Value, language and words of the element in whose tag this place lies.
fn state(page: &str, at: usize) -> Option<Vec<String>> {
    let tag = &page[page[..at].rfind('<')?..];
    let (tag, text) = tag.split_once('>')?;
    let value = attribute(tag, "data-state").unwrap_or_default();
    let language = language(page, tag);
    // More may follow the words of a state, whose case does not matter.
    let words = text.split('<').next()?.replace(['\n', '\t', '\r', '\u{c}'], " ");
    let words: Vec<_> = words.split(' ').filter(|it| !it.is_empty()).collect();
    let words = words.join(" ").to_lowercase();
    let word = value.split(' ').nth(1).unwrap_or_default();
    let shown = Shown::all().find(|it| it.word() == word);
    let wanted = shown.and_then(|it| it.words(&language)).unwrap_or_default().to_lowercase();
    let is_more = |it: &str| language == "zh" || !it.starts_with(char::is_alphanumeric);
    let is_said = words.strip_prefix(&wanted).is_some_and(is_more);
    let words = if is_said { wanted } else { words };
    Some(vec![value, language, words])
}

/// The tags of a piece of a page, and its lines without the spaces around them.
fn parts(page: &str, piece: &str) -> Vec<String> {
    let (mut parts, mut words) = (Vec::new(), String::new());
    for token in piece.split('<').skip(1) {
        let (tag, text) = tag_end(token).map_or(("", token), |it| (&token[..it], &token[it + 1..]));
        let name = tag.split([' ', '\n']).next().unwrap_or_default().to_ascii_lowercase();
        if !matches!(name.trim_start_matches('/'), "strong" | "a") {
            words.push('\n');
        }
        if name == "article" {
            parts.extend([attribute(tag, "data-seal").unwrap_or_default(), language(page, tag)]);
        }
        parts.push(name);
        words.push_str(&text.replace(['\n', '\t', '\r', '\u{c}'], " "));
    }
    let line = |it: &str| it.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    parts.extend(words.split('\n').map(line).filter(|it| !it.is_empty()));
    parts
}

/// Where a tag ends: not within the quotes of a value.
fn tag_end(token: &str) -> Option<usize> {
    let (mut quote, mut before) = (None, ' ');
    for (at, it) in token.char_indices() {
        match quote {
            Some(end) if it == end => quote = None,
            None if it == '>' => return Some(at),
            None if before == '=' && matches!(it, '"' | '\'') => quote = Some(it),
            _ => {}
        }
        if !it.is_ascii_whitespace() {
            before = it;
        }
    }
    None
}

/// Changes `count` times one thing at random in what is protected; every change must be found.
fn mutations(count: usize, seed: u64) {
    let mut dice = Dice(seed);
    let sound: [Files; 2] = [site(), example("register")];
    let is_target = |it: &String| {
        !it.ends_with("signers.vkey") && !it.ends_with("policy.txt") && it != "index.html"
    };
    let mut tried = 0;
    while tried < count {
        let sound = &sound[dice.roll::<usize>(2)];
        let targets: Vec<_> = sound.keys().filter(|it| is_target(it)).cloned().collect();
        let mut files = sound.clone();
        let changed = mutate(&mut files, &targets, &mut dice);
        let is_same = |it: &String| protected(it, &files[it]) == protected(it, &sound[it]);
        // Two sealed pages in each other's place both say what is true.
        let are_pages =
            changed.len() == 2 && changed.iter().all(|it| it.ends_with("thong-bao/index.html"));
        if changed.iter().all(is_same) || are_pages {
            continue;
        }
        tried += 1;
        let found = audit(&files, PREFIX, &trust(), &[], day(DAY)).map(|it| it.findings);
        let is_found = found.as_ref().is_ok_and(|it| !it.is_empty());
        let shown = |it: &String| String::from_utf8_lossy(&files[it]).into_owned();
        assert!(
            is_found,
            "{tried}: {changed:?} {found:?}\n{}",
            changed.iter().map(shown).collect::<String>()
        );
    }
}

#[test]
fn no_single_change_passes() {
    mutations(300, 1);
}

#[test]
#[ignore = "the long form of the one above"]
fn no_single_change_of_ten_thousand_passes() {
    mutations(10_000, 2);
}

/// The files of a built site, and what its office pins.
fn built(office: Office) -> (Files, Trust) {
    let fingerprint = condau::verify::fingerprint(&office.fingerprint());
    // What is copied is not in hand: the office has one file to copy.
    let copied = office.site.attachment("content/documents/a/a.txt").to_vec();
    let build = office.site.build();
    let paths = support::files(&build);
    let site = build.files.as_ref().unwrap();
    let bytes = |it: &str| site.bytes(it).unwrap_or_else(|| copied.clone());
    let files = paths.into_iter().map(|it| (it.clone(), bytes(&it))).collect();
    (files, Trust { fingerprint, ..Trust::default() })
}

#[test]
fn what_is_built_is_sound() {
    let sealed = || Office::open(seals::site()).seal();
    let suspended = status(CODE, "status: suspended\n", 20);
    let edited = || {
        let mut office = sealed();
        let path = "content/documents/a/index.vi.md";
        let text = office.site.text(path).replace("01/12/2026", "10/12/2026");
        office.site = office.site.write(path, &text);
        office.seal()
    };
    for (office, shown) in [
        (Office::open(seals::site()), "unsealed"),
        (sealed(), "in-force"),
        (sealed().add([suspended]), "suspended"),
        (sealed().add([status(CODE, "status: revoked\n", 20)]), "revoked"),
        (edited(), "in-force"),
    ] {
        let (files, trust) = built(office);
        let run = |files: &Files| audit(files, PREFIX, &trust, &[], day("2026-05-04")).unwrap();
        assert_eq!(lines(&run(&files)), Vec::<String>::new(), "{shown}");
        let page = format!("V/{CODE}/index.html");
        assert!(str::from_utf8(&files[&page]).unwrap().contains(&format!("{CODE} {shown}\"")));
        // On another day, or of another state, none of it passes.
        let wrong = if shown == "in-force" { "revoked" } else { "in-force" };
        let wrong = with(files, &page, &format!("{CODE} {shown}"), &format!("{CODE} {wrong}"));
        assert!(lines(&run(&wrong)).iter().any(|it| it.contains(": state ")), "{shown}");
    }
}

/// Writes files below the folder of the tests, and gives their place.
fn write(name: &str, files: &Files) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&place);
    for (path, bytes) in files {
        let path = place.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    place
}

/// The exit code, and what was said on both streams.
fn condau(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    let command = command.current_dir(env!("CARGO_TARGET_TMPDIR")).env_remove("CONDAU_LANG");
    let command = command.arg("audit").arg(folder).args(["--lang", "en", "--as-of", DAY]);
    let output = command.args(arguments).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn the_command_names_page_and_line() {
    let print = text("fingerprint");
    let anchor = ["--fingerprint", print.trim()];
    let page = "en/thong-bao/index.html";
    let folder = write("audit-sound", &site());
    let (code, said) = condau(&folder, &anchor);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("SPECIMEN"), "{said}");
    assert!(said.contains("No fault found: 7 entries, 3 sealed articles, 9 states"), "{said}");
    let wrong = write("audit-wrong", &with(site(), page, "10 December", "20 December"));
    let (code, said) = condau(&wrong, &anchor);
    assert_eq!(code, 30, "{said}");
    assert!(said.starts_with("SPECIMEN"), "{said}");
    assert!(
        said.contains(&format!("{page}:3: the words are not those that were sealed")),
        "{said}"
    );
    let (code, said) = condau(&wrong, &[&anchor[..], &["--json"]].concat());
    let object: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &object["exit"], &object["specimen"]), (30, &30.into(), &true.into()));
    let finding = &object["findings"][0];
    assert_eq!(
        (&finding["kind"], &finding["path"], &finding["line"]),
        (&"words".into(), &page.into(), &3.into())
    );
    // Nothing to trust, nothing to look at.
    for (folder, arguments, words) in [
        (&folder, &[][..], "add --fingerprint"),
        (&PathBuf::from("no-such-folder"), &anchor[..], "no such file or folder"),
        (
            &write("audit-empty", &Files::from([("a.txt".to_owned(), Vec::new())])),
            &anchor[..],
            "no register",
        ),
        (&folder, &[anchor[0], anchor[1], "--old", "no-such-file"], "no such file"),
    ] {
        let (code, said) = condau(folder, arguments);
        assert!(code == 40 && said.contains(words), "{code}: {said}");
    }
}

#[test]
fn t04_old() {
    let print = text("fingerprint");
    let place = write("audit-state", &Files::new());
    fs::create_dir_all(&place).unwrap();
    let state = place.join("seen");
    let arguments = ["--fingerprint", print.trim(), "--state", state.to_str().unwrap()];
    let audit = |files: &Files| condau(&write("audit-state-site", files), &arguments);
    // A site with faults is not remembered.
    assert_eq!(audit(&with(example("register"), "sizes", "2", "9")).0, 30);
    assert!(!state.exists());
    assert_eq!(audit(&site()).0, 0);
    assert_eq!(fs::read(&state).unwrap(), read("register/checkpoint"));
    assert_eq!(audit(&site()).0, 0);
    // The state of two entries is lawful, and older than what was seen.
    let mut old = example("register");
    old.retain(|path, _| !path.starts_with("000/") || path < &"000/000002.note".to_owned());
    old.retain(|path, _| !path.starts_with(&format!("sealed/{CODE}/2")) && path != "sizes");
    old.insert("checkpoint".to_owned(), read("old-checkpoint"));
    let (code, said) = audit(&old);
    assert!(
        code == 30 && said.contains("checkpoint: the register was rewritten, or an old state"),
        "{said}"
    );
    assert_eq!(fs::read(&state).unwrap(), read("register/checkpoint"));
    fs::remove_file(&state).unwrap();
    assert_eq!(audit(&old).0, 0);
    // In the other direction it goes on, and the newer one is remembered.
    assert_eq!(audit(&site()).0, 0);
    assert_eq!(fs::read(&state).unwrap(), read("register/checkpoint"));
    // As continuous integration asks: the register of a change continues that of its base.
    let base = place.join("old");
    fs::write(&base, read("register/checkpoint")).unwrap();
    let register = |files: &Files| {
        let folder = write("audit-register", files);
        condau(&folder, &["--fingerprint", print.trim(), "--old", base.to_str().unwrap()]).0
    };
    assert_eq!(register(&example("register")), 0);
    assert_eq!(register(&old), 30);
    assert_eq!(register(&rewritten(1, "pages: 2", "pages: 3")), 30);
    fs::write(&base, "not a checkpoint").unwrap();
    assert_eq!(register(&example("register")), 40);
}
