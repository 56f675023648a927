//! The register of verification.md §1, rebuilt from its seeds, and everything that could be wrong with
//! it.

use std::fs;
use std::path::Path;

use condau::verify::checkpoint::{Checkpoint, Policy};
use condau::verify::note::{Key, Note, Signature};
use condau::verify::receipt::{self, Holder, Receipt};
use condau::verify::replay::{Anchors, Standing, replay};
use condau::verify::time::Day;
use condau::verify::tree::{Tree, leaf};
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
