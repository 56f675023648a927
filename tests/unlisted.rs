//! Results for one person: through the binary, from the code to the page, and back to nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use condau::seal::entries::private;
use condau::source::register;
use condau::verify::code::Unlisted;
use condau::verify::note::{Algorithm, Key, Note, Signature, hex};
use condau::verify::receipt::{Holder, Receipt};
use condau::verify::replay::{Anchors, Standing, replay};
use condau::verify::unlisted::{Folder, Kept};
use ed25519_dalek::SigningKey;

use crate::clerks::Office;
use crate::support::lines;
use crate::{office, seals};

/// The codes of three invitations.
const CODES: [&str; 3] = ["M4T6P0WQ2X8ZB5JH7RKD", "0123456789ABCDEFGHJ4", "ZYXWVTSRQPNMKJHGFEDY"];
const NAME: &str = "Trần Thị Bưởi";
const NUMBER: &str = "88/GM-SNgV";
const DAY: &str = "2026-12-02";

type Tree = BTreeMap<String, Vec<u8>>;

/// An office that keeps the results of persons beside its site.
struct Desk {
    office: Office,
    results: PathBuf,
}

impl Desk {
    fn open(name: &str) -> Self {
        let office = Office::open(name);
        // The site is a repository of its own, wherever the tests run.
        office.git(&["init", "--quiet"]);
        let settings = office.read("condau.toml");
        let settings = settings.replace("[verify]\n", "[verify]\nunlisted = \"../kq\"\n");
        office.write("condau.toml", &settings);
        let results = office.site.parent().unwrap().join("kq");
        fs::create_dir_all(&results).unwrap();
        fs::write(results.join("giay-moi.pdf"), format!("%PDF-1.7 {NAME}")).unwrap();
        Self { office, results }
    }

    fn issue<'a>(code: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let fixed = [
            "issue",
            code,
            "../kq/giay-moi.pdf",
            "--type",
            "GM",
            "--number",
            NUMBER,
            "--date",
            "2026-11-20",
            "--title",
            "Giấy mời",
            "--signer",
            NAME,
            "--yes",
        ];
        [&fixed[..], more].concat()
    }

    fn sealed(&self, code: &str, time: &str) -> String {
        self.office.done(&Self::issue(code, &["--sealed", time]))
    }

    fn build(&self) -> Tree {
        self.office.done(&["build", "--as-of", DAY]);
        tree(&self.office.site.join("public"))
    }

    fn kept(&self, path: &str) -> Vec<u8> {
        fs::read(self.results.join(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
    }

    fn page(&self, code: &str) -> String {
        self.office.read(&format!("public/V/{code}/index.html"))
    }

    fn audit(&self, code: i32, words: &str) {
        let (found, said) = self.office.run(&["audit", "public", "--as-of", DAY]);
        assert!(found == code && said.contains(words), "{found} {said}");
        // What anybody may read says no code.
        for it in CODES {
            assert!(!said.contains(it), "{said}");
        }
    }
}

/// All files of a folder.
fn tree(folder: &Path) -> Tree {
    let paths = register::below(folder).unwrap();
    paths.into_iter().map(|it| (it.clone(), fs::read(folder.join(it)).unwrap())).collect()
}

/// Letters and digits alone, as a code may be read.
fn symbols(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).to_ascii_uppercase();
    let read = text.chars().filter(|it| it.is_ascii_alphanumeric()).map(|it| match it {
        'O' => '0',
        'I' | 'L' => '1',
        it => it,
    });
    read.collect()
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|it| it == part.as_bytes())
}

#[test]
fn the_codes_are_codes() {
    for code in CODES {
        assert_eq!(Unlisted::parse(code).map(|it| it.to_string()), Ok(code.to_owned()));
    }
}

#[test]
fn t13_leak_nothing_that_is_built_has_a_code_outside_its_folder() {
    let desk = Desk::open("unlisted-leak");
    for (code, minute) in CODES.iter().zip(["00", "01", "02"]) {
        // Three papers of one kind differ in nothing else.
        let said = desk.sealed(code, &format!("2026-11-20T01:{minute}:00Z"));
        assert!(said.contains(&format!("../kq/{code}/000001.holder")), "{said}");
    }
    let files = desk.build();
    let register = tree(&desk.office.site.join("register"));
    for code in CODES {
        let own = format!("V/{code}/index.html");
        assert!(files.contains_key(&own), "{code}");
        for (path, bytes) in files.iter().chain(&register).filter(|it| *it.0 != own) {
            let text = format!("{path}\n{}", symbols(bytes));
            assert!(!symbols(path.as_bytes()).contains(code) && !text.contains(code), "{path}");
        }
        // Nothing leads away from the page but to the site itself, and no search engine keeps it.
        let page = desk.page(code);
        assert!(page.contains("<meta name=\"robots\" content=\"noindex"), "{page}");
        assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{page}");
        let outside = ["src=\"http", "href=\"http", "<img", "<iframe", "canonical"];
        assert!(outside.iter().all(|it| !page.contains(it)), "{page}");
    }
    desk.audit(0, "No fault found");
    // The code in a public text is found in whatever way it is written.
    let text = desk.office.read("content/about/lien-he/index.vi.md");
    for written in ["M4T6-P0WQ-2X8Z-B5JH-7RKD", "m4t6 p0wq 2x8z b5jh 7rkd", "m4t6pOwq2x8zb5jh7rkd"]
    {
        desk.office.write("content/about/lien-he/index.vi.md", &format!("{text}\n{written}\n"));
        let (code, said) = desk.office.run(&["build", "--as-of", DAY]);
        assert!(code == 1 && said.contains("unlisted-leak"), "{written}: {code} {said}");
    }
}

#[test]
fn t14_personal_the_public_learns_of_no_person() {
    let desk = Desk::open("unlisted-personal");
    let before = desk.build();
    desk.sealed(CODES[0], "2026-11-20T01:00:00Z");
    let files = desk.build();
    let register = tree(&desk.office.site.join("register"));
    for (path, bytes) in files.iter().chain(&register) {
        for word in [NAME, "Bưởi", NUMBER, "giay-moi", "Giấy mời", "2026-11-20T01"] {
            assert!(!has(bytes, word), "{path} has {word}");
        }
    }
    // One page is new; besides it only the register and what it shows of itself changed.
    let new: Vec<_> = files.keys().filter(|it| !before.contains_key(*it)).collect();
    let is_register = |it: &&&String| it.starts_with("so-con-dau/");
    let pages: Vec<_> = new.iter().filter(|it| !is_register(it)).collect();
    assert_eq!(pages, [&&format!("V/{}/index.html", CODES[0])]);
    let differs = |it: &&String| before.get(*it).is_some_and(|old| *old != files[*it]);
    let other: Vec<_> = files.keys().filter(differs).filter(|it| !is_register(&it)).collect();
    assert_eq!(other, Vec::<&String>::new());
    let entry = &desk.office.read("register/000/000001.note");
    let keys: Vec<_> = entry.lines().take(4).map(|it| it.split(' ').next().unwrap()).collect();
    assert_eq!(keys, ["condau/1", "commit:", "sealed:", ""], "{entry}");
    // The note has it all, and only its owner may read it.
    let note = desk.kept(&format!("{}/000001.note", CODES[0]));
    assert!([NAME, NUMBER, "giay-moi.pdf"].iter().all(|it| has(&note, it)));
    #[cfg(unix)]
    for name in ["000001.note", "000001.salt", "000001.holder"] {
        use std::os::unix::fs::PermissionsExt as _;
        let path = desk.results.join(CODES[0]).join(name);
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0, "{name}");
    }
    // Erased: folder and page go, and the register is what it was.
    let kept = desk.office.files();
    fs::remove_dir_all(desk.results.join(CODES[0])).unwrap();
    assert_eq!(desk.build().keys().filter(|it| it.contains(CODES[0])).count(), 0);
    assert_eq!(desk.office.files(), kept);
    desk.audit(0, "No fault found");
}

#[test]
fn a_result_is_issued_checked_and_revoked() {
    let desk = Desk::open("unlisted-marks");
    let office = &desk.office;
    let drawn = office.done(&["qr", "--new", "--unlisted", "--svg", "ma.svg"]);
    assert!(drawn.contains("condau issue"), "{drawn}");
    assert!(office.read("ma.svg").contains("width=\"25mm\""));
    let said = desk.sealed("m4t6-p0wq-2x8z-b5jh-7rkd", "2026-11-20T01:00:00Z");
    assert!(said.contains("Seal M4T6-P0WQ-2X8Z-B5JH-7RKD, version 1: 88/GM-SNgV"), "{said}");
    // The same once more is no news, whatever the clock says.
    let before = (office.files(), tree(&desk.results));
    let said = desk.sealed(CODES[0], "2026-11-21T01:00:00Z");
    assert!(said.contains("Nothing to do"), "{said}");
    assert_eq!((office.files(), tree(&desk.results)), before);

    desk.build();
    let page = desk.page(CODES[0]);
    assert!(page.contains("M4T6P0WQ2X8ZB5JH7RKD in-force") && page.contains("November 2026"));
    let holder = format!("../kq/{}/000001.holder", CODES[0]);
    let verify = |what: &str| {
        office.run(&["verify", what, "--register", "public", "--as-of", DAY, "--json"])
    };
    for what in [&*holder, CODES[0], "m4t6 p0wq 2x8z b5jh 7rkd"] {
        let (code, said) = verify(what);
        let is_said = said.contains("\"reason\":\"unlisted\"") && said.contains("\"in-force\"");
        assert!(code == 11 && is_said, "{what}: {code} {said}");
    }
    let (code, said) = office.run(&["verify", CODES[0], "--register", "public"]);
    assert!(code == 11 && said.contains("Its page says: IN FORCE"), "{said}");
    assert_eq!(verify(CODES[1]).0, 21);
    assert_eq!(verify("M4T6P0WQ2X8ZB5JH7RKE").0, 21);

    // A page that says another state does not pass, where the office looks; nor one that says two.
    desk.audit(0, "No fault found");
    let path = format!("public/V/{}/index.html", CODES[0]);
    let wrong = page.replace(" in-force\"", " revoked\"").replace("IN FORCE", "REVOKED");
    let wrong = wrong.replace("CÒN HIỆU LỰC", "ĐÃ THU HỒI").replace("现行有效", "已撤销");
    office.write(&path, &wrong);
    desk.audit(30, "V/M4T6…/index.html");
    office.write(&path, &page.replacen(" in-force\"", " expired\"", 1));
    let alone = ["--site", "../elsewhere", "--fingerprint", &pinned(office)];
    let audit = ["audit", "public", "--as-of", DAY];
    let (code, said) = office.run(&[&audit[..], &alone[..]].concat());
    assert!(code == 30 && said.contains("V/M4T6…/index.html"), "{said}");
    office.write(&path, &page);
    let (code, said) = office.run(&[&audit[..], &alone[..]].concat());
    assert_eq!(code, 0, "{said}");

    // A second version under the same code, then it is taken back.
    fs::write(desk.results.join("giay-moi.pdf"), "%PDF-1.7 other").unwrap();
    let said = desk.sealed(CODES[0], "2026-11-22T01:00:00Z");
    assert!(said.contains("version 2"), "{said}");
    let reason = ["--reason", "Hoãn", "--sealed", "2026-11-23T01:00:00Z"];
    let mark = |status: &'static str, more: &[&str]| {
        office.run(&[&["mark", CODES[0], status], &reason[..], more].concat())
    };
    let (code, said) = mark("revoked", &[]);
    assert!(code == 0 && said.contains("in force → revoked"), "{said}");
    let said = mark("revoked", &[]).1;
    assert!(said.contains("Nothing to do"), "{said}");
    let state = office.state();
    assert_eq!((state.size(), state.commits.len(), state.records.len()), (4, 3, 0));
    desk.build();
    let page = desk.page(CODES[0]);
    assert!(page.contains("M4T6P0WQ2X8ZB5JH7RKD revoked") && !page.contains("Hoãn"), "{page}");
    desk.audit(0, "No fault found");
    // The proof of the revocation says so by itself; that of the issue leaves it to the page.
    assert_eq!(verify(&format!("../kq/{}/000003.holder", CODES[0])).0, 10);
    let (code, said) = verify(&holder);
    assert!(code == 11 && said.contains("\"state\":\"revoked\""), "{said}");

    let refused = |arguments: &[&str], code, words| {
        let before = tree(&desk.results);
        office.refused(arguments, code, words);
        assert_eq!(tree(&desk.results), before);
    };
    let late = ["--sealed", "2026-11-24T01:00:00Z"];
    refused(&Desk::issue(CODES[0], &late), 1, "R6 transition");
    refused(&[&["mark", CODES[0], "in-force"], &reason[..]].concat(), 1, "R6 transition");
    refused(&[&["mark", CODES[1], "revoked"], &reason[..]].concat(), 1, "R4 exists");
    let by = ["mark", CODES[0], "superseded", "--by", "K7M29QX4TB"];
    refused(&[&by[..], &reason[..]].concat(), 1, "R");
    let erase = [&["mark", CODES[0], "revoked", "--erase"], &reason[..]].concat();
    refused(&erase, 2, "deleting its folder");
    refused(&Desk::issue("K7M29QX4TB", &late), 2, "20 symbols");
    fs::write(desk.results.join("giấy mời.pdf"), "x").unwrap();
    let mut named = Desk::issue(CODES[1], &late);
    named[2] = "../kq/giấy mời.pdf";
    refused(&named, 2, "rename the file");
}

fn pinned(office: &Office) -> String {
    let settings = office.read("condau.toml");
    let line = settings.lines().find(|it| it.starts_with("fingerprint")).unwrap();
    line.split('"').nth(1).unwrap().to_owned()
}

/// A note of a folder: who signs it, and the lines after the kind.
fn note(key: (&str, u8), kind: &str, lines: &str) -> Kept {
    let text = format!("condau/1 {kind}\n{lines}sealed: 2026-11-20T01:00:00Z\n");
    let salt = [u8::try_from(text.len() % 251).unwrap(); 32];
    Kept { note: office::sign(&text, &[key]), salt }
}

fn issued(code: &str, version: u32) -> Kept {
    let lines = format!(
        "id: {code}\nversion: {version}\ntype: GM\ndate: 2026-02-20\nissuer: Sở mẫu\ntitle.vi: Giấy mời\n\
         authentic: vi\nfile: a.pdf 4 sha256:{}\n",
        "ab".repeat(32)
    );
    note(office::REGISTRAR, "issue", &lines)
}

fn marked(code: &str, status: &str) -> Kept {
    let lines = format!("id: {code}\nstatus: {status}\nreason.vi: Hoãn\n");
    note(office::REGISTRAR, "status", &lines)
}

/// What a build says of a folder whose notes all have their commitments.
fn said(notes: &[Kept]) -> Vec<String> {
    let mut keeper = office::Office::open(seals::site()).seal();
    let settings = keeper.site.text("condau.toml").to_owned() + "unlisted = \"../kq\"\n";
    keeper.site = keeper.site.write("condau.toml", &settings);
    keeper = keeper.add(notes.iter().map(|it| private(&it.commitment(), "2026-11-20")));
    for (number, kept) in (1..).zip(notes) {
        let path = format!("../kq/{}/{number:06}", CODES[0]);
        let text = str::from_utf8(&kept.note).unwrap();
        let salt = format!("{}\n", hex(&kept.salt));
        keeper.site = keeper.site.write(&format!("{path}.note"), text);
        keeper.site = keeper.site.write(&format!("{path}.salt"), &salt);
    }
    let build = keeper.site.build();
    let page = format!("V/{}/index.html", CODES[0]);
    let found = lines(&build).into_iter().filter(|it| it.contains("[unlisted-fault]"));
    let found: Vec<_> = found.collect();
    assert_eq!(build.files.is_some_and(|it| it.bytes(&page).is_some()), found.is_empty());
    found
}

#[test]
fn the_rules_hold_in_each_folder_by_itself() {
    let (own, other) = (CODES[0], CODES[1]);
    assert_eq!(said(&[issued(own, 1), issued(own, 2), marked(own, "suspended")]), [""; 0]);
    assert_eq!(said(&[issued(own, 1), marked(own, "superseded\nby: K7M29QX4TB")]), [""; 0]);
    let breaks = |notes: &[Kept], at: usize, words: &str| {
        let said = said(notes);
        let place = format!("../kq/{own}/{at:06}.note:1:1: error[unlisted-fault]");
        assert!(said.len() == 1 && said[0].starts_with(&place), "{words}: {said:?}");
        assert!(said[0].contains(words), "{said:?}");
    };
    let commitment = format!("commit: {}\n", "sha256:".to_owned() + &"ab".repeat(32));
    breaks(&[note(office::REGISTRAR, "private", &commitment)], 1, "R2 form");
    breaks(&[note(("registrar-9", 9), "issue", &body(own))], 1, "R3 signer");
    breaks(&[note(office::LOG, "issue", &body(own))], 1, "R3 signer");
    breaks(&[issued(other, 1)], 1, "R4 exists");
    breaks(&[issued("K7M29QX4TB", 1)], 1, "R4 exists");
    breaks(&[marked(own, "revoked")], 1, "R4 exists");
    breaks(&[issued(own, 1), issued(own, 3)], 2, "R5 version");
    breaks(&[issued(own, 1), marked(own, "revoked"), issued(own, 2)], 3, "R6 transition");
    // Another person's code would join two persons; a public one that is not sealed says nothing.
    for by in [own, other, "000YFYQ1TR"] {
        let status = format!("superseded\nby: {by}");
        breaks(&[issued(own, 1), marked(own, &status)], 2, "R9 reference");
    }
}

/// The lines of an issue that says nothing else.
fn body(code: &str) -> String {
    let kept = issued(code, 1);
    let text = String::from_utf8(kept.note).unwrap();
    let lines = text.lines().skip(1).take_while(|it| !it.starts_with("sealed"));
    lines.map(|it| format!("{it}\n")).collect()
}

#[test]
fn what_a_stolen_key_sealed_is_not_recognised() {
    let keeper = office::Office::open(seals::site());
    let kept = issued(CODES[0], 1);
    let entries = [
        keeper.entries[0].clone(),
        office::sign(&private(&kept.commitment(), "2026-11-20"), &[office::REGISTRAR]),
        change("add", "registrar-2", 4, ""),
        change("compromised", "registrar-1", 3, "from-index: 1\n"),
    ];
    let state = replay(&entries, &office::checkpoint(&entries, office::LOG), &Anchors::default());
    let state = state.unwrap();
    let folder = Folder { code: Unlisted::parse(CODES[0]).unwrap(), notes: vec![kept] };
    let record = folder.replay(&state).unwrap();
    let day = condau::verify::time::Day::parse(DAY).unwrap();
    assert_eq!(record.standing(day), Standing::Disowned);
}

fn change(action: &str, name: &str, seed: u8, from: &str) -> Vec<u8> {
    let vkey = office::vkey((name, seed));
    let text = format!(
        "condau/1 key\naction: {action}\nrole: registrar\nvkey: {vkey}\n{from}reason.vi: x\n\
         sealed: 2026-11-21T01:00:00Z\n"
    );
    office::sign(&text, &office::ROOTS[..2])
}

#[test]
fn the_folder_must_be_there_and_be_private() {
    let desk = Desk::open("unlisted-place");
    let (office, late) = (&desk.office, ["--sealed", "2026-11-20T01:00:00Z"]);
    desk.sealed(CODES[0], "2026-11-20T01:00:00Z");
    let built = desk.build();
    let issue = Desk::issue(CODES[1], &late);

    let away = desk.results.with_file_name("away");
    fs::rename(&desk.results, &away).unwrap();
    let (code, said) = office.run(&["build", "--as-of", DAY]);
    assert!(code == 2 && said.contains("bring it back"), "{code} {said}");
    assert_eq!(tree(&office.site.join("public")), built);
    // Who writes documents has no results of persons, and checks what he wrote.
    assert_ne!(office.run(&["check"]).0, 2);
    fs::rename(&away, &desk.results).unwrap();

    // A note that somebody took out of its folder, changed, or put in: nothing is published.
    let note = desk.results.join(CODES[0]).join("000001.note");
    let text = fs::read_to_string(&note).unwrap();
    let fails = |words: &str| {
        let (code, said) = office.run(&["build", "--as-of", DAY]);
        assert!(code == 1 && said.contains("unlisted-fault") && said.contains(words), "{said}");
        assert!(said.contains(&format!("../kq/{}", CODES[0])), "{said}");
        assert_eq!(tree(&office.site.join("public")), built);
    };
    fs::write(&note, text.replace("88/GM", "89/GM")).unwrap();
    fails("no commitment");
    fs::write(&note, &text).unwrap();
    let salt = desk.results.join(CODES[0]).join("000001.salt");
    let grains = fs::read_to_string(&salt).unwrap();
    fs::write(&salt, "abc\n").unwrap();
    fails("salt");
    let (code, said) = office.run(&issue);
    assert!(code == 1 && said.contains("nothing was written") && said.contains("salt"), "{said}");
    fs::write(&salt, &grains).unwrap();
    fs::copy(&note, desk.results.join(CODES[0]).join("000003.note")).unwrap();
    fails("a note before this one is missing");
    fs::remove_file(desk.results.join(CODES[0]).join("000003.note")).unwrap();
    assert_eq!(desk.build(), built);

    // Without the key of the log the commitment waits, and nothing is published meanwhile.
    fs::rename(office.keys.join("log-1.pem"), office.keys.join("away")).unwrap();
    let said = office.done(&issue);
    assert!(said.contains("one entry is pending") && !said.contains(".holder"), "{said}");
    let (code, said) = office.run(&["build", "--as-of", DAY]);
    assert!(code == 1 && said.contains("waits for a checkpoint"), "{said}");
    fs::rename(office.keys.join("away"), office.keys.join("log-1.pem")).unwrap();
    let said = office.done(&["sequence"]);
    assert!(said.contains(&format!("{}/000001.holder", CODES[1])), "{said}");
    desk.build();

    // Within the site, or in its repository, it would be published.
    let settings = office.read("condau.toml");
    office.write("condau.toml", &settings.replace("\"../kq\"", "\"./a/../kq\""));
    let (code, said) = office.run(&["check"]);
    assert!(code == 1 && said.contains("unlisted-fault"), "{said}");
    office.refused(&issue, 2, "beside the site");
    office.write("condau.toml", &settings);
    office.git(&["-C", "..", "init", "--quiet"]);
    fs::rename(office.site.join(".git"), office.site.join("git")).unwrap();
    office.refused(&issue, 2, "same git repository");
    assert_eq!(office.run(&["build", "--as-of", DAY]).0, 2);
    office.write("condau.toml", &settings.replace("unlisted = \"../kq\"\n", ""));
    office.refused(&issue, 2, "names no folder");
}

#[test]
fn t22_interrupt_an_issue_that_is_cut_short_anywhere_is_ended_by_the_next_run() {
    let desk = Desk::open("unlisted-crash");
    let (office, register) = (&desk.office, desk.office.site.join("register"));
    desk.sealed(CODES[0], "2026-11-20T01:00:00Z");
    let before = (tree(&register), tree(&desk.results));
    let time = ["--sealed", "2026-11-21T01:00:00Z"];
    office.done(&Desk::issue(CODES[1], &time));
    let after = (tree(&register), tree(&desk.results));
    let kq = |name: &str| (true, format!("{}/{name}", CODES[1]));
    let at = |name: &str| (false, name.to_owned());
    // The order in which a run writes (docs/FORMAT.md, "Unlisted results").
    let writes = [
        kq("000001.salt"),
        kq("000001.note"),
        at("000/000002.note"),
        at("sizes"),
        at("checkpoint"),
        kq("000001.holder"),
    ];
    let reset = |folder: &Path, files: &Tree| {
        fs::remove_dir_all(folder).unwrap();
        for (path, bytes) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    };
    let put = |folder: &Path, path: &str, files: &Tree| {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, &files[path]).unwrap();
    };
    for cut in 0..=writes.len() {
        for again in [Desk::issue(CODES[1], &time), [&["seal", "--yes"], &time[..]].concat()] {
            reset(&register, &before.0);
            reset(&desk.results, &before.1);
            for (is_private, path) in &writes[..cut] {
                if *is_private {
                    put(&desk.results, path, &after.1);
                } else {
                    put(&register, path, &after.0);
                }
            }
            // What stands there is lawful; the site of yesterday stays, or the new one is built.
            let code = office.run(&["build", "--as-of", DAY]).0;
            assert_eq!(code, i32::from((2..5).contains(&cut)), "after {cut}");
            assert_eq!(office.state().size(), if cut < 5 { 2 } else { 3 }, "after {cut}");
            office.done(&again);
            let now = (tree(&register), tree(&desk.results));
            if cut > 1 {
                assert_eq!(now, after, "after {cut}: {again:?}");
                office.done(&["build", "--as-of", DAY]);
            } else if again[0] == "issue" {
                // Another salt, and nothing twice.
                assert_eq!(now.0.keys().collect::<Vec<_>>(), after.0.keys().collect::<Vec<_>>());
                assert_eq!(now.1.keys().collect::<Vec<_>>(), after.1.keys().collect::<Vec<_>>());
            }
        }
    }
}

#[test]
fn holders_get_the_receipt_that_enough_witnesses_vouch_for() {
    let desk = Desk::open("unlisted-witness");
    let witness = SigningKey::from_bytes(&[41; 32]);
    let key = Key::new("w1.example", Algorithm::Cosignature, witness.verifying_key());
    desk.office.write("register/policy.txt", &format!("witness w1 {key}\nquorum w1\n"));
    desk.sealed(CODES[0], "2026-11-20T01:00:00Z");
    let path = format!("{}/000001.holder", CODES[0]);
    let times = || {
        let holder = Holder::parse(&desk.kept(&path)).unwrap();
        let receipt = Receipt::parse(&holder.proof).unwrap();
        assert!(receipt.is_included());
        receipt.checkpoint.signatures.len()
    };
    assert_eq!(times(), 1);
    let point = desk.office.read("register/checkpoint");
    let text = Note::parse(point.as_bytes()).unwrap().text;
    let signature = Signature::cosign("w1.example", &witness, &text, 1_795_200_000);
    fs::write(desk.results.join("answer"), format!("{signature}\n")).unwrap();
    desk.office.done(&["witness-add", "../kq/answer"]);
    assert_eq!(times(), 2);
    // A result that is sealed later changes nothing of it.
    let before = desk.kept(&path);
    desk.sealed(CODES[1], "2026-11-21T01:00:00Z");
    assert_eq!(desk.kept(&path), before);
}
