//! Threats that no other test is named after (verification.md §14): what may be done to a site, to its
//! papers and to what its readers are given. The other numbers stand beside what they are about.

use std::fs;
use std::path::Path;
use std::process::Command;

use condau::site::Build;
use condau::verify::checkpoint::Policy;
use condau::verify::entry::{Entry, is_banned};
use condau::verify::note::{Key, Note};
use condau::verify::plain;
use condau::verify::replay::{Anchors, Rule, replay};

use crate::office::{self, LOG, ORIGIN, Office, REGISTRAR, open, sign};
use crate::rules::{CODES, issue, status};
use crate::seals;
use crate::support::{Site, files, lines, page};

const CODE: &str = "K7M29QX4TB";
const PAPER: &str = "content/documents/a/index.vi.md";

/// The problems of a build that have one of these names.
fn named(build: &Build, ids: &[&str]) -> Vec<String> {
    let is_meant = |it: &String| ids.iter().any(|id| it.contains(&format!("[{id}]")));
    lines(build).into_iter().filter(is_meant).collect()
}

#[test]
fn t01_edit() {
    let sealed = || Office::open(seals::site()).seal().site;
    let build = |change: &dyn Fn(&str) -> String| sealed().edit(PAPER, change).build();
    let edited = ["sealed-edited"];
    assert_eq!(named(&sealed().build(), &edited), Vec::<String>::new());
    // A letter and a space in a word of the working copy: said, and not published.
    for (from, to) in [("01/12/2026", "02/12/2026"), ("ngày", "ng ày"), ("mẫu\"", "mẫu mới\"")]
    {
        let build = build(&|it| it.replacen(from, to, 1));
        let said = named(&build, &edited);
        assert!(said.len() == 1 && said[0].starts_with(PAPER), "{from}: {said:?}");
        let page = page(&build, "vi/van-ban/a/index.html");
        let article = page.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
        assert!(article.contains("Từ ngày <strong>01/12/2026</strong>"), "{article}");
        assert!(article.contains("Kế hoạch mẫu</h1>"), "{article}");
    }
    // What is written in another way is not edited.
    let decomposed: &dyn Fn(&str) -> String = &|it| it.replace("Thời", "Tho\u{31b}\u{300}i");
    let wide: &dyn Fn(&str) -> String = &|it| it.replace('\n', "\r\n");
    let cut: &dyn Fn(&str) -> String = &|it| it.trim_end().to_owned();
    for change in [decomposed, wide, cut] {
        assert_ne!(change(sealed().text(PAPER)), sealed().text(PAPER));
        assert_eq!(named(&build(change), &edited), Vec::<String>::new());
    }
    // The frozen copy has its bytes, or nothing is published.
    let frozen = format!("register/sealed/{CODE}/1/vi.md");
    let letter: &dyn Fn(&str) -> String = &|it| it.replace("01/12", "02/12");
    for change in [letter, decomposed, wide, cut] {
        assert_ne!(change(sealed().text(&frozen)), sealed().text(&frozen));
        let build = sealed().edit(&frozen, change).build();
        let said = named(&build, &["sealed-changed"]);
        assert!(build.files.is_none() && said.len() == 1, "{said:?}");
        assert!(said[0].starts_with(&frozen), "{said:?}");
    }
    let file = format!("register/sealed/{CODE}/1/a.txt");
    let mut office = Office::open(seals::site()).seal();
    office.site = office.site.without(&file).attach(&file, b"Another.\n");
    let build = office.site.build();
    assert!(build.files.is_none() && named(&build, &["sealed-changed"]).len() == 1);
}

#[test]
fn t07_face() {
    let build = Office::open(seals::site()).seal().site.build();
    let status = page(&build, &format!("V/{CODE}/index.html"));
    // What stands in the page itself, without what only a script shows.
    let (top, rest) = status.split_once("<dl class=\"facts compare\">").unwrap();
    let compare = rest.split("</dl>").next().unwrap();
    assert!(!compare.contains("<script") && !compare.contains(" hidden"), "{compare}");
    assert!(top.contains(&format!("data-state=\"{CODE} in-force\"")), "{top}");
    let row = |label: &str| {
        let row = compare.split("<div>").find(|it| it.contains(&format!(">{label}<"))).unwrap();
        row.to_owned()
    };
    // A row each, named in three languages; the title in each language that has one.
    for (labels, values) in [
        (["Số, ký hiệu", "Number", "文号"], &["M-12/KH-MAU"][..]),
        (
            ["Ngày ban hành", "Date of issue", "发文日期"],
            &["ngày 02 tháng 3 năm 2026", "2 March 2026", "2026年3月2日"],
        ),
        (["Cơ quan ban hành", "Issuer", "发文机关"], &["Sở Ngoại vụ tỉnh Mẫu"]),
        (["Người ký", "Signer", "签署人"], &["Giám đốc"]),
        (["Tiêu đề", "Title", "标题"], &["Kế hoạch mẫu", "Specimen plan", "样本计划"]),
    ] {
        let row = row(labels[0]);
        for it in labels.iter().chain(values) {
            assert!(row.contains(it), "{it}: {row}");
        }
    }
    // The rows stand before everything that has to be scrolled to.
    let place = |it: &str| status.find(it).unwrap();
    assert!(place("facts compare") < place("1.tlog-proof"));
    // Nothing of it depends on the working copy.
    let office = Office::open(seals::site()).seal();
    let other = office.site.edit(PAPER, |it| it.replace("M-12", "M-13").replace("Giám đốc", "Phó"));
    let other = page(&other.build(), &format!("V/{CODE}/index.html"));
    assert_eq!(other.split("facts compare").nth(1), status.split("facts compare").nth(1));
}

#[test]
fn t15_pdf() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("signed-pdf");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let site = folder.join("site");
    let signed = "%PDF-1.7\n1 0 obj\n<< /Type /Sig /ByteRange [0 9 99 9] >>\n%%EOF\n";
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
        command.current_dir(if site.exists() { &site } else { &folder }).env("CONDAU_LANG", "en");
        command.env("CONDAU_KEY_DIR", folder.join("keys")).env("CONDAU_KEY_PASSPHRASE", "thử");
        let output = command.args(arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code().unwrap(), said)
    };
    assert_eq!(run(&["init", "site"]).0, 0);
    let pdf = site.join("signed.pdf");
    let refused = |arguments: &[&str]| {
        // A picture or a text that is signed is none of ours either.
        for bytes in [signed.to_owned(), format!("<svg>{signed}"), format!("\u{89}PNG{signed}")] {
            fs::write(&pdf, &bytes).unwrap();
            let (code, said) = run(arguments);
            assert!(matches!(code, 1 | 2 | 40), "{arguments:?}: {code} {said}");
            assert_eq!(fs::read(&pdf).unwrap(), bytes.as_bytes(), "{arguments:?}");
        }
    };
    refused(&["qr", CODE, "--svg", "signed.pdf"]);
    refused(&["qr", CODE, "--png", "signed.pdf"]);
    refused(&["qr", CODE, "--svg", "new.svg", "--png", "signed.pdf"]);
    assert!(!site.join("new.svg").exists());
    refused(&["key", "init", "--paper", "signed.pdf"]);
    assert!(!site.join("register/checkpoint").exists() && !folder.join("keys/log-1.pem").exists());
    refused(&["build", "--out", "signed.pdf"]);
    refused(&["new", "document", "a", "--title", "A", "--out", "signed.pdf"]);
    assert_eq!(run(&["key", "init", "--sealed", "2026-11-02T01:00:00Z"]).0, 0);
    let key = ["key", "new", "--role", "registrar", "--reason", "x", "--draft", "signed.pdf"];
    refused(&key);
    refused(&["move", "--host", "moi.example", "--reason", "x", "--draft", "signed.pdf"]);
    refused(&["key", "--sign", "signed.pdf"]);
    refused(&["witness-add", "signed.pdf"]);
    refused(&["audit", "register", "--state", "signed.pdf"]);
}

/// All that no value and no sealed article may have.
fn banned() -> impl Iterator<Item = char> {
    ('\0'..='\u{ffff}').filter(|it| is_banned(*it))
}

#[test]
fn t20_trojan() {
    // The list itself: C0, C1 with DEL, soft hyphen, marks and overrides of direction, joiners, BOM.
    assert_eq!(banned().count(), 32 + 33 + 1 + 1 + 5 + 7 + 10 + 1);
    let text = "+++\nkind = \"page\"\ntitle = \"Bài\"\nsummary = \"Tóm tắt.\"\nowner = \"van-phong\"\n\
        published = 2026-03-02\n+++\n\nMột từ.\n";
    // One site with a page for each way to write each of them.
    let mut site = Site::new();
    let mut expected = Vec::new();
    let mut add = |text: String, id: &'static str| {
        let path = format!("content/about/p{}/index.vi.md", expected.len());
        site = site.clone().add(&path, &text);
        expected.push((path, id));
    };
    for it in banned().filter(|it| !matches!(it, '\t' | '\n' | '\r')) {
        let number = u32::from(it);
        let body = |written: &str| text.replacen("Một", &format!("M{written}ột"), 1);
        let title = |written: &str| text.replacen("Bài", &format!("B{written}ài"), 1);
        add(body(&it.to_string()), "invisible-character");
        // In the front matter TOML itself refuses what is a control character.
        let id = if it.is_ascii_control() { "front-matter-syntax" } else { "invisible-character" };
        add(title(&it.to_string()), id);
        // Written by its number it is the same character.
        add(title(&format!("\\u{number:04x}")), "invisible-character");
        add(title(&format!("\\U{number:08X}")), "invisible-character");
        if it != '\0' {
            add(body(&format!("&#{number};")), "invisible-character");
            add(body(&format!("&#x{number:X};")), "invisible-character");
        }
    }
    for name in ["shy", "ZeroWidthSpace", "zwnj", "zwj", "lrm", "rlm", "NoBreak", "InvisibleTimes"]
    {
        add(text.replacen("Một", &format!("M&{name};ột"), 1), "invisible-character");
    }
    for html in ["<b>Một</b>", "<!-- Một -->", "<span hidden>Một</span>", "<script>x</script>"]
    {
        add(text.replacen("Một", html, 1), "raw-html");
    }
    // Between single quotes, and after a second backslash, nothing is meant but what stands there.
    let lawful =
        [("\"Bài\"", "'B\\u200bài'"), ("Bài", "B\\\\u200bài"), ("từ", "từ `&#8203;` &amp;")];
    for (number, (from, to)) in lawful.into_iter().enumerate() {
        let path = format!("content/about/lawful-{number}/index.vi.md");
        site = site.add(&path, &text.replacen(from, to, 1));
    }
    let said = named(&site.build(), &["invisible-character", "front-matter-syntax", "raw-html"]);
    for (path, id) in &expected {
        let is_meant = |it: &&String| it.starts_with(&format!("{path}:"));
        let own: Vec<_> = said.iter().filter(is_meant).collect();
        assert!(own.iter().any(|it| it.contains(&format!("error[{id}]"))), "{path} {id}: {own:?}");
    }
    assert!(expected.len() > 500 && !said.iter().any(|it| it.contains("lawful")), "{said:?}");
    // In an entry and in a sealed article.
    let value = issue(CODES[0], 1, "1/TB-MAU", "", 20);
    assert!(Entry::parse(&value).is_ok());
    for it in banned() {
        let value = value.replacen("Thông báo", &format!("Thông{it}báo"), 1);
        assert!(Entry::parse(&value).is_err(), "{it:?}");
        let is_white = matches!(it, '\t' | '\n' | '\r' | '\u{c}');
        for written in [it.to_string(), format!("&#{};", u32::from(it))] {
            let html = format!("<article data-seal=\"A/1/vi\"><p>Một{written}từ</p></article>");
            assert_eq!(plain::read(&html).faults.is_empty(), is_white, "{written:?}");
        }
    }
}

#[test]
fn t23_unknown_types_are_refused_by_name() {
    // The right key with another type byte, and the id that belongs to it.
    let key = office::key(LOG.1).verifying_key();
    let written = |algorithm: u8| {
        use base64::prelude::{BASE64_STANDARD, Engine as _};
        use sha2::{Digest as _, Sha256};
        let bytes = [&[algorithm][..], key.as_bytes()].concat();
        let id = Sha256::new().chain_update(format!("{ORIGIN}\n")).chain_update(&bytes).finalize();
        let id: String = id[..4].iter().map(|it| format!("{it:02x}")).collect();
        format!("{ORIGIN}+{id}+{}", BASE64_STANDARD.encode(bytes))
    };
    assert_eq!(written(1), office::vkey(LOG));
    let mut taken = Vec::new();
    for algorithm in 0..=255 {
        let key = written(algorithm);
        if Key::parse(&key).is_ok() {
            taken.push(algorithm);
        }
        // A policy names the line, an entry the rule; neither guesses.
        assert_eq!(Policy::parse(&format!("log {key}\n")).is_ok(), algorithm == 1);
        assert_eq!(
            Policy::parse(&format!("\nwitness w {key}\n")).err(),
            (algorithm != 4).then_some(2)
        );
        let first = Note::parse(&open(2)).unwrap().text.replace(&written(1), &key);
        assert_eq!(Entry::parse(&first).is_ok(), algorithm == 1);
    }
    assert_eq!(taken, [1, 4]);
    let change = format!(
        "condau/1 key\naction: add\nrole: log\nvkey: {}\nreason.vi: Lý do\nsealed: 2026-11-20T01:00:00Z\n",
        written(6)
    );
    let entries = [open(2), sign(&change, &office::ROOTS[..2])];
    let state = |entries: &[Vec<u8>], point: &[u8]| replay(entries, point, &Anchors::default());
    let fault = state(&entries, &office::checkpoint(&entries, LOG)).unwrap_err();
    assert_eq!(
        (fault.rule, fault.to_string().as_str()),
        (Rule::Form, "R2 form: entry 1 line 4: the value has another form")
    );
    // A line of a type that nobody knows: in a checkpoint it is another's, in an entry a stranger's.
    let line = |note: &[u8]| {
        use base64::prelude::{BASE64_STANDARD, Engine as _};
        let mut bytes = vec![7; 4 + 2420];
        bytes[0] = 6;
        let text = str::from_utf8(note).unwrap();
        format!("{text}— {ORIGIN} {}\n", BASE64_STANDARD.encode(bytes)).into_bytes()
    };
    let entries = [open(2), sign(&issue(CODES[0], 1, "1/TB-MAU", "", 20), &[REGISTRAR])];
    let point = office::checkpoint(&entries, LOG);
    assert!(state(&entries, &line(&point)).is_ok());
    let signed = [entries[0].clone(), line(&entries[1])];
    let fault = state(&signed, &office::checkpoint(&signed, LOG)).unwrap_err();
    assert_eq!(fault.rule, Rule::Signer, "{fault}");
    // Alone it is no signature at all.
    let text = Note::parse(&point).unwrap().text;
    let alone = line(format!("{text}\n").as_bytes());
    assert_eq!(state(&entries, &alone).unwrap_err().rule, Rule::Signer);
}

#[test]
fn t08_state_of_what_is_built() {
    let other = seals::site().text(PAPER).replace(CODE, CODES[1]).replace("M-12/KH", "M-13/KH");
    let other = other.replace("Kế hoạch mẫu", "Kế hoạch khác");
    let site = || {
        let more = other.replace("recipients", "amends = [\"documents/a\"]\nrecipients");
        let site = seals::site().write("content/documents/b/index.vi.md", &more);
        let guide = "+++\nkind = \"page\"\ntitle = \"Cách làm\"\nsummary = \"Tóm tắt.\"\n\
            owner = \"van-phong\"\npublished = 2026-03-02\n+++\n\nXem [kế hoạch](@/documents/a).\n";
        let site = site.write("content/about/c/index.vi.md", guide);
        site.attach("content/documents/b/a.txt", "Văn bản.\n".as_bytes())
    };
    let folders = ["/vi/van-ban/a/", "/en/documents/a/", "/zh/wenjian/a/"];
    let superseded = format!("status: superseded\nby: {}\n", CODES[1]);
    for (word, lines, titles) in [
        ("suspended", "status: suspended\n", ["Tạm ngưng hiệu lực: ", "Suspended: ", "暂停效力："]),
        ("revoked", "status: revoked\n", ["Đã thu hồi: ", "Revoked: ", "已撤销："]),
        ("superseded", &superseded, ["Đã được thay thế: ", "Superseded: ", "已被取代："]),
    ] {
        let build = Office::open(site()).seal().add([status(CODE, lines, 20)]).site.build();
        let (mut pages, mut feeds) = (0, 0);
        for path in files(&build) {
            let is_feed = path.contains("feed.");
            if !(is_feed || path.ends_with(".html")) {
                continue;
            }
            let text = page(&build, &path);
            let is_named = |it: &str| text.contains(&format!("href=\"{it}\""));
            if is_feed {
                let of = |it: &&str| text.contains(&format!("https://songoaivu.example{it}"));
                let Some(at) = folders.iter().position(of) else { continue };
                feeds += 1;
                assert_eq!(text.matches(&format!("[MẪU] {}", titles[at])).count(), 1, "{text}");
            } else if folders.iter().any(|it| is_named(it)) {
                pages += 1;
                // A mark that an audit compares, or the words beside the name.
                let is_marked = text.contains(&format!("data-state=\"{CODE} {word}\""));
                let is_said = |it: &&str| text.contains(it.trim_end_matches([':', '：', ' ']));
                assert!(is_marked || titles.iter().any(is_said), "{path}\n{text}");
                assert!(!text.contains(&format!("data-state=\"{CODE} in-force\"")), "{path}");
            }
        }
        // In three languages: home, list, map, both documents, a page whose text leads there; the
        // status page. Atom and JSON of the site and of its section.
        assert_eq!((pages, feeds), (3 * 6 + 1, 3 * 4), "{word}");
    }
}
