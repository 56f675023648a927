//! The commands, through the binary, as someone types them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for one test, empty at the start.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn condau(at: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    command.current_dir(at).env_remove("CONDAU_LANG").args(arguments).output().unwrap()
}

/// The exit code, and what was said on both streams.
fn run(at: &Path, arguments: &[&str]) -> (i32, String) {
    let output = condau(at, arguments);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// A fresh office.
fn office(name: &str) -> PathBuf {
    let site = folder(name).join("site");
    assert_eq!(run(site.parent().unwrap(), &["init", "site"]).0, 0);
    site
}

const DAY: &str = "--as-of=2026-05-04";

#[test]
fn fix_mends_all_at_once_and_reports_what_remains() {
    let site = office("fix");
    let folder = site.join("content/documents/ke-hoach");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("index.vi.md");
    let text = "+++\nkind = \"document\"\ntitle = \"Kế hoạch một\"\nsummary = \"Nêu việc.\"\n\
                owner = \"van-phong\"\npublished = 2026-03-02\ntype = \"plan\"\n\
                number = \"M-12/KH-MAU\"\nissuer = \"co-\u{200b}quan\"\nissued = 2026-03-02\n\
                effective = 2026-03-02\n+++\n\nVa\u{306}n bản.\n";
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    let (code, said) = run(&site, &["check", "--fix", DAY]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("[attachment-none]"), "{said}");
    let once = fs::read_to_string(&path).unwrap();
    assert!(once.contains("\r\nid = \"") && once.contains("\"co-quan\""), "{once}");
    assert!(once.contains("Văn bản."), "{once}");
    assert_eq!(once.matches('\n').count(), once.matches("\r\n").count());
    assert_eq!(run(&site, &["check", "--fix", DAY]).0, 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), once);
}

#[test]
fn check_takes_a_path_as_it_is_seen_from_anywhere() {
    let site = office("paths");
    let page = site.join("content/about/lien-he/index.en.md");
    fs::write(&page, "no front matter\n").unwrap();
    let whole = page.to_str().unwrap();
    let parent = site.parent().unwrap();
    let about = site.join("content/about");
    let places: [(&Path, &[&str]); 6] = [
        (&site, &["check", DAY, "content/about/"]),
        (&site, &["check", DAY, "./content/../content/about"]),
        (&site, &["check", DAY, whole]),
        (&about, &["check", DAY, "--site", "../..", "lien-he"]),
        (parent, &["check", DAY, "--site", "site", "content/about"]),
        (parent, &["check", DAY, "--site", "site", "site/content/about/lien-he/index.en.md"]),
    ];
    for (at, arguments) in places {
        let (code, said) = run(at, arguments);
        assert!(code == 1 && said.contains("[front-matter-missing]"), "{arguments:?}: {said}");
    }
    assert_eq!(run(&site, &["check", DAY, "content/documents"]).0, 0);
    let (code, said) = run(&site, &["check", DAY, "content/khong-co"]);
    assert!(code == 2 && said.contains("không có tệp hoặc thư mục này"), "{said}");
    assert_eq!(run(&site, &["check", DAY, "/"]).0, 2);
}
