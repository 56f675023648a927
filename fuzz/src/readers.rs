//! What holds of every reader of the register, whatever bytes it is given: it ends; what it takes is
//! written again as the same bytes, is taken by other implementations as well, and is believed only
//! where those signed who had to.
//!
//! Each function says whether the bytes were taken. `fuzz_targets/` hands them what libFuzzer thinks
//! of, `tests/fuzz.rs` the vectors and what is near to them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use condau::verify::audit::{Files, audit};
use condau::verify::checkpoint::{self, Checkpoint, Policy};
use condau::verify::code::{self, Code};
use condau::verify::entry::{Entry, is_banned};
use condau::verify::note::{Key, Note, Signature, hex};
use condau::verify::receipt::{self, Holder, Receipt};
use condau::verify::replay::{Anchors, Fault, Role, State, replay};
use condau::verify::tile::{self, Tile};
use condau::verify::time::Day;
use condau::verify::tree::{self, Hash, Tree, leaf};
use condau::verify::verdict::{Reason, Verdict};
use condau::verify::{self, Evidence, Found, Trust, plain};
use ed25519_dalek::SigningKey;

const HOST: &str = "songoaivu.example";
const ORIGIN: &str = "songoaivu.example/so-con-dau";

/// A file of the example.
macro_rules! example {
    ($path:literal) => {
        include_bytes!(concat!("../../tests/vectors/register/", $path))
    };
}

const NOTES: [&[u8]; 7] = [
    example!("register/000/000000.note"),
    example!("register/000/000001.note"),
    example!("register/000/000002.note"),
    example!("register/000/000003.note"),
    example!("register/000/000004.note"),
    example!("register/000/000005.note"),
    example!("register/000/000006.note"),
];

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap_or_default().trim()
}

/// What somebody trusts who has no register at hand.
fn trust() -> &'static Trust {
    static TRUST: OnceLock<Trust> = OnceLock::new();
    TRUST.get_or_init(|| Trust {
        fingerprint: Some(leaf(NOTES[0])),
        policy: Policy::parse(text(example!("site/so-con-dau/policy.txt"))).ok(),
        signers: text(example!("signers.vkey")).lines().flat_map(Key::parse).collect(),
        max_age: None,
        unlisted: None,
    })
}

fn day() -> Day {
    Day::parse("2026-12-02").expect("a day")
}

/// A text as a note that the keys of these seeds signed.
fn sign(text: &str, keys: &[(&str, u8)]) -> Vec<u8> {
    let sign = |(name, seed): &(&str, u8)| {
        Signature::new(name, &SigningKey::from_bytes(&[*seed; 32]), text)
    };
    let signatures = keys.iter().map(sign).collect();
    Note { text: text.to_owned(), signatures }.to_string().into_bytes()
}

fn covered(entries: &[Vec<u8>]) -> Vec<u8> {
    let tree = Tree::new(entries.iter().map(|it| leaf(it)));
    let size = entries.len();
    let point = Checkpoint { origin: ORIGIN.to_owned(), size: size as u64, root: tree.root(size) };
    sign(&point.to_string(), &[(ORIGIN, 5)])
}

/// The register of the example when it had been opened, and nothing more.
fn opened() -> &'static Found {
    static OPENED: OnceLock<Found> = OnceLock::new();
    OPENED.get_or_init(|| {
        let entries = vec![NOTES[0].to_vec()];
        Found { checkpoint: covered(&entries), entries, ..Found::default() }
    })
}

/// A note: one way to write it, and no reader is stricter.
pub fn note(data: &[u8]) -> bool {
    let Ok(note) = Note::parse(data) else { return false };
    assert_eq!(note.to_string().as_bytes(), data);
    assert!(note.text.ends_with('\n') && (1..=64).contains(&note.signatures.len()));
    let theirs = signed_note::Note::from_bytes(data).expect("taken by signed_note");
    assert_eq!(theirs.text(), note.text.as_bytes());
    for key in text(example!("signers.vkey")).lines().chain([text(example!("log.vkey"))]) {
        let ours = Key::parse(key).expect("a key");
        let Ok(signed) = note.signed_by([&ours]) else { continue };
        let verifier = signed_note::StandardVerifier::new(key).expect("a key");
        let known = signed_note::VerifierList::new(vec![Box::new(verifier)]);
        assert_eq!(!signed.is_empty(), theirs.verify(&known).is_ok());
    }
    true
}

/// The text of an entry, with signatures or without: what is read is all that was written.
pub fn entry(data: &[u8]) -> bool {
    let note = Note::parse(data).map(|it| it.text);
    let Ok(text) = note.or_else(|_| String::from_utf8(data.to_vec())) else { return false };
    let Ok(entry) = Entry::parse(&text) else { return false };
    assert_eq!(entry.to_string(), text);
    for (_, value) in entry.lines() {
        let is_plain = !value.is_empty() && value.trim_matches(' ') == value;
        assert!(is_plain && !value.contains("  ") && !value.chars().any(is_banned), "{value:?}");
    }
    let names: BTreeSet<_> = entry.files().map(|it| it.name).collect();
    assert_eq!(names.len(), entry.all("file").count());
    assert!(names.iter().all(|it| !it.contains(['/', '\\']) && !it.starts_with('.')));
    assert_eq!(entry.facts().count(), entry.by_tag("fact").count());
    true
}

/// A checkpoint: three lines and no more, for every reader.
pub fn checkpoint(data: &[u8]) -> bool {
    let Some((note, point)) = checkpoint::read(data) else { return false };
    assert_eq!(point.to_string(), note.text);
    let theirs = tlog_tiles::Checkpoint::from_bytes(note.text.as_bytes());
    let theirs = theirs.expect("taken by tlog_tiles");
    assert_eq!((theirs.origin(), theirs.size()), (point.origin.as_str(), point.size));
    assert_eq!((theirs.hash().0, theirs.extension()), (point.root, ""));
    let policy = trust().policy.as_ref().expect("a policy");
    if let Some(seen) = policy.seen(data) {
        assert!(seen.size == point.size && seen.is_enough != seen.times.is_empty());
    }
    // What it says of its size costs nothing.
    let found =
        verify::files::published(|it| Ok::<_, ()>((it == "checkpoint").then(|| data.to_vec())));
    assert!(found.is_ok_and(|it| it.entries.is_empty()));
    true
}

/// The tree of 256 leaves.
fn tree() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| Tree::new((0..=255_u8).map(|it| leaf(&[it]))))
}

/// Proofs and tiles. A changed proof proves nothing, and another implementation thinks the same.
///
/// The bytes: size less one, older size, index, how the length changes, what is added to the hashes.
pub fn proof(data: &[u8]) -> bool {
    let [size, old, index, length, noise @ ..] = data else { return false };
    let size = usize::from(*size) + 1;
    let (old, index) = (usize::from(*old) % (size + 1), usize::from(*index));
    let changed = |mut proof: Vec<Hash>| {
        for (byte, more) in proof.iter_mut().flatten().zip(noise) {
            *byte ^= more;
        }
        proof.truncate(proof.len().saturating_sub(usize::from(length & 3)));
        proof.extend((0..length >> 6).map(|it| [it; 32]));
        proof
    };
    let theirs = |it: &[Hash]| it.iter().copied().map(tlog_tiles::Hash).collect::<Vec<_>>();
    let (root, start) = (tree().root(size), tree().root(old));
    let leaf = tree().level(0)[index];
    let proof = changed(tree().inclusion(index % size, size));
    let found = tree::root_from_inclusion(leaf, index as u64, size as u64, &proof);
    let is_right = index < size && proof == tree().inclusion(index, size);
    assert_eq!(found == Some(root), is_right);
    let of = tlog_tiles::Hash;
    let other =
        tlog_tiles::check_record(&theirs(&proof), size as u64, of(root), index as u64, of(leaf));
    assert_eq!(other.is_ok(), is_right);
    let proof = changed(tree().consistency(old, size));
    let (before, now) = ((old as u64, start), (size as u64, root));
    let is_consistent = tree::is_consistent(before, now, &proof);
    assert_eq!(is_consistent, proof == tree().consistency(old, size));
    if old > 0 {
        let other = tlog_tiles::check_tree(&theirs(&proof), now.0, of(root), before.0, of(start));
        assert_eq!(other.is_ok(), is_consistent);
    }
    numbers(noise);
    tiles(noise);
    is_right
}

/// Sizes and places of any register.
fn numbers(noise: &[u8]) {
    let (numbers, rest) = noise.as_chunks::<8>();
    let [size, index, old, ..] = numbers else { return };
    let [size, index, old] = [size, index, old].map(|it| u64::from_le_bytes(*it));
    let proof = rest.repeat(64).as_chunks::<32>().0.to_vec();
    let proof = [tile::hashes(noise).unwrap_or_default(), proof].concat();
    let root = tree::root_from_inclusion([0; 32], index, size, &proof);
    tree::is_consistent((old, [0; 32]), (size, [1; 32]), &proof);
    // The other implementation counts no further.
    if size < 1 << 62 {
        let of = tlog_tiles::Hash;
        let theirs = proof.iter().copied().map(of).collect();
        let wanted = of(root.unwrap_or_default());
        let other = tlog_tiles::check_record(&theirs, size, wanted, index, of([0; 32]));
        assert_eq!(other.is_ok(), root.is_some());
    }
}

fn tiles(noise: &[u8]) {
    if let Some(entries) = tile::unpack(noise) {
        let length = |it: &Vec<u8>| u16::try_from(it.len()).expect("read from two bytes");
        let written = entries.iter().flat_map(|it| [&length(it).to_be_bytes()[..], it].concat());
        assert!(written.eq(noise.iter().copied()));
    }
    let path = text(noise);
    let Some(tile) = Tile::parse(path) else { return };
    assert_eq!(tile.path(), path);
    tile.bytes(tree(), &[]);
    let theirs = path.replacen("tile/", "tile/8/", 1).replacen("/entries/", "/data/", 1);
    if tile.level.is_none_or(|it| it < 64) && theirs.len() <= 52 {
        assert_eq!(
            tlog_tiles::Tile::from_path(&theirs).expect("taken by tlog_tiles").path(),
            theirs
        );
    }
}

/// A receipt: one way to write it, and nobody else's entry is believed.
pub fn receipt(data: &[u8]) -> bool {
    let verdict = verify::verify(Evidence::Receipt(data), None, trust(), day()).verdict;
    let Some(receipt) = Receipt::parse(data) else {
        assert_eq!(verdict, Verdict::CannotCheck);
        return false;
    };
    let index = usize::try_from(receipt.index).expect("a number");
    let head = receipt::write(&receipt.entry, index, &Tree::default(), 1, "");
    let hashes = text_between(data, head.trim_end(), &format!("\n{}", receipt.checkpoint));
    let hash = |it: &str| tlog_tiles::Hash::parse_hash(it).expect("a hash");
    let hashes: Vec<_> = hashes.lines().skip(1).map(hash).collect();
    let written: String = hashes.iter().map(|it| format!("{it}\n")).collect();
    assert_eq!(format!("{}\n{written}\n{}", head.trim_end(), receipt.checkpoint).as_bytes(), data);
    let point = &receipt.point;
    if point.size < 1 << 62 {
        let (of, leaf) = (tlog_tiles::Hash, leaf(&receipt.entry));
        let theirs =
            tlog_tiles::check_record(&hashes, point.size, of(point.root), receipt.index, of(leaf));
        assert_eq!(theirs.is_ok(), receipt.is_included());
    }
    let is_believed = !matches!(verdict, Verdict::Broken | Verdict::CannotCheck);
    assert!(!is_believed || NOTES.get(index) == Some(&receipt.entry.as_slice()));
    true
}

fn text_between<'a>(data: &'a [u8], start: &str, end: &str) -> &'a str {
    let text = str::from_utf8(data).expect("it was read as a text");
    let rest = text.strip_prefix(start).expect("the head is written in one way");
    rest.strip_suffix(end).expect("the checkpoint is written in one way")
}

/// The file of a holder: one way to write it, and no other record is believed.
pub fn holder(data: &[u8]) -> bool {
    let reason = verify::verify(Evidence::Holder(data), None, trust(), day()).reason;
    let Some(holder) = Holder::parse(data) else {
        assert_eq!(reason, Reason::Unreadable);
        return false;
    };
    assert_eq!(holder.write().as_bytes(), data);
    let own = example!("unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001.note");
    assert!(reason != Reason::Unlisted || holder.entry == own);
    receipt(&holder.proof);
    true
}

/// What people type and what scanners say: codes, addresses, fingerprints.
pub fn code(data: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(data) else { return false };
    if let Ok(code) = Code::parse(text) {
        assert_eq!(code.to_string(), text);
    }
    let read = Code::read(text);
    if let Ok(code) = read {
        assert_eq!(Code::parse(&code.to_string()), Ok(code));
        assert_eq!(Code::read(&code.grouped()), Ok(code));
    }
    if let Some(found) = code::find_unlisted(text) {
        assert!(text.contains(found) && code::is_unlisted(&found.replace('-', "")));
    }
    if let Some(print) = verify::fingerprint(text) {
        assert_eq!(verify::fingerprint(&hex(&print)), Some(print));
    }
    // An address costs a replay: what is none is another host's without one.
    if !text.contains("://") {
        return read.is_ok();
    }
    let address = verify::verify(Evidence::Address(text), Some(opened()), trust_nobody(), day());
    let is_ours = address.reason != Reason::Host;
    assert!(!is_ours || text.to_ascii_lowercase().starts_with(&format!("https://{HOST}/")));
    read.is_ok() || is_ours
}

/// The fingerprint alone, as on paper: no witness is asked for.
fn trust_nobody() -> &'static Trust {
    static TRUST: OnceLock<Trust> = OnceLock::new();
    TRUST.get_or_init(|| Trust { fingerprint: Some(leaf(NOTES[0])), ..Trust::default() })
}

/// Policies and lists of keys, line by line.
pub fn policy(data: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(data) else { return false };
    let keys: Vec<_> = text.lines().filter_map(|it| Some((it, Key::parse(it).ok()?))).collect();
    for (line, key) in &keys {
        assert_eq!(key.to_string(), *line);
    }
    let lines: Vec<_> = text.lines().collect();
    let upto = |count: usize| Policy::parse(&lines[..count].join("\n"));
    match Policy::parse(text) {
        Ok(policy) => {
            assert_eq!(policy.judge(&[].into()).is_none(), policy.has_quorum());
            policy.seen(example!("register/checkpoint"));
            true
        }
        // The line that is named is the first one that is none.
        Err(line) => {
            assert!(upto(line - 1).is_ok() && upto(line).err() == Some(line));
            !keys.is_empty()
        }
    }
}

/// A page: its words are settled, what is banned is a fault, and nothing is taken for sealed that the
/// register does not know.
pub fn page(data: &[u8]) -> bool {
    let Ok(html) = str::from_utf8(data) else { return false };
    let page = plain::read(html);
    for article in page.articles.values() {
        let words = &article.words;
        assert!(words.is_empty() || words.ends_with('\n'));
        let is_settled = |it: &str| !it.is_empty() && it.trim_matches([' ', '\t']) == it;
        assert!(words.lines().all(|it| is_settled(it) && !it.contains("  ")), "{words:?}");
        let is_hidden = |it: char| is_banned(it) && !matches!(it, '\n' | '\t');
        if words.chars().any(is_hidden) {
            assert!(!page.faults.is_empty());
        } else if !words.contains('\t') {
            // Written as paragraphs, the words are the same.
            let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
            let lines: String =
                escaped.split_terminator('\n').map(|it| format!("<p>{it}</p>")).collect();
            let again = plain::read(&format!("<article data-seal=\"x\">{lines}</article>"));
            assert!(again.faults.is_empty() && again.articles["x"].words == *words, "{words:?}");
        }
    }
    // An audit costs a replay: one page in eight has it.
    if !html.contains("data-s") || html.len() % 8 > 0 {
        return page.faults.is_empty();
    }
    let mut files = Files::new();
    let (entries, tree) = (&opened().entries, Tree::new([leaf(NOTES[0])]));
    for tile in Tile::all(1) {
        let bytes = tile.bytes(&tree, entries).expect("a tile of the register");
        files.insert(format!("so-con-dau/{}", tile.path()), bytes);
    }
    files.insert("so-con-dau/checkpoint".to_owned(), opened().checkpoint.clone());
    files.insert("so-con-dau/fingerprint".to_owned(), hex(&leaf(NOTES[0])).into_bytes());
    files.insert("vi/index.html".to_owned(), data.to_vec());
    let audit = audit(&files, "so-con-dau", trust_nobody(), &[], day()).expect("a register");
    assert!(audit.articles == 0 || !audit.findings.is_empty());
    page.faults.is_empty()
}

/// A history: the texts of entries with empty lines between them, signed here by who has to. Replayed
/// at once and one by one it is the same, and what the state says is lawful.
pub fn history(data: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(data) else { return false };
    let (mut state, mut entries, mut fault) = (State::default(), Vec::new(), None::<Fault>);
    for text in text.split("\n\n").filter(|it| !it.is_empty()) {
        let bytes = signed(&format!("{}\n", text.trim_end_matches('\n')), &state);
        let pushed = state.push(&bytes, None);
        entries.push(bytes);
        if let Err(it) = pushed {
            fault = Some(it);
            break;
        }
    }
    let whole = replay(&entries, &covered(&entries), &Anchors::default());
    if let Some(fault) = fault {
        assert_eq!(fault.index, Some(state.size()));
        assert_eq!(whole.err(), Some(fault));
        entries.pop();
    }
    let Ok(again) = replay(&entries, &covered(&entries), &Anchors::default()) else {
        // An empty register is no register, and the log may have another key.
        let is_ours = |it: &Key| {
            it.name() == ORIGIN && state.active(Role::Log, state.size()).any(|at| at.key == *it)
        };
        let log = Key::parse(self::text(example!("log.vkey"))).expect("a key");
        assert!(entries.is_empty() || state.origin != ORIGIN || !is_ours(&log));
        return false;
    };
    assert_eq!(again.records, state.records);
    lawful(&state);
    !entries.is_empty()
}

/// An entry with the signatures of those who have to sign it, as far as their keys are known here.
fn signed(text: &str, state: &State) -> Vec<u8> {
    let kind = text.lines().next().unwrap_or_default();
    let [one, two, first, second] =
        ["root-1", "root-2", "registrar-1", "registrar-2"].map(|it| format!("{HOST}/{it}"));
    let is_active = state.active(Role::Registrar, state.size()).any(|it| it.key.name() == first);
    match kind {
        "condau/1 open" | "condau/1 key" | "condau/1 move" => sign(text, &[(&one, 1), (&two, 2)]),
        _ if is_active => sign(text, &[(&first, 3)]),
        _ => sign(text, &[(&second, 4)]),
    }
}

/// What must be true of a register that keeps its rules.
fn lawful(state: &State) {
    let active = |role| state.active(role, state.size()).count() as u64;
    assert!(active(Role::Root) >= state.quorum && state.quorum >= 2);
    assert!(active(Role::Registrar) >= 1 && active(Role::Log) >= 1);
    assert!(!state.hosts.is_empty() && state.hosts.iter().all(|it| state.every_host.contains(it)));
    let mut numbers = BTreeSet::new();
    for (code, record) in &state.records {
        assert_eq!(Code::parse(code).map(|it| it.to_string()).as_ref(), Ok(code));
        assert!(!record.versions.is_empty());
        for (expected, version) in (1..).zip(&record.versions) {
            assert_eq!(version.entry.number("version"), Some(expected));
            assert!(code::find_unlisted(&version.entry.to_string()).is_none());
        }
        let number = |entry: &Entry| {
            let number = (entry.get("issuer")?, entry.day("date")?.year(), entry.get("number")?);
            Some((number.0.to_owned(), number.1, number.2.to_owned()))
        };
        let own: BTreeSet<_> = record.effective().filter_map(|it| number(&it.entry)).collect();
        assert!(own.into_iter().all(|it| numbers.insert(it)), "a number of two documents");
        for version in &record.versions {
            record.shown(version, day());
        }
        let is_known = |it: &str| state.records.contains_key(it) && it != code;
        for placed in record.versions.iter().chain(&record.statuses) {
            let named =
                ["by", "amends", "replaces"].into_iter().flat_map(|it| placed.entry.all(it));
            assert!(named.into_iter().all(is_known));
        }
    }
}
