//! `condau verify`, through the binary, on the register of verification.md §1.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use condau::verify::note::{Note, Signature};
use condau::verify::time::Day;
use ed25519_dalek::SigningKey;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/register");

/// The exit code, and what was said on both streams.
fn verify(arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    let command = command.current_dir(env!("CARGO_TARGET_TMPDIR")).env_remove("CONDAU_LANG");
    let command = command.args(["verify", "--lang", "en"]).args(arguments);
    if !arguments.contains(&"--as-of") {
        command.args(["--as-of", "2026-12-02"]);
    }
    let output = command.output();
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
}

#[test]
fn t04_old_by_age() {
    let (print, site, young) = (fingerprint(), site("aged"), young("stale"));
    // The day is 2 December; a witness saw the site at 03:00 of that day, the older state never.
    let aged = |register: &Path, policy: &str, more: &[&str]| {
        let register = register.to_str().unwrap();
        let known = ["K7M29QX4TB", "--register", register, "--fingerprint", &print];
        let policy = format!("{EXAMPLE}/{policy}");
        let policy = if policy.ends_with('/') { vec![] } else { vec!["--policy", &policy] };
        verify(&[&known[..], &policy, more].concat())
    };
    let (code, said) = aged(&young, "", &["--max-age", "30"]);
    assert!(code == 11 && said.contains("too long"), "{said}");
    assert_eq!(aged(&young, "", &[]).0, 0);
    // What does not hold any more is said whatever its age; who asks for witnesses asks for them.
    let later = ["--max-age", "30", "--as-of", "2027-01-02"];
    assert_eq!(aged(&site, "site/so-con-dau/policy.txt", &later).0, 10);
    assert_eq!(aged(&young, "site/so-con-dau/policy.txt", &[]).0, 30);
    // A state that was in force when a witness saw it.
    let seen = Note::parse(&fs::read(young.join("checkpoint")).unwrap()).unwrap();
    let time = u64::try_from(Day::parse("2026-12-02").unwrap().start()).unwrap();
    let key = SigningKey::from_bytes(&[6; 32]);
    let line = Signature::cosign("witness.example/w1", &key, &seen.text, time);
    fs::write(young.join("checkpoint"), format!("{seen}{line}\n")).unwrap();
    let aged = |days: &str, day: &str| {
        aged(&young, "site/so-con-dau/policy.txt", &["--max-age", days, "--as-of", day]).0
    };
    assert_eq!(aged("30", "2027-01-01"), 0);
    assert_eq!(aged("30", "2027-01-02"), 11);
    assert_eq!(aged("31", "2027-01-02"), 0);
    assert_eq!(aged("0", "2026-12-02"), 0);
}

#[test]
fn t12_move_of_the_files() {
    let print = fingerprint();
    let here = site("moved-here");
    // The same files below another host and path, and under another name of the register's folder.
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("moved-there");
    let _ = fs::remove_dir_all(&root);
    let there = root.join("luu tru/2027/www.khac.example");
    copy(&here, &there);
    fs::rename(there.join("so-con-dau"), there.join("register of 2026")).unwrap();
    let said = |site: &Path, what: &str, more: &[&str]| {
        let known = ["--register", site.to_str().unwrap(), "--fingerprint", &print];
        let below = site.join(what);
        let what = if below.exists() { below.to_str().unwrap() } else { what };
        let (code, said) = verify(&[&[what][..], &known, more].concat());
        (code, said.replace(site.to_str().unwrap(), "SITE"))
    };
    let holder = format!("{EXAMPLE}/unlisted/M4T6P0WQ2X8ZB5JH7RKD/000001.holder");
    for (what, code) in [
        ("K7M29QX4TB", 10),
        ("000YFYQ1TR", 21),
        // Old papers lead to the old host, new ones to the new one, and hosts may put a path before.
        ("HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/", 10),
        ("HTTPS://MOI.SONGOAIVU.EXAMPLE/V/K7M29QX4TB/", 10),
        ("https://moi.songoaivu.example/luu-tru/2027/V/K7M29QX4TB/", 10),
        ("https://www.khac.example/V/K7M29QX4TB/", 22),
        ("V/K7M29QX4TB/1.tlog-proof", 10),
        ("V/K7M29QX4TB/2/125-tb-sngv.pdf", 10),
        ("V/K7M29QX4TB/SHA256SUMS", 40),
        (&*holder, 11),
    ] {
        for more in [&[][..], &["--json"]] {
            let (was, now) = (said(&here, what, more), said(&there, what, more));
            assert_eq!(was.0, code, "{what}: {}", was.1);
            assert_eq!(was, now, "{what}");
        }
    }
    // So it is with an audit.
    let audit = |site: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
        let command = command.current_dir(env!("CARGO_TARGET_TMPDIR")).arg("audit").arg(site);
        let command = command.args(["--json", "--as-of", "2026-12-02", "--fingerprint", &print]);
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), said.replace("register of 2026", "so-con-dau"))
    };
    let (was, now) = (audit(&here), audit(&there));
    assert!(was.1.contains("\"size\":7"), "{}", was.1);
    assert_eq!(was, now);
}
