//! The register of verification.md §1, rebuilt from its seeds, and everything that could be wrong with
//! it.

use std::fs;
use std::path::Path;

use condau::verify::checkpoint::{Checkpoint, Policy};
use condau::verify::files;
use condau::verify::note::{Algorithm, Key, Note, Signature};
use condau::verify::receipt::{self, Holder, Receipt};
use condau::verify::replay::{Anchors, Standing, replay};
use condau::verify::tile;
use condau::verify::time::Day;
use condau::verify::tree::{self, Tree, leaf};
use ed25519_dalek::SigningKey;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/register");

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(EXAMPLE).join(path)).unwrap()
}

fn text(path: &str) -> String {
    String::from_utf8(read(path)).unwrap()
}

/// The private key of a seed.
fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn entries() -> Vec<Vec<u8>> {
    (0..7).map(|it| read(&format!("register/000/00000{it}.note"))).collect()
}

fn anchors() -> Anchors {
    let policy = Policy::parse(&text("site/so-con-dau/policy.txt")).unwrap();
    let note = Note::parse(&read("register/checkpoint")).unwrap();
    let time = policy.judge(&policy.times(&note).unwrap()).unwrap().unwrap();
    let fingerprint = text("fingerprint");
    let digits = fingerprint.trim().as_bytes().chunks(2);
    let bytes = digits.map(|it| u8::from_str_radix(str::from_utf8(it).unwrap(), 16).unwrap());
    let fingerprint = bytes.collect::<Vec<_>>().try_into().unwrap();
    Anchors { fingerprint: Some(fingerprint), cosigned: vec![(7, time)] }
}

#[test]
fn the_example_follows_from_its_seeds() {
    let host = "songoaivu.example";
    let signers = |index: usize| match index {
        0 | 5 | 6 => vec![("root-1", 1), ("root-2", 2)],
        _ => vec![("registrar-1", 3)],
    };
    for (index, entry) in entries().into_iter().enumerate() {
        let note = Note::parse(&entry).unwrap();
        let sign = |(name, seed)| Signature::new(&format!("{host}/{name}"), &key(seed), &note.text);
        let signatures = signers(index).into_iter().map(sign).collect();
        let rebuilt = Note { text: note.text.clone(), signatures };
        assert_eq!(rebuilt.to_string().into_bytes(), entry, "{index}");
    }
    let tree = Tree::new(entries().iter().map(|it| leaf(it)));
    let origin = format!("{host}/so-con-dau");
    let point = |size: usize| {
        let point = Checkpoint { origin: origin.clone(), size: size as u64, root: tree.root(size) };
        let text = point.to_string();
        Note { signatures: vec![Signature::new(&origin, &key(5), &text)], text }
    };
    assert_eq!(point(2).to_string(), text("old-checkpoint"));
    let mut newest = point(7);
    let seen = 1_796_180_400;
    newest.signatures.push(Signature::cosign("witness.example/w1", &key(6), &newest.text, seen));
    assert_eq!(newest.to_string(), text("register/checkpoint"));
    for (version, index) in [(1, 1), (2, 3)] {
        let receipt = receipt::write(&entries()[index], index, &tree, 7, &newest.to_string());
        assert_eq!(receipt, text(&format!("site/V/K7M29QX4TB/{version}.tlog-proof")));
    }
    let unlisted = "unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001";
    let holder = Holder {
        salt: [0xa5; 32],
        entry: read(&format!("{unlisted}.note")),
        proof: receipt::write(&entries()[2], 2, &tree, 7, &newest.to_string()).into_bytes(),
    };
    assert_eq!(holder.write(), text(&format!("{unlisted}.holder")));
    assert_eq!(Holder::parse(&read(&format!("{unlisted}.holder"))), Some(holder.clone()));
    let commit = receipt::commitment(&holder.salt, &holder.entry);
    assert!(text("register/000/000002.note").contains(&commit));
}

#[test]
fn the_example_is_lawful_and_says_what_it_says() {
    let state = replay(&entries(), &read("register/checkpoint"), &anchors()).unwrap();
    assert_eq!(state.hosts, ["moi.songoaivu.example", "songoaivu.example"]);
    assert_eq!(state.issuer[0].1, "Sở Ngoại vụ tỉnh Mẫu Mới");
    assert!(state.specimen);
    let record = &state.records["K7M29QX4TB"];
    assert_eq!(record.versions.len(), 2);
    assert_eq!(record.standing(Day::parse("2026-12-02").unwrap()), Standing::Suspended);
    let old = replay(&entries(), &read("old-checkpoint"), &Anchors::default()).unwrap();
    let standing = |day| old.records["K7M29QX4TB"].standing(Day::parse(day).unwrap());
    assert_eq!(standing("2026-11-30"), Standing::NotYet);
    assert_eq!(standing("2026-12-01"), Standing::InForce);
}

#[test]
fn no_byte_of_an_entry_or_a_checkpoint_may_change() {
    let checkpoint = read("register/checkpoint");
    for index in 0..7 {
        for at in (0..entries()[index].len()).step_by(7) {
            let mut wrong = entries();
            wrong[index][at] ^= 1;
            assert!(replay(&wrong, &checkpoint, &anchors()).is_err(), "{index} {at}");
        }
    }
    let log = Key::parse(text("log.vkey").trim()).unwrap();
    for at in 0..checkpoint.len() {
        let mut wrong = checkpoint.clone();
        wrong[at] ^= 1;
        let is_signed = Note::parse(&wrong).is_ok_and(|it| {
            it.signed_by([&log]).is_ok_and(|it| !it.is_empty())
                && Checkpoint::parse(&it.text).is_some()
        });
        // The line of the witness is not the log's.
        let of_witness = text("register/checkpoint").find("— witness").unwrap();
        assert_eq!(is_signed, at >= of_witness && Note::parse(&wrong).is_ok(), "{at}");
    }
}

#[test]
fn receipts_prove_their_entry_and_nothing_else() {
    let bytes = read("site/V/K7M29QX4TB/1.tlog-proof");
    assert_eq!(bytes.len(), 2053);
    let receipt = Receipt::parse(&bytes).unwrap();
    assert!(receipt.is_included());
    assert_eq!(receipt.entry, entries()[1]);
    let head = text("site/V/K7M29QX4TB/1.tlog-proof").find("\n\n").unwrap();
    for at in 0..head {
        let mut wrong = bytes.clone();
        wrong[at] ^= 1;
        assert!(!Receipt::parse(&wrong).is_some_and(|it| it.is_included()), "{at}");
    }
}

#[test]
fn the_words_of_the_example_pages_are_those_that_were_sealed() {
    for version in ["1", "2"] {
        let index = if version == "1" { 1 } else { 3 };
        let note = Note::parse(&entries()[index]).unwrap();
        let entry = condau::verify::entry::Entry::parse(&note.text).unwrap();
        for (language, sealed) in entry.by_tag("plain") {
            let page =
                condau::verify::plain::read(&text(&format!("page-{version}-{language}.html")));
            assert_eq!(page.faults, []);
            let article = &page.articles[&format!("K7M29QX4TB/{version}/{language}")];
            assert_eq!(article.hash(), sealed, "{}", article.words);
        }
    }
}

/// The hashes of a tree as the other implementation stores them.
struct Stored(Vec<tlog_tiles::Hash>);

impl tlog_tiles::HashReader for Stored {
    fn read_hashes(&self, places: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(places.iter().map(|it| self.0[usize::try_from(*it).unwrap()]).collect())
    }
}

#[test]
fn all_proofs_are_those_of_another_implementation() {
    let (mut tree, mut theirs) = (Tree::default(), Stored(Vec::new()));
    let plain = |it: Vec<tlog_tiles::Hash>| it.into_iter().map(|it| it.0).collect::<Vec<_>>();
    let mut roots = vec![tree.root(0)];
    for number in 0..130_usize {
        let entry = format!("entry {number}");
        tree.push(leaf(entry.as_bytes()));
        let stored = tlog_tiles::stored_hashes(number as u64, entry.as_bytes(), &theirs).unwrap();
        theirs.0.extend(stored);
        let size = number + 1;
        let root = tree.root(size);
        assert_eq!(root, tlog_tiles::tree_hash(size as u64, &theirs).unwrap().0);
        roots.push(root);
        for index in 0..size {
            let ours = tree.inclusion(index, size);
            let proof = tlog_tiles::prove_record(size as u64, index as u64, &theirs).unwrap();
            assert_eq!(ours, plain(proof), "{index} in {size}");
            let leaf = tree.level(0)[index];
            let found = tree::root_from_inclusion(leaf, index as u64, size as u64, &ours);
            assert_eq!(found, Some(root));
            let wrong = tree::root_from_inclusion(leaf, (index + 1) as u64, size as u64, &ours);
            assert_ne!(wrong, Some(root));
        }
        for old in 1..=size {
            let ours = tree.consistency(old, size);
            let proof = tlog_tiles::prove_tree(size as u64, old as u64, &theirs).unwrap();
            assert_eq!(ours, plain(proof), "{old} to {size}");
            let (before, now) = ((old as u64, roots[old]), (size as u64, root));
            assert!(tree::is_consistent(before, now, &ours));
            assert!(!tree::is_consistent((old as u64, roots[old - 1]), now, &ours));
            assert!(ours.is_empty() || !tree::is_consistent(before, now, &ours[1..]));
        }
    }
}

/// Whether the other implementation takes a note that a key signed.
fn they_take(note: &[u8], key: &str) -> bool {
    let verifier = signed_note::StandardVerifier::new(key).unwrap();
    let known = signed_note::VerifierList::new(vec![Box::new(verifier)]);
    signed_note::Note::from_bytes(note).is_ok_and(|it| it.verify(&known).is_ok())
}

fn we_take(note: &[u8], key: &str) -> bool {
    let key = Key::parse(key).unwrap();
    Note::parse(note).is_ok_and(|it| it.signed_by([&key]).is_ok_and(|it| !it.is_empty()))
}

/// The files of a folder of `tests/vectors/notes/`, by their names.
fn vectors(folder: &str, ending: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(EXAMPLE).with_file_name("notes").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap());
    let names = files.map(|it| (it.file_name().into_string().unwrap(), it.path()));
    let of_kind = names.filter(|it| it.0.ends_with(ending));
    let mut found: Vec<_> = of_kind.map(|(name, it)| (name, fs::read(it).unwrap())).collect();
    found.sort();
    found
}

/// Whether a checkpoint is read, and its log signed it.
fn is_checkpoint(note: &[u8], key: &Key) -> bool {
    let point = Note::parse(note).ok().and_then(|it| Checkpoint::parse(&it.text));
    point.is_some_and(|it| it.origin == key.name()) && we_take(note, &key.to_string())
}

#[test]
fn notes_are_read_as_strictly_as_by_the_strictest_reader() {
    let vkey = Key::new("example.com/foo", Algorithm::Ed25519, key(9).verifying_key());
    assert_eq!(vectors("", ".vkey")[0].1, format!("{vkey}\n").into_bytes());
    let (refused, accepted) = (vectors("refused", ".note"), vectors("accepted", ".note"));
    assert_eq!((refused.len(), accepted.len()), (15, 3));
    for (name, wrong) in refused {
        assert!(!is_checkpoint(&wrong, &vkey), "{name}");
    }
    for (name, right) in accepted {
        assert!(is_checkpoint(&right, &vkey), "{name}");
        assert!(they_take(&right, &vkey.to_string()), "{name}");
    }
    let keys = vectors("refused", ".vkey");
    assert_eq!(keys.len(), 2);
    for (name, wrong) in keys {
        assert!(Key::parse(str::from_utf8(&wrong).unwrap().trim_end()).is_err(), "{name}");
    }
    // What we take of random changes, the other reader takes.
    let (good, vkey) = (&vectors("accepted", "good.note")[0].1, vkey.to_string());
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut changed = good.clone();
            changed[at] ^= 1 << bit;
            assert!(!we_take(&changed, &vkey) || they_take(&changed, &vkey), "{at} {bit}");
        }
    }
}

#[test]
fn the_examples_of_others_are_read() {
    // The example of C2SP signed-note.
    let note = "This is an example message.\n\n\
        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    assert!(we_take(note.as_bytes(), vkey) && they_take(note.as_bytes(), vkey));
    assert!(!we_take(note.replace("example m", "other m").as_bytes(), vkey));
    assert_eq!(Key::parse(vkey).unwrap().to_string(), vkey);
    // That of Go.
    let note = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assert!(we_take(note.as_bytes(), vkey) && they_take(note.as_bytes(), vkey));
    assert!(Key::parse(&vkey.replace("c74f20a3", "c74f20a4")).is_err(), "vkey-wrong-id");
    // Its key is the neutral element: everybody can sign for it.
    let weak = ed25519_dalek::VerifyingKey::from_bytes(&{
        let mut bytes = [0; 32];
        bytes[0] = 1;
        bytes
    });
    let weak = Key::new("example.com/weak", Algorithm::Ed25519, weak.unwrap()).to_string();
    assert!(Key::parse(&weak).is_err(), "small-order-key");
}

#[test]
fn readers_have_limits() {
    let text = |length: usize| format!("{}\n", "a".repeat(length - 1));
    let note = |text: &str, count: u16| {
        let sign = |it: u16| {
            let name = format!("example.org/{it}");
            Signature::new(&name, &key(u8::try_from(it).unwrap()), "")
        };
        Note { text: text.to_owned(), signatures: (0..count).map(sign).collect() }.to_string()
    };
    let rest = note(&text(1), 1).len() - 1;
    let is_note = |it: &str| Note::parse(it.as_bytes()).is_ok();
    assert!(is_note(&note(&text(64 * 1024 - rest), 1)));
    assert!(!is_note(&note(&text(64 * 1024 - rest + 1), 1)));
    assert!(is_note(&note("a\n", 64)) && !is_note(&note("a\n", 65)));
    // A receipt with so many hashes, of whatever tree.
    let receipt = |hashes: usize| {
        let hash = "UYbdDdzJBkMnQNWpGx1J5bI1AZXSfG9dALtL8kyYOdM=\n".repeat(hashes);
        let head = "c2sp.org/tlog-proof@v1\nextra YQ==\nindex 0\n";
        Receipt::parse(format!("{head}{hash}\n{}", self::text("register/checkpoint")).as_bytes())
    };
    assert!(receipt(0).is_some() && receipt(63).is_some() && receipt(64).is_none());
    // The last entry that has a name is 999999.
    let mut asked = 0;
    let found = files::kept(|path| {
        asked += usize::from(path.ends_with(".note"));
        assert!(path.len() <= "999/999999.note".len(), "{path}");
        Ok::<_, ()>(path.ends_with(".note").then(Vec::new))
    });
    assert_eq!((found.unwrap().entries.len(), asked), (1_000_000, 1_000_000));
}

#[test]
fn checkpoints_say_three_things_and_no_more() {
    let empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let root = "UYbdDdzJBkMnQNWpGx1J5bI1AZXSfG9dALtL8kyYOdM=";
    assert!(Checkpoint::parse(&format!("a/b\n0\n{empty}\n")).is_some());
    assert!(Checkpoint::parse(&format!("a/b\n7\n{root}\n")).is_some());
    for (name, wrong) in [
        ("size-leading-zero", format!("a/b\n07\n{root}\n")),
        ("size-0-root-not-empty-hash", format!("a/b\n0\n{root}\n")),
        ("extension-line", format!("a/b\n7\n{root}\nmore\n")),
        ("no origin", format!("\n7\n{root}\n")),
        ("short root", "a/b\n7\nUYbdDdzJBkMnQNWpGx1J5bI1AZXSfG9dALtL8kyYOQ==\n".to_owned()),
        ("sign", format!("a/b\n+7\n{root}\n")),
        ("no end", format!("a/b\n7\n{root}")),
        ("too large", format!("a/b\n99999999999999999999\n{root}\n")),
    ] {
        assert!(Checkpoint::parse(&wrong).is_none(), "{name}");
    }
}

#[test]
fn policies_count_witnesses_and_groups() {
    let witness = |seed: u8| {
        Key::new(&format!("w{seed}.example"), Algorithm::Cosignature, key(seed).verifying_key())
    };
    let lines: String = (11..15).map(|it| format!("witness w{it} {}\n", witness(it))).collect();
    let judge = |rest: &str, seeds: &[u8]| {
        let policy = Policy::parse(&format!("# Who counts.\n\n{lines}{rest}")).unwrap();
        let text = "a/b\n1\nUYbdDdzJBkMnQNWpGx1J5bI1AZXSfG9dALtL8kyYOdM=\n";
        let sign = |it: &u8| {
            Signature::cosign(witness(*it).name(), &key(*it), text, 1000 + u64::from(*it))
        };
        let signatures = seeds.iter().map(sign).collect();
        let note = Note { text: text.to_owned(), signatures };
        policy.judge(&policy.times(&note).unwrap())
    };
    assert_eq!(judge("quorum none\n", &[]), Some(None));
    assert_eq!(judge("quorum w11\n", &[12]), None);
    assert_eq!(judge("quorum w11\n", &[11, 12]), Some(Some(1012)));
    let two = "group two 2 w11 w12 w13\nquorum two\n";
    assert_eq!(judge(two, &[11]), None);
    assert_eq!(judge(two, &[11, 13]), Some(Some(1013)));
    let both = "group any any w11 w12\ngroup both all any w13\nquorum both\n";
    assert_eq!(judge(both, &[11, 12]), None);
    assert_eq!(judge(both, &[12, 13]), Some(Some(1013)));
    let other = witness(11).to_string();
    for wrong in [
        "group g 4 w11 w12\n",
        "group g 1 w11 w11\n",
        "group g 0 w11\n",
        "group g any w99\n",
        "quorum w99\n",
        "quorum w11\nquorum w12\n",
        "witness none KEY\n",
        "witness w11 KEY\n",
        "log KEY\n",
        "nonsense\n",
        "group w11 any w12\n",
    ] {
        assert!(
            Policy::parse(&format!("{lines}{}", wrong.replace("KEY", &other))).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn the_published_tiles_are_those_of_the_entries() {
    let tree = Tree::new(entries().iter().map(|it| leaf(it)));
    for path in ["tile/entries/000.p/2", "tile/entries/000.p/7", "tile/0/000.p/2", "tile/0/000.p/7"]
    {
        let tile = tile::Tile::parse(path).unwrap();
        let published = read(&format!("site/so-con-dau/{path}"));
        assert_eq!(tile.bytes(&tree, &entries()), Some(published.clone()), "{path}");
        match tile.level {
            None => assert_eq!(tile::unpack(&published).unwrap(), entries()[..tile.width]),
            Some(_) => assert_eq!(tile::hashes(&published).unwrap(), tree.level(0)[..tile.width]),
        }
    }
}

#[test]
fn a_checkpoint_that_says_too_much_costs_nothing() {
    let text = |size| Checkpoint { origin: "a/b".to_owned(), size, root: [7; 32] }.to_string();
    let bundle = read("site/so-con-dau/tile/entries/000.p/7");
    for size in [8, 300, 1 << 40, u64::MAX] {
        let note = Note { signatures: vec![Signature::new("a/b", &key(5), "")], text: text(size) };
        let mut asked = Vec::new();
        let found = files::published(|path| {
            asked.push(path.to_owned());
            Ok::<_, ()>(match path {
                "checkpoint" => Some(note.to_string().into_bytes()),
                "tile/entries/000" => Some(bundle.clone()),
                _ => None,
            })
        });
        // It is asked for what follows only as long as something is there.
        let found = found.unwrap();
        assert_eq!(found.entries.len(), if size == 8 { 0 } else { 7 }, "{size}");
        assert_eq!(asked.len(), if size == 8 { 2 } else { 3 }, "{asked:?}");
        let fault = replay(&found.entries, &found.checkpoint, &Anchors::default()).unwrap_err();
        assert!(fault.to_string().starts_with("R1 tree: entry "), "{fault}");
    }
}
