//! The fuzz targets of `fuzz/` on the vectors and what is near to them, so that an ordinary test run
//! notices when they no longer compile, or no longer hold.

use std::fs;
use std::path::Path;

use crate::audit::Dice;

#[path = "../fuzz/src/readers.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets use it as a library")]
mod readers;

type Reader = (&'static str, fn(&[u8]) -> bool);

const READERS: [Reader; 10] = [
    ("note", readers::note),
    ("entry", readers::entry),
    ("checkpoint", readers::checkpoint),
    ("proof", readers::proof),
    ("receipt", readers::receipt),
    ("holder", readers::holder),
    ("code", readers::code),
    ("policy", readers::policy),
    ("page", readers::page),
    ("history", readers::history),
];

/// The seeds of a target, made as `fuzz/run` makes them: each must be taken.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let register = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/register");
    let read = |path: &str| fs::read(register.join(path)).unwrap();
    let notes = || (0..7).map(|it| read(&format!("register/000/00000{it}.note")));
    let receipts = || [1, 2].map(|it| read(&format!("site/V/K7M29QX4TB/{it}.tlog-proof")));
    let points = || ["register/checkpoint", "old-checkpoint"].map(read);
    match target {
        "note" => notes().chain(points()).collect(),
        "entry" => notes().collect(),
        "checkpoint" => points().into(),
        "proof" => [[0, 0, 0, 0], [6, 2, 1, 0], [255, 128, 130, 0]].map(Vec::from).into(),
        "receipt" => receipts().into(),
        "holder" => vec![read("unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001.holder")],
        "code" => ["K7M29QX4TB", "k7m2-9qx4-tb", "HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/"]
            .map(Vec::from)
            .into(),
        "policy" => ["site/so-con-dau/policy.txt", "signers.vkey"].map(read).into(),
        "page" => ["vi", "en", "zh"].map(|it| read(&format!("page-2-{it}.html"))).into(),
        "history" => {
            let text = |it: Vec<u8>| {
                let text = String::from_utf8(it).unwrap();
                text.split_inclusive("\n\n").next().unwrap().to_owned()
            };
            vec![notes().map(text).collect::<String>().into_bytes()]
        }
        other => panic!("no seeds for {other}"),
    }
}

/// Bytes with a few changes.
fn near(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll::<usize>(3) {
        let at = dice.roll::<usize>(bytes.len() + 1);
        let end = (at + 1 + dice.roll::<usize>(40)).min(bytes.len());
        match dice.roll::<usize>(5) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.roll::<usize>(8),
            1 if at < bytes.len() => bytes[at] = dice.roll(256),
            2 => bytes.insert(at, dice.roll(256)),
            3 => drop(bytes.drain(at..end)),
            _ => {
                let piece = bytes[at..end].to_vec();
                let to = dice.roll::<usize>(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

#[test]
fn t19_malformed_input_is_refused_or_means_what_it_says() {
    let mut dice = Dice(19);
    for (target, reader) in READERS {
        let (mut taken, mut refused) = (0, 0);
        for seed in seeds(target) {
            assert!(reader(&seed), "{target}: {}", String::from_utf8_lossy(&seed));
            for _ in 0..200 {
                let count = if reader(&near(&seed, &mut dice)) { &mut taken } else { &mut refused };
                *count += 1;
            }
        }
        assert!(taken + refused >= 200 && refused > 0, "{target}: {taken} {refused}");
        reader(&[]);
        reader(&vec![0xff; 70_000]);
        reader("\n".repeat(70_000).as_bytes());
    }
}

#[test]
fn each_reader_has_its_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let names: Vec<_> = READERS.iter().map(|it| it.0).collect();
    let bins = manifest.split("[[bin]]\nname = \"").skip(1);
    let bins: Vec<_> = bins.map(|it| it.split('"').next().unwrap()).collect();
    assert_eq!(bins, names);
    for name in names {
        let target = fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("condau_fuzz::{name}(data);")), "{name}");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
    // Of the same crates it has the same versions and features.
    let program = fs::read_to_string(folder.join("../Cargo.toml")).unwrap();
    let own = manifest.split("[dependencies]\n").nth(1).unwrap().split("\n\n").next().unwrap();
    assert_eq!(own.lines().count(), 6);
    for line in own.lines() {
        assert!(program.lines().any(|it| it == line), "{line}");
    }
}
