//! The rules R1 to R10: each broken by itself, and what lawful histories end in.

use condau::verify::replay::{Anchors, Fault, Rule, Standing, State, replay};
use condau::verify::time::Day;

use crate::office::{REGISTRAR, ROOTS, checkpoint, open, sign, vkey};

pub(crate) const CODES: [&str; 3] = ["K7M29QX4TB", "000YFYQ1TR", "DVJZAS54P8"];

/// A second registrar.
pub(crate) const SECOND: (&str, u8) = ("registrar-2", 4);

/// An issue; the lines in `rest` stand between its texts and `sealed`.
pub(crate) fn issue(code: &str, version: u32, number: &str, rest: &str, day: u32) -> String {
    format!(
        "condau/1 issue\nid: {code}\nversion: {version}\ntype: TB\nnumber: {number}\ndate: 2026-11-20\n\
         issuer: Sở mẫu\ntitle.vi: Thông báo\nauthentic: vi\nfile: a.pdf 4 sha256:{}\n{rest}sealed: 2026-11-{day:02}T01:00:00Z\n",
        "ab".repeat(32)
    )
}

pub(crate) fn status(code: &str, rest: &str, day: u32) -> String {
    format!(
        "condau/1 status\nid: {code}\n{rest}reason.vi: Lý do\nsealed: 2026-11-{day:02}T01:00:00Z\n"
    )
}

pub(crate) fn change(
    action: &str,
    role: &str,
    of: (&str, u8),
    from: Option<u32>,
    day: u32,
) -> Vec<u8> {
    let from = from.map_or_else(String::new, |it| format!("from-index: {it}\n"));
    let text = format!(
        "condau/1 key\naction: {action}\nrole: {role}\nvkey: {}\n{from}reason.vi: Lý do\nsealed: 2026-11-{day:02}T01:00:00Z\n",
        vkey(of)
    );
    sign(&text, &ROOTS[..2])
}

fn sealed(text: &str) -> Vec<u8> {
    sign(text, &[REGISTRAR])
}

fn run(entries: &[Vec<u8>]) -> Result<State, Fault> {
    replay(entries, &checkpoint(entries, ("log", 5)), &Anchors::default())
}

/// The rule that the last of these entries breaks; the others are lawful.
fn breaks(entries: &[Vec<u8>], rule: Rule, words: &str) {
    let (last, before) = entries.split_last().unwrap();
    if !before.is_empty() {
        run(before).unwrap();
    }
    let fault = run(entries).unwrap_err();
    assert_eq!(fault.rule, rule, "{fault}: {}", String::from_utf8_lossy(last));
    assert!(fault.to_string().contains(words), "{fault} has no {words}");
}

fn first() -> Vec<u8> {
    sealed(&issue(CODES[0], 1, "1/TB-MAU", "", 20))
}

#[test]
fn r1_the_entries_are_those_of_the_checkpoint() {
    let entries = vec![open(2), first()];
    let point = checkpoint(&entries, ("log", 5));
    let fault =
        |entries: &[Vec<u8>], anchors| replay(entries, &point, &anchors).unwrap_err().to_string();
    assert_eq!(fault(&entries[..1], Anchors::default()), "R1 tree: entry 1 missing");
    let swapped = [entries[1].clone(), entries[0].clone()];
    assert_eq!(fault(&swapped, Anchors::default()), "R1 tree: root differs at size 2");
    let other = Anchors { fingerprint: Some([0; 32]), ..Anchors::default() };
    assert_eq!(fault(&entries, other), "R1 tree: other register");
    // What stands after the checkpoint does not count yet.
    let pending = [entries[0].clone(), entries[1].clone(), b"not a note".to_vec()];
    assert_eq!(replay(&pending, &point, &Anchors::default()).unwrap().size(), 2);
}

#[test]
fn r2_entries_have_their_form() {
    let text = |from: &str, to: &str| {
        let text = issue(CODES[0], 1, "1/TB-MAU", "", 20).replacen(from, to, 1);
        breaks(&[open(2), sealed(&text)], Rule::Form, "entry 1 line");
    };
    text("condau/1 issue", "condau/2 issue");
    text("condau/1 issue", "condau/1 witness");
    text("version: 1", "version: 01");
    text("version: 1", "version: 0");
    text("version: 1\n", "");
    text("type: TB", "type:TB");
    text("type: TB", "type: TB ");
    text("type: TB", "type: T  B");
    text("type: TB", "type: T\u{200b}B");
    text("type: TB", "type: Tê\u{301}B");
    text("date: 2026-11-20", "date: 2026-11-31");
    text("date: 2026-11-20", "date: 20-11-2026");
    text("authentic: vi", "authentic: zh vi");
    text("authentic: vi", "authentic: vi\nunknown: 1");
    text("authentic: vi", "authentic: vi\nfrom: 2026-12-01\nprevails: vi");
    text("title.vi: Thông báo", "title.vi: Thông báo\ntitle.vi: Thông báo");
    text("title.vi: Thông báo", "title.en: Notice\ntitle.vi: Thông báo");
    text("title.vi: Thông báo\n", "");
    text("file: a.pdf 4", "file: ../a.pdf 4");
    text("file: a.pdf 4", "file: a.md 4");
    text("file: a.pdf 4", "file: a.pdf 04");
    text("sealed: 2026-11-20T01:00:00Z", "sealed: 2026-11-20T01:00:00+07:00");
    text("sealed: 2026-11-20T01:00:00Z\n", "");
    let hash = format!("sha256:{}", "cd".repeat(32));
    text("file:", &format!("text.vi: {hash}\nfile:"));
    text("file:", &format!("text.en: {hash}\nplain.en: {hash}\nfile:"));
    breaks(&[first()], Rule::Form, "`open` is the first entry");
    breaks(&[open(2), open(2)], Rule::Form, "`open` is the first entry");
    breaks(&[open(2), vec![b'a'; 16 * 1024 + 1]], Rule::Form, "larger than 16 KiB");
    for wrong in [
        status(CODES[0], "status: superseded\n", 21),
        status(CODES[0], &format!("status: revoked\nby: {}\n", CODES[1]), 21),
        status(CODES[0], "status: suspended\nerased: yes\n", 21),
        status(CODES[0], "status: gone\n", 21),
        status(CODES[0], "status: revoked\n", 21).replace("reason.vi", "reason.en"),
    ] {
        breaks(&[open(2), first(), sealed(&wrong)], Rule::Form, "entry 2 line");
    }
    breaks(
        &[open(2), change("compromised", "registrar", REGISTRAR, None, 21)],
        Rule::Form,
        "from-index",
    );
    breaks(
        &[open(2), change("retire", "registrar", REGISTRAR, Some(1), 21)],
        Rule::Form,
        "from-index",
    );
}

#[test]
fn r3_those_signed_who_had_to() {
    let text = issue(CODES[0], 1, "1/TB-MAU", "", 20);
    breaks(&[open(2), sign(&text, &[SECOND])], Rule::Signer, "unknown");
    breaks(&[open(2), sign(&text, &[ROOTS[0]])], Rule::Signer, "wrong role");
    breaks(&[open(2), sign(&text, &[("registrar-1", 9)])], Rule::Signer, "does not verify");
    breaks(&[open(2), sign(&text, &[REGISTRAR, SECOND])], Rule::Signer, "unknown");
    let moved =
        "condau/1 move\nhost: moi.example\nreason.vi: Hợp nhất\nsealed: 2026-11-21T01:00:00Z\n";
    breaks(&[open(2), sign(moved, &ROOTS[..1])], Rule::Signer, "1 of 2");
    breaks(&[open(3), sign(moved, &ROOTS)], Rule::Signer, "3 of 2");
    breaks(&[open(2), sign(moved, &[REGISTRAR])], Rule::Signer, "wrong role");
    let retired = [
        open(2),
        change("add", "registrar", SECOND, None, 3),
        change("retire", "registrar", REGISTRAR, None, 4),
    ];
    let entries = [&retired[..], &[first()]].concat();
    breaks(&entries, Rule::Signer, "retired");
    run(&[&retired[..], &[sign(&text, &[SECOND])]].concat()).unwrap();
    // A key counts for the entries after the one that added it.
    let early = [open(2), sign(&text, &[SECOND])];
    breaks(&early, Rule::Signer, "unknown");
    let wrong_log = replay(&[open(2)], &checkpoint(&[open(2)], ("log", 8)), &Anchors::default());
    assert!(wrong_log.unwrap_err().to_string().starts_with("R3 signer: checkpoint"));
}

#[test]
fn r4_what_is_spoken_of_exists() {
    let entries = |last: &str| [open(2), first(), sealed(last)];
    breaks(&entries(&issue(CODES[0], 1, "2/TB-MAU", "", 20)), Rule::Exists, "is used");
    breaks(&entries(&issue(CODES[1], 2, "2/TB-MAU", "", 20)), Rule::Exists, "was not issued");
    breaks(&entries(&status(CODES[1], "status: revoked\n", 21)), Rule::Exists, "was not issued");
    breaks(&entries(&issue("K7M29QX4TC", 1, "2/TB-MAU", "", 20)), Rule::Exists, "no code");
    breaks(
        &entries(&issue("M4T6P0WQ2X8ZB5JH7RKD", 1, "2/TB-MAU", "", 20)),
        Rule::Exists,
        "no code",
    );
    breaks(&[open(2), change("add", "registrar", REGISTRAR, None, 3)], Rule::Exists, "not new");
    breaks(&[open(2), change("retire", "registrar", SECOND, None, 3)], Rule::Exists, "not there");
    breaks(&[open(2), change("retire", "registrar", REGISTRAR, None, 3)], Rule::Exists, "too few");
    breaks(&[open(2), change("retire", "log", ("log", 5), None, 3)], Rule::Exists, "too few");
    breaks(&[open(2), change("retire", "root", ROOTS[0], None, 3)], Rule::Exists, "too few");
    breaks(&[open(2), change("add", "log", ("log-2", 8), None, 3)], Rule::Exists, "another name");
    let gone = change("retire", "root", ROOTS[2], None, 3);
    run(&[open(3), gone.clone()]).unwrap();
    breaks(&[open(3), gone, change("retire", "root", ROOTS[1], None, 4)], Rule::Exists, "too few");
}

#[test]
fn r5_to_r7_versions_statuses_and_numbers() {
    let version = |it: u32| sealed(&issue(CODES[0], it, "1/TB-MAU", "", 20));
    breaks(&[open(2), first(), version(3)], Rule::Version, "entry 2 says 3, expected 2");
    let set = |it: &str, day| sealed(&status(CODES[0], &format!("status: {it}\n"), day));
    let revoked = [open(2), first(), set("suspended", 20), set("in-force", 21), set("revoked", 22)];
    run(&[&revoked[..], &[set("revoked", 22)]].concat()).unwrap();
    breaks(
        &[&revoked[..], &[set("in-force", 22)]].concat(),
        Rule::Transition,
        "revoked → in-force",
    );
    breaks(&[&revoked[..], &[version(2)]].concat(), Rule::Transition, "revoked → issue");
    let other = |number: &str| sealed(&issue(CODES[1], 1, number, "", 20));
    breaks(
        &[open(2), first(), other("1/TB-MAU")],
        Rule::Number,
        &format!("1/TB-MAU/2026 held by {}", CODES[0]),
    );
    run(&[open(2), first(), other("2/TB-MAU")]).unwrap();
}

#[test]
fn r8_to_r10_time_references_and_privacy() {
    let early = sealed(&issue(CODES[1], 1, "2/TB-MAU", "", 18));
    breaks(&[open(2), first(), early], Rule::Time, "before");
    run(&[open(2), first(), sealed(&issue(CODES[1], 1, "2/TB-MAU", "", 19))]).unwrap();
    let entries = [open(2), first()];
    let seen = |day: &str| {
        let time = Day::parse(day).unwrap().start();
        let cosigned = vec![(2, u64::try_from(time).unwrap())];
        replay(
            &entries,
            &checkpoint(&entries, ("log", 5)),
            &Anchors { cosigned, ..Anchors::default() },
        )
    };
    seen("2026-11-20").unwrap();
    assert_eq!(seen("2026-11-18").unwrap_err().rule, Rule::Time);
    for wrong in ["replaces: ", "amends: "] {
        let with =
            |code: &str| sealed(&issue(CODES[1], 1, "2/TB-MAU", &format!("{wrong}{code}\n"), 20));
        breaks(&[open(2), first(), with(CODES[2])], Rule::Reference, CODES[2]);
        breaks(&[open(2), first(), with(CODES[1])], Rule::Reference, CODES[1]);
        run(&[open(2), first(), with(CODES[0])]).unwrap();
    }
    let private = |commit: &str| {
        sealed(&format!(
            "condau/1 private\ncommit: sha256:{}\nsealed: 2026-11-20\n",
            commit.repeat(32)
        ))
    };
    run(&[open(2), private("ab"), private("cd")]).unwrap();
    breaks(&[open(2), private("ab"), private("ab")], Rule::Privacy, "entry 2");
    for code in ["M4T6P0WQ2X8ZB5JH7RKD", "M4T6-P0WQ-2X8Z-B5JH-7RKD"] {
        let text =
            issue(CODES[0], 1, "1/TB-MAU", "", 20).replace("Thông báo", &format!("Kết quả {code}"));
        breaks(&[open(2), sealed(&text)], Rule::Privacy, "entry 1");
    }
}

#[test]
fn t09_disown() {
    let day = Day::parse("2026-12-01").unwrap();
    let second = sealed(&issue(CODES[1], 1, "2/TB-MAU", "", 21));
    let stolen = change("compromised", "registrar", REGISTRAR, Some(3), 22);
    let before = [open(2), change("add", "registrar", SECOND, None, 3), first(), second, stolen];
    let state = run(&before).unwrap();
    assert_eq!(state.records[CODES[0]].standing(day), Standing::InForce);
    assert_eq!(state.records[CODES[1]].standing(day), Standing::Disowned);
    let after = |text: &str, by| [&before[..], &[sign(text, &[by])]].concat();
    // After it the key counts no more; the document is sealed again as its next version, by another.
    let again = issue(CODES[1], 2, "2/TB-MAU", "", 23);
    breaks(&after(&again, REGISTRAR), Rule::Signer, "retired");
    breaks(&after(&issue(CODES[1], 1, "2/TB-MAU", "", 23), SECOND), Rule::Exists, "is used");
    let state = run(&after(&again, SECOND)).unwrap();
    assert_eq!(state.records[CODES[1]].standing(day), Standing::InForce);
    // A disowned version holds no number.
    run(&after(&issue(CODES[2], 1, "2/TB-MAU", "", 23), SECOND)).unwrap();
}

#[test]
fn what_a_document_is_on_a_day() {
    let standing = |rest: &str, day: &str| {
        let text = issue(CODES[0], 1, "1/TB-MAU", "", 20).replace("file:", &format!("{rest}file:"));
        let state = run(&[open(2), sealed(&text)]).unwrap();
        state.records[CODES[0]].standing(Day::parse(day).unwrap())
    };
    assert_eq!(standing("", "2026-11-19"), Standing::NotYet);
    assert_eq!(standing("", "2026-11-20"), Standing::InForce);
    let term = "from: 2026-12-01\nuntil: 2026-12-31\n";
    assert_eq!(standing(term, "2026-11-30"), Standing::NotYet);
    assert_eq!(standing(term, "2026-12-01"), Standing::InForce);
    assert_eq!(standing(term, "2026-12-31"), Standing::InForce);
    assert_eq!(standing(term, "2027-01-01"), Standing::Expired);
}
