//! The demo: its warnings, and the digest of every file that it gives, at one thread and at many.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use condau::diagnostic::Diagnostics;
use condau::site::{self, Build, Content, Options};
use condau::source::Sources;
use sha2::{Digest, Sha256};

use crate::support::{day, lines};

/// The demo as at 4 May 2026.
pub(crate) fn demo() -> Build {
    let mut found = Diagnostics::default();
    let sources = Sources::read(Path::new("."), &mut found).unwrap();
    let options = Options { as_of: day("2026-05-04"), drafts: false, production: false };
    site::build(sources, found, options)
}

/// Path and digest of every file.
fn hashes(build: &Build) -> BTreeMap<String, String> {
    let files = build.files.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(build)));
    let mut hashes = BTreeMap::new();
    for task in 0..files.tasks() {
        for (path, content) in files.render(task).unwrap().files {
            let digest: [u8; 32] = match content {
                Content::Bytes(bytes) => Sha256::digest(&bytes).into(),
                Content::Copy { sha256, .. } => sha256,
            };
            let hex: String = digest.iter().map(|it| format!("{it:02x}")).collect();
            hashes.insert(path, hex);
        }
    }
    hashes
}

/// Compares with a file of expectations, or rewrites it where `UPDATE` is set.
fn expect(path: &str, actual: &str) {
    if std::env::var("UPDATE").is_ok() {
        fs::write(path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let differs = |(a, b): &(&str, &str)| a != b;
    let first = expected.lines().zip(actual.lines()).find(differs);
    assert!(
        expected == actual,
        "{path} differs, first at {first:?}; if that is meant: UPDATE=1 cargo test"
    );
}

#[test]
fn the_demo_gives_these_files() {
    let text = |it: &BTreeMap<String, String>| -> String {
        it.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
    };
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let alone = one.install(|| text(&hashes(&demo())));
    assert_eq!(alone, text(&hashes(&demo())), "one thread and many differ");
    expect("tests/golden/hashes.txt", &alone);
}

#[test]
fn the_demo_has_these_warnings_and_no_error() {
    let warnings = lines(&demo());
    let errors: Vec<_> = warnings.iter().filter(|it| it.contains(": error[")).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    expect("tests/golden/warnings.txt", &(warnings.join("\n") + "\n"));
}
