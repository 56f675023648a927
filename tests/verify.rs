//! `condau verify`, through the binary, on the register of verification.md §1.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/register");

/// The exit code, and what was said on both streams.
fn verify(arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    let command = command.current_dir(env!("CARGO_TARGET_TMPDIR")).env_remove("CONDAU_LANG");
    let output =
        command.args(["verify", "--lang", "en", "--as-of", "2026-12-02"]).args(arguments).output();
    let output = output.unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), said)
}

fn fingerprint() -> String {
    fs::read_to_string(format!("{EXAMPLE}/fingerprint")).unwrap().trim().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy(&from, &to) } else { _ = fs::copy(from, to).unwrap() }
    }
}

/// A copy of the published site of the example.
fn site(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    copy(&Path::new(EXAMPLE).join("site"), &path);
    path
}

/// The register when it had two entries: the document was in force from December on.
fn young(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("000")).unwrap();
    for note in ["000/000000.note", "000/000001.note"] {
        fs::copy(format!("{EXAMPLE}/register/{note}"), path.join(note)).unwrap();
    }
    fs::copy(format!("{EXAMPLE}/old-checkpoint"), path.join("checkpoint")).unwrap();
    path
}

#[test]
fn each_verdict_has_its_exit_code() {
    let (site, young) = (site("verdicts"), young("verdicts-young"));
    let (site, young) = (site.to_str().unwrap(), young.to_str().unwrap());
    let print = fingerprint();
    let of = |what: &str, register: &str| {
        verify(&[what, "--register", register, "--fingerprint", &print])
    };
    let file = |version: u8, name: &str| format!("{site}/V/K7M29QX4TB/{version}/{name}");
    let receipt = format!("{site}/V/K7M29QX4TB/1.tlog-proof");
    let holder = format!("{EXAMPLE}/unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001.holder");
    let other = format!("{site}/other.pdf");
    fs::write(&other, b"another file").unwrap();
    for (what, register, code, words) in [
        ("K7M29QX4TB", young, 0, "IN THE REGISTER, CURRENT"),
        (&*file(1, "vi.md"), young, 0, "GENUINE AND CURRENT"),
        ("HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/", young, 0, "in force"),
        (&*receipt, young, 11, "older than the receipt"),
        ("k7m2-9qx4-tb", site, 10, "suspended"),
        (&*receipt, site, 10, "earlier version"),
        (&*file(1, "en.md"), site, 10, "earlier version"),
        (&*file(2, "en.md"), site, 10, "suspended"),
        (&*holder, site, 11, "not public"),
        (&*other, site, 20, "No sealed version"),
        ("000YFYQ1TR", site, 21, "no such code"),
        ("K7M29QX4TC", site, 21, "mistyped"),
        ("https://moi.songoaivu.example/V/K7M29QX4TB/", site, 10, "suspended"),
        ("no/such/file.pdf", site, 40, "cannot be read"),
        ("khong-co.pdf", site, 40, "cannot be read"),
    ] {
        let (got, said) = of(what, register);
        assert_eq!(got, code, "{what}: {said}");
        assert!(said.contains(words), "{what}: {said}");
        assert!(said.contains("SPECIMEN") || code == 21 || code == 40, "{what}: {said}");
    }
    let (code, said) =
        verify(&[&other, "--id", "K7M29QX4TB", "--register", site, "--fingerprint", &print]);
    assert!(code == 20 && said.contains("differs from every version"), "{said}");
    // The words that the paper must say.
    let (_, said) = of("K7M29QX4TB", young);
    for words in [
        "125/TB-SNgV",
        "Nguyễn Văn A, Giám đốc",
        "20 November 2026",
        "关于受理 ABTC 卡申请的通告",
        "Entry 1 of 2",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn without_a_register_a_receipt_says_less_and_nothing_says_nothing() {
    let receipt = format!("{EXAMPLE}/site/V/K7M29QX4TB/1.tlog-proof");
    let policy = format!("{EXAMPLE}/site/so-con-dau/policy.txt");
    let signers = format!("{EXAMPLE}/signers.vkey");
    let (code, said) = verify(&[&receipt, "--policy", &policy, "--signers", &signers]);
    assert!(code == 11 && said.contains("No register is at hand"), "{said}");
    assert_eq!(verify(&[&receipt, "--policy", &policy]).0, 40);
    assert_eq!(verify(&["K7M29QX4TB"]).0, 40);
    assert_eq!(
        verify(&["K7M29QX4TB", "--register", "no-such-folder", "--fingerprint", &fingerprint()]).0,
        40
    );
    // A receipt whose entry another key signed.
    let wrong = format!("{EXAMPLE}/log.vkey");
    assert_eq!(verify(&[&receipt, "--policy", &policy, "--signers", &wrong]).0, 30);
}

#[test]
fn t06_host() {
    let site = site("hosts");
    let (site, print) = (site.to_str().unwrap(), fingerprint());
    for host in [
        "http://songoaivu.example",
        "https://songoaivu.example:8443",
        "https://songoaivu.example@evil.example",
        "https://user@songoaivu.example",
        "https://a.songoaivu.example",
        "https://songoaivu.example.evil.example",
        "https://xn--songoaivu-1za.example",
        "https://songoaivu.example.",
        "https://songoaıvu.example",
        "https://",
    ] {
        let address = format!("{host}/V/K7M29QX4TB/");
        let (code, said) = verify(&[&address, "--register", site, "--fingerprint", &print]);
        assert_eq!(code, 22, "{address}: {said}");
    }
    let query = "https://songoaivu.example/V/K7M29QX4TB/?next=1";
    assert_eq!(verify(&[query, "--register", site, "--fingerprint", &print]).0, 22);
    let below = "https://songoaivu.example/so/V/K7M29QX4TB/";
    assert_eq!(verify(&[below, "--register", site, "--fingerprint", &print]).0, 10);
}

#[test]
fn a_register_that_was_tampered_with_is_not_believed() {
    let print = fingerprint();
    let change = |name: &str, path: &str, at: usize| {
        let site = site(name);
        let path = site.join(path);
        let mut bytes = fs::read(&path).unwrap();
        bytes[at] ^= 1;
        fs::write(path, bytes).unwrap();
        verify(&[
            "K7M29QX4TB",
            "--register",
            site.to_str().unwrap(),
            "--fingerprint",
            &print,
            "--json",
        ])
    };
    for (path, at) in [
        ("so-con-dau/tile/entries/000.p/7", 4_000),
        ("so-con-dau/tile/0/000.p/7", 100),
        ("so-con-dau/tile/0/000.p/2", 1),
        ("so-con-dau/checkpoint", 40),
        ("so-con-dau/checkpoint", 30),
        ("so-con-dau/checkpoint", 150),
    ] {
        let (code, said) = change("tampered", path, at);
        assert_eq!(code, 30, "{path} {at}: {said}");
        assert!(said.contains("\"verdict\":\"broken\""), "{said}");
    }
    // Another register, lawful in itself.
    let site = site("another");
    let other = format!("{}0", &print[..63]);
    let (code, said) =
        verify(&["K7M29QX4TB", "--register", site.to_str().unwrap(), "--fingerprint", &other]);
    assert!(code == 30 && said.contains("R1 tree: other register"), "{said}");
    // An old state is old by the time at which a witness saw it.
    let stale = [
        "K7M29QX4TB",
        "--register",
        young("stale").to_str().unwrap(),
        "--fingerprint",
        &print,
        "--max-age",
        "30",
    ]
    .map(str::to_owned);
    let stale: Vec<_> = stale.iter().map(String::as_str).collect();
    let (code, said) = verify(&stale);
    assert!(code == 11 && said.contains("too long"), "{said}");
}
