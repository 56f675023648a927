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

const KINDS: [&str; 7] = ["document", "mou", "procedure", "programme", "question", "alert", "page"];

#[test]
fn a_new_office_builds_without_a_warning() {
    let site = office("quiet");
    let (code, said) = run(&site, &["check", DAY, "--max-warnings", "0"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("0 lỗi, 0 cảnh báo, 0 lưu ý"), "{said}");
    assert_eq!(run(&site, &["build", DAY]).0, 0);
}

#[test]
fn each_kind_of_new_item_lacks_only_what_its_author_has_to_write() {
    let site = office("kinds");
    for kind in KINDS {
        let (code, said) =
            run(&site, &["new", kind, &format!("mot-{kind}"), "--title", "Việc mới", DAY]);
        assert_eq!(code, 0, "{kind}: {said}");
    }
    // Text, files and required sections: nothing that a placeholder says is wrong.
    let author =
        ["[empty-text]", "[authentic-missing]", "[attachment-none]", "[translation-missing]"];
    let (_, said) = run(&site, &["check", DAY, "--drafts", "--format", "short"]);
    for line in said.lines() {
        assert!(author.iter().any(|it| line.contains(it)), "{said}");
    }
    let (code, said) = run(&site, &["build", DAY, "--drafts"]);
    assert_eq!(code, 0, "{said}");
    let english = site.join("content/documents/mot-document/index.en.md");
    let english = fs::read_to_string(english).unwrap();
    assert!(english.contains("summary = \"… (summary in English"), "{english}");
}

#[test]
fn a_new_document_takes_the_next_free_number() {
    let site = office("numbers");
    for (slug, number) in [("ke-hoach-a", "M-1/"), ("ke-hoach-b", "M-2/"), ("ke-hoach-c", "M-3/")] {
        assert_eq!(run(&site, &["new", "document", slug, "--title", "Kế hoạch", DAY]).0, 0);
        let path = site.join(format!("content/documents/{slug}/index.vi.md"));
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(&format!("number = \"{number}KH-MAU\"")), "{text}");
    }
    let next_year = ["new", "document", "sau", "--title", "Kế hoạch", "--as-of=2027-01-04"];
    assert_eq!(run(&site, &next_year).0, 0);
    let text = fs::read_to_string(site.join("content/documents/sau/index.vi.md")).unwrap();
    assert!(text.contains("number = \"M-1/KH-MAU\""), "{text}");
}

#[test]
fn a_section_that_is_not_there_is_named_with_those_that_are() {
    let site = office("sections");
    let wish = ["new", "page", "a", "--title", "A", "--section", "nope"];
    let (code, said) = run(&site, &wish);
    assert_eq!(code, 2);
    assert!(said.contains("không có mục này") && said.contains("border"), "{said}");
}

#[test]
fn what_new_writes_as_a_comment_can_be_taken_out_of_it() {
    let site = office("comments");
    for kind in KINDS {
        let slug = format!("mot-{kind}");
        assert_eq!(run(&site, &["new", kind, &slug, "--title", "Việc mới", DAY]).0, 0);
        let mut found = fs::read_dir(site.join("content")).unwrap();
        let folder = found.find_map(|it| {
            let path = it.unwrap().path().join(&slug);
            path.is_dir().then_some(path)
        });
        let path = folder.unwrap().join("index.vi.md");
        let text = fs::read_to_string(&path).unwrap();
        let taken = |line: &str| {
            let key = line.strip_prefix("# ").filter(|it| !it.starts_with(' '));
            key.unwrap_or(line).to_owned() + "\n"
        };
        fs::write(&path, text.lines().map(taken).collect::<String>()).unwrap();
        let (_, said) = run(&site, &["check", DAY, "--format=short", path.to_str().unwrap()]);
        for id in ["front-matter-syntax", "wrong-type", "missing-key", "unknown-key", "file-name"] {
            assert!(!said.contains(&format!("[{id}]")), "{kind}: {said}");
        }
        assert!(said.contains("[broken-reference]") || said.contains("[unknown-value]"), "{said}");
    }
}

#[test]
fn a_code_that_no_item_has_is_said_and_drawn() {
    let site = office("qr");
    let (code, said) = run(&site, &["qr", "K7M2-9QX4-TB", "--svg", "ma.svg"]);
    assert!(code == 0 && said.contains("không có bài nào"), "{said}");
    assert!(site.join("ma.svg").is_file());
    let wish = ["new", "document", "a", "--title", "A", "--id", "K7M29QX4TB"];
    assert_eq!(run(&site, &wish).0, 0);
    let (code, said) = run(&site, &["qr", "K7M2-9QX4-TB", "--svg", "ma.svg", "--png", "ma.png"]);
    assert!(code == 0 && !said.contains("không có bài nào"), "{said}");
}

#[test]
fn a_picture_never_takes_the_place_of_another_file() {
    let site = office("overwrite");
    let before = fs::read(site.join("condau.toml")).unwrap();
    for format in ["--svg", "--png"] {
        let (code, said) = run(&site, &["qr", "--new", format, "condau.toml"]);
        assert!(code == 2 && said.contains("không bị ghi đè"), "{said}");
    }
    assert_eq!(fs::read(site.join("condau.toml")).unwrap(), before);
}

#[test]
fn a_wrong_value_says_how_a_right_one_is_written() {
    let site = office("values");
    let cases: [(&[&str], &str); 4] = [
        (&["build", "--as-of", "4/5/2026"], "2026-05-04"),
        (&["build", "--jobs", "0"], "1–256"),
        (&["qr", "--new", "--svg", "a.svg", "--size-mm", "22,5"], "5–500"),
        (&["check", "--max-warnings", "x"], "0, 1, 2"),
    ];
    for (arguments, expected) in cases {
        let (code, said) = run(&site, arguments);
        assert!(code == 2 && said.contains(expected), "{arguments:?}: {said}");
    }
}

#[test]
fn help_is_asked_for_in_either_way() {
    let at = folder("help");
    assert_eq!(run(&at, &["help"]), run(&at, &["--help"]));
    assert_eq!(run(&at, &["help", "check"]), run(&at, &["check", "--help"]));
    assert_eq!(run(&at, &["--lang", "en", "help"]), run(&at, &["--lang", "en", "--help"]));
    let (code, said) = run(&at, &["check", "--help"]);
    assert!(code == 0 && said.contains("Soát cả bản nháp") && !said.contains("Dựng cả"), "{said}");
}

#[test]
fn rules_are_told_with_what_their_marks_mean() {
    let at = folder("rules");
    let (code, said) = run(&at, &["check", "--rules"]);
    assert!(code == 0 && said.contains("sai mẫu") && said.contains("Dấu !:"), "{said}");
    assert!(!said.contains("{$"), "{said}");
    let (code, said) = run(&at, &["check", "--explain", "number-form"]);
    assert!(code == 0 && said.contains("627-KH/SNgV") && said.contains("627/KH-SNgV"), "{said}");
}

#[test]
fn help_and_usage_speak_the_language_that_is_asked_for() {
    let at = folder("spoken");
    for command in ["build", "check", "init", "new", "qr"] {
        let (code, said) = run(&at, &[command, "--help", "--lang", "vi"]);
        assert!(code == 0 && said.contains("Cách dùng: condau") && said.contains("[TÙY-CHỌN]"));
        let english = ["OPTIONS", "<DIR>", "<DATE>", "<N>", "Usage", "COMMAND", "value-"];
        assert!(!english.iter().any(|it| said.contains(it)), "{said}");
    }
    let said = [
        (&["new", "--lang", "vi"][..], "thiếu --title <TIÊU-ĐỀ>, <LOẠI>, <TÊN>"),
        (&["build", "thừa", "--lang", "vi"], "thừa \"thừa\""),
        (&["build", "--drafts=1", "--lang", "vi"], "--drafts không nhận giá trị"),
        (&["build", "--out", "a", "--out", "b", "--lang", "vi"], "ghi hai lần"),
        (&["qr", "K7M29QX4TB", "--new", "--svg", "a", "--lang", "vi"], "không dùng cùng"),
    ];
    for (arguments, expected) in said {
        let (code, said) = run(&at, arguments);
        assert!(code == 2 && said.contains(expected), "{arguments:?}: {said}");
    }
}
